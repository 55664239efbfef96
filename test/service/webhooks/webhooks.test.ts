import type { WebhookType } from '../../../src/core/ledger/webhook';
import { PERMISSION_SET } from '../../../src/core/permission-set';
import { parseTenantId, type TenantId } from '../../../src/core/tenant';
import type { Database } from '../../../src/service/database/database';
import { openJobQueue, type JobQueue } from '../../../src/service/database/job-queue';
import { migrate } from '../../../src/service/database/migrations';
import { addressesOf } from '../../../src/service/webhooks/addresses';
import { putErrands } from '../../../src/service/webhooks/outbox';
import { createServiceJobs } from '../../../src/service/jobs/service-jobs';
import type { TenantFacts } from '../../../src/service/tenant/facts';
import { createWebhookFailures } from '../../../src/service/webhooks/failures';
import {
  AT_ONCE,
  WEBHOOK_QUEUES,
  createWebhooks,
  type Webhooks,
} from '../../../src/service/webhooks/webhooks';
import { ManualClock } from '../../support/manual-clock';
import { DATABASE_KINDS, emptyTables, startDatabases, type DatabaseServer } from '../testing/databases';
import { dyingDatabase, grantedFacts, startLedgerParts, type LedgerParts } from '../testing/ledger-parts';
import { startWebhookReceiver, WEBHOOK_SECRET, type WebhookReceiver } from '../testing/webhook-receiver';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
/** More statements than it takes to make the queues. */
const OPENING = 13;
const START_LIMIT_MS = 90_000;
const CONTOSO = parseTenantId('11111111-1111-4111-8111-111111111111')!;
const FABRIKAM = parseTenantId('22222222-2222-4222-8222-222222222222')!;
const NOTHING: TenantFacts = { kind: 'nothing-granted', code: 'AADSTS700016' };
const GRANTED = grantedFacts(PERMISSION_SET);
const PARTIAL = grantedFacts(
  PERMISSION_SET.filter(({ scope, kind }) => scope !== 'Mail.ReadWrite' || kind !== 'delegated'),
);

describe.each(DATABASE_KINDS)('on %s', (kind) => {
  let databases: DatabaseServer;
  let receiver: WebhookReceiver;
  let database: Database;
  let jobSchema: string;
  let clock: ManualClock;
  let says: Map<TenantId, TenantFacts>;
  let process: Process;

  jest.setTimeout(60_000);
  beforeAll(async () => {
    [databases, receiver] = await Promise.all([startDatabases(kind), startWebhookReceiver()]);
    ({ database } = await databases.empty());
    await migrate(database);
    const [row] = await database.query<{ name: string }>('select current_schema() as name');
    jobSchema = `extendsync_jobs_${row?.name ?? ''}`;
  }, START_LIMIT_MS);
  afterAll(async () => {
    await receiver.stop();
    await databases.stop();
  });
  beforeEach(async () => {
    await emptyTables(database);
    begin();
    process = await startProcess();
    await database.query(`delete from ${jobSchema}.job`);
  });
  afterEach(() => process.end());

  /** Nobody has granted anything. It is nearly now: receivers take what was signed within five minutes of their clock. */
  const begin = (): void => {
    clock = new ManualClock(Date.now() - 4 * MINUTE_MS);
    says = new Map();
    receiver.received.length = 0;
    receiver.answer = () => 204;
  };

  /** What of an instance of the service finds changes and tells them. */
  interface Process {
    readonly parts: LedgerParts;
    readonly queue: JobQueue;
    readonly webhooks: Webhooks;
    readonly found: WebhookType[];
    readonly outcomes: string[];
    end(): Promise<void>;
  }
  const startProcess = async (on: Database = database, paths = ['/in/s3cret']): Promise<Process> => {
    const found: WebhookType[] = [];
    const outcomes: string[] = [];
    const parts = await startLedgerParts(
      on,
      clock,
      (tenant) => Promise.resolve(says.get(tenant) ?? NOTHING),
      (type) => found.push(type),
    );
    try {
      const queue = await openJobQueue(on, WEBHOOK_QUEUES, (error) => parts.troubles.push(error));
      const webhooks = createWebhooks({
        database: on,
        clock,
        fetch: receiver.fetch,
        addresses: addresses(paths),
        failures: createWebhookFailures(on, clock, addresses(paths)),
        secret: WEBHOOK_SECRET,
        version: '1.2.3',
        onTried: ({ outcome }) => outcomes.push(outcome),
        onGivenUp: () => outcomes.push('given up'),
        hasStopped: () => false,
      });
      return { parts, queue, webhooks, found, outcomes, end: parts.close };
    } catch (error) {
      await parts.close();
      throw error;
    }
  };

  const enter = (tenant: TenantId) => process.parts.ledger.enter(tenant, 'operator');
  /** When the last answer is old enough, Microsoft says something else, and the sweep finds it. */
  const become = async (tenants: readonly TenantId[], facts: TenantFacts): Promise<void> => {
    await clock.advance(MINUTE_MS + 1);
    for (const tenant of tenants) says.set(tenant, facts);
    await database.query('update tenants set next_check_at = $1 where tenant_id = any ($2::text[])', [
      new Date(clock.now()),
      tenants,
    ]);
    await process.parts.sweep.sweepOnce();
  };
  const becomes = (tenant: TenantId, facts: TenantFacts) => become([tenant], facts);
  const tell = async (by = process): Promise<void> => {
    await by.webhooks.collect(by.queue);
    const ends = await Promise.allSettled(by.webhooks.lanes.map((lane) => lane(by.queue)));
    for (const end of ends) if (end.status === 'rejected') throw end.reason;
    await by.webhooks.collect(by.queue);
  };
  /** pg-boss tells the time by the database's clock, which nobody can turn: the jobs are moved instead. */
  const waitingJobsAreDue = () =>
    database.query(
      `update ${jobSchema}.job set start_after = now() - interval '1 second',
         started_on = started_on - interval '2 minutes' where state < 'completed'`,
    );
  const addresses = (paths = ['/in/s3cret']) => addressesOf(paths.map((path) => receiver.origin + path));
  const failures = (paths?: string[]) => createWebhookFailures(database, clock, addresses(paths)).list();
  const retryAll = (paths?: string[]) => createWebhookFailures(database, clock, addresses(paths)).retryAll();
  const types = (): readonly string[] => receiver.received.map(({ message }) => message.type);

  test('granted, in part and withdrawn are told, signed, and each once', async () => {
    await enter(CONTOSO);
    await becomes(CONTOSO, GRANTED);
    const grantedAt = new Date(clock.now()).toISOString();
    await tell();
    await becomes(CONTOSO, PARTIAL);
    await becomes(CONTOSO, NOTHING);
    await tell();
    await tell();
    expect(types().toSorted()).toEqual(['tenant.granted', 'tenant.partial', 'tenant.withdrawn']);
    expect(receiver.received[0]?.message).toEqual({
      type: 'tenant.granted',
      timestamp: grantedAt,
      data: { tenantId: CONTOSO, name: 'Contoso', state: 'granted', missing: [], since: grantedAt },
    });
    const partial = receiver.received.find(({ message }) => message.type === 'tenant.partial');
    expect(partial?.message.data.missing).toEqual(['delegated:Mail.ReadWrite']);
    expect(new Set(receiver.received.map(({ id }) => id)).size).toBe(3);
    expect(process.found).toEqual(['tenant.granted', 'tenant.partial', 'tenant.withdrawn']);
  });

  test('a change that has the number of another one, told before a restore, has an id of its own', async () => {
    await enter(CONTOSO);
    await becomes(CONTOSO, GRANTED);
    await tell();
    // The database of before, or a new one: it counts from there.
    await emptyTables(database);
    await database.query(`delete from ${jobSchema}.job`);
    await enter(CONTOSO);
    await becomes(CONTOSO, PARTIAL);
    await tell();
    expect(types()).toEqual(['tenant.granted', 'tenant.partial']);
    const [told, after] = receiver.received;
    expect(after?.id).not.toBe(told?.id);
  });

  test('what was never asked, what is only proved anew and what an earlier version knew are not told', async () => {
    await enter(CONTOSO);
    await becomes(CONTOSO, NOTHING);
    await database.query(
      `insert into tenants (tenant_id, sort_name, state, since, first_seen_at, seen_by, next_check_at)
       values ($1, 'x', 'could-not-tell', now(), now(), 'earlier-version', now())`,
      [FABRIKAM],
    );
    await becomes(FABRIKAM, GRANTED);
    await becomes(FABRIKAM, GRANTED);
    await database.query("update tenants set proof = 'look' where tenant_id = $1", [FABRIKAM]);
    await becomes(FABRIKAM, GRANTED);
    const changes = await database.query('select 1 from tenant_history where tenant_id = $1', [FABRIKAM]);
    expect(changes).toHaveLength(2);
    await tell();
    expect(types()).toEqual([]);
    await becomes(FABRIKAM, NOTHING);
    await tell();
    expect(types()).toEqual(['tenant.withdrawn']);
  });

  test('two addresses: each gets it, with the same id; one that refuses holds up no other', async () => {
    await process.end();
    process = await startProcess(database, ['/one', '/two']);
    receiver.answer = (path) => (path === '/one' ? 500 : 200);
    await enter(CONTOSO);
    await becomes(CONTOSO, GRANTED);
    await tell();
    receiver.answer = () => 200;
    await waitingJobsAreDue();
    await tell();
    await waitingJobsAreDue();
    await tell();
    expect(receiver.received.map(({ path }) => path).toSorted()).toEqual(['/one', '/one', '/two']);
    expect(new Set(receiver.received.map(({ id }) => id)).size).toBe(1);
  });

  test('a refusal, a redirect and silence are tried again, later each time; after a day of tries it is listed', async () => {
    await enter(CONTOSO);
    await becomes(CONTOSO, GRANTED);
    // 307: whoever follows it sends the message there whole.
    const answers = [500, 307, 404];
    const waits: number[] = [];
    receiver.answer = () => answers.shift() ?? 503;
    for (let tried = 0; tried < 12; tried += 1) {
      expect((await failures()).count).toBe(0);
      await tell();
      const [job] = await database.query<{ wait_s: number }>(
        `select extract(epoch from start_after - now())::float as wait_s from ${jobSchema}.job
         where name = 'webhook' and state = 'retry'`,
      );
      if (job) waits.push(job.wait_s);
      await waitingJobsAreDue();
    }
    expect(waits).toHaveLength(11);
    waits.forEach((wait, number) => {
      expect(wait).toBeGreaterThan(30 * 2 ** number - 10);
      expect(wait).toBeLessThanOrEqual(60 * 2 ** number);
    });
    expect(receiver.received).toHaveLength(12);
    expect(receiver.received.some(({ path }) => path === '/elsewhere')).toBe(false);
    const listed = await failures();
    expect(listed).toEqual({
      count: 1,
      failures: [
        {
          id: receiver.received[0]?.id,
          type: 'tenant.granted',
          tenantId: CONTOSO,
          timestamp: expect.any(String) as string,
          host: new URL(receiver.origin).host,
          failedAt: new Date(clock.now()).toISOString(),
          lastStatus: 503,
        },
      ],
    });
    expect(JSON.stringify(listed)).not.toContain('s3cret');
    receiver.answer = () => 200;
    expect(await retryAll()).toEqual({ count: 1 });
    await tell();
    expect(receiver.received).toHaveLength(13);
    expect((await failures()).count).toBe(0);
    await waitingJobsAreDue();
    await tell();
    expect(receiver.received).toHaveLength(13);
  });

  test('a receiver that does not answer within ten seconds is tried again', async () => {
    await enter(CONTOSO);
    await becomes(CONTOSO, GRANTED);
    receiver.answer = () => undefined;
    const waiting = clock.pending;
    const telling = tell();
    while (clock.pending === waiting || receiver.received.length === 0) await clock.advance(0);
    await clock.advance(10_000);
    await telling;
    expect(process.outcomes).toEqual(['unreachable']);
    receiver.answer = () => 200;
    await waitingJobsAreDue();
    await tell();
    expect(process.outcomes).toEqual(['unreachable', 'delivered']);
  });

  test('an address that keeps silent holds up no other, nor what is found meanwhile', async () => {
    await process.end();
    process = await startProcess(database, ['/silent', '/well']);
    receiver.answer = (path) => (path === '/silent' ? undefined : 200);
    const tenants = Array.from({ length: 21 }, (_, number) =>
      parseTenantId(`00000000-0000-4000-8000-${String(number).padStart(12, '0')}`)!,
    );
    const toldTo = (path: string): number => receiver.received.filter((one) => one.path === path).length;
    for (const tenant of tenants) await enter(tenant);
    await become(tenants.slice(0, 20), GRANTED);
    const jobs = createServiceJobs({
      database,
      clock,
      openQueue: () => Promise.resolve(process.queue),
      sweep: { isDue: () => Promise.resolve(false), sweepOnce: () => Promise.resolve(0) },
      webhooks: process.webhooks,
      onHindrance: () => undefined,
      onTrouble: (error) => process.parts.troubles.push(error),
    });
    jobs.start();
    await clock.advance(10_000);
    while (process.outcomes.length < 20 || toldTo('/silent') < AT_ONCE) await clock.advance(0);
    // Its first ones have not come to an end.
    expect(process.outcomes).toEqual(Array.from({ length: 20 }, () => 'delivered'));
    // Found by another instance.
    await database.query(
      `insert into tenant_history (tenant_id, number, at, state, missing, set_version, to_tell)
       values ($1, 2, $2, 'granted', '[]', 1, true)`,
      [tenants[20], new Date(clock.now())],
    );
    jobs.wakeWebhooks();
    while (toldTo('/well') < 21) await clock.advance(0);
    expect(toldTo('/silent')).toBe(AT_ONCE);
    // As each of them ends, the next one begins.
    for (const told of [2 * AT_ONCE, 21]) {
      await clock.advance(10_000);
      while (toldTo('/silent') < told) await clock.advance(0);
    }
    await clock.advance(10_000);
    await jobs.stop();
    expect(process.parts.troubles).toEqual([]);
  });

  test('410: nothing is sent there any more, and nothing is lost, until an operator sends it again', async () => {
    await enter(CONTOSO);
    receiver.answer = () => 410;
    await becomes(CONTOSO, GRANTED);
    await tell();
    await becomes(CONTOSO, NOTHING);
    await tell();
    expect(receiver.received).toHaveLength(1);
    expect(await failures()).toMatchObject({
      count: 2,
      failures: [
        { type: 'tenant.withdrawn', lastStatus: 410 },
        { type: 'tenant.granted', lastStatus: 410 },
      ],
    });
    receiver.answer = () => 200;
    await retryAll();
    await tell();
    expect(types().toSorted()).toEqual(['tenant.granted', 'tenant.granted', 'tenant.withdrawn']);
    expect((await failures()).count).toBe(0);
  });

  test('an organisation that was deleted meanwhile: nothing is told', async () => {
    await enter(CONTOSO);
    receiver.answer = () => 500;
    await becomes(CONTOSO, GRANTED);
    await tell();
    receiver.answer = () => 200;
    await process.parts.ledger.forget(CONTOSO);
    // Another instance had read the change before it was deleted.
    const [address] = addressesOf([`${receiver.origin}/in/s3cret`]);
    const data = { tenantId: CONTOSO, number: 1, address: address?.key, host: address?.host };
    await process.queue.put(Object.keys(WEBHOOK_QUEUES).at(-1)!, [{ data }]);
    await waitingJobsAreDue();
    await tell();
    expect(process.outcomes).toEqual(['refused', 'dropped']);
    expect(receiver.received).toHaveLength(1);
    expect(JSON.stringify(await database.query(`select data, output from ${jobSchema}.job`))).not.toMatch(
      /contoso|s3cret/i,
    );
  });

  test('an address that left the settings: what is queued for it is listed, and sent when it stands there again', async () => {
    await enter(CONTOSO);
    receiver.answer = () => 500;
    await becomes(CONTOSO, GRANTED);
    await tell();
    receiver.answer = () => 200;
    const moved = await startProcess(database, ['/moved']);
    for (let tried = 0; tried < 11; tried += 1) {
      await waitingJobsAreDue();
      await tell(moved);
    }
    await moved.end();
    expect(moved.outcomes.filter((outcome) => outcome !== 'not-in-settings')).toEqual(['given up']);
    expect(await failures(['/moved'])).toMatchObject({
      count: 1,
      failures: [{ because: 'not-in-settings' }],
    });
    // To send it there is in vain, and it stays in the list.
    expect(await retryAll(['/moved'])).toEqual({ count: 0 });
    const [listed] = (await failures()).failures;
    expect(listed).toMatchObject({ type: 'tenant.granted', tenantId: CONTOSO });
    expect(listed).not.toHaveProperty('because', 'not-in-settings');
    expect(await retryAll()).toEqual({ count: 1 });
    await tell();
    expect(process.outcomes).toEqual(['refused', 'delivered']);
    expect((await failures()).count).toBe(0);
  });

  test('an instance with the settings of before takes what is for a new address: the other one still tells it', async () => {
    const renewed = await startProcess(database, ['/new']);
    await enter(CONTOSO);
    await becomes(CONTOSO, GRANTED);
    await putErrands(database, renewed.queue, 'webhook', addresses(['/new']));
    await tell();
    expect(process.outcomes).toEqual(['not-in-settings']);
    await waitingJobsAreDue();
    await tell(renewed);
    await renewed.end();
    expect(renewed.outcomes).toEqual(['delivered']);
    expect(receiver.received.map(({ path }) => path)).toEqual(['/new']);
  });

  /** In SQL: as if the database's clock had been ahead by so much when it was written. */
  const ahead = (column: string, by: string): string => `${column} = ${column} + interval '${by}'`;
  const waits = () =>
    database.query<{ state: string; s: number }>(
      `select state::text as state, extract(epoch from start_after - now())::float8 as s
       from ${jobSchema}.job where name = 'webhook' and state < 'completed'`,
    );

  test('the database’s clock was a month ahead: what it has put off is tried within its own wait', async () => {
    await enter(CONTOSO);
    receiver.answer = () => 500;
    await becomes(CONTOSO, GRANTED);
    await tell();
    await process.queue.tidy();
    const [rightly] = await waits();
    expect(rightly?.s).toBeGreaterThan(25);
    await database.query(`update ${jobSchema}.job set ${ahead('start_after', '30 days')}`);
    receiver.answer = () => 200;
    await process.queue.tidy();
    await tell();
    expect(process.outcomes).toEqual(['refused', 'delivered']);
  });

  test('the database’s clock was a month ahead: a job that was lost then is found by the right one', async () => {
    await enter(CONTOSO);
    await becomes(CONTOSO, GRANTED);
    receiver.answer = () => 200;
    await putErrands(database, process.queue, 'webhook', addresses());
    expect(await process.queue.take('webhook', 1)).toHaveLength(1);
    await database.query(`update ${jobSchema}.job set ${ahead('started_on', '30 days')}`);
    await process.queue.tidy();
    expect(await waits()).toMatchObject([{ state: 'active' }]);
    // From the correction on it has as long as any other.
    await database.query(`update ${jobSchema}.job set started_on = started_on - interval '61 seconds'`);
    await process.queue.tidy();
    expect(await waits()).toMatchObject([{ state: 'retry' }]);
  });

  test.each(['queued by this version', 'queued by an earlier one'])(
    'everything stands still for half a year: what waits is told after it (%s)',
    async (by) => {
      await enter(CONTOSO);
      receiver.answer = () => 500;
      await becomes(CONTOSO, GRANTED);
      await tell();
      const halfAYear = (column: string): string => `${column} = ${column} - interval '182 days'`;
      const columns = ['start_after', 'started_on', 'created_on', 'keep_until'];
      await database.query(`update ${jobSchema}.job set ${columns.map(halfAYear).join(', ')}`);
      if (by === 'queued by an earlier one')
        await database.query(`update ${jobSchema}.job set keep_until = start_after + interval '14 days'`);
      receiver.answer = () => 200;
      await process.queue.tidy();
      await tell();
      expect(process.outcomes).toEqual(['refused', 'delivered']);
    },
  );

  test('an instance of an earlier version tidies beside this one: what this one has queued stays', async () => {
    await enter(CONTOSO);
    receiver.answer = () => 500;
    await becomes(CONTOSO, GRANTED);
    await tell();
    const [job] = await database.query<{ kept_days: number }>(
      `select extract(day from keep_until - now())::int as kept_days from ${jobSchema}.job where name = 'webhook'`,
    );
    expect(job?.kept_days).toBeGreaterThan(3_000);
  });

  test('the process is killed at every step: another one goes on, and each change is told at least once', async () => {
    await process.end();
    await database.query(`drop schema ${jobSchema} cascade`);
    const opening = dyingDatabase(database, OPENING);
    await (await startProcess(opening.database)).end();
    expect(opening.isDead()).toBe(false);
    let isThrough = false;
    let step = 0;
    for (; !isThrough; step += 1) {
      begin();
      await database.query('delete from tenants');
      await database.query('delete from tenant_checks');
      // The first steps make the queue; after them it is there, as at most starts.
      if (step < OPENING) await database.query(`drop schema if exists ${jobSchema} cascade`);
      else await database.query(`delete from ${jobSchema}.job`);
      // One was granted long ago, the other is in the ledger; both are due.
      await database.query(
        `insert into tenants (tenant_id, sort_name, state, since, first_seen_at, seen_by, changes, next_check_at)
         values ($1, 'a', 'granted', $3, $3, 'pane', 1, $3), ($2, 'b', 'never-asked', $3, $3, 'pane', 0, $3)`,
        [CONTOSO, FABRIKAM, new Date(clock.now() - DAY_MS)],
      );
      await database.query(
        `insert into tenant_history (tenant_id, number, at, state, missing, set_version)
         values ($1, 1, $2, 'granted', '[]', 1)`,
        [CONTOSO, new Date(clock.now() - DAY_MS)],
      );
      says.set(FABRIKAM, GRANTED);
      const life = async (on: Database, rounds: number): Promise<void> => {
        const one = await startProcess(on);
        try {
          for (let round = 0; round < rounds; round += 1) {
            if (round > 0) await waitingJobsAreDue();
            await one.queue.tidy();
            await one.parts.sweep.sweepOnce();
            await tell(one);
          }
        } finally {
          await one.end();
        }
      };
      const dying = dyingDatabase(database, step);
      await life(dying.database, 1).catch(() => undefined);
      isThrough = !dying.isDead();
      const beforeDeath = receiver.received.length;
      await clock.advance(2 * MINUTE_MS);
      if (step >= OPENING) await waitingJobsAreDue();
      // Its first round finds the jobs that were lost, and the next one their time come.
      await life(database, 2);
      const counts = new Map<string, number>();
      for (const { id } of receiver.received) counts.set(id, (counts.get(id) ?? 0) + 1);
      const { length } = receiver.received;
      expect([...new Set(types())].toSorted()).toEqual(['tenant.granted', 'tenant.withdrawn']);
      // Once more at most where the process was killed with an answer in its hands, and never by those that live.
      for (const count of counts.values()) expect(count).toBeLessThanOrEqual(isThrough ? 1 : 2);
      expect(length - 2).toBeLessThanOrEqual(beforeDeath);
      expect((await failures()).count).toBe(0);
    }
    // To open the queue, to sweep and to tell takes more statements than this: each was the last one once.
    expect(step).toBeGreaterThan(30);
    process = await startProcess();
  });
});
