/** What arrives so soon after the first signal is the same Ctrl+C: the terminal gives it to everybody, and npm passes it on. */
const ONE_WISH_MS = 1_000;

/** Calls `end` when this process is told to end. A second Ctrl+C ends it at once, with code 1. */
export function whenToldToEnd(end: (signal: NodeJS.Signals) => void): void {
  let toldAtMs: number | undefined;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (toldAtMs === undefined) {
        toldAtMs = Date.now();
        end(signal);
      } else if (Date.now() - toldAtMs >= ONE_WISH_MS) process.exit(1);
    });
  }
}
