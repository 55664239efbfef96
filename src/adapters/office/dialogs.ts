import type { Clock, DialogEvent, Dialogs, Opened } from '../../ports';
import type { OfficeApi, OfficeReady, OfficeWindow } from './ready';
import { createWindowDialogs, tell } from '../browser/window-dialogs';

/** Codes of https://learn.microsoft.com/en-us/office/dev/add-ins/develop/dialog-handle-errors-events. */
const CLOSED_BY_USER = 12006;
/** The host's own obstacles: a plain window is free of them. */
const ONLY_IN_DIALOGS: readonly number[] = [
  // The address's domain is not trusted, in Outlook on the web also where the manifest does not name the pane's own; or the
  // address is not https. Some versions tell the two apart by the number alone.
  12004,
  12005,
  // Another add-in's dialog stands open, or the host still believes in one that is gone
  // (https://github.com/OfficeDev/office-js/issues/6021).
  12007,
];
/** No window is wanted: the user chose to ignore the host's question, or the browser's popup blocker. */
const UNWANTED: readonly number[] = [12009, 12011];

// The user may still be reading the host's question whether to open the dialog.
const LIMIT_MS = 60_000;
// Share of the screen, in percent. Microsoft's consent page is a column.
const SIZE = { height: 70, width: 40 } as const;

/** One dialog of Office, from the call that opens it until the pane closes it or opens the next. */
interface OfficeDialog {
  /** `over`: the host has said that it ended. Its page is heard all the same: see `openInOffice`. */
  phase: 'opening' | 'open' | 'over';
  handle?: Office.Dialog | undefined;
  /** Whoever waits for it to open waits no longer. */
  readonly refuse: (why: 'popup-blocked' | 'failed') => void;
}

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
  let current: OfficeDialog | undefined;

  /** Forgets the dialog, so that nothing more is heard of it, and closes it where it may still stand. */
  const dismiss = (): void => {
    const { handle, refuse } = current ?? {};
    refuse?.('failed');
    if (handle !== undefined) closeQuietly(handle);
  };

  /**
   * A host may report 12006 (closed by the user) while the window still stands, as soon as Microsoft's page has loaded in
   * it (https://github.com/OfficeDev/office-js/issues/6548). So what our page says is heard also after the end, until the
   * pane closes this dialog or opens another.
   */
  const openInOffice = (
    office: OfficeApi,
    url: string,
    hear: (event: DialogEvent) => void,
  ): Promise<Opened> =>
    new Promise((resolve) => {
      const refuse = (why: 'popup-blocked' | 'failed'): void => {
        cancelLimit();
        if (current === mine) current = undefined;
        resolve({ ok: false, why });
      };
      const cancelLimit = clock.after(LIMIT_MS, () => {
        refuse('failed');
      });
      const mine: OfficeDialog = { phase: 'opening', refuse };
      current = mine;
      const end = (event: DialogEvent): void => {
        if (current !== mine || mine.phase === 'over') return;
        mine.phase = 'over';
        hear(event);
      };
      /** The host's refusal: some throw what others answer by status. */
      const hearRefusal = (error: unknown): void => {
        const code = codeOf(error);
        if (ONLY_IN_DIALOGS.includes(code) && current === mine) {
          current = undefined;
          resolve(windows.open(url, hear));
          return;
        }
        refuse(UNWANTED.includes(code) ? 'popup-blocked' : 'failed');
      };
      const attend = (opened: Office.Dialog): void => {
        opened.addEventHandler(office.EventType.DialogMessageReceived, (news) => {
          if (current !== mine || !('message' in news)) return;
          // Hosts with DialogOrigin 1.1 say where it came from; older ones hand on nothing but the pane's own domain's.
          if ((news.origin ?? origin) === origin) tell(news.message, hear);
        });
        opened.addEventHandler(office.EventType.DialogEventReceived, (news) => {
          if (!('error' in news)) return;
          const code = numberOf(news.error);
          end(code === CLOSED_BY_USER ? { kind: 'closed' } : { kind: 'failed', code });
        });
        mine.phase = 'open';
        mine.handle = opened;
        resolve({ ok: true });
      };
      const hearAnswer = (answer: Partial<Office.AsyncResult<Office.Dialog>> | null | undefined): void => {
        cancelLimit();
        const opened = answer?.value as Office.Dialog | null | undefined;
        if (answer?.status !== office.AsyncResultStatus.Succeeded || !opened) {
          hearRefusal(answer?.error);
          return;
        }
        if (current !== mine) {
          // It came after its time, or after close(): nobody waits for it.
          closeQuietly(opened);
          return;
        }
        try {
          attend(opened);
        } catch (error) {
          // A dialog that cannot be listened to is none.
          closeQuietly(opened);
          hearRefusal(error);
        }
      };
      try {
        office.context.ui.displayDialogAsync(
          url,
          { ...SIZE, promptBeforeOpen: false, displayInIframe: false },
          hearAnswer,
        );
      } catch (error) {
        cancelLimit();
        hearRefusal(error);
      }
    });

  return {
    open(url, hear) {
      if (current !== undefined && current.phase !== 'over')
        return Promise.resolve({ ok: false, why: 'already-open' });
      // A dialog that was said to be over may still stand, and a host takes one at a time.
      dismiss();
      const office = ready.now()?.office;
      const ui = office?.context.ui as Partial<Office.UI> | undefined;
      if (office === undefined || typeof ui?.displayDialogAsync !== 'function')
        return windows.open(url, hear);
      return openInOffice(office, url, hear);
    },
    close() {
      dismiss();
      windows.close();
    },
  };
}

/** The number of an error of Office; 0 where it has none. */
function codeOf(error: unknown): number {
  return numberOf(typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined);
}

/** Some hosts write a code as text. */
function numberOf(code: unknown): number {
  const number = typeof code === 'string' ? Number(code) : code;
  return typeof number === 'number' && Number.isInteger(number) ? number : 0;
}

function closeQuietly(dialog: Office.Dialog): void {
  try {
    dialog.close();
  } catch {
    // It is closed already.
  }
}
