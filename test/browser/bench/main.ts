/** `npm run bench`: measures the production build in the simulated world and prints the figures beside the aims. */
import { writeFile } from 'node:fs/promises';
import { buildWhenStale } from '../../tools/stale-build';
import { runMeasurement } from './command';
import { crowdFigures, grantFigures, trafficFigures, waitingFigures } from './counted-figures';
import { missedIn, renderTable, withoutTimes, type Figure } from './figures';
import { describeMachine, thisMachine } from './machine';
import { watchMarks } from './marks';
import { grantedOpenings, linkedOpenings, refusedOpenings } from './opening-figures';
import { measureFirstPaint, measureOpening } from './openings';
import { parseOptions, USAGE } from './options';
import { setStage, type Stage } from './stage';
import { say } from './times';

/** The whole must end, whatever hangs. */
const LIMIT_MS = 30 * 60_000;

interface Part {
  readonly name: string;
  readonly measure: (stage: Stage) => Promise<readonly Figure[]>;
  /** It differs from another part in a number alone, and cannot rot by itself. */
  readonly repeats?: true;
}

/** These need the world as it was set, with the grant played, and leave it so; each of the others plays its own. */
const IN_THE_WORLD: readonly Part[] = [
  { name: 'requests until the verdict', measure: trafficFigures },
  { name: 'openings', measure: (stage) => grantedOpenings(stage, 1) },
  { name: 'openings on a slow CPU', measure: (stage) => grantedOpenings(stage, 4), repeats: true },
  { name: 'openings over a link', measure: linkedOpenings },
  { name: 'openings without a grant', measure: refusedOpenings },
  { name: 'grant to green', measure: grantFigures },
  { name: 'waiting', measure: waitingFigures },
];
/** This has a world of its own. */
const APART: readonly Part[] = [{ name: 'crowd', measure: crowdFigures }];

/** A browser and servers that have just started are slower than they will ever be again. */
async function warmUp({ browser, linkedBrowser, world, blank }: Stage): Promise<void> {
  for (const one of [browser, linkedBrowser])
    await one.withFreshContext(async (context) =>
      measureOpening(context, await watchMarks(context), world, 1),
    );
  await browser.withFreshContext(async (context) =>
    measureFirstPaint(context, await watchMarks(context), blank, 1),
  );
}

/** What could be measured, and what could not, with the reason. */
async function measureAll(
  stage: Stage,
): Promise<{ figures: readonly Figure[]; failures: readonly string[] }> {
  const { only = '', short } = stage.options;
  const failures: string[] = [];
  const measured = async ({ name, measure }: Part): Promise<readonly Figure[]> => {
    say(name);
    try {
      return await measure(stage);
    } catch (error) {
      const failure = `${name}: ${error instanceof Error ? error.message : String(error)}`;
      failures.push(failure);
      say(`  not measured: ${failure}`);
      return [];
    }
  };
  const inLine = async (parts: readonly Part[]): Promise<readonly Figure[]> => {
    const figures: Figure[] = [];
    const wanted = parts.filter(({ name, repeats }) => name.includes(only) && !(short && repeats));
    for (const part of wanted) figures.push(...(await measured(part)));
    return figures;
  };
  // Where no time is judged, what disturbs nobody is measured beside the rest.
  const lines = short ? [IN_THE_WORLD, APART] : [[...IN_THE_WORLD, ...APART]];
  const figures = (await Promise.all(lines.map(inLine))).flat();
  if (figures.length + failures.length === 0) failures.push('no part has that name');
  return { figures: short ? withoutTimes(figures) : figures, failures };
}

async function main(): Promise<number> {
  const options = parseOptions(process.argv.slice(2));
  if (!options) {
    console.error(USAGE);
    return 2;
  }
  const machineBefore = thisMachine();
  await buildWhenStale();
  const stage = await setStage(options);
  try {
    if (!options.short) await warmUp(stage);
    const machine = { ...machineBefore, chromium: stage.browser.version };
    const { figures, failures } = await measureAll(stage);
    console.log(`${describeMachine(machine)}\n\n${renderTable(figures)}`);
    const missed = missedIn(figures);
    console.log(`\n${String(missed.length)} aims missed, ${String(failures.length)} parts not measured`);
    for (const failure of failures) console.log(`not measured: ${failure}`);
    if (options.jsonFile !== undefined) {
      const report = { machine, runs: options.runs, figures, failures };
      await writeFile(options.jsonFile, `${JSON.stringify(report, undefined, 2)}\n`);
    }
    return missed.length + failures.length === 0 ? 0 : 1;
  } finally {
    await stage.end();
  }
}

runMeasurement('benchmark', LIMIT_MS, main);
