import { setImmediate as othersTurn } from 'node:timers/promises';
import type { Database } from '../../../src/service/database/database';
import { aroundStatements } from '../../../src/service/database/around-statements';

/** A database of which a story can wait until nothing is asked of it any more. */
export interface WatchedDatabase {
  readonly database: Database;
  /** Resolves when what the service writes behind its answers' backs has been written. */
  settled(): Promise<void>;
}

export function watchDatabase(database: Database): WatchedDatabase {
  let underWay = 0;
  const counted = async <T>(work: () => Promise<T>): Promise<T> => {
    underWay += 1;
    try {
      return await work();
    } finally {
      underWay -= 1;
    }
  };
  return {
    database: {
      ...aroundStatements(database, counted),
      exclusively: (work) => counted(() => database.exclusively(work)),
    },
    async settled() {
      // What follows a statement begins in the turn after it.
      for (let quiet = 0; quiet < 2; quiet = underWay === 0 ? quiet + 1 : 0) await othersTurn();
    },
  };
}
