import { SettingsError } from './settings-error';
import { startService } from './start';
import { stopOnSignals } from './stop-on-signals';

/** The service as a process. */
startService(process.env).then(
  ({ stop }) => stopOnSignals(stop),
  (error: unknown) => {
    console.error(error instanceof SettingsError ? error.message : error);
    process.exitCode = 1;
  },
);
