import type { Clock, Files } from '../../ports';

// The click has started the download; Safari reads the blob some tasks later.
const TAKEN_MS = 10_000;

/**
 * Downloads by the browser's own means: a link to a blob. A frame that may not download (a sandbox without
 * `allow-downloads`) does not say so: `true` means "offered". The blob is let go once the browser has taken it.
 */
export function createBrowserFiles(window: Window & typeof globalThis, clock: Pick<Clock, 'after'>): Files {
  return {
    save(name, text) {
      const { document, URL, Blob } = window;
      try {
        const address = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
        clock.after(TAKEN_MS, () => URL.revokeObjectURL(address));
        const link = document.createElement('a');
        link.href = address;
        link.download = name;
        link.hidden = true;
        document.body.append(link);
        link.click();
        link.remove();
        return Promise.resolve(true);
      } catch {
        return Promise.resolve(false);
      }
    },
  };
}
