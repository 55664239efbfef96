import { PATHS } from '../../core/api/paths';
import type { Clock } from '../../ports';

/**
 * Where the tab's session storage says which page has gone to sign in by itself, without a window. Microsoft's answer is taken
 * there: the tokens must not outlive the page that has them.
 */
export const SIGN_IN_PAGE = 'extendsync.sign-in-page';

// MSAL reads the address within a twentieth of a second of its arrival. Whoever has not read by now has gone away.
const LEFT_BEHIND_MS = 30_000;

/**
 * What the page at `PATHS.redirectPage` does, to which Microsoft comes back after a sign-in in a window or a hidden
 * frame: it keeps still. The pane's MSAL (`system.enableLegacyPolling`) reads the answer out of this page's address and
 * closes the window, or takes the frame away, by itself. A page that is left behind takes the answer out of its address
 * and closes itself. Where a page has gone to sign in without a window, the answer goes back to it. Answers whether anybody
 * can be waiting, so that the page can say a word when nobody is.
 */
export function keepAnswerForMsal(
  window: Pick<Window, 'location' | 'history' | 'close' | 'sessionStorage'> & {
    readonly opener: unknown;
    readonly parent: unknown;
  },
  clock: Pick<Clock, 'after'>,
): 'awaited' | 'nobody-waits' {
  const clear = (): void => {
    window.history.replaceState(null, '', window.location.pathname);
  };
  const awaited = (window.opener !== null && window.opener !== undefined) || window.parent !== window;
  // Before the opener is asked about: the page may have one itself, that of a web mail.
  const page = window.parent === window ? pageThatSignsIn(window) : undefined;
  if (page !== undefined) {
    window.location.replace(page + window.location.hash);
    return 'awaited';
  }
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

/** The approval page that has gone to sign in; nothing else that may stand there. */
function pageThatSignsIn({
  location,
  sessionStorage,
}: Pick<Window, 'location' | 'sessionStorage'>): string | undefined {
  const kept = readKept(() => sessionStorage);
  // A window that the page opened has a copy of what it kept.
  if (kept === null || !isToPage(location.hash)) return undefined;
  return kept === PATHS.approvalPage || kept.startsWith(`${PATHS.approvalPage}?`) ? kept : undefined;
}

/** Whether the page itself has gone for the answer: MSAL writes into the state how it asked. */
function isToPage(hash: string): boolean {
  try {
    const { ofMsal } = stateIn(hash);
    return atob(ofMsal.replaceAll('-', '+').replaceAll('_', '/')).includes('"interactionType":"redirect"');
  } catch {
    return false;
  }
}

/** The state in an answer: MSAL puts what it is given behind its own. */
export function stateIn(answer: string): { readonly ofMsal: string; readonly given: string | undefined } {
  const [ofMsal = '', given] = (new URLSearchParams(answer.slice(1)).get('state') ?? '').split('|');
  return { ofMsal, given };
}

/** The answer with which a page comes back from its sign-in. It is taken out of the address, and counts once. */
export function takeAnswer(
  window: Pick<Window, 'location' | 'sessionStorage' | 'history'> & { readonly History: typeof History },
): string | undefined {
  const { hash, pathname, search } = window.location;
  const kept = readKept(() => window.sessionStorage);
  if (kept === null) return undefined;
  window.sessionStorage.removeItem(SIGN_IN_PAGE);
  if (hash === '') return undefined;
  // office.js may have taken this window's own function away (`createTab`).
  window.History.prototype.replaceState.call(window.history, null, '', pathname + search);
  return hash;
}

/** Reading it throws where the browser keeps nothing. */
function readKept(storage: () => Storage): string | null {
  try {
    return storage().getItem(SIGN_IN_PAGE);
  } catch {
    return null;
  }
}
