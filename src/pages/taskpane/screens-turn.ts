import type { Store } from '../../app/store';
import type { State } from '../../core/pane/state';
import type { Clock } from '../../ports';
import { afterFrame } from './frames';

/** So long the screens wait for an answer; they say the same as the static shell until then. */
const LIMIT_MS = 1_500;

/**
 * Resolves when React and the screens may have the browser's one thread: when the first answer is there and has been
 * painted, or takes its time. Until then it belongs to office.js, MSAL and the question.
 */
export function screensTurn(
  window: Pick<Window, 'requestAnimationFrame' | 'setTimeout'>,
  store: Pick<Store<Pick<State, 'verdict'>>, 'getState' | 'subscribe'>,
  clock: Pick<Clock, 'after'>,
): Promise<void> {
  return new Promise((resolve) => {
    clock.after(LIMIT_MS, resolve);
    const stop = store.subscribe(() => {
      if (store.getState().verdict.kind === 'checking') return;
      stop();
      // A hidden page has no frames, and the limit.
      afterFrame(window, resolve);
    });
  });
}
