import type { Clock, DialogEvent, Dialogs, Opened } from '../../ports';
import type { OfficeApi, OfficeReady, OfficeWindow } from './ready';
import { createWindowDialogs } from '../browser/window-dialogs';

/** Codes of https://learn.microsoft.com/en-us/office/dev/add-ins/develop/dialog-handle-errors-events. */
const CLOSED_BY_USER = 12006;
const WHY_REFUSED: Readonly<Record<number, 'popup-blocked' | 'already-open' | 'failed'>> = {
  12004: 'failed', // The address's domain is not trusted.
  12005: 'failed', // The address is not https.
  12007: 'already-open',
  12009: 'popup-blocked', // The user chose to ignore the host's question.
  12011: 'popup-blocked', // The browser's popup blocker.
};

// The user may still be reading the host's question whether to open the dialog.
const LIMIT_MS = 60_000;
// Share of the screen, in percent. Microsoft's consent page is a column.
const SIZE = { height: 70, width: 40 } as const;

/**
 * The dialog in which an admin grants: Office's, or a plain browser window outside any host and in hosts without the
 * dialog API. Only messages of `origin`, our own, are handed on.
 */
export function createOfficeDialogs(
  window: OfficeWindow,
  ready: OfficeReady,
  clock: Clock,
  origin: string,
): Dialogs {
  const windows = createWindowDialogs(window, clock, origin);
  let current: symbol | undefined;
  let dialog: Office.Dialog | undefined;

  const openInOffice = (
    office: OfficeApi,
    url: string,
    hear: (event: DialogEvent) => void,
  ): Promise<Opened> =>
    new Promise((resolve) => {
      const mine = Symbol('dialog');
      current = mine;
      const refuse = (why: 'popup-blocked' | 'already-open' | 'failed'): void => {
        if (current === mine) current = undefined;
        resolve({ ok: false, why });
      };
      const cancelLimit = clock.after(LIMIT_MS, () => {
        refuse('failed');
      });
      const end = (event: DialogEvent): void => {
        if (current !== mine) return;
        current = undefined;
        dialog = undefined;
        hear(event);
      };
      try {
        office.context.ui.displayDialogAsync(
          url,
          { ...SIZE, promptBeforeOpen: false, displayInIframe: false },
          (result: Office.AsyncResult<Office.Dialog>) => {
            cancelLimit();
            if (result.status !== office.AsyncResultStatus.Succeeded) {
              refuse(WHY_REFUSED[result.error.code] ?? 'failed');
              return;
            }
            const opened = result.value;
            if (current !== mine) {
              // It came after its time, or after close(): nobody waits for it.
              closeQuietly(opened);
              resolve({ ok: false, why: 'failed' });
              return;
            }
            dialog = opened;
            opened.addEventHandler(office.EventType.DialogMessageReceived, (news) => {
              if (current === mine && 'message' in news && isOurs(news, origin)) {
                hear({ kind: 'message', text: news.message });
              }
            });
            opened.addEventHandler(office.EventType.DialogEventReceived, (news) => {
              if (!('error' in news)) return;
              end(news.error === CLOSED_BY_USER ? { kind: 'closed' } : { kind: 'failed', code: news.error });
            });
            resolve({ ok: true });
          },
        );
      } catch {
        cancelLimit();
        refuse('failed');
      }
    });

  return {
    open(url, hear) {
      if (current !== undefined) return Promise.resolve({ ok: false, why: 'already-open' });
      const office = ready.now()?.office;
      const ui = office?.context.ui as Partial<Office.UI> | undefined;
      if (office === undefined || typeof ui?.displayDialogAsync !== 'function')
        return windows.open(url, hear);
      return openInOffice(office, url, hear);
    },
    close() {
      current = undefined;
      if (dialog !== undefined) closeQuietly(dialog);
      dialog = undefined;
      windows.close();
    },
  };
}

/** Hosts with DialogOrigin 1.1 say where a message came from; older ones hand on nothing but the pane's own domain's. */
function isOurs(
  news: { readonly message: string; readonly origin?: string | undefined },
  origin: string,
): boolean {
  return typeof news.message === 'string' && (news.origin === undefined || news.origin === origin);
}

function closeQuietly(dialog: Office.Dialog): void {
  try {
    dialog.close();
  } catch {
    // It is closed already.
  }
}
