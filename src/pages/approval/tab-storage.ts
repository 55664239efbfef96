import type { Storage } from '../../ports';

const PREFIX = 'extendsync.';

/**
 * Small values of this tab alone (session storage): they outlive the way to Microsoft and back, and die with the tab.
 * Where the browser keeps nothing, everything reads as absent.
 */
export function createTabStorage(window: Window): Storage {
  return {
    read(key) {
      try {
        const text = window.sessionStorage.getItem(PREFIX + key);
        return Promise.resolve(text === null ? undefined : (JSON.parse(text) as unknown));
      } catch {
        return Promise.resolve(undefined);
      }
    },
    // Written before it returns: the browser may leave the page right after.
    write(key, value) {
      try {
        if (value === undefined) window.sessionStorage.removeItem(PREFIX + key);
        else window.sessionStorage.setItem(PREFIX + key, JSON.stringify(value));
        return Promise.resolve(true);
      } catch {
        return Promise.resolve(false);
      }
    },
  };
}
