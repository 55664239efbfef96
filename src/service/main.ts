import closeWithGrace from 'close-with-grace';
import { withEnvFileThere } from './env-file';
import { errorFacts } from './http/log';
import { SettingsError } from './settings-error';
import { createOutput } from './standard-output';

/** Longer than any request that is under way, shorter than an orchestrator's patience (30 seconds in Kubernetes). */
const STOP_LIMIT_MS = 15_000;

/** The service as a process. A signal stops it in order; a second one, or an error that nobody caught, ends it with code 1. */
async function serve(): Promise<void> {
  const { startService } = await import(/* webpackMode: "eager" */ './start');
  const { stop } = await startService(withEnvFileThere(process.env));
  closeWithGrace({ delay: STOP_LIMIT_MS }, async ({ err }) => {
    if (err) console.error(err instanceof SettingsError ? err.message : JSON.stringify(errorFacts(err)));
    await stop();
  });
}

/** `main.js doctor`: looks at the installation instead, and ends. */
async function examine(args: readonly string[]): Promise<void> {
  const { runDoctor } = await import(/* webpackMode: "eager" */ './doctor/command');
  const output = createOutput(process.stdout);
  process.exitCode = await runDoctor(
    args,
    () => withEnvFileThere(process.env),
    (text) => output(`${text}\n`),
  );
}

/** `main.js healthz`: the exit code says whether the running service answers. For who starts it, as the image. */
async function askHealth(): Promise<void> {
  const { isHealthy } = await import(/* webpackMode: "eager" */ './health-check');
  process.exitCode = (await isHealthy(withEnvFileThere(process.env))) ? 0 : 1;
}

const USAGE = `main.js           starts the service
main.js doctor    says whether the installation will work
main.js healthz   says by its exit code whether the running service answers`;

function run([command, ...args]: readonly string[]): Promise<void> {
  switch (command) {
    case undefined:
      return serve();
    case 'doctor':
      return examine(args);
    case 'healthz':
      return askHealth();
    default:
      // A mistyped word is no wish for a second service.
      createOutput(process.stdout)(`${USAGE}\n`);
      process.exitCode = command === '--help' ? 0 : 2;
      return Promise.resolve();
  }
}

run(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof SettingsError ? error.message : error);
  // Whatever was left half open, as a database that did not start, holds it no longer: who keeps it running starts it again.
  process.exit(1);
});
