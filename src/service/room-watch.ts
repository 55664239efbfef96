import type { Clock } from '../ports';
import type { Database } from './database/database';
import { isShortOfRoom } from './database/room';
import { createRounds } from './rounds';

const EVERY_MS = 60_000;

/**
 * Looks each minute whether the disk of an embedded database has room. Where it is short, what the database's log holds
 * beyond the tables is given back.
 */
export function watchRoom(parts: {
  readonly database: Database;
  readonly clock: Clock;
  /** Called each time when it has changed, and so at the start only where it is short. */
  readonly onShort: (isShort: boolean) => void;
  readonly onTrouble: (error: unknown) => void;
}): { isShort(): boolean; stop(): Promise<void> } {
  const { database, clock, onShort, onTrouble } = parts;
  let wasShort = false;
  const rounds = createRounds({
    clock,
    firstInMs: 0,
    everyMs: EVERY_MS,
    onTrouble,
    async work() {
      const isShort = isShortOfRoom(database);
      if (isShort !== wasShort) onShort(isShort);
      wasShort = isShort;
      if (isShort) await database.query('checkpoint');
    },
  });
  if (database.freeBytes) rounds.start();
  return { isShort: () => wasShort, stop: () => rounds.stop() };
}
