import type { Clock } from '../../ports';
import { isWriteRefused, codeOf } from '../error-code';
import { aroundStatements } from './around-statements';
import { DatabaseUnavailable, type Database } from './database';

/** A write that was refused counts so long: where there is no room, a question that writes nothing is answered all the same. */
export const REFUSED_FOR_MS = 60_000;

/** A database of which it is known whether it takes writes. */
export interface WriteWatch {
  readonly database: Database;
  /** Rejects while it takes none; resolves once it may. */
  proveWrites(): Promise<void>;
}

/** PostgreSQL may answer and take no writes: it is a standby, or set to be read, or has no room. */
export function watchWrites(database: Database, clock: Clock): WriteWatch {
  let refusedAtMs = -Infinity;
  // A clock that is set back says that it was in the time to come: then it does not count.
  const wasRefused = (): boolean => {
    const sinceMs = clock.now() - refusedAtMs;
    return sinceMs >= 0 && sinceMs < REFUSED_FOR_MS;
  };
  const watched = async <T>(ask: () => Promise<T>): Promise<T> => {
    try {
      return await ask();
    } catch (error) {
      if (error instanceof DatabaseUnavailable && isWriteRefused(codeOf(error.cause)))
        refusedAtMs = clock.now();
      throw error;
    }
  };
  return {
    database: aroundStatements(database, watched),
    async proveWrites() {
      // It changes no row; where nothing may be written PostgreSQL refuses it all the same.
      await database.query('update service_keys set value = value where false');
      if (wasRefused()) throw new DatabaseUnavailable('a write was refused a moment ago');
    },
  };
}
