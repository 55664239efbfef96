import type { Clipboard } from '../../ports';

/**
 * The clipboard, by the Clipboard API where the frame may use it, else by the older copy command: Outlook does not give
 * every pane the `clipboard-write` permission. Call it within a click.
 */
export function createBrowserClipboard(window: Window): Clipboard {
  return {
    async copy(text) {
      try {
        const api: globalThis.Clipboard | undefined = window.navigator.clipboard;
        if (api !== undefined) {
          await api.writeText(text);
          return true;
        }
      } catch {
        // Denied to this frame; the copy command may still be allowed.
      }
      return copyBySelection(window.document, text);
    },
  };
}

function copyBySelection(document: Document, text: string): boolean {
  const focused = document.activeElement;
  const area = document.createElement('textarea');
  area.value = text;
  area.readOnly = true;
  // Hidden from assistive technology, because it is there for an instant; not from the browser, which copies only what it shows.
  area.setAttribute('aria-hidden', 'true');
  area.tabIndex = -1;
  // By CSSOM, which a strict content security policy allows; a style attribute in markup it would not.
  area.style.position = 'fixed';
  area.style.insetBlockStart = '0';
  area.style.opacity = '0';
  document.body.append(area);
  try {
    // Selecting alone does not focus in every browser, and only the focused field is copied from.
    area.focus({ preventScroll: true });
    area.select();
    return document.execCommand('copy');
  } catch {
    return false;
  } finally {
    area.remove();
    if (focused !== null && 'focus' in focused && typeof focused.focus === 'function') {
      (focused as HTMLElement).focus({ preventScroll: true });
    }
  }
}
