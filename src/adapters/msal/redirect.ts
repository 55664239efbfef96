import type { Clock } from '../../ports';

// MSAL reads the address within a twentieth of a second of its arrival. Whoever has not read by now has gone away.
const LEFT_BEHIND_MS = 30_000;

/**
 * What the page at `PATHS.redirectPage` does, to which Microsoft comes back after a sign-in in a window or a hidden
 * frame: it keeps still. The pane's MSAL (`system.enableLegacyPolling`) reads the answer out of this page's address and
 * closes the window, or takes the frame away, by itself. A page that is left behind takes the answer out of its address
 * and closes itself. Answers whether anybody can be waiting, so that the page can say a word when nobody is.
 */
export function keepAnswerForMsal(
  window: Pick<Window, 'location' | 'history' | 'close'> & {
    readonly opener: unknown;
    readonly parent: unknown;
  },
  clock: Pick<Clock, 'after'>,
): 'awaited' | 'nobody-waits' {
  const clear = (): void => {
    window.history.replaceState(null, '', window.location.pathname);
  };
  const awaited = (window.opener !== null && window.opener !== undefined) || window.parent !== window;
  if (!awaited) {
    clear();
    return 'nobody-waits';
  }
  clock.after(LEFT_BEHIND_MS, () => {
    clear();
    window.close();
  });
  return 'awaited';
}
