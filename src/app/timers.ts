import type { Clock } from '../ports';

/** Timers by name: one of each at a time. */
export interface Timers<Name> {
  /** Sets the timer, in place of an earlier one of that name. */
  readonly schedule: (name: Name, delayMs: number) => void;
  readonly cancel: (name: Name) => void;
  readonly cancelAll: () => void;
}

/** `ring` is called when a timer is due, and with its name. */
export function createTimers<Name>(clock: Clock, ring: (name: Name) => void): Timers<Name> {
  const running = new Map<Name, () => void>();
  const cancel = (name: Name): void => {
    running.get(name)?.();
    running.delete(name);
  };
  return {
    schedule(name, delayMs) {
      cancel(name);
      const stop = clock.after(delayMs, () => {
        running.delete(name);
        ring(name);
      });
      running.set(name, stop);
    },
    cancel,
    cancelAll() {
      for (const stop of running.values()) stop();
      running.clear();
    },
  };
}
