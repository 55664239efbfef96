/**
 * `npm run soak`: a pane that is left open for eight hours, and an hour of the service with all that comes to it, both by a
 * clock that is turned by hand. Prints the figures beside what they may be at most.
 */
import { reportFigures, runMeasurement } from '../browser/bench/command';
import { countFigure, type Figure } from '../browser/bench/figures';
import { DATABASE_KINDS, startDatabases, type DatabaseKind } from '../service/testing/databases';
import { soakPane, WORKING_DAY } from './soak-pane';
import { soakService } from './soak-service';

const HOUR_MS = 60 * 60_000;
const LIMIT_MS = 30 * 60_000;

/** The aims of the issue; the budgets are the design's. */
const AIMS = {
  paneGrowthBytes: 2_000_000,
  tokensInFiveMinutes: 12,
  tokensAnHour: 40,
  serviceGrowthBytes: 8_000_000,
};

/** From the first look, when everything has been loaded and used, to the last. */
const growthOf = (heap: readonly number[]): number => (heap.at(-1) ?? Number.NaN) - (heap[0] ?? Number.NaN);

async function paneFigures(): Promise<readonly Figure[]> {
  const seen = await soakPane(WORKING_DAY);
  const group = `A pane that is open for ${String(seen.hours)} hours`;
  return [
    {
      group,
      name: 'growth from the first hour to the last',
      unit: 'bytes',
      value: growthOf(seen.heapBytes),
      atMost: AIMS.paneGrowthBytes,
    },
    { group, name: 'silent token requests', unit: 'count', value: seen.tokens },
    {
      group,
      name: 'most of them in five minutes',
      unit: 'count',
      value: seen.mostInFiveMinutes,
      atMost: AIMS.tokensInFiveMinutes,
    },
    {
      group,
      name: 'most of them in an hour in which nobody did anything',
      unit: 'count',
      value: seen.mostInAQuietHour,
      atMost: AIMS.tokensAnHour,
    },
    { group, name: 'timers and listeners after it was closed', unit: 'count', value: seen.left, atMost: 0 },
  ];
}

async function serviceFigures(kind: DatabaseKind): Promise<readonly Figure[]> {
  const databases = await startDatabases(kind);
  try {
    const seen = await soakService(databases, HOUR_MS);
    for (const verdict of seen.falseVerdicts.slice(0, 20)) console.error(verdict);
    const group = `${String(seen.simulatedMs / 60_000)} minutes of the service on ${kind}`;
    const count = (name: string, value: number, atMost?: number): Figure =>
      countFigure(group, name, value, atMost);
    return [
      count('panes told: granted', seen.granted),
      count('panes told: not granted', seen.notGranted),
      count('panes told: no answer', seen.withoutAnswer),
      count('false verdicts', seen.falseVerdicts.length, 0),
      count('returns of strangers', seen.returns),
      count('approvals with a look', seen.looks),
      count('faults of Microsoft', seen.faults),
      ...Object.entries(seen.nonsense).map(([status, times]) => count(`nonsense answered ${status}`, times)),
      count('timers after its end', seen.timersLeft, 0),
      {
        group,
        name: 'growth from the first quarter to the last',
        unit: 'bytes',
        value: growthOf(seen.heapBytes),
        atMost: AIMS.serviceGrowthBytes,
      },
    ];
  } finally {
    await databases.stop();
  }
}

async function measure(): Promise<readonly Figure[]> {
  const figures: Figure[] = [];
  process.stderr.write('a pane\n');
  figures.push(...(await paneFigures()));
  for (const kind of DATABASE_KINDS) {
    process.stderr.write(`the service on ${kind}\n`);
    figures.push(...(await serviceFigures(kind)));
  }
  return figures;
}

const main = async (): Promise<number> => ((await reportFigures(measure)) === 0 ? 0 : 1);

runMeasurement('soak', LIMIT_MS, main);
