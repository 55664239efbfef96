import { DIALOG_MESSAGE } from '../browser/window-dialogs';
import type { OfficeReady, OfficeWindow } from './ready';

/**
 * From our page inside a dialog to the pane that opened it: by Office's messageParent, or to the window's opener. Only
 * our own origin may read it. Answers whether it could be sent; a page that was opened by itself has no parent.
 */
export async function tellParent(
  window: OfficeWindow,
  ready: OfficeReady,
  origin: string,
  text: string,
): Promise<boolean> {
  const hosted = await ready.whenReady();
  const ui = hosted?.office.context.ui as Partial<Office.UI> | undefined;
  if (typeof ui?.messageParent === 'function') {
    try {
      ui.messageParent(text, { targetOrigin: origin });
      return true;
    } catch {
      // Not in a dialog of Office after all.
    }
  }
  // The declarations call it unknown: a page of any origin can stand there, or none.
  const opener = window.opener as Window | null;
  if (opener === null || opener === window) return false;
  try {
    opener.postMessage({ kind: DIALOG_MESSAGE, text }, origin);
    return true;
  } catch {
    return false;
  }
}
