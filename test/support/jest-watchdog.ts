import type { Circus } from '@jest/types';

/**
 * What a test may not do in silence: write to console.error or console.warn, or leave a timer behind that the
 * product's own code has started. Both are real faults that a green test would hide.
 */

type Sandbox = typeof globalThis;
type Trouble = { readonly inTest: string | undefined; readonly error: Error };
type Pending = { readonly startedAt: string; readonly inTest: string | undefined };

/** Service code keeps timers for as long as its server lives, which is often longer than one test. */
const LIVES_AS_LONG_AS_THE_FILE = /[\\/]src[\\/]service[\\/]/;
const PRODUCT_CODE = /[\\/]src[\\/]/;

/** The file and line that called the function `above`, or undefined when it is not the product's code. */
function callerInProduct(above: (...args: never[]) => unknown): string | undefined {
  const { prepareStackTrace, stackTraceLimit } = Error;
  Error.stackTraceLimit = 1;
  Error.prepareStackTrace = (_error, frames) => {
    const frame = frames[0];
    return frame === undefined ? '' : `${frame.getFileName() ?? ''}:${String(frame.getLineNumber() ?? 0)}`;
  };
  try {
    const holder: { stack?: string } = {};
    Error.captureStackTrace(holder, above);
    const caller = holder.stack ?? '';
    return PRODUCT_CODE.test(caller) && !caller.includes('node_modules') ? caller : undefined;
  } finally {
    Error.prepareStackTrace = prepareStackTrace;
    Error.stackTraceLimit = stackTraceLimit;
  }
}

/** Puts the watch on a sandbox; `handle` belongs in the environment's handleTestEvent. */
export function watchSandbox(sandbox: Sandbox): {
  readonly handle: (event: Circus.Event, state: Circus.State) => void;
} {
  const troubles: Trouble[] = [];
  const pending = new Map<unknown, Pending>();
  let currentTest: string | undefined;

  for (const level of ['error', 'warn'] as const) {
    const print = sandbox.console[level].bind(sandbox.console);
    sandbox.console[level] = (...args: unknown[]) => {
      troubles.push({
        inTest: currentTest,
        error: new Error(`console.${level} was called: ${args.map((arg) => readable(arg)).join(' ')}`),
      });
      print(...args);
    };
  }

  watchTimer('setTimeout', 'clearTimeout', true);
  watchTimer('setInterval', 'clearInterval', false);

  function watchTimer(
    start: 'setTimeout' | 'setInterval',
    stop: 'clearTimeout' | 'clearInterval',
    onlyOnce: boolean,
  ): void {
    const realStart = sandbox[start].bind(sandbox) as (...args: unknown[]) => unknown;
    const realStop = sandbox[stop].bind(sandbox) as (timer: unknown) => void;
    const watchedStart = (task: unknown, delayMs?: number, ...rest: unknown[]): unknown => {
      const startedAt = callerInProduct(watchedStart);
      if (startedAt === undefined || typeof task !== 'function') return realStart(task, delayMs, ...rest);
      const run = (...args: unknown[]): void => {
        if (onlyOnce) pending.delete(timer);
        (task as (...args: unknown[]) => void)(...args);
      };
      const timer = realStart(run, delayMs, ...rest);
      pending.set(timer, { startedAt, inTest: currentTest });
      return timer;
    };
    const watchedStop = (timer: unknown): void => {
      // Node takes the primitive of a timer as well as the timer itself.
      for (const known of pending.keys())
        if (known === timer || Number(known) === timer) pending.delete(known);
      realStop(timer);
    };
    Object.assign(sandbox, {
      // Node's promisified timer (node:util) hangs on a symbol of the original.
      [start]: Object.assign(watchedStart, Object.fromEntries(symbolsOf(sandbox[start]))),
      [stop]: watchedStop,
    });
  }

  /** Takes out the pending timers that should have ended by now and still keep the process busy. */
  function leakedTimers(ended: (leak: Pending) => boolean): Error[] {
    const errors: Error[] = [];
    for (const [timer, leak] of pending) {
      if (!ended(leak)) continue;
      pending.delete(timer);
      const keepsProcess = (timer as { hasRef?: () => boolean }).hasRef?.() ?? true;
      if (!keepsProcess) continue;
      errors.push(new Error(`A timer started at ${leak.startedAt} was still pending at the end.`));
      // One word is enough: the leak must not also run on into the next test.
      sandbox.clearTimeout(timer as never);
    }
    return errors;
  }

  return {
    handle(event, state) {
      switch (event.name) {
        case 'test_start':
          currentTest = event.test.name;
          break;
        case 'test_done': {
          const mine = troubles.splice(0).map((trouble) => trouble.error);
          const leaks = leakedTimers(
            (leak) => leak.inTest === event.test.name && !LIVES_AS_LONG_AS_THE_FILE.test(leak.startedAt),
          );
          event.test.errors.push(...[...mine, ...leaks].map((error) => error as Circus.TestError));
          currentTest = undefined;
          break;
        }
        case 'run_finish':
          for (const error of [...troubles.map((trouble) => trouble.error), ...leakedTimers(() => true)]) {
            state.unhandledErrors.push(error as Circus.Exception);
          }
          break;
        default:
          break;
      }
    },
  };
}

function symbolsOf(value: object): [symbol, unknown][] {
  return Object.getOwnPropertySymbols(value).map((key) => [key, Reflect.get(value, key) as unknown]);
}

function readable(value: unknown): string {
  if (typeof value === 'string') return value;
  if (value instanceof Error) return value.stack ?? value.message;
  try {
    return JSON.stringify(value) ?? String(value);
  } catch {
    return String(value);
  }
}
