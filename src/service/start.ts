import { systemClock } from './clock';
import { openJobQueue } from './database/job-queue';
import { openDatabase, refusalAtStart } from './database/open-database';
import { listeningAt } from './http/server';
import { createService } from './service';
import { readSettings, type Settings } from './settings';
import { refusalOf } from './system-refusal';

/** A running service; `stop` finishes what is under way and closes the database. */
export interface Started {
  stop(): Promise<void>;
}

/**
 * Starts the service from its environment, with the machine's clock and Microsoft over the network. Rejects with a
 * `SettingsError` when a setting is wrong; whatever had been opened by then is closed again, so that the process can end.
 */
export async function startService(
  environment: Readonly<Record<string, string | undefined>>,
): Promise<Started> {
  // The embedded database's WebAssembly is compiled on threads of V8. Node does not count them as work: with nothing else
  // to wait for it waits until the last function is optimised, long after the database could answer
  // (SpinEventLoop in https://github.com/nodejs/node/blob/v20.x/src/api/embed_helpers.cc drains V8's tasks).
  const awake = setInterval(() => undefined, 1_000);
  try {
    return await startAwake(readSettings(environment));
  } finally {
    clearInterval(awake);
  }
}

async function startAwake(settings: Settings): Promise<Started> {
  const database = await openDatabase(settings, systemClock);
  try {
    const service = await createService(settings, { database, clock: systemClock, openJobQueue });
    try {
      await service.listen(listeningAt(settings));
    } catch (error) {
      await service.close();
      throw refusalOf('PORT', `${settings.host}:${String(settings.port)}`, error);
    }
    // Nobody has asked for it, so it ends the process as any other error that nobody caught: in order, and with code 1.
    void database.ended?.then((reason) => {
      throw reason;
    });
    return {
      stop: async () => {
        await service.close();
        await database.close();
      },
    };
  } catch (error) {
    await database.close();
    throw refusalAtStart(settings, error);
  }
}
