import { randomUUID } from 'node:crypto';
import { cpSync, existsSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { Database } from '../../../src/service/database/database';
import { unpackEmptyDatabase } from '../../../src/service/database/empty-database';
import { openPglite } from '../../../src/service/database/pglite';
import { cachedEmptyDatabase } from '../../tools/empty-database-cache';

/**
 * An embedded database with nothing in it. Where `npm test` or a build has made an empty one, it is copied into a folder
 * that goes when the database is closed, and has the service's tables: PostgreSQL's initdb takes most of the time of many
 * files of tests. Elsewhere it is made in memory.
 */
export async function openEmbedded(): Promise<Database> {
  const empty = unpackedOnce(cachedEmptyDatabase());
  if (empty === undefined) return openPglite(undefined);
  const folder = await mkdtemp(path.join(os.tmpdir(), 'extendsync-embedded-'));
  const remove = (): Promise<void> => rm(folder, { recursive: true, force: true });
  try {
    copyDatabase(empty, path.join(folder, 'postgres'));
    // How full this machine's disk is, no test is to depend on.
    const { freeBytes: _, ...database } = await openPglite(folder);
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

/**
 * The folder of an empty database that nobody opens, beside its packed form: to unpack it takes a second of computing, which
 * each file of tests would spend anew. Undefined where there is no packed one.
 */
function unpackedOnce(packed: string): string | undefined {
  const folder = packed.replace(/\.br$/, '');
  if (existsSync(folder)) return folder;
  const own = `${folder}.${randomUUID()}`;
  if (!existsSync(packed) || !unpackEmptyDatabase(packed, own)) return undefined;
  try {
    renameSync(own, folder);
  } catch {
    // Another process was first.
    rmSync(own, { recursive: true });
  }
  return folder;
}

/** By PostgreSQL's fixed numbers, template1 and template0: a third of the files each, and nothing is ever written to them. */
const TEMPLATES = ['1', '4'].map((number) => path.join('base', number));

function copyDatabase(from: string, to: string): void {
  const templates = TEMPLATES.map((name) => path.join(from, name));
  cpSync(from, to, { recursive: true, filter: (file) => !templates.includes(file) });
  for (const name of TEMPLATES) symlinkSync(path.join(from, name), path.join(to, name), 'junction');
}
