import { systemClock } from './clock';
import { openDatabase } from './open-database';
import { createService } from './service';
import { readSettings, SettingsError } from './settings';
import { stopOnSignals } from './stop-on-signals';

/** The service as a process: settings from the environment, the machine's clock, Microsoft over the network. */
async function main(): Promise<void> {
  const settings = readSettings(process.env);
  const database = await openDatabase(settings, systemClock);
  const service = await createService(settings, { database, clock: systemClock });
  stopOnSignals(async () => {
    await service.close();
    await database.close();
  });
  await service.listen({ port: settings.port, host: settings.host });
}

main().catch((error: unknown) => {
  console.error(error instanceof SettingsError ? error.message : error);
  process.exitCode = 1;
});
