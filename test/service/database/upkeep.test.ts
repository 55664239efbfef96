import { setTimeout as soon } from 'node:timers/promises';
import { createCounts } from '../../../src/service/database/counts';
import type { Database } from '../../../src/service/database/database';
import { startHousekeeping } from '../../../src/service/housekeeping';
import { ManualClock } from '../../support/manual-clock';
import { aroundStatements } from '../../../src/service/database/around-statements';
import { DATABASE_KINDS, startDatabases, type DatabaseServer } from '../testing/databases';

const HOUR_MS = 60 * 60_000;
const DAY_H = 24;

describe.each(DATABASE_KINDS)('on %s', (kind) => {
  let databases: DatabaseServer;
  let database: Database;
  let clock: ManualClock;
  let statements: string[];
  let troubles: unknown[];
  /** Called before each statement. */
  let before: (sql: string) => Promise<unknown>;
  let stop: (() => Promise<void>) | undefined;

  jest.setTimeout(60_000);
  beforeAll(async () => {
    databases = await startDatabases(kind);
  }, 90_000);
  afterAll(() => databases.stop());
  beforeEach(async () => {
    ({ database } = await databases.withTables());
    clock = new ManualClock();
    [statements, troubles] = [[], []];
    before = () => Promise.resolve();
  });
  afterEach(async () => {
    await stop?.();
    clock.mustBeIdle();
  });

  const sweptAgain = async (): Promise<void> => {
    while (clock.pending === 0) await soon(1);
  };
  const starts = async (): Promise<void> => {
    const counts = createCounts(database);
    stop = startHousekeeping({
      database: aroundStatements(database, async (ask, sql) => {
        statements.push(sql);
        await before(sql);
        return ask();
      }),
      clock,
      sweepLimits: () => counts.sweep(clock.now()),
      keepLedger: () => Promise.resolve(),
      onTrouble: (error) => troubles.push(error),
    });
    await sweptAgain();
  };
  const hourPasses = async (): Promise<void> => {
    // PostgreSQL's figures of what has changed come a second late at most.
    await database.query('select pg_stat_force_next_flush()');
    await clock.advance(HOUR_MS);
    await sweptAgain();
  };
  const upkeep = (): readonly string[] => statements.filter((sql) => /^(?:vacuum|checkpoint)/.test(sql));
  const sizeOf = async (table: string): Promise<number> => {
    const [row] = await database.query<{ size: number }>('select pg_relation_size($1)::int as size', [table]);
    return row!.size;
  };
  const callersCome = (hour: number): Promise<unknown> =>
    database.query(
      `insert into rate_limits (key, points, expire)
       select 'consent-by-user:' || $1 || '-' || n, 1, $2 from generate_series(1, 300) n`,
      [String(hour), clock.now() + 60_000],
    );

  if (kind === 'postgres') {
    test('is kept up by its own processes', async () => {
      await starts();
      await callersCome(0);
      await hourPasses();
      expect(upkeep()).toEqual([]);
    });
    return;
  }

  test('what comes and goes every hour, and what is written anew every day, takes no more room from day to day', async () => {
    await database.query(
      `insert into tenants (tenant_id, sort_name, state, since, first_seen_at, seen_by, next_check_at)
       select n::text, n::text, 'granted', now(), now(), 'pane', now() from generate_series(1, 240) n`,
    );
    await starts();
    const sizes: (readonly number[])[] = [];
    for (let hour = 0; hour < 5 * DAY_H; hour += 1) {
      await callersCome(hour);
      await database.query('update tenants set checked_at = now() where tenant_id::int % 24 = $1', [
        hour % DAY_H,
      ]);
      await hourPasses();
      if (hour % DAY_H === DAY_H - 1) sizes.push([await sizeOf('rate_limits'), await sizeOf('tenants')]);
    }
    expect(troubles).toEqual([]);
    expect(sizes.at(-1)).toEqual(sizes[1]);
  });

  test('what was written goes into the files, and its log is not kept', async () => {
    const checkpoint = () => database.query('select redo_lsn::text from pg_control_checkpoint()');
    await starts();
    const atStart = await checkpoint();
    await callersCome(0);
    await hourPasses();
    expect(await checkpoint()).not.toEqual(atStart);
  });

  test('a start waits for none of it, and so does a stop', async () => {
    await callersCome(0);
    await database.query('delete from rate_limits');
    await database.query('select pg_stat_force_next_flush()');
    await starts();
    expect(upkeep()).toEqual([]);
    let stopped: Promise<void> | undefined;
    before = async (sql) => {
      if (sql.startsWith('vacuum')) stopped ??= stop?.();
      return Promise.resolve();
    };
    await clock.advance(HOUR_MS);
    while (stopped === undefined) await soon(1);
    await stopped;
    expect(upkeep()).toHaveLength(1);
    expect(troubles).toEqual([]);
  });

  test('a table that goes meanwhile is no trouble', async () => {
    await database.script(
      'create table short_lived as select n from generate_series(1, 1000) n; delete from short_lived;',
    );
    before = async (sql) => {
      if (sql.startsWith('vacuum')) await database.query('drop table if exists short_lived');
    };
    await starts();
    await hourPasses();
    expect(upkeep()).toContain('vacuum (analyze) short_lived');
    expect(upkeep()).toContain('checkpoint');
    expect(troubles).toEqual([]);
  });
});
