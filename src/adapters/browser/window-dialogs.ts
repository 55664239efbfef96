import type { Clock, DialogEvent, Dialogs } from '../../ports';

/** What our own page sends to the window that opened it. */
export const DIALOG_MESSAGE = 'extendsync-dialog-message';

// A browser tells nobody that a window was closed; it has to be looked at.
const LOOK_EVERY_MS = 500;
const FEATURES = 'popup,width=560,height=720';

/** A dialog as a plain browser window, for where there is no Office dialog. */
export function createWindowDialogs(window: Window, clock: Clock, origin: string): Dialogs {
  let open: { readonly child: Window; readonly end: () => void } | undefined;

  return {
    open(url, hear) {
      if (open !== undefined) return Promise.resolve({ ok: false, why: 'already-open' });
      let child: Window | null;
      try {
        child = window.open(url, '_blank', FEATURES);
      } catch {
        child = null;
      }
      if (child === null) return Promise.resolve({ ok: false, why: 'popup-blocked' });
      open = { child, end: watch(window, child, clock, origin, hear, () => (open = undefined)) };
      return Promise.resolve({ ok: true });
    },
    close() {
      open?.end();
      open?.child.close();
      open = undefined;
    },
  };
}

/** Hands on what the child says, and that it was closed. Answers the off switch. */
function watch(
  window: Window,
  child: Window,
  clock: Clock,
  origin: string,
  hear: (event: DialogEvent) => void,
  ended: () => void,
): () => void {
  const heard = (event: MessageEvent<unknown>): void => {
    if (event.source !== child || event.origin !== origin) return;
    const text = textOf(event.data);
    if (text !== undefined) hear({ kind: 'message', text });
  };
  window.addEventListener('message', heard);
  let cancelLook = (): void => undefined;
  const end = (): void => {
    cancelLook();
    window.removeEventListener('message', heard);
  };
  const look = (): void => {
    if (!child.closed) {
      cancelLook = clock.after(LOOK_EVERY_MS, look);
      return;
    }
    end();
    ended();
    hear({ kind: 'closed' });
  };
  cancelLook = clock.after(LOOK_EVERY_MS, look);
  return end;
}

function textOf(data: unknown): string | undefined {
  if (typeof data !== 'object' || data === null || !('kind' in data) || data.kind !== DIALOG_MESSAGE)
    return undefined;
  return 'text' in data && typeof data.text === 'string' ? data.text : undefined;
}
