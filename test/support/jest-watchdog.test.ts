import vm from 'node:vm';
import type { Circus } from '@jest/types';
import { watchSandbox } from './jest-watchdog';

type Timers = Pick<typeof globalThis, 'setTimeout' | 'setInterval' | 'clearTimeout' | 'clearInterval'>;

/** A sandbox of its own, and code that claims to come from the given file. */
function world() {
  const sandbox = {
    console: { error: jest.fn(), warn: jest.fn() },
    setTimeout,
    setInterval,
    clearTimeout,
    clearInterval,
  } as unknown as typeof globalThis;
  const { handle } = watchSandbox(sandbox);
  const unhandledErrors: unknown[] = [];
  const state = { unhandledErrors } as unknown as Circus.State;
  return {
    sandbox,
    unhandledErrors,
    startTest(name: string) {
      const test = { name, errors: [] as unknown[] } as unknown as Circus.TestEntry;
      handle({ name: 'test_start', test }, state);
      return {
        end(): readonly string[] {
          handle({ name: 'test_done', test }, state);
          return test.errors.map((error) => String(error));
        },
      };
    },
    finish(): readonly string[] {
      handle({ name: 'run_finish' }, state);
      return unhandledErrors.map((error) => String(error));
    },
    from(file: string, code: string): unknown {
      const run = vm.runInThisContext(`(timers) => { ${code} }`, { filename: file }) as (
        timers: Timers,
      ) => unknown;
      return run(sandbox);
    },
  };
}

const PRODUCT = '/project/src/app/loop.ts';
const SERVICE = '/project/src/service/sweep.ts';

describe('the watch over every test', () => {
  test('a quiet test stays green', () => {
    const { startTest, finish } = world();
    expect(startTest('quiet').end()).toEqual([]);
    expect(finish()).toEqual([]);
  });

  test.each(['error', 'warn'] as const)('console.%s fails the test that called it, and no other', (level) => {
    const { sandbox, startTest } = world();
    const loud = startTest('loud');
    sandbox.console[level]('boo', new Error('inner'), { a: 1 });
    const [failure] = loud.end();
    expect(failure).toContain(`console.${level} was called: boo`);
    expect(failure).toContain('inner');
    expect(startTest('next').end()).toEqual([]);
  });

  test('what is printed outside of every test fails the file', () => {
    const { sandbox, finish } = world();
    sandbox.console.error('while loading');
    expect(finish()).toEqual([expect.stringContaining('while loading')]);
  });

  test('a timer of the product that is left behind fails the test, once, with its place', () => {
    const { from, startTest, finish } = world();
    const leaky = startTest('leaky');
    from(PRODUCT, 'timers.setTimeout(() => {}, 60_000)');
    from(PRODUCT, 'timers.setInterval(() => {}, 60_000)');
    expect(leaky.end()).toEqual([
      expect.stringContaining(`${PRODUCT}:1`),
      expect.stringContaining(`${PRODUCT}:1`),
    ]);
    expect(finish()).toEqual([]);
  });

  test('a timer that ran, was cleared or does not hold the process is fine', async () => {
    const { from, startTest } = world();
    const tidy = startTest('tidy');
    await new Promise<void>((resolve) => {
      from(PRODUCT, 'timers.setTimeout(() => {}, 0)');
      from(PRODUCT, 'timers.clearTimeout(timers.setTimeout(() => {}, 60_000))');
      from(PRODUCT, 'timers.clearInterval(timers.setInterval(() => {}, 60_000))');
      from(PRODUCT, 'timers.clearTimeout(Number(timers.setTimeout(() => {}, 60_000)))');
      from(PRODUCT, 'timers.setTimeout(() => {}, 60_000).unref()');
      setTimeout(resolve, 20);
    });
    expect(tidy.end()).toEqual([]);
  });

  test('the timers of tests and packages are their own business', () => {
    const { from, startTest } = world();
    const test = startTest('others');
    const timers = [
      from('/project/test/app/loop.test.ts', 'return timers.setTimeout(() => {}, 60_000)'),
      from('/project/node_modules/lib/src/index.js', 'return timers.setTimeout(() => {}, 60_000)'),
    ];
    expect(test.end()).toEqual([]);
    for (const timer of timers) clearTimeout(timer as NodeJS.Timeout);
  });

  test('a server may keep its timers between tests, but not after the last', () => {
    const { from, startTest, finish } = world();
    const first = startTest('first');
    from(SERVICE, 'timers.setInterval(() => {}, 60_000)');
    expect(first.end()).toEqual([]);
    expect(finish()).toEqual([expect.stringContaining(SERVICE)]);
  });
});
