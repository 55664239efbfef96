import type { Clock } from '../../ports';

// A computer that sleeps stops its timers, and not the time. As often as this is looked whether a longer wait is over. A
// browser's timer holds 31 bits, which are 25 days.
const LOOK_EVERY_MS = 60_000;

/** The browser's time. */
export function createBrowserClock(): Clock {
  return {
    now: () => Date.now(),
    after(ms, task) {
      const endMs = Date.now() + ms;
      let id: ReturnType<typeof setTimeout>;
      const wait = (leftMs: number): void => {
        const partMs = Math.min(leftMs, LOOK_EVERY_MS);
        id = setTimeout(() => {
          // Where the clock was set back, what has been waited counts.
          const restMs = Math.min(leftMs - partMs, endMs - Date.now());
          if (restMs > 0) wait(restMs);
          else task();
        }, partMs);
      };
      wait(Math.max(0, ms));
      return () => {
        clearTimeout(id);
      };
    },
  };
}
