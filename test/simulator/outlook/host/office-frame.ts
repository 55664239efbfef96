/** One frame that runs office.js, the task pane or a dialog, and the conversation with it. */
import { answerTo, eventFor, notification, parsePaneRequest, resultCode, type PaneRequest } from '../wire';

/** Answer of an Outlook method: `data` for its callback, or one of Outlook's error numbers (9000 and up). */
export type OutlookResult =
  { readonly ok: true; readonly data?: unknown } | { readonly ok: false; readonly errorCode: number };

/** What the host does for the frame; each is called with what the frame really sent. */
export interface FrameHandlers {
  appContext(): Promise<unknown>;
  initialData(): unknown;
  /** An Outlook method (`ExecuteMethod`), by its dispatch id. */
  outlookCall(dispatchId: number, params: unknown): Promise<OutlookResult>;
  /** A method that all Office hosts share (`executeMethod`); the number is Office's error, 0 is success. */
  sharedCall(dispatchId: number, args: Readonly<Record<string, unknown>>): number;
  /** Office's error number, 0 is success. */
  registered(eventName: string, data: Readonly<Record<string, unknown>>): number;
  unregistered(eventName: string, data: Readonly<Record<string, unknown>>): void;
  /** office.js tells the host about focus, keys and the like; see OSF.AgaveHostAction. */
  notified(action: number, extra: unknown): void;
  /** office.js could not open a window itself and asks the host to. */
  openWindow(url: string): void;
  /** For the protocol log: one short line, never a token. */
  log(line: string): void;
}

export interface FrameAddress {
  readonly element: HTMLIFrameElement;
  /** The origin that the frame must have for its messages to count; a dialog may travel, but speaks only from here. */
  readonly origin: string;
  readonly conversationId: string;
  readonly hostOrigin: string;
}

export interface OfficeFrame {
  /** Sends an event, when the frame has registered for it; says whether it had. */
  push(eventName: string, payload: unknown): boolean;
  /** Sends a number of OSF.AgaveHostAction, such as 11 for "the focus comes in by Tab". */
  notify(actionId: number): void;
  /** Stops listening. The element stays where it is. */
  end(): void;
}

type Fields = Readonly<Record<string, unknown>>;

function fields(value: unknown): Fields {
  return typeof value === 'object' && value !== null ? (value as Fields) : {};
}

function dispatchIdIn(data: Fields, key: string): number {
  const id = fields(data[key])['DispatchId'];
  return typeof id === 'number' ? id : -1;
}

/** Starts the conversation with one frame. */
export function connectFrame(address: FrameAddress, handlers: FrameHandlers): OfficeFrame {
  const registrations = new Map<string, PaneRequest>();
  let notifications = 0;

  function post(text: string): void {
    address.element.contentWindow?.postMessage(text, address.origin);
  }

  function answer(request: PaneRequest, data: unknown, code?: number): void {
    post(answerTo(request, address.hostOrigin, data, code));
  }

  async function invoke(request: PaneRequest): Promise<void> {
    const data = fields(request.data);
    switch (request.name) {
      case 'ContextActivationManager_getAppContextAsync':
        registrations.clear(); // a page that boots anew has forgotten what the page before it registered
        answer(request, await handlers.appContext());
        return;
      case 'ContextActivationManager_notifyHost': {
        const [, action, extra] = Array.isArray(request.data) ? (request.data as unknown[]) : [];
        if (typeof action === 'number') handlers.notified(action, extra);
        answer(request, null);
        return;
      }
      case 'ContextActivationManager_openWindowInHost':
        if (typeof data['strUrl'] === 'string') handlers.openWindow(data['strUrl']);
        answer(request, null);
        return;
      case 'GetInitialData':
        answer(request, handlers.initialData());
        return;
      case 'ExecuteMethod': {
        const result = await handlers.outlookCall(dispatchIdIn(data, 'MethodData'), data['ApiParams']);
        answer(
          request,
          result.ok
            ? { error: false, errorCode: 0, wasSuccessful: true, data: result.data }
            : { error: true, errorCode: result.errorCode, wasSuccessful: false },
        );
        return;
      }
      case 'executeMethod': {
        const error = handlers.sharedCall(dispatchIdIn(data, 'DdaMethod'), data);
        answer(request, { Version: 1, Error: error });
        return;
      }
      default:
        handlers.log(`unknown call ${request.name}`);
        answer(request, null, resultCode.failed);
    }
  }

  function receive(event: MessageEvent<unknown>): void {
    if (event.source !== address.element.contentWindow || event.origin !== address.origin) return;
    const request = parsePaneRequest(event.data);
    if (request?.conversationId !== address.conversationId) return;
    const data = fields(request.data);
    if (request.action === 'invoke') {
      void invoke(request);
    } else if (request.action === 'register-event') {
      handlers.log(`listens to ${request.name}`);
      const error = handlers.registered(request.name, data);
      if (error === 0) registrations.set(request.name, request);
      answer(request, { Error: error });
    } else {
      registrations.delete(request.name);
      handlers.unregistered(request.name, data);
      answer(request, { Error: 0 });
    }
  }

  window.addEventListener('message', receive);
  return {
    push: (eventName, payload) => {
      const registration = registrations.get(eventName);
      if (!registration) return false;
      post(eventFor(registration, address.hostOrigin, payload));
      return true;
    },
    notify: (actionId) => {
      notifications += 1;
      post(notification(address.conversationId, address.hostOrigin, actionId, notifications));
    },
    end: () => window.removeEventListener('message', receive),
  };
}
