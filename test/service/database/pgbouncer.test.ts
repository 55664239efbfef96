import { PERMISSION_SET } from '../../../src/core/permission-set';
import { parseTenantId } from '../../../src/core/tenant';
import { systemClock } from '../../../src/service/clock';
import type { Database } from '../../../src/service/database/database';
import { openJobQueue } from '../../../src/service/database/job-queue';
import { migrate } from '../../../src/service/database/migrations';
import { openDatabase } from '../../../src/service/database/open-database';
import { openPostgres } from '../../../src/service/database/postgres';
import { createServiceJobs } from '../../../src/service/jobs/service-jobs';
import { addressesOf } from '../../../src/service/webhooks/addresses';
import { createWebhookFailures } from '../../../src/service/webhooks/failures';
import { createWebhooks } from '../../../src/service/webhooks/webhooks';
import { ManualClock } from '../../support/manual-clock';
import { isPgBouncerInstalled, startPgBouncer, type PoolMode } from '../../tools/pgbouncer';
import { startPostgres, type ThrowAwayDatabase } from '../../tools/postgres';
import { DATABASE_KINDS } from '../testing/databases';
import { grantedFacts, startLedgerParts } from '../testing/ledger-parts';
import {
  eventsOf,
  get,
  kindsOf,
  makeRequest,
  startServiceWorld,
  type ServiceWorld,
} from '../testing/service-world';
import { startWebhookReceiver, WEBHOOK_SECRET } from '../testing/webhook-receiver';

const START_LIMIT_MS = 90_000;
const canRun = DATABASE_KINDS.includes('postgres') && isPgBouncerInstalled();

/** Two instances of the service behind a PgBouncer with its defaults. Skipped where it is not installed. */
(canRun ? describe : describe.skip).each<PoolMode>(['session', 'transaction'])(
  'through PgBouncer in %s mode',
  (mode) => {
    const opened: Database[] = [];
    let server: ThrowAwayDatabase | undefined;
    let pooler: ThrowAwayDatabase;
    let world: ServiceWorld;

    const open = async (): Promise<Database> => {
      const database = await openPostgres(pooler.databaseUrl, systemClock);
      opened.push(database);
      return database;
    };
    beforeAll(async () => {
      [server, world] = await Promise.all([startPostgres(), startServiceWorld()]);
      if (!server) throw new Error('PostgreSQL is not installed');
      pooler = await startPgBouncer(server.databaseUrl, mode);
    }, START_LIMIT_MS);
    afterAll(async () => {
      await world.stop();
      await Promise.all(opened.map((database) => database.close()));
      await pooler.stop();
      await server?.stop();
    }, START_LIMIT_MS);

    test(`F10, F17: the service starts, and ${mode === 'session' ? 'hears' : 'says that it hears nothing'}`, async () => {
      const one = await world.startService(await open());
      const other = await world.startService(await open());
      const { id } = await makeRequest(one);
      const poll = eventsOf(one, id, 1, 25_000);
      if (mode === 'transaction') {
        await world.clock.advance(5_000);
        expect((await get(one, '/readyz')).json()).toMatchObject({ status: 'degraded' });
        expect(world.logLines.join()).toMatch(
          /DATABASE_URL, or set pool_mode = session.*LISTEN hears nothing/,
        );
      }
      await other.inject({ method: 'POST', url: `/api/requests/${id}/openings` });
      // By looking, five seconds later at most; by news without a turn of the clock.
      if (mode === 'transaction') await world.clock.advance(5_000);
      expect(kindsOf(await poll)).toEqual(['opened']);
      if (mode === 'session') expect((await get(one, '/readyz')).json()).toEqual({ status: 'ready' });
    });

    // In session mode a connection is PostgreSQL's own, as in the tests of the jobs themselves.
    if (mode === 'transaction') {
      test('15.4: statements that come often are answered, whichever connection of the server they meet', async () => {
        const [one, other] = [await open(), await open()];
        const numbers = Array.from({ length: 40 }, (_, number) => number);
        const ask = (number: number) =>
          (number % 2 === 0 ? one : other).query(
            'select $1::int + 1 as next, pg_sleep(0.001)',
            [number],
            'often',
          );
        for (let round = 0; round < 2; round += 1) {
          const answers = await Promise.all(numbers.map(ask));
          expect(answers).toEqual(numbers.map((number) => [{ next: number + 1, pg_sleep: '' }]));
        }
      });

      test(
        '14.2, 14.5: two instances do the jobs: each organisation is asked about once, and each change told once',
        async () => {
          const receiver = await startWebhookReceiver();
          // Receivers take what was signed within five minutes of their own clock.
          const clock = new ManualClock(Date.now() - 60_000);
          const asked: string[] = [];
          const troubles: unknown[] = [];
          const instances = await Promise.all(
            [await open(), await open()].map(async (database) => {
              await migrate(database);
              let wake = (): void => undefined;
              const parts = await startLedgerParts(
                database,
                clock,
                (tenant) => {
                  asked.push(tenant);
                  return Promise.resolve(grantedFacts(PERMISSION_SET));
                },
                () => wake(),
              );
              const addresses = addressesOf([`${receiver.origin}/in`]);
              const jobs = createServiceJobs({
                database,
                clock,
                openQueue: openJobQueue,
                sweep: parts.sweep,
                webhooks: createWebhooks({
                  database,
                  clock,
                  fetch: receiver.fetch,
                  addresses,
                  failures: createWebhookFailures(database, clock, addresses),
                  secret: WEBHOOK_SECRET,
                  version: '1.2.3',
                  onTried: () => undefined,
                  onGivenUp: () => undefined,
                  hasStopped: () => false,
                }),
                onHindrance: (hindrance) => troubles.push(hindrance),
                onTrouble: (error) => troubles.push(error),
              });
              wake = jobs.wakeWebhooks;
              return { parts, jobs };
            }),
          );
          const tenants = Array.from({ length: 20 }, (_, number) =>
            parseTenantId(`00000000-0000-4000-8000-${String(number).padStart(12, '0')}`)!,
          );
          for (const tenant of tenants) await instances[0]!.parts.ledger.enter(tenant, 'operator');
          for (const { jobs } of instances) jobs.start();
          await clock.advance(10_000);
          while (receiver.received.length < 20 && troubles.length === 0) await clock.advance(0);
          await Promise.all(instances.map(({ jobs }) => jobs.stop()));
          await Promise.all(instances.map(({ parts }) => parts.close()));
          await receiver.stop();
          expect([...troubles, ...instances.flatMap(({ parts }) => parts.troubles)]).toEqual([]);
          expect(asked.toSorted()).toEqual(tenants);
          expect(receiver.received.map(({ message }) => message.data.tenantId).toSorted()).toEqual(tenants);
        },
        START_LIMIT_MS,
      );
    }

    test('F10: a statement that hangs is ended, although PgBouncer takes no such start parameter', async () => {
      expect(await (await open()).query('show statement_timeout')).toEqual([{ statement_timeout: '10s' }]);
    });

    test.each(['options=-c%20search_path%3Dother', 'statement_timeout=5000', 'lock_timeout=5000'])(
      'F10: an address with %s stops the start with what to change',
      async (parameter) => {
        const opening = openDatabase(
          { dataDir: 'unused', databaseUrl: `${pooler.databaseUrl}?${parameter}` },
          systemClock,
        );
        await expect(opening).rejects.toThrow(
          new RegExp(`DATABASE_URL: .*take ${parameter.split('=')[0] ?? ''} out of the address.*alter role`),
        );
      },
    );
  },
);

(canRun ? describe : describe.skip)('through PgBouncer in statement mode', () => {
  test(
    'F10: the start is stopped with what to change',
    async () => {
      const server = await startPostgres();
      if (!server) throw new Error('PostgreSQL is not installed');
      const pooler = await startPgBouncer(server.databaseUrl, 'statement');
      const opening = openDatabase({ dataDir: 'unused', databaseUrl: pooler.databaseUrl }, systemClock);
      try {
        await expect(opening).rejects.toThrow(
          /DATABASE_URL: .*pool_mode = statement.*set pool_mode = session/,
        );
      } finally {
        await pooler.stop();
        await server.stop();
      }
    },
    START_LIMIT_MS,
  );
});
