import type { Clock } from '../../ports';
import { within } from '../browser/time-limit';
import { DIALOG_MESSAGE, textOf } from '../browser/window-dialogs';
import type { OfficeReady, OfficeWindow } from './ready';

// An opener hears within a tenth of a second. One that stands still is not waited for.
const HEARING_MS = 1_000;

/**
 * From our page inside a dialog to the pane that opened it: by Office's messageParent, or to the window's opener. Only
 * our own origin may read it. Answers whether it could be sent, and where that can be seen, once the opener has heard
 * it; a page that was opened by itself has no parent.
 */
export async function tellParent(
  window: OfficeWindow,
  ready: OfficeReady,
  clock: Clock,
  origin: string,
  text: string,
): Promise<boolean> {
  const hosted = await ready.whenReady();
  const ui = hosted?.office.context.ui as Partial<Office.UI> | undefined;
  // The declarations call it unknown: a page of any origin can stand there, or none.
  const opener = window.opener as Window | null;
  if (typeof ui?.messageParent === 'function') {
    try {
      await sendAndSee(opener, clock, text, () => ui.messageParent?.(text, { targetOrigin: origin }));
      return true;
    } catch {
      // Not in a dialog of Office after all.
    }
  }
  if (opener === null || opener === window) return false;
  try {
    await sendAndSee(opener, clock, text, () => {
      opener.postMessage({ kind: DIALOG_MESSAGE, text }, origin);
    });
    return true;
  } catch {
    return false;
  }
}

/**
 * Sends a word and looks on while the opener hears it. A page that leaves before has lost its word: the event then names
 * no window as its source, and neither office.js nor `createWindowDialogs` takes a word from nobody (seen in Chromium 156
 * with office.js 1.1.110, once in some hundred dialogs). The opener is of our own origin, so its events can be seen here,
 * after those who listened before. Rejects when the word cannot be sent.
 */
async function sendAndSee(
  opener: Window | null,
  clock: Clock,
  text: string,
  send: () => void,
): Promise<void> {
  const looking = new AbortController();
  try {
    const heard = new Promise<void>((resolve) => {
      try {
        opener?.addEventListener(
          'message',
          ({ data }: MessageEvent<unknown>) => {
            if (textOf(data) === text) resolve();
          },
          { signal: looking.signal },
        );
        if (opener === null) resolve();
      } catch {
        // A host's own window, of another origin.
        resolve();
      }
    });
    send();
    await within(clock, HEARING_MS, heard);
  } finally {
    looking.abort();
  }
}
