import { PERMISSION_SET } from '../../../src/core/permission-set';
import { parseTenantId, type TenantId } from '../../../src/core/tenant';
import type { Database } from '../../../src/service/database/database';
import { openJobQueue, type JobQueue } from '../../../src/service/database/job-queue';
import { createServiceJobs } from '../../../src/service/jobs/service-jobs';
import { waitMs } from '../../../src/service/ledger/waits';
import type { TenantFacts } from '../../../src/service/tenant/facts';
import { ManualClock } from '../../support/manual-clock';
import { DATABASE_KINDS, onEmptyTables } from '../testing/databases';
import { dyingDatabase, grantedFacts, startLedgerParts, type LedgerParts } from '../testing/ledger-parts';

const DAY_MS = 24 * 60 * 60_000;
const MINUTE_MS = 60_000;
const NOTHING: TenantFacts = { kind: 'nothing-granted', code: 'AADSTS700016' };
const THROTTLED: TenantFacts = { kind: 'no-answer', because: 'throttled', retryAfterMs: 3 * 60 * MINUTE_MS };
const tenantNumber = (number: number): TenantId =>
  parseTenantId(`00000000-0000-4000-8000-${String(number).padStart(12, '0')}`)!;

describe('an organisation’s wait', () => {
  test('is a tenth more or less than the setting, always the same, and a thousand do not stay together', () => {
    const waits = Array.from({ length: 1_000 }, (_, number) => waitMs(tenantNumber(number), DAY_MS));
    expect(waitMs(tenantNumber(7), DAY_MS)).toBe(waits[7]);
    expect(Math.min(...waits)).toBeGreaterThanOrEqual(0.9 * DAY_MS);
    expect(Math.max(...waits)).toBeLessThanOrEqual(1.1 * DAY_MS);
    const busiestTenth = Math.max(
      ...Array.from({ length: 10 }, (_, part) => {
        const from = (0.9 + part * 0.02) * DAY_MS;
        return waits.filter((wait) => wait >= from && wait < from + 0.02 * DAY_MS).length;
      }),
    );
    expect(busiestTenth).toBeLessThan(150);
  });
});

describe.each(DATABASE_KINDS)('on %s', (kind) => {
  // The machine may be busy; a sweep that hangs is found all the same.
  jest.setTimeout(30_000);

  let database: Database;
  let clock: ManualClock;
  let asked: TenantId[];
  let parts: LedgerParts;
  let microsoft: (tenant: TenantId) => Promise<TenantFacts>;

  onEmptyTables(kind, (opened) => {
    database = opened;
  });
  const start = (on: Database = database): Promise<LedgerParts> =>
    startLedgerParts(on, clock, (tenant) => {
      asked.push(tenant);
      return microsoft(tenant);
    });
  beforeEach(async () => {
    clock = new ManualClock();
    asked = [];
    microsoft = () => Promise.resolve(NOTHING);
    parts = await start();
  });
  afterEach(() => parts.close());

  /** Organisations that an operator has entered: they are due at once. */
  const enter = async (count: number): Promise<readonly TenantId[]> => {
    const tenants = Array.from({ length: count }, (_, number) => tenantNumber(number));
    await database.query(
      `insert into tenants (tenant_id, sort_name, state, since, first_seen_at, seen_by, next_check_at)
       select id, id, 'could-not-tell', $2, $2, 'operator', $2 from unnest($1::text[]) id`,
      [tenants, new Date(clock.now())],
    );
    return tenants;
  };
  const states = async (): Promise<readonly string[]> =>
    (await database.query<{ state: string }>('select state from tenants order by tenant_id')).map(
      ({ state }) => state,
    );
  const nextCheckIn = async (tenant: TenantId): Promise<number> => {
    const [row] = await database.query<{ next_check_at: Date }>(
      'select next_check_at from tenants where tenant_id = $1',
      [tenant],
    );
    return (row?.next_check_at.getTime() ?? NaN) - clock.now();
  };

  test('who is due is asked about once, and again a day later', async () => {
    const [first] = await enter(20);
    expect(await parts.sweep.isDue()).toBe(true);
    expect(await parts.sweep.sweepOnce()).toBe(20);
    expect(new Set(asked).size).toBe(20);
    expect(await states()).toEqual(Array.from({ length: 20 }, () => 'never-asked'));
    expect(await parts.sweep.isDue()).toBe(false);
    expect(await parts.sweep.sweepOnce()).toBe(0);
    expect(await nextCheckIn(first!)).toBe(waitMs(first!, DAY_MS));
    await clock.advance(1.1 * DAY_MS);
    expect(await parts.sweep.sweepOnce()).toBe(20);
    expect(parts.outcomes).toEqual(Array.from({ length: 40 }, () => 'answered'));
  });

  test('at most eight questions are under way, and there are eight as long as there is work', async () => {
    await enter(30);
    let underWay = 0;
    let begin = (): void => undefined;
    const eight = new Promise<void>((resolve) => {
      begin = resolve;
    });
    const counts: number[] = [];
    microsoft = async () => {
      underWay += 1;
      counts.push(underWay);
      if (underWay === 8) begin();
      await eight;
      await database.query('select 1');
      underWay -= 1;
      return NOTHING;
    };
    await parts.sweep.sweepOnce();
    expect(Math.max(...counts)).toBe(8);
    expect(counts).toHaveLength(30);
  });

  test('Retry-After is obeyed, and one organisation’s wait holds up no other', async () => {
    const [slow] = await enter(10);
    microsoft = (tenant) => Promise.resolve(tenant === slow ? THROTTLED : NOTHING);
    expect(await parts.sweep.sweepOnce()).toBe(10);
    expect(await nextCheckIn(slow!)).toBe(3 * 60 * MINUTE_MS);
    microsoft = () => Promise.resolve(NOTHING);
    await clock.advance(3 * 60 * MINUTE_MS - 1);
    expect(await parts.sweep.sweepOnce()).toBe(0);
    await clock.advance(1);
    expect(await parts.sweep.sweepOnce()).toBe(1);
    expect(asked.at(-1)).toBe(slow);
  });

  test('a wait of days is obeyed as well', async () => {
    const [slow] = await enter(1);
    microsoft = () => Promise.resolve({ ...THROTTLED, retryAfterMs: 3 * DAY_MS });
    await parts.sweep.sweepOnce();
    expect(await nextCheckIn(slow!)).toBe(3 * DAY_MS);
    expect(await parts.sweep.isDue()).toBe(false);
    await clock.advance(2 * DAY_MS);
    expect(await parts.sweep.sweepOnce()).toBe(0);
  });

  describe('the clock of the instance that wrote was a month ahead, and has been set right since', () => {
    const ahead = (column: string): string => `${column} = ${column} + interval '30 days'`;
    const writtenAhead = async (columns: readonly string[]): Promise<void> => {
      await database.query(`update tenant_checks set ${ahead('checked_at')}`);
      await database.query(`update tenants set ${columns.map(ahead).join(', ')}`);
    };

    test('what it asked about is asked about anew, once', async () => {
      const [first] = await enter(3);
      await parts.sweep.sweepOnce();
      await writtenAhead(['checked_at', 'since', 'next_check_at']);
      expect(await parts.sweep.isDue()).toBe(true);
      microsoft = () => Promise.resolve(grantedFacts(PERMISSION_SET));
      expect(await parts.sweep.sweepOnce()).toBe(3);
      expect(await states()).toEqual(['granted', 'granted', 'granted']);
      expect(await nextCheckIn(first!)).toBe(waitMs(first!, DAY_MS));
      expect(await parts.sweep.isDue()).toBe(false);
    });

    test('what has no answer then waits as all others do', async () => {
      const [first] = await enter(1);
      await parts.sweep.sweepOnce();
      await writtenAhead(['checked_at', 'next_check_at']);
      microsoft = () => Promise.resolve(THROTTLED);
      expect(await parts.sweep.sweepOnce()).toBe(1);
      expect(await nextCheckIn(first!)).toBe(3 * 60 * MINUTE_MS);
      expect(await parts.sweep.isDue()).toBe(false);
      await writtenAhead(['trouble_at', 'next_check_at']);
      expect(await parts.sweep.isDue()).toBe(true);
    });

    test('what was only entered is asked about', async () => {
      await enter(1);
      await writtenAhead(['first_seen_at', 'since', 'next_check_at']);
      expect(await parts.sweep.sweepOnce()).toBe(1);
    });
  });

  test('Microsoft throttles everybody: the run ends, and the rest waits for the next one', async () => {
    await enter(100);
    microsoft = () => Promise.resolve(THROTTLED);
    expect(await parts.sweep.sweepOnce()).toBeLessThan(20);
    expect(parts.outcomes).toContain('no-answer');
    microsoft = () => Promise.resolve(NOTHING);
    expect(await parts.sweep.sweepOnce()).toBeGreaterThan(80);
  });

  test('one question fails: the others are asked, and it is still due', async () => {
    const [broken] = await enter(10);
    microsoft = (tenant) =>
      tenant === broken ? Promise.reject(new Error('nobody foresaw it')) : Promise.resolve(NOTHING);
    expect(await parts.sweep.sweepOnce()).toBe(10);
    expect(parts.troubles).toHaveLength(1);
    expect(parts.outcomes.filter((outcome) => outcome === 'failed')).toHaveLength(1);
    expect(await parts.sweep.isDue()).toBe(true);
  });

  test('a deleted organisation is left alone, also when it is deleted while it is asked about', async () => {
    const [gone, going] = await enter(2);
    await parts.ledger.forget(gone!);
    microsoft = async (tenant) => {
      await parts.ledger.forget(tenant);
      await clock.advance(1);
      return grantedFacts(PERMISSION_SET);
    };
    expect(await parts.sweep.sweepOnce()).toBe(1);
    expect(asked).toEqual([going]);
    expect(await states()).toEqual(['could-not-tell', 'could-not-tell']);
    // Nor does what Microsoft said of it, with its name, stay behind.
    expect(await database.query('select * from tenant_checks')).toEqual([]);
    const [left] = await database.query<{ count: number }>(
      'select count(*)::int as count from tenants where deleted_at is null',
    );
    expect(left?.count).toBe(0);
  });

  test.each(['operator', 'sweep'] as const)('a question by the %s brings no deleted one back', async (by) => {
    const [gone] = await enter(1);
    microsoft = () => Promise.resolve(grantedFacts(PERMISSION_SET));
    // It was not deleted yet when the question was decided on.
    await parts.ledger.forget(gone!);
    await clock.advance(1);
    await parts.checks.check(gone!, by);
    await parts.recorded();
    for (const table of ['tenant_checks', 'tenant_history'])
      expect([table, await database.query(`select * from ${table}`)]).toEqual([table, []]);
    expect(await database.query('select name from tenants where deleted_at is not null')).toEqual([
      { name: null },
    ]);
  });

  test('the process is killed at any step: the next one asks about all that are left', async () => {
    for (let step = 0; step < 60; step += 6) {
      await database.query('delete from tenant_checks');
      await database.query('delete from tenants');
      await enter(12);
      // Its own first statement proves that it hears.
      const dying = await start(dyingDatabase(database, 1 + step).database);
      await dying.sweep.sweepOnce().catch(() => undefined);
      await dying.close();
      await clock.advance(2 * MINUTE_MS);
      await parts.sweep.sweepOnce();
      expect(await states()).toEqual(Array.from({ length: 12 }, () => 'never-asked'));
      expect(await parts.sweep.isDue()).toBe(false);
    }
  });

  test('the instance’s clock is set back by a month: the jobs of lost processes are found as before', async () => {
    let tidied = 0;
    const queue: JobQueue = {
      put: () => Promise.resolve(),
      take: () => Promise.resolve([]),
      done: () => Promise.resolve(),
      failed: () => Promise.resolve(),
      tidy: () => {
        tidied += 1;
        return Promise.resolve();
      },
    };
    let aheadMs = 30 * DAY_MS;
    const jobs = createServiceJobs({
      database,
      clock: { now: () => clock.now() + aheadMs, after: (ms, task) => clock.after(ms, task) },
      openQueue: () => Promise.resolve(queue),
      sweep: parts.sweep,
      webhooks: undefined,
      onHindrance: () => undefined,
      onTrouble: (error) => parts.troubles.push(error),
    });
    const restingTimers = clock.pending;
    jobs.start();
    const minute = async (): Promise<void> => {
      await clock.advance(MINUTE_MS);
      // The next rounds of the tidying and of the sweep wait.
      while (clock.pending < restingTimers + 2) await clock.advance(0);
    };
    await minute();
    expect(tidied).toBe(1);
    aheadMs = 0;
    for (let minutes = 0; minutes < 10; minutes += 1) await minute();
    expect(tidied).toBe(3);
    await jobs.stop();
  });

  test('a sweep that takes minutes holds up no job of a lost process', async () => {
    let tidied = 0;
    let isSweeping = false;
    let endSweep = (): void => undefined;
    const queue: JobQueue = {
      put: () => Promise.resolve(),
      take: (name) => Promise.resolve(name === 'sweep' ? [{ id: 'one', data: {}, output: undefined }] : []),
      done: () => Promise.resolve(),
      failed: () => Promise.resolve(),
      tidy: () => {
        tidied += 1;
        return Promise.resolve();
      },
    };
    const jobs = createServiceJobs({
      database,
      clock,
      openQueue: () => Promise.resolve(queue),
      sweep: {
        isDue: () => Promise.resolve(true),
        sweepOnce: () => {
          isSweeping = true;
          return new Promise((resolve) => (endSweep = () => resolve(0)));
        },
      },
      webhooks: undefined,
      onHindrance: () => undefined,
      onTrouble: (error) => parts.troubles.push(error),
    });
    jobs.start();
    for (let minutes = 0; minutes < 11; minutes += 1) await clock.advance(MINUTE_MS);
    expect(isSweeping).toBe(true);
    expect(tidied).toBe(3);
    endSweep();
    await jobs.stop();
  });

  test('of two instances one sweeps at a time, and the other goes on when the first one is lost', async () => {
    await enter(3);
    const troubles: unknown[] = [];
    const runs: string[] = [];
    const instance = (name: string, sweepOnce: () => Promise<number>) => {
      const jobs = createServiceJobs({
        database,
        clock,
        openQueue: openJobQueue,
        sweep: {
          isDue: parts.sweep.isDue,
          sweepOnce: () => {
            runs.push(name);
            return sweepOnce();
          },
        },
        webhooks: undefined,
        onHindrance: (hindrance) => troubles.push(hindrance),
        onTrouble: (error) => troubles.push(error),
      });
      jobs.start();
      return jobs;
    };
    const restingTimers = clock.pending;
    // Its process hangs or is gone: the job that it took never ends.
    instance('first', () => new Promise(() => undefined));
    await clock.advance(10_000);
    while (runs.length === 0) await clock.advance(0);
    const second = instance('second', parts.sweep.sweepOnce);
    const roundOfSecond = async (ms: number): Promise<void> => {
      await clock.advance(ms);
      // The next rounds of both wait: each instance's tidying, and the second one's sweep.
      while (clock.pending < restingTimers + 3) await clock.advance(0);
    };
    await roundOfSecond(10_000);
    expect(runs).toEqual(['first']);
    // pg-boss tells the time by the database's clock.
    const [row] = await database.query<{ name: string }>('select current_schema() as name');
    await database.query(
      `update extendsync_jobs_${row?.name ?? ''}.job set started_on = started_on - interval '11 minutes'
       where state = 'active'`,
    );
    for (let minute = 0; minute < 6; minute += 1) await roundOfSecond(MINUTE_MS);
    expect(runs).toEqual(['first', 'second']);
    expect(asked).toHaveLength(3);
    await second.stop();
    expect(troubles).toEqual([]);
  });
});
