import { parseDialogMessage } from '../../core/dialog-message';
import type { Clock, DialogEvent, Dialogs } from '../../ports';

/** Marks what our own page itself sends to the window that opened it. */
export const DIALOG_MESSAGE = 'extendsync-dialog-message';

// A browser tells nobody that a window was closed; it has to be looked at.
const LOOK_EVERY_MS = 500;
const FEATURES = 'popup,width=560,height=720';

interface OpenWindow {
  readonly child: Window;
  /** It was seen closed. What it says is heard all the same. */
  over: boolean;
  readonly stopHearing: () => void;
}

/**
 * A dialog as a plain browser window, for where there is no Office dialog. A window whose page keeps its opener away
 * (`Cross-Origin-Opener-Policy`) looks closed while it stands: so its words are heard until the pane closes it or opens
 * another.
 */
export function createWindowDialogs(window: Window, clock: Clock, origin: string): Dialogs {
  let current: OpenWindow | undefined;

  const dismiss = (): void => {
    const dismissed = current;
    current = undefined;
    dismissed?.stopHearing();
    dismissed?.child.close();
  };

  return {
    open(url, hear) {
      if (current !== undefined && !current.over) return Promise.resolve({ ok: false, why: 'already-open' });
      dismiss();
      let child: Window | null;
      try {
        child = window.open(url, '_blank', FEATURES);
      } catch {
        child = null;
      }
      if (child === null) return Promise.resolve({ ok: false, why: 'popup-blocked' });
      // A host that takes window.open over opens the address by itself and answers our own window, which tells nothing.
      if (child !== window) current = watch(window, child, clock, origin, hear);
      return Promise.resolve({ ok: true });
    },
    close: dismiss,
  };
}

/** Hands on what the child says, and that it was closed. */
function watch(
  window: Window,
  child: Window,
  clock: Clock,
  origin: string,
  hear: (event: DialogEvent) => void,
): OpenWindow {
  const heard = (event: MessageEvent<unknown>): void => {
    if (event.source !== child || event.origin !== origin) return;
    tell(event.data, hear);
  };
  window.addEventListener('message', heard);
  let cancelLook = (): void => undefined;
  const opened: OpenWindow = {
    child,
    over: false,
    stopHearing: () => {
      cancelLook();
      window.removeEventListener('message', heard);
    },
  };
  const look = (): void => {
    if (child.closed) {
      opened.over = true;
      hear({ kind: 'closed' });
    } else {
      cancelLook = clock.after(LOOK_EVERY_MS, look);
    }
  };
  cancelLook = clock.after(LOOK_EVERY_MS, look);
  return opened;
}

/** Hands on what our own page says; anything else is nothing. */
export function tell(data: unknown, hear: (event: DialogEvent) => void): void {
  const message = parseDialogMessage(textOf(data) ?? '');
  if (message) hear({ kind: 'message', message });
}

/** What our own page says, in either form: by office.js, which sends the text alone, or by itself. */
export function textOf(data: unknown): string | undefined {
  if (typeof data === 'string') return data;
  if (typeof data !== 'object' || data === null || !('kind' in data) || data.kind !== DIALOG_MESSAGE)
    return undefined;
  return 'text' in data && typeof data.text === 'string' ? data.text : undefined;
}
