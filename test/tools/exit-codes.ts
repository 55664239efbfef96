/**
 * How a check ends that could not look: neither well nor badly, so that nobody takes it for passed. The number is that of
 * automake's tests (https://www.gnu.org/software/automake/manual/html_node/Scripts_002dbased-Testsuites.html).
 */
export const SKIPPED = 77;

/** Runs a command and ends the process with the code that it answers; a failure is said in a line, and the code is 1. */
export function endWith(command: () => Promise<number>): void {
  command().then(
    (code) => {
      process.exitCode = code;
    },
    (error: unknown) => {
      console.error(error instanceof Error ? error.message : error);
      process.exitCode = 1;
    },
  );
}
