import path from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { claimDataDir } from './data-dir-claim';
import { CHANNEL, type Database } from './database';

/**
 * The embedded database. `dataDir` is the service's data folder (one process at a time); undefined keeps everything in
 * memory, for tests. Rejects with a `SettingsError` when another process uses the folder.
 */
export async function openPglite(dataDir: string | undefined): Promise<Database> {
  if (dataDir === undefined) return overPglite(await PGlite.create());
  const release = await claimDataDir(dataDir);
  try {
    const pglite = await PGlite.create(path.join(dataDir, 'postgres'));
    return overPglite(pglite, release);
  } catch (error) {
    await release();
    throw error;
  }
}

function overPglite(pglite: PGlite, release: () => Promise<void> = () => Promise.resolve()): Database {
  return {
    query: async <Row extends object>(sql: string, values: readonly unknown[] = []) =>
      (await pglite.query<Row>(sql, [...values])).rows,
    exclusively: (work) =>
      pglite.transaction((transaction) =>
        work({
          query: (sql) => transaction.query<Record<string, unknown>>(sql),
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
