import fs, {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readlinkSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { DatabaseUnavailable } from '../../../src/service/database/database';
import { unpackEmptyDatabase } from '../../../src/service/database/empty-database';
import { refusalAtStart } from '../../../src/service/database/open-database';
import { openPglite } from '../../../src/service/database/pglite';
import { SettingsError } from '../../../src/service/settings-error';
import { cachedEmptyDatabase } from '../../tools/empty-database-cache';

jest.setTimeout(120_000);

let dataDir: string;
beforeEach(() => {
  dataDir = mkdtempSync(path.join(os.tmpdir(), 'extendsync-damaged-'));
});
afterEach(() => {
  jest.restoreAllMocks();
  rmSync(dataDir, { recursive: true, force: true });
});

const at = (name: string): string => path.join(dataDir, 'postgres', name);
const refused = async (): Promise<string> => {
  const error = await openPglite(dataDir).then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(SettingsError);
  // The folder is given free again.
  expect(readdirSync(dataDir).filter((name) => name.startsWith('claim'))).toEqual([]);
  return (error as SettingsError).problems['DATA_DIR'] ?? '';
};

// `npm test` and a build make it before.
(fs.existsSync(cachedEmptyDatabase()) ? describe : describe.skip)(
  'D7: a folder that was copied in part',
  () => {
    beforeEach(() => unpackEmptyDatabase(cachedEmptyDatabase(), path.join(dataDir, 'postgres')));

    test.each<[string, () => void, RegExp]>([
      ['its first file is empty', () => writeFileSync(at('PG_VERSION'), ''), /is not a valid data directory/],
      ['a file ends too early', () => truncateSync(at('global/pg_control'), 100), /read 100 of/],
      [
        'its databases lack',
        () => rmSync(at('base'), { recursive: true }),
        /database "postgres" does not exist/,
      ],
      [
        'its log lacks',
        () => readdirSync(at('pg_wal')).forEach((name) => rmSync(at(`pg_wal/${name}`), { recursive: true })),
        /could not locate a valid checkpoint record/,
      ],
    ])('is told with PostgreSQL’s reason and what to do, where %s', async (_what, damage, reason) => {
      damage();
      const words = await refused();
      expect(words).toMatch(/^the database in \S+postgres cannot be opened \(/);
      expect(words).toMatch(reason);
      expect(words).toMatch(/put your backup back, or move it away/);
    });
  },
);

test('D7: a file in the place of the folder is told', async () => {
  writeFileSync(path.join(dataDir, 'postgres'), '');
  expect(await refused()).toMatch(/a part of \S+ is no folder.*ENOTDIR/);
});

test('A4: a first start on a full disk says that it is full, and leaves nothing that the next would stumble on', async () => {
  jest.spyOn(fs, 'writeSync').mockImplementation(() => {
    throw Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' });
  });
  expect(await refused()).toMatch(/there is no room left at \S+\. Make some/);
  expect(readdirSync(dataDir)).toEqual([]);
});

test('D7: a start that fails takes away nothing that was there before, as a link to a volume that is not mounted', async () => {
  const link = path.join(dataDir, 'postgres');
  symlinkSync(path.join(dataDir, 'volume'), link);
  expect(await refused()).toMatch(/postgres.*EEXIST/);
  expect(readlinkSync(link)).toBe(path.join(dataDir, 'volume'));
});

describe('A2: what is written into a folder its owner must be able to read', () => {
  /** Whose a file is, of those with such a name. */
  const belongs = (name: RegExp, uid: number): void => {
    const real = fs.statSync;
    jest.spyOn(fs, 'statSync').mockImplementation((...args: Parameters<typeof real>) => {
      const seen = real(...args);
      return seen && name.test(String(args[0])) ? Object.assign(seen, { uid }) : seen;
    });
  };
  const another = process.getuid!() + 1;

  test('so nobody else opens it', async () => {
    mkdirSync(path.join(dataDir, 'postgres'));
    belongs(/postgres$/, another);
    expect(await refused()).toMatch(
      /postgres belongs to another user \(\d+\) than what this one makes there \(\d+\)\. Run it as that user; where this one is the service’s, give it the whole folder/,
    );
    expect(readdirSync(dataDir)).toEqual(['postgres']);
  });

  test('and a user who may make nothing there is told whose it is, not to take the right', async () => {
    mkdirSync(path.join(dataDir, 'postgres'));
    belongs(/postgres$/, another);
    jest.spyOn(fs, 'mkdtempSync').mockImplementation(() => {
      throw Object.assign(new Error('EACCES: permission denied, mkdtemp'), {
        code: 'EACCES',
        syscall: 'mkdtemp',
      });
    });
    expect(await refused()).toMatch(/postgres belongs to another user \(\d+\) .*Run it as that user/);
  });

  test('but on a share that gives all of it to one user, whoever writes it, it opens again', async () => {
    unpackEmptyDatabase(cachedEmptyDatabase(), path.join(dataDir, 'postgres'));
    belongs(/./, another);
    await (await openPglite(dataDir)).close();
    expect(readdirSync(dataDir)).toEqual(['postgres']);
  });
});

describe('A4: what a database refuses after it was opened is the fault of its setting', () => {
  const readOnly = Object.assign(new Error('cannot execute CREATE TABLE in a read-only transaction'), {
    severity: 'ERROR',
    code: '25006',
  });
  test.each([
    ['a statement', readOnly],
    ['one that the service takes for an absence', new DatabaseUnavailable('away', { cause: readOnly })],
  ])('by %s', (_what, error) => {
    expect(String(refusalAtStart({ databaseUrl: 'postgres://x', dataDir: '' }, error))).toMatch(
      /DATABASE_URL: the database cannot be used \(cannot execute CREATE TABLE in a read-only transaction\)\. See that it is no read-only copy/,
    );
    expect(String(refusalAtStart({ dataDir: '/data' }, error))).toMatch(
      /DATA_DIR: .*\/data .*See that its disk has room.*where it is damaged, put your backup back/,
    );
  });

  test('and an error that is none of a database’s stays what it is', async () => {
    const bug = new TypeError('x is not a function');
    expect(refusalAtStart({ dataDir: '/data' }, bug)).toBe(bug);
  });
});
