import crypto, { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { pgliteVersion, type PackedIndex } from '../../src/service/database/empty-database';
import { openJobQueue } from '../../src/service/database/job-queue';
import { migrate } from '../../src/service/database/migrations';
import { openPglite } from '../../src/service/database/pglite';
import { QUEUES } from '../../src/service/jobs/service-jobs';
import { cachedEmptyDatabase } from './empty-database-cache';

const ROOT = path.resolve(__dirname, '../..');

/**
 * Makes the empty database that the service's first start unpacks: dist/service/empty-database.br. Two of the same source
 * are the same to the byte: initdb and PostgreSQL see a clock that stands and get numbers that are no chance. Nothing in it
 * is a secret; the service's keys are made at its start. With `--anew` it is made even where the cache has it.
 */
async function main(dist: string, isAnew: boolean): Promise<void> {
  const target = path.join(dist, 'service/empty-database.br');
  mkdirSync(path.dirname(target), { recursive: true });
  const cached = cachedEmptyDatabase();
  if (isAnew || !existsSync(cached)) {
    const packed = await makePacked();
    if (isAnew) {
      writeFileSync(target, packed);
      return;
    }
    rmSync(path.dirname(cached), { recursive: true, force: true });
    mkdirSync(path.dirname(cached), { recursive: true });
    // In one step, so that nobody copies half of it.
    writeFileSync(`${cached}.unfinished`, packed);
    renameSync(`${cached}.unfinished`, cached);
  }
  cpSync(cached, target);
}

async function makePacked(): Promise<Buffer> {
  const scratch = mkdtempSync(path.join(tmpdir(), 'extendsync-empty-'));
  try {
    standStill();
    const database = await openPglite(scratch);
    await migrate(database);
    // Else the first start makes them under its first panes, who wait for it: the database has one thread with them.
    await openJobQueue(database, QUEUES, (error) => {
      throw error;
    });
    await database.close();
    return pack(path.join(scratch, 'postgres'));
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

/** When every empty database was made, by its own account. */
const MADE_AT_MS = Date.UTC(2024, 0, 1);

class StandingDate extends Date {
  constructor(...given: readonly [] | [string | number | Date]) {
    super(given[0] ?? MADE_AT_MS);
  }
  static override now = (): number => MADE_AT_MS;
}

/** Takes from the rest of this process what makes each database another one. */
function standStill(): void {
  let seed = 1;
  globalThis.Date = StandingDate as DateConstructor;
  process.env['TZ'] = 'UTC';
  performance.now = () => 0;
  crypto.randomFillSync = <T extends NodeJS.ArrayBufferView>(bytes: T): T => {
    const view = new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    // Numerical Recipes' generator: any will do.
    for (let at = 0; at < view.length; at += 1) {
      seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
      view[at] = seed >>> 24;
    }
    return bytes;
  };
}

/** A folder's text: the index in a line, then each content once, compressed. */
export function pack(folder: string): Buffer {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true })
    .map((entry) => ({
      name: path.relative(folder, path.join(entry.parentPath, entry.name)).replaceAll('\\', '/'),
      isFolder: entry.isDirectory(),
    }))
    .toSorted((one, other) => (one.name < other.name ? -1 : 1));
  const contents: Buffer[] = [];
  const places = new Map<string, number>();
  let length = 0;
  const files = entries
    .filter(({ isFolder }) => !isFolder)
    .map(({ name }) => {
      const content = readFileSync(path.join(folder, name));
      const digest = createHash('sha256').update(content).digest('hex');
      const place = places.get(digest) ?? length;
      if (place === length) {
        places.set(digest, place);
        contents.push(content);
        length += content.length;
      }
      return [name, place, content.length] as const;
    });
  const index: PackedIndex = {
    pglite: pgliteVersion(),
    folders: entries.filter(({ isFolder }) => isFolder).map(({ name }) => name),
    files,
  };
  return brotliCompressSync(Buffer.concat([Buffer.from(`${JSON.stringify(index)}\n`), ...contents]), {
    // A window as wide as the text; a better quality takes half a minute for a tenth less.
    params: {
      [constants.BROTLI_PARAM_QUALITY]: 9,
      [constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_MAX_WINDOW_BITS,
    },
  });
}

if (require.main === module) {
  const named = process.argv.slice(2).find((argument) => argument !== '--anew');
  main(path.resolve(ROOT, named ?? 'dist'), process.argv.includes('--anew')).catch((error: unknown) => {
    console.error(error);
    process.exitCode = 1;
  });
}
