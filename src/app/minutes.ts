import type { Clock, Visibility } from '../ports';
import type { Store } from './store';

const MINUTE_MS = 60_000;

/**
 * The time, minute by minute, for whatever shows how long ago something was. No timer runs while nobody listens or sees the
 * page; whoever comes back to it has the time at once.
 */
export function createMinutes(
  clock: Clock,
  visibility: Pick<Visibility, 'visible' | 'onChanged'>,
): Store<number> {
  const listeners = new Set<() => void>();
  let nowMs = clock.now();
  let end: (() => void) | undefined;

  /** Goes on until it is ended. */
  function begin(): () => void {
    let cancel = (): void => undefined;
    const goOn = (): void => {
      cancel();
      if (visibility.visible()) cancel = clock.after(MINUTE_MS, tell);
    };
    const tell = (): void => {
      nowMs = clock.now();
      goOn();
      for (const hear of [...listeners]) hear();
    };
    nowMs = clock.now();
    goOn();
    const stopHearing = visibility.onChanged(tell);
    return () => {
      stopHearing();
      cancel();
    };
  }

  return {
    getState: () => nowMs,
    subscribe(hear) {
      listeners.add(hear);
      end ??= begin();
      return () => {
        listeners.delete(hear);
        if (listeners.size > 0) return;
        end?.();
        end = undefined;
      };
    },
  };
}
