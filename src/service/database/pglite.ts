import { existsSync } from 'node:fs';
import path from 'node:path';
import { setImmediate as othersTurn } from 'node:timers/promises';
import { PGlite } from '@electric-sql/pglite';
import { claimDataDir } from './data-dir-claim';
import { CHANNEL, type Database } from './database';
import { EMPTY_DATABASE, unpackEmptyDatabase } from './empty-database';

/**
 * PostgreSQL takes 128 MB for its buffers, which this process would hold although the files behind them lie in the
 * system's memory already. With 16 MB it holds 140 MB less, and a list of 100,000 organisations is as fast.
 */
const SMALL = { startParams: [...PGlite.defaultStartParams, '-c', 'shared_buffers=16MB'] };

/**
 * The embedded database. `dataDir` is the service's data folder (one process at a time); undefined keeps everything in
 * memory, for tests. Rejects with a `SettingsError` when another process uses the folder.
 */
export async function openPglite(dataDir: string | undefined): Promise<Database> {
  if (dataDir === undefined) return overPglite(await PGlite.create(SMALL));
  const release = await claimDataDir(dataDir);
  try {
    const folder = path.join(dataDir, 'postgres');
    if (!existsSync(folder)) unpackEmptyDatabase(EMPTY_DATABASE, folder);
    const pglite = await PGlite.create(folder, SMALL);
    return overPglite(pglite, release);
  } catch (error) {
    await release();
    throw error;
  }
}

function overPglite(pglite: PGlite, release: () => Promise<void> = () => Promise.resolve()): Database {
  const inTurn = createTurns();
  return {
    query: async <Row extends object>(sql: string, values: readonly unknown[] = []) =>
      (await inTurn(() => pglite.query<Row>(sql, [...values]))).rows,
    script: (sql) =>
      inTurn(async () => {
        try {
          return (await pglite.exec(sql)).at(-1)?.rows ?? [];
        } catch (error) {
          // It has one connection: all others would stand in the transaction that the text has left open.
          await pglite.exec('rollback');
          throw error;
        }
      }),
    exclusively: (work) =>
      pglite.transaction((transaction) =>
        work({
          query: (sql, values = []) => transaction.query<Record<string, unknown>>(sql, [...values]),
          script: async (sql) => void (await transaction.exec(sql)),
        }),
      ),
    listen: (hear) => pglite.listen(CHANNEL, hear),
    close: async () => {
      await pglite.close();
      await release();
    },
  };
}

/**
 * One question after the other, and in between whatever else waits has its turn. PGlite computes on this very thread and
 * begins the next question before anything is read: a thousand at once would keep connections unread until Node calls
 * their clients too slow (S5).
 */
function createTurns(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const turn = last.then(work);
    last = turn.then(
      () => othersTurn(),
      () => othersTurn(),
    );
    return turn;
  };
}
