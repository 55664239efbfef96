import { useEffect, useReducer } from 'react';
import { usePane } from './pane/pane-context';

/**
 * Draws the component anew every `stepMs`, for words that speak of the present; `undefined` stops it. Only what is drawn
 * depends on it: decisions about time are the store's.
 */
export function useTick(stepMs: number | undefined): void {
  const { clock } = usePane();
  const [, tick] = useReducer((count: number) => count + 1, 0);
  useEffect(() => {
    if (stepMs === undefined) return;
    let cancel = (): void => {};
    const wait = (): void => {
      cancel = clock.after(stepMs, () => {
        tick();
        wait();
      });
    };
    wait();
    return () => cancel();
  }, [clock, stepMs]);
}
