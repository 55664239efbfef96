import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { Database } from '../../../src/service/database/database';
import { unpackEmptyDatabase } from '../../../src/service/database/empty-database';
import { openPglite } from '../../../src/service/database/pglite';
import { cachedEmptyDatabase } from '../../tools/empty-database-cache';

/**
 * An embedded database with nothing in it. Where `npm test` or a build has made an empty one, it is unpacked into a folder
 * that goes when the database is closed, and has the service's tables: PostgreSQL's initdb takes most of the time of many
 * files of tests. Elsewhere it is made in memory.
 */
export async function openEmbedded(): Promise<Database> {
  const packed = cachedEmptyDatabase();
  if (!existsSync(packed)) return openPglite(undefined);
  const folder = await mkdtemp(path.join(os.tmpdir(), 'extendsync-embedded-'));
  const remove = (): Promise<void> => rm(folder, { recursive: true, force: true });
  try {
    unpackEmptyDatabase(packed, path.join(folder, 'postgres'));
    const database = await openPglite(folder);
    return {
      ...database,
      close: async () => {
        await database.close();
        await remove();
      },
    };
  } catch (error) {
    await remove();
    throw error;
  }
}
