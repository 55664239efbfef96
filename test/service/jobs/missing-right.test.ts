import { randomBytes } from 'node:crypto';
import { setTimeout as turn } from 'node:timers/promises';
import { parseTenantId } from '../../../src/core/tenant';
import { systemClock } from '../../../src/service/clock';
import type { Database } from '../../../src/service/database/database';
import { openJobQueue } from '../../../src/service/database/job-queue';
import { jobsSchema } from '../../../src/service/database/jobs-schema';
import { openPostgres } from '../../../src/service/database/postgres';
import { migrate } from '../../../src/service/database/migrations';
import { createServiceJobs, QUEUES } from '../../../src/service/jobs/service-jobs';
import { ManualClock } from '../../support/manual-clock';
import { DATABASE_KINDS, startDatabases, type DatabaseServer } from '../testing/databases';
import { startLedgerParts } from '../testing/ledger-parts';
import { get, startServiceWorld, type ServiceWorld } from '../testing/service-world';
import { startWebhookReceiver, WEBHOOK_SECRET, type WebhookReceiver } from '../testing/webhook-receiver';

const START_LIMIT_MS = 90_000;
const ROUND_MS = 60_000;

const canRun = DATABASE_KINDS.includes('postgres');

(canRun ? describe : describe.skip)('on PostgreSQL, a role with the rights for the tables alone', () => {
  const role = `role_${randomBytes(4).toString('hex')}`;
  let world: ServiceWorld;
  let databases: DatabaseServer;
  let receiver: WebhookReceiver;
  /** As the owner of the database. */
  let owner: Database;
  /** As the service's role. */
  let own: Database;
  let schema: string;

  beforeAll(async () => {
    [world, databases, receiver] = await Promise.all([
      startServiceWorld(),
      startDatabases('postgres'),
      startWebhookReceiver(),
    ]);
    const { database } = await databases.empty();
    await database.script(`create role ${role} login password 'hidden-password'`);
  }, START_LIMIT_MS);
  beforeEach(async () => {
    const { database, url } = await databases.empty();
    owner = database;
    [schema = ''] = (/search_path=(\w+)/.exec(decodeURIComponent(url ?? '')) ?? []).slice(1);
    await owner.script(`grant usage, create on schema ${schema} to ${role}`);
    own = await openPostgres(
      Object.assign(new URL(url ?? ''), { username: role, password: 'hidden-password' }).href,
      systemClock,
    );
    world.logLines.length = 0;
  }, START_LIMIT_MS);
  afterEach(async () => {
    await world.stopServices();
    await own.close();
    await owner.script(`revoke create on database ${await databaseName()} from ${role}`);
  });
  afterAll(async () => {
    await owner.script(`drop owned by ${role} cascade; drop role ${role}`);
    await Promise.all([world.stop(), databases.stop(), receiver.stop()]);
  });

  const databaseName = async (): Promise<string> => {
    const [row] = await owner.query<{ name: string }>('select quote_ident(current_database()) as name');
    return row?.name ?? '';
  };
  const grantCreate = async () => owner.script(`grant create on database ${await databaseName()} to ${role}`);

  test(
    'the jobs wait for the right to the schema, and a grant alone cures it: told once each',
    async () => {
      const clock = new ManualClock();
      const told: (string | undefined)[] = [];
      const troubles: unknown[] = [];
      const jobs = createServiceJobs({
        database: own,
        clock,
        openQueue: openJobQueue,
        sweep: { isDue: () => Promise.resolve(false), sweepOnce: () => Promise.resolve(0) },
        webhooks: undefined,
        onHindrance: (hindrance) => told.push(hindrance?.message),
        onTrouble: (error) => troubles.push(error),
      });
      jobs.start();
      const round = async (ms: number): Promise<void> => {
        await clock.advance(ms);
        // Each of the three waits for its next time.
        while (clock.pending < 3) await turn(1);
      };
      for (const ms of [10_000, ROUND_MS, ROUND_MS]) await round(ms);
      expect(told).toEqual([expect.stringContaining('may not make the schema')]);
      await grantCreate();
      for (const ms of [ROUND_MS, ROUND_MS]) await round(ms);
      expect(told.slice(1)).toEqual([undefined]);
      expect(jobs.hindrance()).toBeUndefined();
      expect(troubles).toEqual([]);
      await jobs.stop();
    },
    START_LIMIT_MS,
  );

  test(
    'a service whose jobs may not run says so in its log and as long in /readyz, and answers all the same',
    async () => {
      const app = await world.startService(
        own,
        { openJobQueue },
        { webhooks: { urls: [`${receiver.origin}/in`], secret: WEBHOOK_SECRET } },
      );
      expect((await get(app, '/readyz')).json()).toEqual({ status: 'ready' });
      await world.clock.advance(10_000);
      const lines = () => world.logLines.filter((line) => line.includes('no webhook goes out'));
      while (lines().length === 0) await turn(1);
      expect(JSON.parse(lines().join(''))).toMatchObject({
        level: 50,
        change: expect.stringContaining('grant create on database') as string,
        reason: expect.stringMatching(/^permission denied for database/) as string,
      });
      const answer = await get(app, '/readyz');
      expect(answer.statusCode).toBe(200);
      expect(answer.json()).toMatchObject({
        status: 'degraded',
        because: expect.stringContaining(
          `may not make the schema extendsync_jobs_${schema}: organisations are not asked about again`,
        ) as string,
        change: expect.stringContaining('grant create on database') as string,
      });
      await grantCreate();
      await world.clock.advance(ROUND_MS);
      while ((await get(app, '/readyz')).json<{ status: string }>().status !== 'ready') await turn(1);
      expect(world.logLines.join('')).toContain('lets the jobs run again');
      expect(world.logLines.join('')).not.toContain('trouble in the background');
    },
    START_LIMIT_MS,
  );

  test(
    'a schema that it was given is enough; one that is another’s is not, and both is known before',
    async () => {
      const troubles: unknown[] = [];
      const open = () => openJobQueue(own, QUEUES, (error) => troubles.push(error));
      const name = `extendsync_jobs_${schema}`;
      expect(await jobsSchema(own)).toEqual({ name, isThere: false, isAllowed: false });
      await owner.script(`create schema ${name}`);
      expect(await jobsSchema(own)).toEqual({ name, isThere: true, isAllowed: false });
      await expect(open()).rejects.toThrow(`may not work in the schema ${name}`);
      await owner.script(`alter schema ${name} owner to ${role}`);
      expect(await jobsSchema(own)).toEqual({ name, isThere: true, isAllowed: true });
      const queue = await open();
      await queue.put('sweep', [{ data: {} }]);
      expect(await queue.take('sweep', 1)).toHaveLength(1);
      await owner.script(`alter table ${name}.job owner to current_user`);
      expect(await jobsSchema(own)).toEqual({ name, isThere: true, isAllowed: false });
      await expect(queue.put('sweep', [{ data: {} }])).rejects.toThrow(/permission denied for table job/);
      expect(troubles).toEqual([]);
    },
    START_LIMIT_MS,
  );

  test(
    'where the schema of the jobs is another’s and holds none, an organisation is deleted all the same',
    async () => {
      await migrate(own);
      const parts = await startLedgerParts(own, new ManualClock(), () =>
        Promise.reject(new Error('not asked')),
      );
      const tenant = parseTenantId('11111111-1111-4111-8111-111111111111')!;
      await parts.ledger.enter(tenant, 'operator');
      await owner.script(`create schema extendsync_jobs_${schema}`);
      expect(await parts.ledger.forget(tenant)).toBe(true);
      await parts.close();
    },
    START_LIMIT_MS,
  );
});
