import type { Clock } from '../../ports';

export const TIMED_OUT: unique symbol = Symbol('timed out');

/**
 * Waits for `work`, but no longer than `limitMs` milliseconds: then answers `TIMED_OUT`, and whatever the work still
 * brings is dropped. Rejects only when the work rejects in time.
 */
export function within<T>(clock: Clock, limitMs: number, work: Promise<T>): Promise<T | typeof TIMED_OUT> {
  return new Promise((resolve, reject) => {
    const cancel = clock.after(limitMs, () => {
      resolve(TIMED_OUT);
    });
    work.then(
      (value) => {
        cancel();
        resolve(value);
      },
      (reason: unknown) => {
        cancel();
        reject(reason instanceof Error ? reason : new Error('The work failed.', { cause: reason }));
      },
    );
  });
}
