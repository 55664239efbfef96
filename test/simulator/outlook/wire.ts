/**
 * The envelope in which office.js and its host talk (postMessage, JSON text both ways), as read in office.js 1.1.110
 * (`Microsoft.Office.Common.XdmCommunicationManager` and `Message`): pure, so that it can be tested without a browser.
 */

/** What the pane may ask for: call a method, or start and stop listening to an event. */
export type Action = 'invoke' | 'register-event' | 'unregister-event';

/** One request of the pane. */
export interface PaneRequest {
  readonly action: Action;
  readonly name: string;
  readonly conversationId: string;
  readonly correlationId: number;
  readonly data: unknown;
}

/** Result codes of `Microsoft.Office.Common.InvokeResultCode`. */
export const resultCode = { ok: 0, failed: -1, accessDenied: -5 } as const;

const MESSAGE_REQUEST = 0;
const MESSAGE_RESPONSE = 1;
const RESPONSE_ANSWER = 0;
const RESPONSE_EVENT = 1;
const SERIALIZER_VERSION = 1;
const NOTIFICATION_SUFFIX = '_ntf';

const ACTIONS: readonly Action[] = ['invoke', 'register-event', 'unregister-event'];

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * Reads one message of the pane.
 *
 * @param message the `data` of a message event, whatever it is
 * @returns the request, or undefined when the message is not a well-formed office.js request
 */
export function parsePaneRequest(message: unknown): PaneRequest | undefined {
  if (typeof message !== 'string') return undefined;
  let parsed: unknown;
  try {
    parsed = JSON.parse(message);
  } catch {
    return undefined;
  }
  if (!isRecord(parsed) || parsed['_messageType'] !== MESSAGE_REQUEST) return undefined;
  const { _actionName: name, _conversationId: conversationId, _correlationId: correlationId } = parsed;
  const action = typeof parsed['_actionType'] === 'number' ? ACTIONS[parsed['_actionType']] : undefined;
  if (typeof name !== 'string' || typeof conversationId !== 'string' || typeof correlationId !== 'number') {
    return undefined;
  }
  return action && { action, name, conversationId, correlationId, data: parsed['_data'] };
}

function envelope(
  request: Pick<PaneRequest, 'name' | 'conversationId' | 'correlationId'>,
  origin: string,
  rest: Readonly<Record<string, unknown>>,
): string {
  return JSON.stringify({
    _messageType: MESSAGE_RESPONSE,
    _actionName: request.name,
    _conversationId: request.conversationId,
    _correlationId: request.correlationId,
    _origin: origin,
    _serializerVersion: SERIALIZER_VERSION,
    ...rest,
  });
}

/**
 * The answer to one request.
 *
 * @param request what is answered
 * @param origin the host's origin
 * @param data what office.js hands to its callback
 * @param code one of `resultCode`
 */
export function answerTo(
  request: PaneRequest,
  origin: string,
  data: unknown,
  code: number = resultCode.ok,
): string {
  return envelope(request, origin, { _data: data, _errorCode: code, _responseType: RESPONSE_ANSWER });
}

/**
 * An event for a pane that has registered for it.
 *
 * @param registration the request with which the pane registered; name and ids are reused, as hosts do
 * @param origin the host's origin
 * @param payload the event's own data
 */
export function eventFor(registration: PaneRequest, origin: string, payload: unknown): string {
  return envelope(registration, origin, {
    _data: payload,
    _errorCode: resultCode.ok,
    _responseType: RESPONSE_EVENT,
  });
}

/**
 * A notification of the host to office.js itself (`Office_notifyAgave`), such as "the focus comes in by Tab".
 *
 * @param conversationId the conversation of the pane
 * @param origin the host's origin
 * @param actionId a number of `OSF.AgaveHostAction`
 * @param correlationId any number not used before in this conversation
 */
export function notification(
  conversationId: string,
  origin: string,
  actionId: number,
  correlationId: number,
): string {
  return JSON.stringify({
    _messageType: MESSAGE_REQUEST,
    _actionName: 'Office_notifyAgave',
    _actionType: 0,
    _conversationId: conversationId + NOTIFICATION_SUFFIX,
    _correlationId: correlationId,
    _origin: origin,
    _data: [actionId],
    _serializerVersion: SERIALIZER_VERSION,
  });
}
