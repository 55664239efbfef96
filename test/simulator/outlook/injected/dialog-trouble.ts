/**
 * Dialogs that go wrong as hosts were seen to let them: office.js opens the window and listens to it, unchanged; what it sees of that
 * window is bent here.
 */
import type { HostTrouble } from '../host-trouble';

/** As soon as Microsoft's page stands there; office.js itself looks once a second. */
const LOOK_EVERY_MS = 200;

interface DialogShownStatus {
  hasDialogShown: boolean;
}

/** office.js keeps in one flag whether a dialog stands; here the flag stays up once a dialog has stood. */
function believeOpen(): void {
  const wait = setInterval(() => {
    const { OSF } = window as { OSF?: { DialogShownStatus?: DialogShownStatus } };
    const status = OSF?.DialogShownStatus;
    if (!status) return;
    clearInterval(wait);
    // A dialog may stand already: office.js is looked at five times a second only.
    let everShown = status.hasDialogShown;
    Object.defineProperty(status, 'hasDialogShown', {
      get: () => everShown,
      set: (shown: boolean) => {
        everShown ||= shown;
      },
    });
  }, LOOK_EVERY_MS);
}

/** Whether the window shows a page of somebody else's, which no script may look at. */
function isElsewhere(opened: Window): boolean {
  try {
    return opened.location.origin !== location.origin && opened.location.href !== 'about:blank';
  } catch {
    return true;
  }
}

/** A window as office.js sees it: said to be closed from Microsoft's page on, and whatever else it is. */
function seemingClosed(opened: Window): Window {
  let seemsClosed = false;
  const wait = setInterval(() => {
    if (!opened.closed && !isElsewhere(opened)) return;
    seemsClosed = true;
    clearInterval(wait);
  }, LOOK_EVERY_MS);
  return new Proxy(opened, {
    get: (_target, name) => {
      if (name === 'closed') return seemsClosed || opened.closed;
      if (name === 'postMessage') return opened.postMessage.bind(opened);
      if (name === 'close') return opened.close.bind(opened);
      return Reflect.get(opened, name) as unknown;
    },
  });
}

/** Lets the dialogs of this page go wrong. Called before any other script of the page runs. */
export function troubleDialogs(trouble: HostTrouble): void {
  if (trouble === 'dialog-believed-open') believeOpen();
  if (trouble !== 'dialog-reports-closed' && trouble !== 'dialog-message-lost') return;

  const dialogs = new Map<MessageEventSource | null, Window>();
  const open = window.open.bind(window);
  window.open = (...how) => {
    const opened = open(...how);
    // Only a dialog of office.js has a name that says so; MSAL's and our own windows are let alone.
    if (!opened || how[1]?.includes('isDialog') !== true) return opened;
    const shown = trouble === 'dialog-reports-closed' ? seemingClosed(opened) : opened;
    dialogs.set(opened, shown);
    return shown;
  };

  const listen = window.addEventListener.bind(window) as (
    kind: string,
    listener: (event: Event) => void,
    options?: boolean | AddEventListenerOptions,
  ) => void;
  window.addEventListener = (
    kind: string,
    listener: EventListenerOrEventListenerObject | null,
    options?: boolean | AddEventListenerOptions,
  ): void => {
    if (!listener) return;
    const call = (event: Event): void =>
      typeof listener === 'function' ? listener.call(window, event) : listener.handleEvent(event);
    if (kind !== 'message') {
      listen(kind, call, options);
      return;
    }
    listen(
      kind,
      (event) => {
        const { source, data, origin } = event as MessageEvent<unknown>;
        const shown = dialogs.get(source);
        if (shown === undefined) call(event);
        else if (trouble === 'dialog-reports-closed')
          call({ type: kind, source: shown, data, origin } as unknown as Event);
      },
      options,
    );
  };
}
