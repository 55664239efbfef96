import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import net, { type AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { systemClock } from '../../../src/service/clock';
import { DatabaseUnavailable, type Database } from '../../../src/service/database/database';
import { claimDataDir } from '../../../src/service/database/data-dir-claim';
import { mayMakeTables, migrate, migrationState } from '../../../src/service/database/migrations';
import { refusalAtStart, openDatabase } from '../../../src/service/database/open-database';
import { openPostgres } from '../../../src/service/database/postgres';
import { createRequestStore } from '../../../src/service/requests/store';
import { loadServiceKey } from '../../../src/service/requests/service-key';
import { SettingsError } from '../../../src/service/settings-error';
import { CONTOSO, CONTOSO_DOMAIN } from '../../support/evidence';
import { ManualClock } from '../../support/manual-clock';
import {
  DATABASE_KINDS,
  startDatabases,
  type DatabaseServer,
  type EmptyDatabase,
} from '../testing/databases';

const START_LIMIT_MS = 90_000;

describe.each(DATABASE_KINDS)('on %s', (kind) => {
  let databases: DatabaseServer;
  beforeAll(async () => {
    databases = await startDatabases(kind);
  }, START_LIMIT_MS);
  afterAll(() => databases.stop());

  test('the tables are made once; a later start finds them', async () => {
    const { database } = await databases.empty();
    await migrate(database);
    await migrate(database);
    const tables = await database.query<{ table_name: string }>(
      'select table_name from information_schema.tables where table_schema = current_schema() order by 1',
    );
    expect(tables.map(({ table_name }) => table_name)).toEqual([
      'attempts',
      'extendsync_migrations',
      'follow_ups',
      'look_keys',
      'looks',
      'rate_limits',
      'request_events',
      'requests',
      'service_keys',
      'spread_checks',
      'tenant_checks',
      'tenant_counts',
      'tenant_domains',
      'tenant_hints',
      'tenant_history',
      'tenant_looks',
      'tenant_situations',
      'tenants',
      'webhook_failures',
      'webhook_stops',
    ]);
  });

  test('15.3: an installation whose search path goes on to the schema of another one makes tables of its own', async () => {
    const { database: neighbour } = await databases.withTables();
    const [other] = await neighbour.query<{ name: string }>('select current_schema() as name');
    const { database } = await databases.empty([other?.name ?? '']);
    const tables = 'select 1 from pg_tables where schemaname = ';
    const theirs = await database.query(`${tables}$1`, [other?.name]);
    expect(theirs.length).toBeGreaterThan(0);

    expect(await migrationState(database)).toMatchObject({ applied: 0 });
    await migrate(database);
    expect(await database.query(`${tables}current_schema()`)).toHaveLength(theirs.length);
    const { applied, newest } = await migrationState(database);
    expect(applied).toBe(newest);
  });

  test('a text of several statements: the rows of the last, and nothing is left of one that fails', async () => {
    const { database } = await databases.empty();
    await database.script('create table things (number int); insert into things values (1), (2)');
    expect(
      await database.script('begin; update things set number = number + 1; commit; select 7 as n'),
    ).toEqual([{ n: 7 }]);
    expect(await database.script('select number from things order by 1')).toEqual([
      { number: 2 },
      { number: 3 },
    ]);
    await expect(database.script('begin; delete from things; select 1 / 0; commit')).rejects.toThrow(
      'division by zero',
    );
    // On PGlite it is the only connection; on PostgreSQL it is the one that is given out next.
    expect(await database.query('select number from things order by 1')).toEqual([
      { number: 2 },
      { number: 3 },
    ]);
  });

  test('15.4: a statement that comes often gives the same as any other, whatever its values hold', async () => {
    const { database } = await databases.empty();
    const sql =
      'select $1::text[] as texts, $2::text as text, $3::int[] as numbers, $4::bigint::text as number';
    for (const texts of [['', 'NULL', '{a,b}', 'a"b\\c', "it's", 'ü, ☃', ' x '], []]) {
      const values = [texts, "'; select \\", [1, -2], 7];
      const expected = [{ texts, text: "'; select \\", numbers: [1, -2], number: '7' }];
      expect(await database.query(sql, values)).toEqual(expected);
      expect(await database.query(sql, values, 'often')).toEqual(expected);
    }
    await database.script('create table things (number int)');
    const count = () =>
      database.query('select count(*)::int as n from things where number > $1', [0], 'often');
    expect(await count()).toEqual([{ n: 0 }]);
    // What was kept of it holds for the table as it is.
    await database.script('alter table things add other text; insert into things values (1)');
    expect(await count()).toEqual([{ n: 1 }]);
  });

  test('one that takes no writes is away, and nothing is wrong with the statement', async () => {
    const { database } = await databases.empty();
    await migrate(database);
    const written = database.script(
      'set transaction read only; update service_keys set value = value where false',
    );
    await expect(written).rejects.toThrow(DatabaseUnavailable);
    expect(await database.query('select name from service_keys')).toEqual([]);
  });

  test('S5: while hundreds of questions wait for the database, everything else has its turn', async () => {
    const { database } = await databases.empty();
    let answered = 0;
    const answeredAtFirstTurn = new Promise<number>((resolve) => setImmediate(() => resolve(answered)));
    await Promise.all(
      Array.from({ length: 300 }, async () => {
        await database.query('select 1');
        answered += 1;
      }),
    );
    expect(await answeredAtFirstTurn).toBeLessThan(10);
  });

  test('tables that another version made differently stop the start', async () => {
    const { database } = await databases.empty();
    await migrate(database);
    await database.query(`update extendsync_migrations set md5 = 'other' where version = 1`);
    await expect(migrate(database)).rejects.toThrow(/checksum/i);
  });

  test('a request from before there were domains and situations is found again after the update', async () => {
    const { database } = await databases.empty();
    const clock = new ManualClock();
    await migrate(database);
    const requests = createRequestStore(database, clock);
    const { id } = await requests.make({ tenant: CONTOSO, domain: CONTOSO_DOMAIN }, undefined);
    await database.query('alter table requests drop column domain');
    await database.query('alter table requests drop column situation, drop column waiting_tenant_id');
    await database.query('alter table attempts drop column situation, drop column is_answered');
    await database.query('alter table request_events drop column failure');
    await database.query('drop table looks, look_keys, tenant_looks, tenant_situations, spread_checks');
    await database.query('drop table tenant_domains, tenant_history, tenant_counts, tenants cascade');
    await database.query('drop table webhook_failures, webhook_stops');
    await database.query('delete from extendsync_migrations where version > 1');
    await migrate(database);
    const found = await requests.find(id);
    expect(found).toMatchObject({ tenant: CONTOSO, isWithdrawn: false });
    expect(found?.domain).toBeUndefined();
    const { id: newer } = await requests.make({ tenant: CONTOSO, domain: CONTOSO_DOMAIN }, undefined);
    expect(await requests.find(newer)).toMatchObject({ domain: CONTOSO_DOMAIN });
  });

  test('a key is made once for all instances, and one from the settings is not stored', async () => {
    const { database } = await databases.empty();
    const clock = new ManualClock();
    await migrate(database);
    const keys = await Promise.all([1, 2, 3].map(() => loadServiceKey(database, clock, 'state', undefined)));
    expect(new Set(keys.map((key) => Buffer.from(key).toString('hex'))).size).toBe(1);
    expect(keys[0]).toHaveLength(32);
    const given = await loadServiceKey(database, clock, 'state', 'a secret of at least 32 characters');
    expect(given).toHaveLength(32);
    expect(given).not.toEqual(keys[0]);
    expect(given).not.toEqual(
      await loadServiceKey(database, clock, 'rate-limits', 'a secret of at least 32 characters'),
    );
    expect(await database.query('select name from service_keys')).toEqual([{ name: 'state' }]);
  });

  test('news reach every listener, and none that has stopped listening', async () => {
    const { database } = await databases.empty();
    const heard: string[] = [];
    let arrived = (): void => undefined;
    const listening = () =>
      database.listen(
        (news) => {
          heard.push(news);
          arrived();
        },
        () => undefined,
        () => undefined,
      );
    const stop = await listening();
    const first = new Promise<void>((resolve) => {
      arrived = resolve;
    });
    await database.query(`select pg_notify('extendsync', 'one')`);
    await first;
    await stop();
    await database.query(`select pg_notify('extendsync', 'two')`);
    const again = await listening();
    const third = new Promise<void>((resolve) => {
      arrived = resolve;
    });
    await database.query(`select pg_notify('extendsync', 'three')`);
    await third;
    await again();
    expect(heard).toEqual(['one', 'three']);
  });
});

test.each(DATABASE_KINDS.filter((kind) => kind === 'postgres'))(
  'on %s, instances that start at the same moment make the tables once',
  async (kind) => {
    const databases = await startDatabases(kind);
    const { database, another } = await databases.empty();
    const others = await Promise.all([another(), another(), another()]);
    await Promise.all([database, ...others].map((each) => migrate(each)));
    const versions = await database.query<{ version: string | number }>(
      'select version from extendsync_migrations where version > 0 order by version',
    );
    await databases.stop();
    // Each step stands there once.
    expect(versions.map(({ version }) => Number(version))).toEqual(versions.map((_, index) => index + 1));
    expect(versions.length).toBeGreaterThan(0);
  },
  START_LIMIT_MS,
);

/** A proxy before a server whose connections can fall silent: what is on them hangs, as behind a firewall that has forgotten it. */
async function proxyTo(url: string) {
  const { hostname, port } = new URL(url);
  const ends = new Set<net.Socket>();
  const server = net.createServer((near) => {
    const far = net.connect(Number(port), hostname);
    near.pipe(far);
    far.pipe(near);
    for (const end of [near, far]) {
      ends.add(end);
      end.on('error', () => undefined);
    }
  });
  await new Promise<void>((done) => void server.listen(0, '127.0.0.1', done));
  const near = new URL(url);
  near.hostname = '127.0.0.1';
  near.port = String((server.address() as AddressInfo).port);
  return {
    url: near.href,
    fallsSilent: () => {
      for (const end of ends) end.unpipe().pause();
    },
    close: () => {
      for (const end of ends) end.destroy();
      server.close();
    },
  };
}

test.each(DATABASE_KINDS.filter((kind) => kind === 'postgres'))(
  'on %s, a listener whose connection falls silent notices, listens anew and looks for what it missed',
  async (kind) => {
    const databases = await startDatabases(kind);
    const { database, url = '' } = await databases.empty();
    const proxy = await proxyTo(url);
    const clock = new ManualClock();
    const far = await openPostgres(proxy.url, clock);
    const heard: string[] = [];
    let wake = (): void => undefined;
    const next = (): Promise<void> =>
      new Promise((resolve) => {
        wake = resolve;
      });
    const tell = (news: string): void => {
      heard.push(news);
      wake();
    };
    const stop = await far.listen(
      tell,
      () => tell('gap'),
      () => undefined,
    );

    // Proved alive twice: nothing happens.
    for (let proof = 1; proof <= 2; proof += 1) {
      await clock.advance(30_000);
      while (clock.nextInMs !== 30_000) await clock.advance(0);
    }
    expect(heard).toEqual([]);

    proxy.fallsSilent();
    await database.query(`select pg_notify('extendsync', 'lost')`);
    const gap = next();
    await clock.advance(30_000 + 5_000 + 1_000);
    await gap;
    const news = next();
    await database.query(`select pg_notify('extendsync', 'heard')`);
    await news;
    expect(heard).toEqual(['gap', 'heard']);

    await stop();
    clock.mustBeIdle();
    await far.close();
    proxy.close();
    await databases.stop();
  },
  START_LIMIT_MS,
);

describe.each(DATABASE_KINDS.filter((kind) => kind === 'postgres'))(
  'on %s, while somebody holds a connection',
  (kind) => {
    let databases: DatabaseServer;
    let empty: EmptyDatabase;
    beforeAll(async () => {
      databases = await startDatabases(kind);
      empty = await databases.empty();
    }, START_LIMIT_MS);
    afterAll(() => databases.stop());

    const cutWhoSleeps =
      "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and wait_event = 'PgSleep'";
    test.each<[string, (database: Database) => Promise<unknown>]>([
      ['a text', (database) => database.script('select pg_sleep(600)')],
      [
        'work in one transaction',
        (database) => database.exclusively((own) => own.query('select pg_sleep(600)')),
      ],
      [
        'such work between two statements',
        (database) =>
          database.exclusively(async (own) => {
            const [row] = (await own.query('select pg_backend_pid() as pid')).rows;
            await empty.database.query('select pg_terminate_backend($1)', [row?.['pid']]);
            await own.query('select 1');
          }),
      ],
    ])('the server cuts it: %s fails, and the process goes on', async (_what, work) => {
      const database = await empty.another();
      const ended = work(database).then(
        () => 'done',
        (error: unknown) => error,
      );
      let isOver = false;
      void ended.then(() => (isOver = true));
      while (!isOver) await empty.database.query(cutWhoSleeps);
      expect(await ended).toBeInstanceOf(DatabaseUnavailable);
      expect(await database.query('select 1 as one')).toEqual([{ one: 1 }]);
    });

    test('it falls silent: the end waits for no goodbye', async () => {
      const proxy = await proxyTo(empty.url ?? '');
      const far = await openPostgres(proxy.url, systemClock);
      const stopListening = await far.listen(
        () => undefined,
        () => undefined,
        () => undefined,
      );
      proxy.fallsSilent();
      jest.useFakeTimers({ doNotFake: ['nextTick', 'setImmediate', 'queueMicrotask'] });
      const ended = Promise.all([stopListening(), far.close()]);
      await jest.advanceTimersByTimeAsync(1_000);
      jest.useRealTimers();
      expect(await ended).toHaveLength(2);
      proxy.close();
    });

    test('it falls silent: whoever asks next gets another one', async () => {
      const proxy = await proxyTo(empty.url ?? '');
      const far = await openPostgres(proxy.url, systemClock);
      proxy.fallsSilent();
      jest.useFakeTimers({ doNotFake: ['nextTick', 'setImmediate', 'queueMicrotask'] });
      const asked = far.script('select 1').catch((error: unknown) => error);
      await jest.advanceTimersByTimeAsync(12_000);
      jest.useRealTimers();
      expect(await asked).toBeInstanceOf(DatabaseUnavailable);
      expect(await far.query('select 1 as one')).toEqual([{ one: 1 }]);
      await far.close();
      proxy.close();
    });
  },
);

test.each(DATABASE_KINDS.filter((kind) => kind === 'postgres'))(
  'F17: on %s, a listener that is cut and not let in again tells why, while everybody else goes on',
  async (kind) => {
    const databases = await startDatabases(kind);
    const { database, another } = await databases.empty();
    const listener = await another();
    const reasons: string[] = [];
    let wake = (): void => undefined;
    const stop = await listener.listen(
      () => undefined,
      () => reasons.push('back'),
      (reason) => {
        reasons.push(reason);
        wake();
      },
    );
    const letsIn = (does: boolean): Promise<unknown> =>
      database.query('update pg_database set datallowconn = $1 where datname = current_database()', [does]);
    await letsIn(false);
    const told = new Promise<void>((resolve) => {
      wake = () => {
        if (reasons.length === 2) resolve();
      };
    });
    await database.query(
      `select pg_terminate_backend(pid) from pg_stat_activity where query = 'listen extendsync'`,
    );
    await told;
    expect(reasons).toEqual([
      expect.stringContaining('terminating connection') as string,
      expect.stringContaining('not currently accepting connections') as string,
    ]);
    expect(await database.query('select 1 as one')).toEqual([{ one: 1 }]);
    await letsIn(true);
    await stop();
    await databases.stop();
  },
  START_LIMIT_MS,
);

test.each(DATABASE_KINDS.filter((kind) => kind === 'postgres'))(
  'on %s, a statement that is ended so that others can go on is asked again, and in the end the database is away',
  async (kind) => {
    const databases = await startDatabases(kind);
    const { database: other, url } = await databases.empty();
    // What PostgreSQL says of two that wait for each other, to the first statements that are asked.
    await other.script(
      `create table things (number int); create sequence asked;
       create function number_unless_ended(ended int) returns int language plpgsql as $$ begin
         if nextval('asked') <= ended then raise exception 'ended' using errcode = 'deadlock_detected'; end if;
         return 7;
       end $$`,
    );
    const database = await openDatabase({ dataDir: 'unused', databaseUrl: url }, systemClock);
    await database.query('insert into things select number_unless_ended(2)');
    expect(await database.query('select number from things')).toEqual([{ number: 7 }]);
    await expect(database.query('select number_unless_ended(1000)')).rejects.toThrow(DatabaseUnavailable);
    await database.close();
    await databases.stop();
  },
  START_LIMIT_MS,
);

describe('the embedded database', () => {
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'extendsync-data-'));
  afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

  test(
    'keeps what it was given, in the folder of the settings, for one process at a time',
    async () => {
      const first = await openDatabase({ dataDir }, systemClock);
      await migrate(first);
      await first.query(`insert into service_keys values ('test', 'kept', now())`);
      await expect(openDatabase({ dataDir }, systemClock)).rejects.toThrow(/DATA_DIR: another process uses/);
      await first.close();
      const second = await openDatabase({ dataDir }, systemClock);
      await migrate(second);
      expect(await second.query('select value from service_keys')).toEqual([{ value: 'kept' }]);
      await second.close();
    },
    START_LIMIT_MS,
  );

  test.each(['/srv/R&D#1/service', '/srv/50%off/service'])(
    'from %s, where PGlite does not find itself, it says so instead of ending in a stack',
    async (program) => {
      const opening = openDatabase({ dataDir }, systemClock, program);
      await expect(opening).rejects.toThrow(SettingsError);
      await expect(opening).rejects.toThrow(program);
    },
  );

  test('a folder that was given free can be claimed again', async () => {
    const release = await claimDataDir(dataDir);
    await expect(claimDataDir(path.join(dataDir, '.'))).rejects.toThrow(/another process/);
    const other = await claimDataDir(path.join(dataDir, 'other'));
    await release();
    await (
      await claimDataDir(dataDir)
    )();
    await other();
  });
});

describe('a database that is away', () => {
  const nowhere = 'postgres://user:hidden-password@127.0.0.1:1/database';

  test('is told from a wrong statement', async () => {
    await expect(openPostgres(nowhere, systemClock)).rejects.toThrow(DatabaseUnavailable);
  });

  test('stops the start with the name of the setting, and without the password', async () => {
    const opening = openDatabase({ dataDir: 'unused', databaseUrl: nowhere }, systemClock);
    await expect(opening).rejects.toThrow(SettingsError);
    await expect(opening).rejects.toThrow(/DATABASE_URL: .*ECONNREFUSED/);
    await expect(opening).rejects.not.toThrow(/hidden-password/);
  });
});

if (DATABASE_KINDS.includes('postgres'))
  describe('a PostgreSQL that answers no', () => {
    let databases: DatabaseServer;
    let address: URL;
    const role = `role_${randomBytes(4).toString('hex')}`;
    beforeAll(async () => {
      databases = await startDatabases('postgres');
      const { database, url } = await databases.empty();
      address = new URL(url ?? '');
      await database.script(`create role ${role} login password 'hidden-password' connection limit 2`);
    }, START_LIMIT_MS);
    afterAll(async () => {
      const { database } = await databases.empty();
      await database.script(`drop owned by ${role}; drop role ${role};`);
      await databases.stop();
    });

    /** What the start says to an address that differs in this. */
    const said = async (
      change: Partial<Pick<URL, 'username' | 'password' | 'pathname'>>,
    ): Promise<string> => {
      const databaseUrl = Object.assign(new URL(address), change).href;
      const error: unknown = await openDatabase({ dataDir: 'unused', databaseUrl }, systemClock).catch(
        (refusal: unknown) => refusal,
      );
      if (!(error instanceof SettingsError)) throw new Error('it is opened, or refused in another way');
      return error.message;
    };

    test.each([
      ['the password', { username: role, password: 'mistyped-password' }, /password authentication failed/],
      ['the name of the role', { username: 'nobody-here', password: 'mistyped-password' }, /failed for user/],
      ['the name of the database', { pathname: '/nothing-here' }, /"nothing-here" does not exist/],
    ])('13.2: to %s is told in its own words, without the password', async (_what, change, words) => {
      const message = await said(change);
      expect(message).toMatch(words);
      expect(message).not.toMatch(/mistyped-password|hidden-password|no answer/);
    });

    test('in an encoding that cannot hold every name is told so', async () => {
      const { database } = await databases.empty();
      const name = `latin_${randomBytes(4).toString('hex')}`;
      await database.query(`create database ${name} encoding 'LATIN1' locale 'C' template template0`);
      try {
        expect(await said({ pathname: `/${name}` })).toMatch(/DATABASE_URL: .*LATIN1.*UTF8/);
      } finally {
        await database.query(`drop database ${name}`);
      }
    });

    test('which prefers other forms of a date gives times all the same', async () => {
      const { database } = await databases.empty();
      const name = new URL(address).pathname.slice(1);
      await database.script(`alter database "${name}" set datestyle = 'SQL, DMY'`);
      try {
        const other = await openPostgres(address.href, systemClock);
        const at = new Date('2026-11-30T08:00:00.000Z');
        expect(await other.query('select $1::timestamptz as at', [at])).toEqual([{ at }]);
        await other.close();
      } finally {
        await database.script(`alter database "${name}" reset datestyle`);
      }
    });

    test('to whoever writes stops the start with the name of the setting', async () => {
      const { database, url } = await databases.empty();
      const readOnly = new URL(url ?? '');
      const options = `${readOnly.searchParams.get('options') ?? ''} -c default_transaction_read_only=on`;
      readOnly.searchParams.set('options', options);
      const opened = await openDatabase({ dataDir: 'unused', databaseUrl: readOnly.href }, systemClock);
      const error: unknown = await migrate(opened).catch((refusal: unknown) => refusal);
      expect(error).toBeInstanceOf(DatabaseUnavailable);
      expect(String(refusalAtStart({ dataDir: 'unused', databaseUrl: readOnly.href }, error))).toMatch(
        /DATABASE_URL: the database cannot be used \(.*read-only transaction/,
      );
      await opened.close();
      expect(await database.query('select 1 as one')).toEqual([{ one: 1 }]);
    });

    test('13.2: a role that may make no tables is told which right it lacks, before the start and at it', async () => {
      const [schema] = (/search_path=(\w+)/.exec(address.searchParams.get('options') ?? '') ?? []).slice(1);
      const { database } = await databases.empty();
      await database.script(`grant usage on schema ${schema ?? ''} to ${role}`);
      const url = Object.assign(new URL(address), { username: role, password: 'hidden-password' }).href;
      const own = await openPostgres(url, systemClock);
      try {
        expect(await mayMakeTables(own)).toBe(false);
        const starting = migrate(own);
        await expect(starting).rejects.toThrow(SettingsError);
        await expect(starting).rejects.toThrow(
          /permission denied for schema .*grant usage, create on schema/,
        );
        await database.script(`grant create on schema ${schema ?? ''} to ${role}`);
        expect(await mayMakeTables(own)).toBe(true);
        await migrate(own);
        // Another role's tables: not a table to make is what lacks.
        await database.script(`alter table ${schema ?? ''}.extendsync_migrations owner to current_user`);
        await expect(migrate(own)).rejects.toThrow(
          /permission denied for table .*be the owner of all tables/,
        );
      } finally {
        await own.close();
      }
    });
  });
