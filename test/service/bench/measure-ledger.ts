import { mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { systemClock } from '../../../src/service/clock';
import type { App } from '../../../src/service/http/app';
import { LIMIT_RULES } from '../../../src/service/http/limits';
import { parseTenantId } from '../../../src/core/tenant';
import { DEMO } from '../../simulator/entra/demo-seed';
import type { Database } from '../../../src/service/database/database';
import { openPglite } from '../../../src/service/database/pglite';
import { startDatabases, type DatabaseKind } from '../testing/databases';
import { startLedgerParts } from '../testing/ledger-parts';
import { startServiceWorld, type ServiceWorld } from '../testing/service-world';
import { percentile } from '../../browser/bench/statistics';

/** How the ledger holds with many organisations: the real service and database, and a simulated Microsoft. */
export interface LedgerFigures {
  readonly organisations: number;
  readonly firstPage: PageFigures;
  readonly firstPageBesidePanes: PageFigures;
  /** As many panes a second were answered meanwhile. */
  readonly panesASecond: number;
  readonly csvMs: number;
  readonly csvBytes: number;
  readonly csvRows: number;
  /** How much the process grew while it sent the list. */
  readonly csvGrowthBytes: number;
  readonly sweepASecond: number;
  readonly sweepGrowthBytes: number;
}

export interface PageFigures {
  readonly medianMs: number;
  readonly p99Ms: number;
  /** What this process computed for one page, client and all: other work of the machine does not count in it. */
  readonly computedMs: number;
}

const PAGES = 300;
const PANES_A_SECOND = 100;
/** Microsoft's answer to one question of ours takes about so long from a data centre of theirs. */
const MICROSOFT_MS = 100;
const SWEEP_FOR_MS = 20_000;
const { mia, olga } = DEMO.users;

export async function measureLedger(kind: DatabaseKind, organisations: number): Promise<LedgerFigures> {
  const [world, installed] = await Promise.all([startServiceWorld(), openInstalled(kind)]);
  const { database } = installed;
  try {
    world.entra.directory.installApplication('extendsync.example');
    world.entra.directory.grantForTenant('contoso.example');
    // Nobody is turned away here: what a limit costs is part of the measure, what it refuses is not.
    const limitRules = Object.fromEntries(
      Object.entries(LIMIT_RULES).map(([name, rule]) => [name, { ...rule, points: 1e6 }]),
    );
    const app = await world.startService(
      database,
      { limitRules, clock: systemClock },
      { homeTenant: parseTenantId(DEMO.tenants.extendsync)!, logLevel: 'warn' },
    );
    await app.listen({ port: 0, host: '127.0.0.1' });
    await enterMany(database, organisations);
    const alone = await firstPages(world, app);
    const [beside, panesASecond] = await besidePanes(world, app, () => firstPages(world, app));
    const csv = await readCsv(world, app);
    await world.stopServices();
    const sweep = await sweepFor(database, SWEEP_FOR_MS);
    return {
      organisations,
      firstPage: alone,
      firstPageBesidePanes: beside,
      panesASecond,
      ...csv,
      ...sweep,
    };
  } finally {
    await world.stop();
    await installed.stop();
  }
}

/** As an installation has it. In memory, as in the tests, the embedded database's files would count as the process's own. */
async function openInstalled(
  kind: DatabaseKind,
): Promise<{ readonly database: Database; readonly stop: () => Promise<void> }> {
  if (kind === 'postgres') {
    const databases = await startDatabases(kind);
    return { database: (await databases.empty()).database, stop: databases.stop };
  }
  const folder = await mkdtemp(join(tmpdir(), 'extendsync-bench-'));
  const database = await openPglite(folder);
  return {
    // The service's end is not the measure's.
    database: { ...database, close: () => Promise.resolve() },
    stop: async () => {
      await database.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function enterMany(database: Database, count: number): Promise<void> {
  const now = new Date();
  const AT_ONCE = 10_000;
  for (let from = 0; from < count; from += AT_ONCE) {
    await database.query(
      `with entered as (
         insert into tenants (tenant_id, name, sort_name, state, missing, since, checked_at, first_seen_at, seen_by,
           changes, next_check_at)
         select md5(n::text)::uuid::text, 'Company ' || n, 'company ' || n,
           (array['granted', 'partial', 'never-asked', 'withdrawn'])[n % 4 + 1], '["delegated:Mail.ReadWrite"]',
           $3::timestamptz - n * interval '1 minute', $3, $3, 'pane', 1, $3
         from generate_series($1::int, $2::int - 1) n
         returning tenant_id, state, since
       ),
       domains as (
         insert into tenant_domains (tenant_id, domain, seen_at)
         select tenant_id, left(tenant_id, 8) || '.example', since from entered
       )
       insert into tenant_history (tenant_id, number, at, state, missing, set_version)
       select tenant_id, 1, since, state, '[]', 1 from entered`,
      [from, Math.min(from + AT_ONCE, count), now],
    );
  }
  await database.script('analyze');
}

const addressOf = (app: App): string =>
  `http://127.0.0.1:${String((app.server.address() as AddressInfo).port)}`;

const bearer = async (world: ServiceWorld, user: string): Promise<Record<string, string>> => ({
  authorization: `Bearer ${await world.tokenOf(user)}`,
});

async function firstPages(world: ServiceWorld, app: App): Promise<PageFigures> {
  const headers = await bearer(world, olga);
  const times: number[] = [];
  const before = process.cpuUsage();
  for (let page = 0; page < PAGES; page += 1) {
    const startMs = performance.now();
    const answer = await fetch(`${addressOf(app)}/api/tenants`, { headers });
    const text = await answer.text();
    times.push(performance.now() - startMs);
    if (answer.status !== 200) throw new Error(`no list: ${String(answer.status)} ${text.slice(0, 200)}`);
  }
  const { user, system } = process.cpuUsage(before);
  return {
    medianMs: percentile(times, 0.5),
    p99Ms: percentile(times, 0.99),
    computedMs: (user + system) / 1_000 / PAGES,
  };
}

/** Panes ask at their own pace, whatever becomes of their questions, as panes do. */
async function besidePanes<T>(
  world: ServiceWorld,
  app: App,
  work: () => Promise<T>,
): Promise<readonly [result: T, panesASecond: number]> {
  const headers = await bearer(world, mia);
  const startMs = performance.now();
  const asking: Promise<void>[] = [];
  let answered = 0;
  const ask = async (): Promise<void> => {
    const answer = await fetch(`${addressOf(app)}/api/consent`, { headers });
    await answer.text();
    if (answer.status === 200) answered += 1;
  };
  const timer = setInterval(() => {
    const due = Math.floor(((performance.now() - startMs) / 1_000) * PANES_A_SECOND);
    while (asking.length < due) asking.push(ask());
  }, 5);
  try {
    const result = await work();
    return [result, answered / ((performance.now() - startMs) / 1_000)];
  } finally {
    clearInterval(timer);
    await Promise.all(asking);
  }
}

/** Watches how much the process grows beyond what it was, at most. */
function watchGrowth(): () => number {
  const before = process.memoryUsage().rss;
  let most = before;
  const look = (): void => {
    most = Math.max(most, process.memoryUsage().rss);
  };
  const timer = setInterval(look, 20);
  return () => {
    clearInterval(timer);
    look();
    return most - before;
  };
}

async function readCsv(
  world: ServiceWorld,
  app: App,
): Promise<Pick<LedgerFigures, 'csvMs' | 'csvBytes' | 'csvRows' | 'csvGrowthBytes'>> {
  const headers = await bearer(world, olga);
  const growth = watchGrowth();
  const startMs = performance.now();
  const answer = await fetch(`${addressOf(app)}/api/tenants.csv`, { headers });
  let csvBytes = 0;
  let lines = 0;
  for await (const chunk of answer.body ?? []) {
    const bytes = Buffer.from(chunk);
    csvBytes += bytes.length;
    for (const byte of bytes) if (byte === 10) lines += 1;
  }
  return { csvMs: performance.now() - startMs, csvBytes, csvRows: lines - 1, csvGrowthBytes: growth() };
}

async function sweepFor(
  database: Database,
  ms: number,
): Promise<Pick<LedgerFigures, 'sweepASecond' | 'sweepGrowthBytes'>> {
  await database.query('update tenants set next_check_at = now()');
  const parts = await startLedgerParts(database, systemClock, async () => {
    await wait(MICROSOFT_MS);
    return { kind: 'nothing-granted', code: 'AADSTS700016' };
  });
  // The first second is not like the others.
  const sweeping = parts.sweep.sweepOnce();
  await wait(1_000);
  const growth = watchGrowth();
  const before = parts.outcomes.length;
  const startMs = performance.now();
  await wait(ms);
  const sweepASecond = (parts.outcomes.length - before) / ((performance.now() - startMs) / 1_000);
  const sweepGrowthBytes = growth();
  await parts.close();
  await sweeping;
  if (parts.troubles.length > 0) throw parts.troubles[0];
  return { sweepASecond, sweepGrowthBytes };
}
