/** `npm run bench:ledger`: measures the ledger with 100,000 organisations on each database, and prints the aims beside it. */
import { reportFigures, runMeasurement } from '../../browser/bench/command';
import type { Figure } from '../../browser/bench/figures';
import { DATABASE_KINDS, type DatabaseKind } from '../testing/databases';
import { measureLedger, type PageFigures } from './measure-ledger';

const ORGANISATIONS = 100_000;
const LIMIT_MS = 15 * 60_000;
/** The aims of the issue. "Flat" is less than the list itself would take. */
const AIMS = { firstPageMs: 50, csvMs: 10_000, growthBytes: 64_000_000 } as const;

const DATABASES: Readonly<Record<DatabaseKind, string>> = {
  pglite: 'the embedded database, in this process',
  postgres: 'a PostgreSQL server',
};

const pageFigures = (group: string, name: string, seen: PageFigures): readonly Figure[] => [
  { group, name: `${name}, p99`, unit: 'ms', value: seen.p99Ms, atMost: AIMS.firstPageMs },
  { group, name: `${name}, median`, unit: 'ms', value: seen.medianMs },
  { group, name: `${name}, computed by this process`, unit: 'ms', value: seen.computedMs },
];

async function figuresOn(kind: DatabaseKind): Promise<readonly Figure[]> {
  const seen = await measureLedger(kind, ORGANISATIONS);
  const group = `${String(seen.organisations)} organisations, ${DATABASES[kind]}`;
  return [
    ...pageFigures(group, 'first page of the list', seen.firstPage),
    ...pageFigures(
      group,
      `the same beside ${seen.panesASecond.toFixed(0)} panes a second`,
      seen.firstPageBesidePanes,
    ),
    { group, name: `CSV of ${String(seen.csvRows)} rows`, unit: 'ms', value: seen.csvMs, atMost: AIMS.csvMs },
    { group, name: 'its size', unit: 'bytes', value: seen.csvBytes },
    {
      group,
      name: 'growth of the process meanwhile',
      unit: 'bytes',
      value: seen.csvGrowthBytes,
      atMost: AIMS.growthBytes,
    },
    { group, name: 'questions of the sweep a second', unit: 'count', value: seen.sweepASecond },
    {
      group,
      name: 'all asked once, in minutes',
      unit: 'count',
      value: seen.organisations / seen.sweepASecond / 60,
    },
    {
      group,
      name: 'growth of the process while it sweeps',
      unit: 'bytes',
      value: seen.sweepGrowthBytes,
      atMost: AIMS.growthBytes,
    },
  ];
}

async function measure(): Promise<readonly Figure[]> {
  const figures: Figure[] = [];
  for (const kind of DATABASE_KINDS) {
    process.stderr.write(`${DATABASES[kind]}\n`);
    figures.push(...(await figuresOn(kind)));
  }
  return figures;
}

const main = async (): Promise<number> => ((await reportFigures(measure)) === 0 ? 0 : 1);

runMeasurement('benchmark', LIMIT_MS, main);
