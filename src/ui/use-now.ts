import { useEffect, useState } from 'react';
import { usePane } from './pane-context';

/**
 * The present time in milliseconds since the epoch, renewed every `stepMs`; `undefined` stops it. Only what is drawn
 * depends on it: decisions about time are the store's.
 */
export function useNow(stepMs: number | undefined): number {
  const { clock } = usePane();
  const [nowMs, setNowMs] = useState(() => clock.now());
  useEffect(() => {
    if (stepMs === undefined) return;
    let cancel = (): void => {};
    const wait = (): void => {
      cancel = clock.after(stepMs, () => {
        setNowMs(clock.now());
        wait();
      });
    };
    setNowMs(clock.now());
    wait();
    return () => cancel();
  }, [clock, stepMs]);
  return nowMs;
}
