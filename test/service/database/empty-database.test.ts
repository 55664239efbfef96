import fs, {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { brotliCompressSync, brotliDecompressSync } from 'node:zlib';
import { unpackEmptyDatabase } from '../../../src/service/database/empty-database';
import { cachedEmptyDatabase } from '../../tools/empty-database-cache';
import { pack } from '../../tools/write-empty-database';
import { openEmbedded } from '../testing/embedded-database';

let scratch: string;
let file: string;
let folder: string;
beforeEach(() => {
  scratch = mkdtempSync(path.join(os.tmpdir(), 'extendsync-empty-'));
  file = path.join(scratch, 'empty-database.br');
  folder = path.join(scratch, 'postgres');
  const made = path.join(scratch, 'made');
  mkdirSync(path.join(made, 'base/1'), { recursive: true });
  mkdirSync(path.join(made, 'pg_notify'));
  writeFileSync(path.join(made, 'PG_VERSION'), '18\n');
  writeFileSync(path.join(made, 'base/1/PG_VERSION'), '18\n');
  writeFileSync(path.join(made, 'base/1/1255'), Buffer.from([0, 10, 255, 128]));
  writeFileSync(path.join(made, 'base/1/3000'), '');
  writeFileSync(file, pack(made));
});
afterEach(() => {
  jest.restoreAllMocks();
  rmSync(scratch, { recursive: true, force: true });
});

const contentOf = (name: string): string => readFileSync(path.join(folder, name)).toString('hex');

test('15.4: a first start gets the files of the database that the build has made, for its own user alone', () => {
  expect(unpackEmptyDatabase(file, folder)).toBe(true);
  expect(readdirSync(folder, { recursive: true, encoding: 'utf8' }).toSorted()).toEqual([
    'PG_VERSION',
    'base',
    'base/1',
    'base/1/1255',
    'base/1/3000',
    'base/1/PG_VERSION',
    'pg_notify',
  ]);
  expect(['PG_VERSION', 'base/1/PG_VERSION', 'base/1/1255', 'base/1/3000'].map(contentOf)).toEqual([
    '31380a',
    '31380a',
    '000aff80',
    '',
  ]);
  if (process.platform !== 'win32') {
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    expect(statSync(path.join(folder, 'base/1/1255')).mode & 0o777).toBe(0o600);
  }
});

test('15.4: one that a killed start has left half unpacked is unpacked anew', () => {
  mkdirSync(`${folder}.unpacking`);
  writeFileSync(path.join(`${folder}.unpacking`, 'half'), '');
  expect(unpackEmptyDatabase(file, folder)).toBe(true);
  expect(readdirSync(folder)).toEqual(['PG_VERSION', 'base', 'pg_notify']);
  expect(readdirSync(scratch)).not.toContain('postgres.unpacking');
});

test.each([
  ['is missing', () => rmSync(file)],
  ['is no packed database', () => writeFileSync(file, 'nonsense')],
  ['ends too early', () => writeFileSync(file, readFileSync(file).subarray(0, 40))],
  [
    'was made by another PGlite',
    () => {
      const text = brotliDecompressSync(readFileSync(file)).toString('latin1');
      const other = text.replace(/"pglite":"[^"]*"/, '"pglite":"0.0.1"');
      writeFileSync(file, brotliCompressSync(Buffer.from(other, 'latin1')));
    },
  ],
])('15.4: where it %s, nothing is left in the way of PGlite making one itself', (_what, spoil) => {
  spoil();
  expect(unpackEmptyDatabase(file, folder)).toBe(false);
  expect(readdirSync(scratch).filter((name) => name.startsWith('postgres'))).toEqual([]);
});

test('A4: where its disk has no room for all of it, that is said at once, and nothing is left', () => {
  const write = fs.writeFileSync;
  jest
    .spyOn(fs, 'writeFileSync')
    .mockImplementationOnce(write)
    .mockImplementation(() => {
      throw Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' });
    });
  expect(() => unpackEmptyDatabase(file, folder)).toThrow('ENOSPC');
  expect(readdirSync(scratch).filter((name) => name.startsWith('postgres'))).toEqual([]);
});

// `npm test` and a build make it before.
(existsSync(cachedEmptyDatabase()) ? describe : describe.skip)('the one that was built last', () => {
  test('15.4: has the tables of the jobs, so that the panes of a first start need not wait for them', async () => {
    const database = await openEmbedded();
    const [row] = await database.query<{ has: boolean }>(
      `select exists (select from extendsync_jobs.queue where name = 'sweep') as has`,
    );
    await database.close();
    expect(row).toEqual({ has: true });
  });
});
