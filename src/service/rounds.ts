import type { Clock } from '../ports';

/** Work that is looked after again and again, never twice at once. */
export interface Rounds {
  start(): void;
  /** There is something to do: the next round begins now, or right after the one under way. */
  wake(): void;
  /** Resolves when no round is under way and none will begin. */
  stop(): Promise<void>;
}

/**
 * @param firstInMs the wait before the first round; 0 begins it with the start
 * @param everyMs the wait between two rounds, also after one that failed
 */
export function createRounds(parts: {
  readonly clock: Clock;
  readonly firstInMs: number;
  readonly everyMs: number;
  readonly work: () => Promise<void>;
  readonly onTrouble: (error: unknown) => void;
}): Rounds {
  const { clock, firstInMs, everyMs, work, onTrouble } = parts;
  let state: 'new' | 'resting' | 'working' | 'woken' | 'stopped' = 'new';
  let cancel = (): void => undefined;
  let round: Promise<void> = Promise.resolve();

  const begin = (): void => {
    cancel();
    state = 'working';
    round = work()
      .catch((error: unknown) => {
        // The stop cuts off what is under way: that is no trouble.
        if (state !== 'stopped') onTrouble(error);
      })
      .then(() => {
        if (state === 'stopped') return;
        if (state === 'woken') {
          begin();
          return;
        }
        state = 'resting';
        cancel = clock.after(everyMs, begin);
      });
  };

  return {
    start() {
      if (state !== 'new') return;
      if (firstInMs === 0) begin();
      else {
        state = 'resting';
        cancel = clock.after(firstInMs, begin);
      }
    },
    wake() {
      if (state === 'resting') begin();
      else if (state === 'working') state = 'woken';
    },
    async stop() {
      state = 'stopped';
      cancel();
      await round;
    },
  };
}
