import { tallyJest, tallyPlaywright } from './test-reports';

const jestReport = (results: unknown[], passed: number): string =>
  JSON.stringify({ numPassedTests: passed, numPendingTests: 1, numTodoTests: 0, testResults: results });
const passing = { status: 'passed', fullName: 'works', failureMessages: [] };
const failing = { status: 'failed', fullName: 'breaks', failureMessages: ['\u001b[31mexpected 1\u001b[0m'] };

describe('what jest reports', () => {
  test('is counted test by test', () => {
    const report = jestReport(
      [{ name: 'a.test.ts', status: 'failed', assertionResults: [passing, failing] }],
      1,
    );
    expect(tallyJest(report, false)).toEqual({
      passed: 1,
      failed: 1,
      skipped: 1,
      failures: ['a.test.ts: breaks\nexpected 1'],
    });
  });

  test('a file that could not run is a failure', () => {
    const report = jestReport(
      [{ name: 'a.test.ts', status: 'failed', message: 'no such module', assertionResults: [] }],
      0,
    );
    expect(tallyJest(report, false)).toMatchObject({ failed: 1, failures: ['a.test.ts: no such module'] });
  });

  test('a bad end without a failed test is a failure all the same', () => {
    const report = jestReport([{ name: 'a.test.ts', status: 'passed', assertionResults: [passing] }], 1);
    expect(tallyJest(report, false)).toMatchObject({ passed: 1, failed: 1 });
    expect(tallyJest(report, true)).toMatchObject({ passed: 1, failed: 0 });
  });

  test.each([undefined, '', '{"numPassedTests":'])('no readable report (%j) is a failure', (report) => {
    expect(tallyJest(report, true)).toMatchObject({ passed: 0, failed: 1 });
  });
});

describe('what Playwright reports', () => {
  const spec = (title: string, status: string, message?: string) => ({
    title,
    file: 'a.spec.ts',
    line: 3,
    tests: [{ status, results: [message === undefined ? {} : { error: { message } }] }],
  });
  const report = (specs: unknown[], errors: unknown[] = []): string =>
    JSON.stringify({ suites: [{ specs: [], suites: [{ specs }] }], errors });

  test('is counted test by test, in suites within suites', () => {
    const specs = [spec('one', 'expected'), spec('two', 'unexpected', 'no button'), spec('three', 'skipped')];
    expect(tallyPlaywright(report(specs), false)).toEqual({
      passed: 1,
      failed: 1,
      skipped: 1,
      failures: ['a.spec.ts:3 two\nno button'],
    });
  });

  test('a test that passed only at the second try is a failure', () => {
    expect(tallyPlaywright(report([spec('one', 'flaky')]), true)).toMatchObject({ passed: 0, failed: 1 });
  });

  test('an error outside of every test, or none at all behind a bad end, is a failure', () => {
    expect(tallyPlaywright(report([], [{ message: 'No tests found' }]), false)).toMatchObject({
      failed: 1,
      failures: ['Playwright: No tests found'],
    });
    expect(tallyPlaywright(report([spec('one', 'expected')]), false)).toMatchObject({ passed: 1, failed: 1 });
    expect(tallyPlaywright(undefined, true)).toMatchObject({ failed: 1 });
  });
});
