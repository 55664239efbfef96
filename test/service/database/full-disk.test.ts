import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as soon } from 'node:timers/promises';
import { DatabaseUnavailable, type Database } from '../../../src/service/database/database';
import { unpackEmptyDatabase } from '../../../src/service/database/empty-database';
import { openPglite } from '../../../src/service/database/pglite';
import { watchRoom } from '../../../src/service/room-watch';
import { SettingsError } from '../../../src/service/settings-error';
import { ManualClock } from '../../support/manual-clock';
import { cachedEmptyDatabase } from '../../tools/empty-database-cache';
import { openEmbedded } from '../testing/embedded-database';

const MEGABYTE = 1024 * 1024;

describe('D2: the disk of an embedded database is full', () => {
  jest.setTimeout(120_000);
  let folder: string;
  let database: Database;

  beforeEach(async () => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'extendsync-full-'));
    // Where nobody has built one yet, PGlite makes it, which takes its time.
    unpackEmptyDatabase(cachedEmptyDatabase(), path.join(folder, 'postgres'));
    database = await openPglite(folder);
    // The file of the table has room for more rows; what is full is the log that each of them is written into first.
    await database.query('create table notes (n integer)');
    await database.query('insert into notes values (1)');
  });
  afterEach(() => {
    jest.restoreAllMocks();
    fs.rmSync(folder, { recursive: true, force: true });
  });

  const fills = (): void => {
    jest.spyOn(fs, 'writeSync').mockImplementation(() => {
      throw Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' });
    });
  };
  const insert = 'insert into notes values (2)';
  const WAYS: Readonly<Record<string, () => Promise<unknown>>> = {
    'a statement': () => database.query(insert),
    'one that runs often': () => database.query('insert into notes values ($1)', [2], 'often'),
    'a script': () => database.script(`begin; ${insert}; commit;`),
    'a transaction': () => database.exclusively((session) => session.query(insert)),
  };

  test.each(Object.keys(WAYS))(
    'which %s meets: the database says that it has ended and why, and refuses each other statement at once',
    async (way) => {
      fills();
      await expect(WAYS[way]!()).rejects.toThrow(DatabaseUnavailable);
      const reason = await database.ended;
      expect(reason).toBeInstanceOf(SettingsError);
      expect(reason?.message).toMatch(
        /^The service cannot go on:\n {2}DATA_DIR: the embedded database at \S+ has ended \(could not write to .*: No space left on device\)\. See that its disk has room/,
      );
      for (const other of Object.values(WAYS)) await expect(other()).rejects.toThrow(DatabaseUnavailable);
      // Room that is made now is for the next process.
      jest.restoreAllMocks();
      await expect(database.query('select 1')).rejects.toThrow(DatabaseUnavailable);
      await database.close();
      const next = await openPglite(folder);
      expect(await next.query('select n from notes')).toEqual([{ n: 1 }]);
      await next.close();
    },
  );

  test('where a file of a table has no room, the statement alone fails', async () => {
    jest.spyOn(fs, 'writeSync').mockImplementationOnce(() => {
      throw Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' });
    });
    await expect(database.query('insert into notes select generate_series(1, 1000)')).rejects.toMatchObject({
      name: 'DatabaseUnavailable',
      cause: { code: '53100' },
    });
    await database.query(insert);
    await database.close();
  });
});

describe('D2: the disk of an embedded database is filling up', () => {
  let clock: ManualClock;
  let freeBytes: number;
  let said: (boolean | string)[];
  const starts = (database: Database) =>
    watchRoom({
      database: {
        ...database,
        query: (...args) => {
          said.push(args[0]);
          return database.query(...args);
        },
        freeBytes: () => freeBytes,
      },
      clock,
      onShort: (isShort) => said.push(isShort),
      onTrouble: (error) => said.push(String(error)),
    });

  test('it is said before it is full and again when there is room, and what the log need not keep is given back', async () => {
    const database = await openEmbedded();
    clock = new ManualClock();
    [freeBytes, said] = [5000 * MEGABYTE, []];
    const minutePasses = async (): Promise<void> => {
      await clock.advance(60_000);
      while (clock.pending === 0) await soon(1);
    };
    const room = starts(database);
    await minutePasses();
    expect(room.isShort()).toBe(false);
    freeBytes = 100 * MEGABYTE;
    await minutePasses();
    await minutePasses();
    expect(room.isShort()).toBe(true);
    freeBytes = 300 * MEGABYTE;
    await minutePasses();
    expect(room.isShort()).toBe(false);
    expect(said).toEqual([true, 'checkpoint', 'checkpoint', false]);
    await room.stop();
    clock.mustBeIdle();
    await database.close();
  });
});
