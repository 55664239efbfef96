import type { Clock } from '../../ports';

// A browser's timer holds 31 bits; a longer wait would fire at once.
const LONGEST_TIMER_MS = 2_147_483_647;

/** The browser's time. */
export function createBrowserClock(): Clock {
  return {
    now: () => Date.now(),
    after(ms, task) {
      const id = setTimeout(task, Math.min(Math.max(0, ms), LONGEST_TIMER_MS));
      return () => {
        clearTimeout(id);
      };
    },
  };
}
