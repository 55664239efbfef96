import { mkdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { loadCertificate } from './certificates';
import {
  ROOT,
  STATIC_CHECKS,
  benchmark,
  browser,
  build,
  bundle,
  emptyDatabase,
  type Ended,
  licences,
  lineOf,
  manifest,
  onLts,
  runCheck,
  runTogether,
  unit,
} from './checks';
import { findChromium } from './chromium';
import { isNginxInstalled } from './nginx';
import { isPgBouncerInstalled } from './pgbouncer';
import { startServer } from './postgres';
import { isLts } from './run-on-lts';
import { tallyJest, tallyPlaywright, type Tally } from './test-reports';

/**
 * `npm test`: every check and every test of the project. The last line is `N passed, N failed`, where each static
 * check, the build and the bundle count as one, and each test of jest and Playwright as one.
 */
async function main(): Promise<boolean> {
  const checks: Ended[] = [];
  const tell = (ended: Ended): void => {
    console.log(lineOf(ended));
  };

  // With an empty database, on which the services of the tests start sooner.
  console.log('\nStatic checks');
  checks.push(...(await runTogether([emptyDatabase, ...STATIC_CHECKS], 2, tell)));

  console.log('\nUnit, component and service tests');
  await loadCertificate();
  const database = await startServer();
  console.log(
    database === undefined ? 'PostgreSQL is not installed: PGlite only.' : 'With PGlite and PostgreSQL.',
  );
  if (database === undefined || !isPgBouncerInstalled())
    console.log('PgBouncer is not installed, or nothing is behind it: the tests through it are skipped.');
  const env: Record<string, string> =
    database === undefined ? {} : { TEST_DATABASE_URL: database.databaseUrl };
  const jestTally = await (async () => {
    try {
      const tally = await runJest(env);
      const further = isLts(process.version) ? [] : [onLts];
      const andFurther = further.length === 0 ? '' : ', and the same tests on Node’s long-term support';
      console.log(`\nProduction build${andFurther}`);
      const sideBySide = await Promise.all([runTogether(further, 1, tell, env), buildAndLook(tell)]);
      checks.push(...sideBySide.flat());
      return tally;
    } finally {
      await database?.stop();
    }
  })();
  const isBuilt = checks.some(({ name, ok }) => name === build.name && ok);

  console.log('\nBrowser tests');
  if (!isNginxInstalled()) console.log('nginx is not installed: the journeys through it are skipped.');
  const browserTally = isBuilt
    ? await runBrowserTests()
    : {
        passed: 0,
        failed: 1,
        skipped: 0,
        failures: ['The browser tests did not run: there is no build to test.'],
      };

  return report(checks, [jestTally, browserTally]);
}

async function runJest(env: Readonly<Record<string, string>>): Promise<Tally> {
  const file = await freshReport('jest.json');
  const withReport = { ...unit, args: [...unit.args, '--json', `--outputFile=${file}`] };
  const ended = await runCheck(withReport, true, env);
  return tallyJest(await textOf(file), ended.ok);
}

/** The build, and what can be said of it without a browser's story. */
async function buildAndLook(tell: (ended: Ended) => void): Promise<readonly Ended[]> {
  const built = await runTogether([build], 1, tell);
  if (!built.every(({ ok }) => ok)) return built;
  const parts = await runTogether([emptyDatabase, manifest, licences, bundle], 1, tell);
  // It looks whether all of them have made their part, and would build.
  const measured = await runTogether([benchmark], 1, tell);
  return [...built, ...parts, ...measured];
}

async function runBrowserTests(): Promise<Tally> {
  try {
    await findChromium();
  } catch (error) {
    return {
      passed: 0,
      failed: 1,
      skipped: 0,
      failures: [error instanceof Error ? error.message : String(error)],
    };
  }
  const file = await freshReport('browser.json');
  const ended = await runCheck(browser, true);
  return tallyPlaywright(await textOf(file), ended.ok);
}

function report(checks: readonly Ended[], tallies: readonly Tally[]): boolean {
  const badChecks = checks.filter((check) => !check.ok);
  const failures = [
    ...badChecks.map((check) => `${check.name}\n${check.output.trim()}`),
    ...tallies.flatMap((tally) => tally.failures),
  ];
  if (failures.length > 0) console.log(`\nFailures\n\n${failures.join('\n\n')}`);

  const sum = (pick: (tally: Tally) => number): number =>
    tallies.reduce((all, tally) => all + pick(tally), 0);
  const skipped = sum((tally) => tally.skipped);
  if (skipped > 0) console.log(`\n${String(skipped)} tests were skipped.`);

  const unlooked = checks.filter((check) => check.skipped);
  for (const { name, output } of unlooked)
    console.log(`\nThe check of the ${name} was SKIPPED.\n${output.trim()}`);

  const passed = checks.length - badChecks.length - unlooked.length + sum((tally) => tally.passed);
  const failed = badChecks.length + sum((tally) => tally.failed);
  console.log(`\n${String(passed)} passed, ${String(failed)} failed`);
  return failed === 0 && passed > 0;
}

/** The place of a report, with nothing of an earlier run in it. */
async function freshReport(name: string): Promise<string> {
  const file = path.join(ROOT, 'test-results', name);
  await mkdir(path.dirname(file), { recursive: true });
  await rm(file, { force: true });
  return file;
}

async function textOf(file: string): Promise<string | undefined> {
  return readFile(file, 'utf8').catch(() => undefined);
}

main().then(
  (ok) => {
    process.exitCode = ok ? 0 : 1;
  },
  (error: unknown) => {
    console.error(error);
    console.log('\n0 passed, 1 failed');
    process.exitCode = 1;
  },
);
