import type { Clock } from '../../ports';

// Soon after one another for a network that was gone for a moment, then every half minute.
const PAUSES_MS = [1_000, 3_000, 10_000, 30_000] as const;
const LAST_PAUSE_MS = 30_000;

/**
 * What `load` brings, asked for again and again until it comes: a chunk that a cut in the network kept away. `onTrouble`
 * hears of the first failure. Never rejects.
 */
export function loadAgain<T>(
  load: () => Promise<T>,
  clock: Pick<Clock, 'after'>,
  onTrouble: () => void,
): Promise<T> {
  return new Promise((resolve) => {
    const attempt = (number: number): void => {
      load().then(resolve, () => {
        if (number === 0) onTrouble();
        clock.after(PAUSES_MS[number] ?? LAST_PAUSE_MS, () => attempt(number + 1));
      });
    };
    attempt(0);
  });
}
