import { fork, type ChildProcess } from 'node:child_process';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { requestKeyOf } from '../../../src/service/requests/request-id';
import type { RequestId } from '../../../src/core/api/requests';
import { BROWSER_COOKIE } from '../../../src/service/http/browser-cookie';
import { LIMIT_RULES } from '../../../src/service/http/limits';
import { startPostgres } from '../../tools/postgres';
import { addressOf, type Heard } from '../testing/listeners';
import type { BenchWorld, Served } from './bench-world';
import type { Says, Told } from './listening';
import { percentile } from '../../browser/bench/statistics';

/** How a load balancer's three instances hold, one of which dies. */
export interface InstancesFigures {
  readonly listeners: number;
  readonly returns: number;
  /** How many times somebody should have heard something. */
  readonly due: number;
  readonly missed: number;
  readonly twice: number;
  /** While all three were alive and connected. */
  readonly calmP99Ms: number;
  readonly calmMedianMs: number;
  /** Until the last one knew what had happened when an instance died and a connection was cut. */
  readonly longestMs: number;
  /** Returns that were under way at the instance that died: the browser's reload brings them again. */
  readonly cutByDeath: number;
  /** Returns that got no answer from an instance that lived on. */
  readonly cutWithoutDeath: number;
  /** Returns that were brought, once or again, and of which nothing was recorded. */
  readonly lostReturns: number;
  /** How many of one address's requests were taken, over the instances that are left, past the limit. */
  readonly takenOverLimit: number;
}

export interface InstancesPlan {
  readonly requests: number;
  readonly listenersEach: number;
  readonly returnsASecond: number;
  readonly forMs: number;
}

const INSTANCES = 3;
const LISTENERS_IN_A_PROCESS = 10_000;
const AT_ONCE = 16;
/** Panes come back within a second, a cut LISTEN after one, and a stream looks for itself after a minute. */
const QUIET_AFTER_MS = 8_000;

export async function measureInstances(world: BenchWorld, plan: InstancesPlan): Promise<InstancesFigures> {
  const postgres = await startPostgres();
  if (!postgres) throw new Error('PostgreSQL is not installed');
  const alive: Served[] = [];
  const crowds: ChildProcess[] = [];
  const admin = new pg.Client({ connectionString: postgres.databaseUrl });
  try {
    for (let index = 0; index < INSTANCES; index += 1)
      alive.push(await world.serve({ DATABASE_URL: postgres.databaseUrl, REAL_LIMITS: '1' }));
    await admin.connect();
    const ports = (): readonly number[] => alive.map(({ port }) => port);
    let turn = 0;
    const anyPort = (): number => ports()[(turn += 1) % alive.length] ?? 0;
    const call = (
      target: string,
      address: string,
      init: RequestInit = {},
      port = anyPort(),
    ): Promise<Response> => {
      const headers = {
        ...(init.headers as Record<string, string>),
        'x-forwarded-for': address,
        cookie: `${BROWSER_COOKIE}=${'b'.repeat(22)}`,
      };
      return fetch(`http://127.0.0.1:${String(port)}${target}`, { ...init, redirect: 'manual', headers });
    };
    const make = (address: string): Promise<Response> =>
      call('/api/requests', address, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ tenant: 'company0.example' }),
      });

    const ids = await times(plan.requests, async (index) => {
      const made = await make(addressOf(index));
      return ((await made.json()) as { id: RequestId }).id;
    });
    const returns = Math.round((plan.returnsASecond * plan.forMs) / 1_000);
    // Each return has an attempt of its own, as at Microsoft; attempts live five minutes.
    const states = await times(returns, async (index) => {
      const begun = await call(`/api/requests/${ids[index % ids.length] ?? ''}/attempts`, addressOf(index), {
        method: 'POST',
      });
      const { consentUrl } = (await begun.json()) as { consentUrl: string };
      return new URL(consentUrl).searchParams.get('state') ?? '';
    });

    const requestOfEach = ids.flatMap((id) => Array.from({ length: plan.listenersEach }, () => id));
    for (let from = 0; from < requestOfEach.length; from += LISTENERS_IN_A_PROCESS) {
      const crowd = fork(path.join(__dirname, 'listening.ts'), {
        execArgv: ['--import', 'tsx'],
        stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      });
      crowds.push(crowd);
      const requests = requestOfEach.slice(from, from + LISTENERS_IN_A_PROCESS);
      const isIn = said(crowd, 'all-in');
      tell(crowd, { say: 'listen', ports: ports(), requests });
      await isIn;
    }

    let [cutByDeath, cutWithoutDeath] = [0, 0];
    const bring = async (target: string, address: string): Promise<void> => {
      const port = anyPort();
      try {
        await call(target, address, {}, port);
      } catch {
        if (ports().includes(port)) cutWithoutDeath += 1;
        else cutByDeath += 1;
        await call(target, address);
      }
    };
    let calmUntilMs = Number.POSITIVE_INFINITY;
    const underWay: Promise<void>[] = [];
    const startMs = performance.now();
    const harm = async (): Promise<void> => {
      calmUntilMs = Date.now();
      const dead = alive.pop();
      await dead?.kill();
      for (const crowd of crowds) tell(crowd, { say: 'alive', ports: ports() });
      await admin.query(
        `select pg_terminate_backend(pid) from pg_stat_activity
         where query ilike 'listen%' and pid <> pg_backend_pid() limit 1`,
      );
    };
    let harmed: Promise<void> | undefined;
    for (const [index, state] of states.entries()) {
      const dueMs = startMs + (index * 1_000) / plan.returnsASecond;
      if (dueMs > performance.now()) await wait(dueMs - performance.now());
      if (index >= returns / 2) harmed ??= harm();
      const query = new URLSearchParams({
        error: 'access_denied',
        error_description: 'AADSTS65004: no',
        state,
      });
      underWay.push(bring(`/consent/return?${query.toString()}`, addressOf(index)));
    }
    await Promise.all(underWay);
    await harmed;
    await wait(QUIET_AFTER_MS);

    const heard: Heard[] = [];
    for (const crowd of crowds) {
      const report = said(crowd, 'report');
      tell(crowd, { say: 'report' });
      heard.push(...(await report).heard);
    }
    const { rows } = await admin.query<{ id_hash: string; number: number; kind: string; at: Date }>(
      'select id_hash, number, kind, at from request_events',
    );
    const lostReturns = returns - rows.filter(({ kind }) => kind !== 'made').length;
    const limited = await takenOverLimit(make);
    return {
      ...compare(heard, rows, calmUntilMs),
      returns,
      cutByDeath,
      cutWithoutDeath,
      lostReturns,
      takenOverLimit: limited,
    };
  } finally {
    for (const crowd of crowds) crowd.disconnect();
    await admin.end();
    await Promise.all(alive.map((served) => served.stop()));
    await postgres.stop();
  }
}

/** Holds what each has heard against what the database says has happened. */
function compare(
  heard: readonly Heard[],
  happened: readonly { readonly id_hash: string; readonly number: number; readonly at: Date }[],
  calmUntilMs: number,
): Pick<
  InstancesFigures,
  'listeners' | 'due' | 'missed' | 'twice' | 'calmP99Ms' | 'calmMedianMs' | 'longestMs'
> {
  const events = new Map<string, Map<number, number>>();
  for (const { id_hash, number, at } of happened) {
    const of = events.get(id_hash) ?? new Map<number, number>();
    events.set(id_hash, of.set(number, at.getTime()));
  }
  let [due, missed, twice] = [0, 0, 0];
  const calm: number[] = [];
  const all: number[] = [];
  for (const { request, numbers, delaysMs } of heard) {
    const expected = events.get(requestKeyOf(request)) ?? new Map<number, number>();
    const told = new Set(numbers);
    due += expected.size;
    twice += numbers.length - told.size;
    for (const number of expected.keys()) if (!told.has(number)) missed += 1;
    for (const [index, number] of numbers.entries()) {
      // That it was made is told to each when they come.
      if (number === 1) continue;
      const delayMs = delaysMs[index] ?? Number.NaN;
      all.push(delayMs);
      if ((expected.get(number) ?? 0) + delayMs < calmUntilMs) calm.push(delayMs);
    }
  }
  return {
    listeners: heard.length,
    due,
    missed,
    twice,
    calmP99Ms: percentile(calm, 0.99),
    calmMedianMs: percentile(calm, 0.5),
    longestMs: all.reduce((most, one) => Math.max(most, one), 0),
  };
}

/** One address makes more than it may, at all instances at once. */
async function takenOverLimit(make: (address: string) => Promise<Response>): Promise<number> {
  const { points } = LIMIT_RULES['make-by-address'];
  const statuses = await times(points + 20, async () => (await make('192.0.2.99')).status);
  return statuses.filter((status) => status === 201).length - points;
}

async function times<T>(count: number, work: (index: number) => Promise<T>): Promise<readonly T[]> {
  const results: T[] = [];
  let next = 0;
  const worker = async (): Promise<void> => {
    for (let index = (next += 1) - 1; index < count; index = (next += 1) - 1)
      results[index] = await work(index);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return results;
}

const tell = (crowd: ChildProcess, what: Told): void => void crowd.send(what);

const said = <Kind extends Says['said']>(
  crowd: ChildProcess,
  kind: Kind,
): Promise<Extract<Says, { said: Kind }>> =>
  new Promise((resolve, reject) => {
    const hear = (says: Says): void => {
      if (says.said !== kind) return;
      crowd.off('message', hear);
      resolve(says as Extract<Says, { said: Kind }>);
    };
    crowd.on('message', hear);
    crowd.once('exit', () => reject(new Error('a process of panes has ended')));
  });
