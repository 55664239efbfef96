/**
 * `npm run bench:service`: how many panes a second the service answers on each database, what it holds, and how three
 * instances behind one address hold 20,000 panes while one of them dies. With `--quick` it is a look, not a measurement.
 */
import { reportFigures, runMeasurement } from '../../browser/bench/command';
import type { Figure } from '../../browser/bench/figures';
import { DATABASE_KINDS, type DatabaseKind } from '../testing/databases';
import { buildWhenStale } from '../../tools/stale-build';
import { startBenchWorld, type BenchWorld } from './bench-world';
import { measureBare, measureConsent } from './measure-consent';
import { measureInstances, type InstancesPlan } from './measure-instances';

const LIMIT_MS = 15 * 60_000;
const TENANTS = 20;
const PEOPLE_EACH = 10;

/** The aims of the issue. */
const AIMS = {
  aSecond: { postgres: 15_000, pglite: 8_000 },
  p99Ms: 10,
  longestMs: 100,
  memoryBytes: 350_000_000,
  startMs: 1_500,
  acrossP99Ms: 100,
} as const;

const DATABASES: Readonly<Record<DatabaseKind, string>> = {
  pglite: 'the embedded database',
  postgres: 'a PostgreSQL server',
};

const LONG: InstancesPlan = { requests: 1_000, listenersEach: 20, returnsASecond: 100, forMs: 60_000 };
const SHORT: InstancesPlan = { requests: 50, listenersEach: 10, returnsASecond: 20, forMs: 8_000 };

async function consentFigures(
  world: BenchWorld,
  kind: DatabaseKind,
  isQuick: boolean,
): Promise<readonly Figure[]> {
  const seen = await measureConsent(world, kind, isQuick ? 3_000 : 10_000);
  const group = `GET /api/consent over 50 connections, ${DATABASES[kind]}`;
  const isEmbedded = kind === 'pglite';
  return [
    { group, name: 'answers a second', unit: 'count', value: seen.aSecond, atLeast: AIMS.aSecond[kind] },
    { group, name: 'median', unit: 'ms', value: seen.medianMs },
    { group, name: 'p99', unit: 'ms', value: seen.p99Ms, atMost: AIMS.p99Ms },
    { group, name: 'longest', unit: 'ms', value: seen.longestMs, atMost: AIMS.longestMs },
    { group, name: 'computed for each, in microseconds', unit: 'count', value: seen.computedUs },
    { group, name: 'first start, which makes the tables', unit: 'ms', value: seen.firstStartMs },
    {
      group,
      name: 'any other start',
      unit: 'ms',
      value: seen.startMs,
      ...(isEmbedded ? { atMost: AIMS.startMs } : {}),
    },
    {
      group,
      name: 'most memory during the first start',
      unit: 'bytes',
      value: seen.memoryAtMostAtFirst,
      ...(isEmbedded ? { atMost: AIMS.memoryBytes } : {}),
    },
    { group, name: 'memory after the start', unit: 'bytes', value: seen.memoryAtStart },
    {
      group,
      name: 'memory after the load',
      unit: 'bytes',
      value: seen.memoryAfter,
      ...(isEmbedded ? { atMost: AIMS.memoryBytes } : {}),
    },
  ];
}

/** What the aims are to be seen beside: the sockets that measure compute on the same cores as what is measured. */
async function bareFigures(world: BenchWorld, isQuick: boolean): Promise<readonly Figure[]> {
  const seen = await measureBare(world, isQuick ? 3_000 : 10_000);
  const group = 'Fastify alone, with a text as long, over 50 connections';
  return [
    { group, name: 'answers a second', unit: 'count', value: seen.aSecond },
    { group, name: 'p99', unit: 'ms', value: seen.p99Ms },
    { group, name: 'computed for each, in microseconds', unit: 'count', value: seen.computedUs },
  ];
}

async function instancesFigures(world: BenchWorld, plan: InstancesPlan): Promise<readonly Figure[]> {
  const seen = await measureInstances(world, plan);
  const group = `Three instances, ${String(seen.listeners)} panes, ${String(plan.returnsASecond)} returns a second; half-way one dies, and a connection is cut`;
  const none = { group, unit: 'count', atMost: 0 } as const;
  return [
    { group, name: 'returns', unit: 'count', value: seen.returns },
    { group, name: 'events due to panes', unit: 'count', value: seen.due },
    { ...none, name: 'missed', value: seen.missed },
    { ...none, name: 'told twice', value: seen.twice },
    { group, name: 'until a pane hears, median, before', unit: 'ms', value: seen.calmMedianMs },
    {
      group,
      name: 'until a pane hears, p99, before',
      unit: 'ms',
      value: seen.calmP99Ms,
      atMost: AIMS.acrossP99Ms,
    },
    { group, name: 'longest, those cut off included', unit: 'ms', value: seen.longestMs },
    { group, name: 'returns that the death cut off, brought again', unit: 'count', value: seen.cutByDeath },
    { ...none, name: 'returns that anything else cut off', value: seen.cutWithoutDeath },
    { ...none, name: 'returns that nothing was recorded of', value: seen.lostReturns },
    { ...none, name: "one address's calls past its limit", value: seen.takenOverLimit },
  ];
}

async function measure(isQuick: boolean): Promise<readonly Figure[]> {
  const figures: Figure[] = [];
  const world = await startBenchWorld(TENANTS, PEOPLE_EACH);
  try {
    process.stderr.write('Fastify alone\n');
    figures.push(...(await bareFigures(world, isQuick)));
    for (const kind of DATABASE_KINDS) {
      process.stderr.write(`${DATABASES[kind]}\n`);
      figures.push(...(await consentFigures(world, kind, isQuick)));
    }
    if (DATABASE_KINDS.includes('postgres')) {
      process.stderr.write('three instances\n');
      figures.push(...(await instancesFigures(world, isQuick ? SHORT : LONG)));
    }
  } finally {
    await world.stop();
  }
  return figures;
}

async function main(): Promise<number> {
  await buildWhenStale();
  const isQuick = process.argv.includes('--quick');
  const missed = await reportFigures(() => measure(isQuick));
  return missed === 0 || isQuick ? 0 : 1;
}

runMeasurement('benchmark', LIMIT_MS, main);
