/** One opened task pane: its frame, its conversation with office.js, its broker and its inline dialog. */
import type { HostOptions } from '../host-options';
import { appContextFor } from './app-context';
import { createBroker, type Broker } from './broker';
import { openInlineDialog, type InlineDialog } from './inline-dialog';
import { initialDataFor, type ShownItem } from './item-data';
import { connectFrame } from './office-frame';
import { officeColours, themeEventPayload } from './office-theme';
import { outlookMethod, type DraftRequest } from './outlook-methods';
import type { Person } from './person';
import { paneView } from './view-pane';

/** What the session needs of the page around it. */
export interface PaneSurroundings {
  readonly hostOrigin: string;
  readonly paneOrigin: string;
  readonly entraOrigin: string;
  readonly appDomains: readonly string[];
  readonly isPinned: boolean;
  options(): HostOptions;
  /** How far the world's clock is ahead. */
  aheadMs(): number;
  person(): Person;
  item(): ShownItem;
  showDraft(draft: DraftRequest): void;
  closed(): void;
  pinned(isPinned: boolean): void;
  /** The focus leaves the pane by keyboard. */
  focusLeft(direction: 'forward' | 'backward'): void;
  log(line: string): void;
}

export interface PaneSession {
  readonly root: HTMLElement;
  /** Another item was selected, or none, or another mailbox was opened, while the pane is pinned. */
  itemChanged(): void;
  themeChanged(): void;
  /** The world's clock was put forward: the pane's goes along, and the broker's tokens have aged. */
  clockMoved(aheadMs: number): void;
  /** The broker speaks or remembers otherwise from now on; it forgets what it knew. */
  brokerChanged(): void;
  end(): void;
}

const ACTION = { tabExit: 13, tabExitShift: 14, escExit: 15, noFocusable: 17, noFocusableShift: 18 } as const;
/** Office's own error numbers. */
const OFFICE_ERROR = { none: 0, notSupported: 5, appDomain: 12_004, dialogAlreadyOpen: 12_007 } as const;
const MESSAGE_CHILD = 145;
const CLOSE_CONTAINER = 97;
const COMMAND_COMPLETED = 94;
const DIALOG_CLOSED = 12_006;

/** office-js#6348: a moment after the event the context is right. */
const LATE_COLOURS_MS = 500;

let dialogs = 0;

type Settings = Readonly<Record<string, string>>;

/**
 * What each mailbox's roaming settings were when this Outlook loaded them. A pane that is opened or reloaded later gets
 * the same again, whatever was saved in between
 * (https://learn.microsoft.com/en-us/javascript/api/outlook/office.roamingsettings, remarks).
 */
const loadedSettings = new Map<string, Settings>();

/** The world begins anew, and so does what this Outlook knows of its mailboxes. */
export const forgetLoadedSettings = (): void => loadedSettings.clear();

interface DialogWish {
  readonly url: string;
  readonly widthPercent: number;
  readonly heightPercent: number;
  readonly hidesTitle: boolean;
}

/** Reads what `displayDialogAsync` asks for; the target id of the event is its arguments as JSON. */
function parseDialogWish(targetId: unknown): DialogWish | undefined {
  try {
    const asked = JSON.parse(String(targetId)) as Readonly<Record<string, unknown>>;
    return {
      url: String(asked['url'] ?? ''),
      widthPercent: Number(asked['width'] ?? 80),
      heightPercent: Number(asked['height'] ?? 80),
      hidesTitle: asked['hideTitle'] === true,
    };
  } catch {
    return undefined;
  }
}

function originOf(url: string): string | undefined {
  try {
    const parsed = new URL(url);
    return parsed.protocol === 'https:' ? parsed.origin : undefined;
  } catch {
    return undefined;
  }
}

/** Opens the pane and starts everything that belongs to it. */
export function openPane(around: PaneSurroundings): PaneSession {
  const controlId = crypto.randomUUID();
  const conversationId = crypto.randomUUID();
  const first = around.options();
  /** What the host tells the pane; a host that does not bring the profile up to date keeps telling the first one. */
  const mailbox = (): string => {
    const { mailbox: open, trouble } = around.options();
    return (trouble === 'profile-kept' ? first.mailbox : open) || around.person().upn;
  };
  const toldAddress = (): string => (first.trouble === 'mailbox-not-told' ? '' : mailbox());
  let itemNumber = 0;
  let dialog: InlineDialog | undefined;

  const view = paneView({
    url: `${around.paneOrigin}/${first.page}`,
    conversationId,
    controlId,
    hostOrigin: around.hostOrigin,
    locale: first.language,
    simulated: {
      bridge: first.bridge === 'present',
      popups: first.popups,
      trouble: first.trouble,
      aheadMs: around.aheadMs(),
    },
    clipboard: first.clipboard,
    isPinned: around.isPinned,
    closed: around.closed,
    pinned: around.pinned,
  });

  const settingsUrl = (): string => `/simulated/host/settings/${encodeURIComponent(mailbox())}`;

  async function loadSettings(): Promise<Settings> {
    const loaded = loadedSettings.get(settingsUrl());
    if (loaded) return loaded;
    try {
      const response = await fetch(settingsUrl());
      if (!response.ok) return {};
      const settings = (await response.json()) as Settings;
      loadedSettings.set(settingsUrl(), settings);
      return settings;
    } catch {
      return {};
    }
  }

  async function appContext(id: string): Promise<unknown> {
    return appContextFor({
      controlId: id,
      locale: first.language,
      addinOrigin: around.paneOrigin,
      appDomains: around.appDomains,
      settings: await loadSettings(),
      widthPx: window.innerWidth,
      heightPx: window.innerHeight,
    });
  }

  function initialData(): Readonly<Record<string, unknown>> {
    const { item, owner, accountType } = around.options();
    const told = { ...around.person(), upn: toldAddress() };
    const takesOpen = first.trouble === 'window-open-taken';
    return initialDataFor(
      item,
      around.item(),
      told,
      around.hostOrigin,
      itemNumber,
      owner !== '',
      takesOpen,
      accountType,
    );
  }

  function openDialog(targetId: unknown): number {
    const wish = parseDialogWish(targetId);
    const origin = wish && originOf(wish.url);
    if (!wish || origin === undefined) return OFFICE_ERROR.appDomain;
    if (origin !== around.paneOrigin && !around.appDomains.includes(origin)) return OFFICE_ERROR.appDomain;
    if (dialog) return OFFICE_ERROR.dialogAlreadyOpen;
    dialogs += 1;
    dialog = openInlineDialog({
      ...wish,
      number: dialogs,
      hostOrigin: around.hostOrigin,
      paneOrigin: around.paneOrigin,
      locale: first.language,
      appContext,
      messaged: (content) => {
        office.push('dialogMessageReceived', {
          messageType: 0,
          messageContent: content,
          messageOrigin: around.paneOrigin,
        });
      },
      closedByUser: () => {
        dialog = undefined;
        office.push('dialogMessageReceived', { messageType: DIALOG_CLOSED });
      },
      log: (line) => around.log(`dialog ${line}`),
    });
    around.log('inline dialog opened');
    return OFFICE_ERROR.none;
  }

  const office = connectFrame(
    { element: view.frame, origin: around.paneOrigin, conversationId, hostOrigin: around.hostOrigin },
    {
      appContext: () => {
        around.log('office.js starts');
        return appContext(controlId);
      },
      initialData,
      outlookCall: async (dispatchId, params) => {
        around.log(`Outlook method ${dispatchId}`);
        return outlookMethod(
          {
            itemKind: () => around.options().item,
            item: around.item,
            owner: () => around.options().owner,
            showDraft: around.showDraft,
            saveRoamingSettings: async (settings) => {
              try {
                const response = await fetch(settingsUrl(), {
                  method: 'PUT',
                  body: JSON.stringify(settings),
                });
                return response.ok;
              } catch {
                return false;
              }
            },
            openBrowserWindow: (url) => void window.open(url, '_blank', 'noopener'),
            closeTaskPane: around.closed,
          },
          dispatchId,
          params,
        );
      },
      sharedCall: (dispatchId, args) => {
        if (dispatchId === MESSAGE_CHILD) {
          dialog?.tell(args['messageContent']);
          return OFFICE_ERROR.none;
        }
        if (dispatchId === CLOSE_CONTAINER) {
          around.closed();
          return OFFICE_ERROR.none;
        }
        return dispatchId === COMMAND_COMPLETED ? OFFICE_ERROR.none : OFFICE_ERROR.notSupported;
      },
      registered: (name, data) => {
        if (name === 'dialogMessageReceived') return openDialog(data['targetId']);
        // This office.js has no Office.context.officeTheme on the web (facts of the npm build), so the host says once how
        // it looks as soon as the pane listens; Microsoft's current office.js knows it without asking.
        if (name === 'officeThemeChanged') setTimeout(sendTheme, 0);
        return OFFICE_ERROR.none;
      },
      unregistered: (name) => {
        if (name !== 'dialogMessageReceived') return;
        dialog?.close();
        dialog = undefined;
        around.log('inline dialog closed by the add-in');
      },
      notified: (action) => {
        if (action === ACTION.tabExit || action === ACTION.noFocusable || action === ACTION.escExit) {
          around.focusLeft('forward');
        }
        if (action === ACTION.tabExitShift || action === ACTION.noFocusableShift)
          around.focusLeft('backward');
      },
      openWindow: (url) => {
        // Asked when the browser did not let the pane open a window; a blocked browser does not let the host either.
        around.log('pane could not open a window');
        if (first.popups === 'allowed') window.open(url, '_blank', 'noopener');
      },
      log: around.log,
    },
  );

  function sendTheme(): void {
    const { theme, trouble } = around.options();
    if (trouble !== 'theme-told-late') {
      office.push('officeThemeChanged', themeEventPayload(theme));
      return;
    }
    office.push('officeThemeChanged', { 0: '{}' });
    setTimeout(() => {
      view.frame.contentWindow?.postMessage({ simulatedColours: officeColours(theme) }, around.paneOrigin);
    }, LATE_COLOURS_MS);
  }

  let broker = newBroker();
  function newBroker(): Broker {
    return createBroker({
      person: around.person(),
      options: around.options(),
      entraOrigin: around.entraOrigin,
      redirectUri: `${around.hostOrigin}/broker-redirect.html`,
      log: around.log,
    });
  }

  async function hearBridge(event: MessageEvent<unknown>): Promise<void> {
    if (event.source !== view.frame.contentWindow || event.origin !== around.paneOrigin) return;
    const text = (event.data as { readonly simulatedBridge?: unknown } | null)?.simulatedBridge;
    if (typeof text !== 'string' || first.bridge !== 'present') return;
    const answer = await broker.answer(text);
    if (answer !== undefined) {
      view.frame.contentWindow?.postMessage({ simulatedBridge: answer }, around.paneOrigin);
    }
  }
  const onMessage = (event: MessageEvent<unknown>): void => void hearBridge(event);
  window.addEventListener('message', onMessage);

  return {
    root: view.root,
    itemChanged: () => {
      itemNumber += 1;
      view.frame.contentWindow?.postMessage(
        {
          simulatedProfile: {
            emailAddress: toldAddress(),
            displayName: around.person().name,
            accountType: around.options().accountType,
          },
        },
        around.paneOrigin,
      );
      // Where none is selected, Outlook sends nothing of it, and office.js has no item (1.1.110, `OutlookAppOm.initialize`).
      office.push('olkItemSelectedChanged', around.options().item === 'none' ? null : initialData());
    },
    themeChanged: sendTheme,
    clockMoved: (aheadMs) => {
      broker = newBroker();
      view.frame.contentWindow?.postMessage({ simulatedAheadMs: aheadMs }, around.paneOrigin);
    },
    brokerChanged: () => {
      broker = newBroker();
    },
    end: () => {
      window.removeEventListener('message', onMessage);
      dialog?.close();
      office.end();
      view.root.remove();
    },
  };
}
