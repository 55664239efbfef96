import type { Clock } from '../ports';

/** The machine's clock. Its timers never keep the process alive by themselves: the listening socket does that. */
export const systemClock: Clock = {
  now: () => Date.now(),
  after: (ms, task) => {
    const timer = setTimeout(task, ms);
    timer.unref();
    return () => clearTimeout(timer);
  },
};

/** The clocks of two instances may differ by this much. What is further ahead was written by one that was wrong. */
export const CLOCKS_DIFFER_MS = 5_000;

/** A signal that aborts after `ms` milliseconds of the clock; `end` takes the timer away. */
export function timeLimit(clock: Clock, ms: number): { readonly signal: AbortSignal; end(): void } {
  const controller = new AbortController();
  const end = clock.after(ms, () => controller.abort(new Error(`no answer within ${String(ms)} ms`)));
  return { signal: controller.signal, end };
}
