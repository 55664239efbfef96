import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { startPostgres } from '../../tools/postgres';
import type { DatabaseKind } from '../testing/databases';
import type { BenchWorld, Served } from './bench-world';
import { load, requestOf, type LoadFigures } from './load';

export interface UnderLoad extends LoadFigures {
  /** What one answer cost the process. */
  readonly computedUs: number;
}

export interface ConsentFigures extends UnderLoad {
  /** The first start makes the database and its tables. */
  readonly firstStartMs: number;
  readonly startMs: number;
  /** The most bytes that the first start held at once. */
  readonly memoryAtMostAtFirst: number;
  /** Bytes after the start, and after the load. */
  readonly memoryAtStart: number;
  readonly memoryAfter: number;
}

/** What is started is what is shipped; what is under load is made of the same source, with wider limits. */
const PRODUCT = path.resolve(__dirname, '../../../dist/service/main.js');
const CONNECTIONS = 50;
/** Everything has been compiled, and every organisation asked about, by then. */
const WARM_UP_MS = 3_000;

/** How many panes a second the service answers on a database, over connections that never rest. */
export async function measureConsent(
  world: BenchWorld,
  kind: DatabaseKind,
  forMs: number,
): Promise<ConsentFigures> {
  const postgres = kind === 'postgres' ? await startPostgres() : undefined;
  let served: Served | undefined;
  try {
    const settings: Record<string, string> = postgres
      ? { DATABASE_URL: postgres.databaseUrl }
      : { DATA_DIR: world.folder() };
    const first = await world.serve(settings, PRODUCT);
    const memoryAtMostAtFirst = first.memoryAtMost() ?? Number.NaN;
    await first.stop();
    const again = await world.serve(settings, PRODUCT);
    const memoryAtStart = again.memory() ?? Number.NaN;
    await again.stop();
    served = await world.serve(settings);
    const seen = await underLoad(world, served, forMs);
    return {
      ...seen,
      firstStartMs: first.startedInMs,
      startMs: again.startedInMs,
      memoryAtMostAtFirst,
      memoryAtStart,
      memoryAfter: served.memory() ?? Number.NaN,
    };
  } finally {
    await served?.stop();
    await postgres?.stop();
  }
}

/** The same questions to Fastify alone, which answers each with the same text. */
export async function measureBare(world: BenchWorld, forMs: number): Promise<UnderLoad> {
  const served = await world.serve({}, path.join(__dirname, 'bare.ts'));
  try {
    return await underLoad(world, served, forMs);
  } finally {
    await served.stop();
  }
}

async function underLoad(world: BenchWorld, served: Served, forMs: number): Promise<UnderLoad> {
  const requests = world.tokens.map((token) =>
    requestOf('/api/consent', { authorization: `Bearer ${token}`, 'x-forwarded-for': '192.0.2.1' }),
  );
  await load(served.port, requests, { connections: CONNECTIONS, forMs: WARM_UP_MS });
  await wait(200);
  const before = served.computedMs() ?? Number.NaN;
  const seen = await load(served.port, requests, { connections: CONNECTIONS, forMs });
  const computedMs = (served.computedMs() ?? Number.NaN) - before;
  const wrong = Object.keys(seen.statuses).filter((status) => status !== '200');
  if (wrong.length > 0) throw new Error(`not every pane was answered: ${JSON.stringify(seen.statuses)}`);
  return {
    ...seen,
    computedUs: (computedMs * 1_000) / Object.values(seen.statuses).reduce((sum, one) => sum + one, 0),
  };
}
