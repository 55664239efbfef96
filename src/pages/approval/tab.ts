import type { ApprovalTab } from '../../app/create-approval-app';

/**
 * The browser's tab. office.js puts null in the place of `history.replaceState` of this window; the prototype keeps the
 * browser's own.
 */
export function createTab(window: Window & typeof globalThis, isSignedIn = false): ApprovalTab {
  return {
    search: () => window.location.search,
    cookies() {
      try {
        return window.document.cookie;
      } catch {
        // A frame without an origin of its own may not ask.
        return '';
      }
    },
    hasOpener: () => {
      const opener = window.opener as Window | null;
      return opener !== null && opener !== window;
    },
    isSignedIn: () => isSignedIn,
    leave(url) {
      try {
        window.location.assign(url);
        return true;
      } catch {
        return false;
      }
    },
    showAddress(path) {
      window.History.prototype.replaceState.call(window.history, null, '', path);
    },
    close() {
      window.close();
    },
    print() {
      window.print();
    },
    onCameBack(hear) {
      const shown = (event: PageTransitionEvent): void => {
        if (event.persisted) hear();
      };
      window.addEventListener('pageshow', shown);
      return () => {
        window.removeEventListener('pageshow', shown);
      };
    },
  };
}
