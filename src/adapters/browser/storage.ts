import type { Storage } from '../../ports';

const PREFIX = 'extendsync.';

/** The browser's own storage, at once. A `write` answers false when nothing was kept. */
interface BrowserValues {
  read(key: string): unknown;
  write(key: string, value: unknown): boolean;
}

/**
 * Small values in the browser's own storage, for where there is no mailbox to keep them. A frame may be denied it
 * (third-party storage blocked): then everything reads as absent and nothing is kept.
 */
export function createBrowserStorage(window: Window): Storage {
  const values = openBrowserValues(window);
  return {
    read: (key) => Promise.resolve(values.read(key)),
    write: (key, value) => Promise.resolve(values.write(key, value)),
  };
}

export function openBrowserValues(window: Window): BrowserValues {
  const open = (): globalThis.Storage | undefined => {
    try {
      // Throws a SecurityError where third-party storage is blocked.
      return window.localStorage;
    } catch {
      return undefined;
    }
  };
  return {
    read: (key) => parsed(open(), PREFIX + key),
    write(key, value) {
      const kept = open();
      try {
        if (kept === undefined) return false;
        if (value === undefined) kept.removeItem(PREFIX + key);
        else kept.setItem(PREFIX + key, JSON.stringify(value));
        return true;
      } catch {
        // The quota is used up, or the value is not JSON.
        return false;
      }
    },
  };
}

function parsed(kept: globalThis.Storage | undefined, key: string): unknown {
  try {
    const text = kept?.getItem(key) ?? null;
    return text === null ? undefined : (JSON.parse(text) as unknown);
  } catch {
    return undefined;
  }
}
