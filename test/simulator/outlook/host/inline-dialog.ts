/** A dialog that an add-in asked to be shown inside Outlook (`displayInIframe`): frame, title bar, and its conversation. */
import { windowNameOf } from '../window-name';
import { drawings, element, icon } from './element';
import { connectFrame, type OfficeFrame } from './office-frame';

export interface InlineDialogInput {
  readonly url: string;
  /** Per cent of the window, as `displayDialogAsync` takes them. */
  readonly widthPercent: number;
  readonly heightPercent: number;
  readonly hidesTitle: boolean;
  /** Fresh for each dialog: office.js keeps "this id is a dialog" for the whole tab. */
  readonly number: number;
  readonly hostOrigin: string;
  readonly paneOrigin: string;
  readonly locale: string;
  appContext(controlId: string): Promise<unknown>;
  /** The dialog's page called `messageParent`. */
  messaged(content: unknown): void;
  /** The user closed it. */
  closedByUser(): void;
  log(line: string): void;
}

export interface InlineDialog {
  /** `messageChild`: false when the dialog's page has not asked for messages. */
  tell(content: unknown): boolean;
  close(): void;
}

const MESSAGE_PARENT = 144;
const NOT_SUPPORTED = 5;

/** Opens the dialog over the page. */
export function openInlineDialog(input: InlineDialogInput): InlineDialog {
  const controlId = `dialog-${input.number}-${crypto.randomUUID()}`;
  const conversationId = `conversation-${controlId}`;
  const before = document.activeElement;

  const frame = element('iframe', {
    class: 'dialog-frame',
    title: 'ExtendSync dialog',
    sandbox: 'allow-scripts allow-same-origin allow-forms allow-popups allow-popups-to-escape-sandbox',
    name: windowNameOf({
      conversationId,
      controlId,
      hostOrigin: input.hostOrigin,
      locale: input.locale,
      kind: 'dialog',
      simulated: { bridge: false, popups: 'allowed', trouble: 'none' },
    }),
    src: input.url,
  });
  const byUser = (): void => {
    close();
    input.closedByUser();
  };
  const closer = element(
    'button',
    { type: 'button', class: 'quiet', 'aria-label': 'Close dialog', onclick: byUser },
    icon(drawings.close),
  );
  const box = element(
    'dialog',
    { class: 'inline-dialog', 'aria-label': 'ExtendSync dialog' },
    element(
      'header',
      { class: 'pane-header', hidden: input.hidesTitle },
      element('h2', {}, 'ExtendSync'),
      closer,
    ),
    frame,
  );
  box.style.setProperty('--dialog-width', `${Math.min(99, Math.max(1, input.widthPercent))}vw`);
  box.style.setProperty('--dialog-height', `${Math.min(99, Math.max(1, input.heightPercent))}vh`);
  box.addEventListener('cancel', (event) => {
    event.preventDefault();
    byUser();
  });

  let office: OfficeFrame | undefined;
  function close(): void {
    office?.end();
    office = undefined;
    box.remove();
    if (before instanceof HTMLElement) before.focus();
  }

  document.body.append(box);
  office = connectFrame(
    { element: frame, origin: input.paneOrigin, conversationId, hostOrigin: input.hostOrigin },
    {
      appContext: () => input.appContext(controlId),
      initialData: () => null,
      outlookCall: () => Promise.resolve({ ok: false, errorCode: 9043 }),
      sharedCall: (dispatchId, args) => {
        if (dispatchId !== MESSAGE_PARENT) return NOT_SUPPORTED;
        input.messaged(args['messageToParent']);
        return 0;
      },
      registered: () => 0,
      unregistered: () => undefined,
      notified: () => undefined,
      openWindow: () => undefined,
      log: input.log,
    },
  );
  box.showModal();

  return {
    tell: (content) =>
      office?.push('dialogParentMessageReceived', {
        messageType: 1,
        messageContent: content,
        messageOrigin: input.paneOrigin,
      }) ?? false,
    close,
  };
}
