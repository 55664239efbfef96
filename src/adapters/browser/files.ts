import type { Clock } from '../../ports';

export interface BrowserFiles {
  /** Offers JSON text, or what is a file already, as a download; false when the browser would not. */
  save(name: string, content: string | Blob): Promise<boolean>;
}

// The click has started the download; Safari reads the blob some tasks later.
const TAKEN_MS = 10_000;

/**
 * Downloads by the browser's own means: a link to a blob. A frame that may not download (a sandbox without
 * `allow-downloads`) does not say so: `true` means "offered". The blob is let go once the browser has taken it.
 */
export function createBrowserFiles(
  window: Window & typeof globalThis,
  clock: Pick<Clock, 'after'>,
): BrowserFiles {
  return {
    save(name, content) {
      const { document, URL, Blob } = window;
      try {
        const type = typeof content === 'string' ? 'application/json' : content.type;
        const address = URL.createObjectURL(new Blob([content], { type }));
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
