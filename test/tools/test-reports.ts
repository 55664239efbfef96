/** Counts of one test run, with a readable line for each failure. */
export interface Tally {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  readonly failures: readonly string[];
}

/**
 * Counts jest's JSON report. A file that could not run counts as one failure; so does a report that is missing, or
 * a run that ended badly although every test in the report is fine.
 * @param report what lay in the file, undefined when there was none
 * @param ok whether the program itself ended well
 */
export function tallyJest(report: string | undefined, ok: boolean): Tally {
  const parsed = parse(report) as JestReport | undefined;
  if (parsed === undefined) return lost('jest left no report of its tests');
  const failures = parsed.testResults.flatMap((file) => {
    const failed = file.assertionResults.filter((test) => test.status === 'failed');
    if (failed.length === 0 && file.status === 'failed') {
      return [`${file.name}: ${firstLines(file.message ?? '')}`];
    }
    return failed.map(
      (test) => `${file.name}: ${test.fullName}\n${firstLines(test.failureMessages[0] ?? '')}`,
    );
  });
  return withExitCode(ok, 'jest', {
    passed: parsed.numPassedTests,
    failed: failures.length,
    skipped: parsed.numPendingTests + parsed.numTodoTests,
    failures,
  });
}

/** Counts Playwright's JSON report, by the same rules as `tallyJest`. */
export function tallyPlaywright(report: string | undefined, ok: boolean): Tally {
  const parsed = parse(report) as PlaywrightReport | undefined;
  if (parsed === undefined) return lost('Playwright left no report of its tests');
  const specs = parsed.suites.flatMap(allSpecs);
  const failures = [
    ...parsed.errors.map((error) => `Playwright: ${firstLines(error.message ?? '')}`),
    ...specs
      .filter(({ tests }) => tests.some((test) => test.status === 'unexpected' || test.status === 'flaky'))
      .map((spec) => {
        const message = spec.tests
          .flatMap((test) => test.results)
          .find((result) => result.error !== undefined);
        return `${spec.file}:${String(spec.line)} ${spec.title}\n${firstLines(message?.error?.message ?? '')}`;
      }),
  ];
  const count = (status: string): number =>
    specs.filter(({ tests }) => tests.length > 0 && tests.every((test) => test.status === status)).length;
  return withExitCode(ok, 'Playwright', {
    passed: count('expected'),
    failed: failures.length,
    skipped: count('skipped'),
    failures,
  });
}

interface JestReport {
  readonly numPassedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly message?: string;
    readonly assertionResults: readonly {
      readonly status: string;
      readonly fullName: string;
      readonly failureMessages: readonly string[];
    }[];
  }[];
}

interface PlaywrightSuite {
  readonly suites?: readonly PlaywrightSuite[];
  readonly specs: readonly {
    readonly title: string;
    readonly file: string;
    readonly line: number;
    readonly tests: readonly {
      readonly status: string;
      readonly results: readonly { readonly error?: { readonly message?: string } }[];
    }[];
  }[];
}

interface PlaywrightReport {
  readonly suites: readonly PlaywrightSuite[];
  readonly errors: readonly { readonly message?: string }[];
}

function allSpecs(suite: PlaywrightSuite): PlaywrightSuite['specs'] {
  return [...suite.specs, ...(suite.suites ?? []).flatMap(allSpecs)];
}

function withExitCode(ok: boolean, name: string, tally: Tally): Tally {
  if (ok || tally.failed > 0) return tally;
  const why = `${name} ended with an error although no test failed; see its output above`;
  return { ...tally, failed: 1, failures: [why] };
}

function lost(why: string): Tally {
  return { passed: 0, failed: 1, skipped: 0, failures: [why] };
}

function parse(text: string | undefined): unknown {
  if (text === undefined) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Colours would make a mess of a log. */
const COLOURS = new RegExp(`${String.fromCharCode(27)}\\[[0-9;]*m`, 'g');
const LINES_SHOWN = 12;

function firstLines(text: string): string {
  return text.replaceAll(COLOURS, '').trim().split('\n').slice(0, LINES_SHOWN).join('\n');
}
