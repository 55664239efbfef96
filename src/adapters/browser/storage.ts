const PREFIX = 'extendsync.';

/** Small values in a storage of the browser's, at once. A `write` answers false when nothing was kept. */
export interface BrowserValues {
  read(key: string): unknown;
  write(key: string, value: unknown): boolean;
}

/** Those of the browser: they stay, for all its tabs. */
export const openBrowserValues = (window: Pick<Window, 'localStorage'>): BrowserValues =>
  valuesIn(() => window.localStorage);

/** Those of this tab alone: they outlive the way to Microsoft and back, and die with the tab. */
export const openTabValues = (window: Pick<Window, 'sessionStorage'>): BrowserValues =>
  valuesIn(() => window.sessionStorage);

/**
 * A frame may be denied the browser's storage (third-party storage blocked): then everything reads as absent and nothing
 * is kept.
 */
function valuesIn(storage: () => globalThis.Storage): BrowserValues {
  const open = (): globalThis.Storage | undefined => {
    try {
      // Throws a SecurityError where third-party storage is blocked.
      return storage();
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
