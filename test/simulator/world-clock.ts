import type { Clock } from '../../src/ports';

/** A clock that runs like the machine's and can be put forward; what was due in between happens at once. */
export interface WorldClock extends Clock {
  aheadMs(): number;
  putForward(ms: number): void;
}

interface Waiting {
  readonly dueMs: number;
  readonly task: () => void;
  timer: ReturnType<typeof setTimeout>;
}

export function createWorldClock(): WorldClock {
  let aheadMs = 0;
  const waiting = new Set<Waiting>();
  const now = (): number => Date.now() + aheadMs;

  function wait(one: Waiting): void {
    clearTimeout(one.timer);
    one.timer = setTimeout(
      () => {
        waiting.delete(one);
        one.task();
      },
      Math.max(0, one.dueMs - now()),
    );
  }

  return {
    now,
    after: (ms, task) => {
      const one: Waiting = { dueMs: now() + ms, task, timer: setTimeout(() => undefined, 0) };
      waiting.add(one);
      wait(one);
      return () => {
        clearTimeout(one.timer);
        waiting.delete(one);
      };
    },
    aheadMs: () => aheadMs,
    putForward: (ms) => {
      aheadMs += ms;
      for (const one of waiting) wait(one);
    },
  };
}
