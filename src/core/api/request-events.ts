import { isFields } from '../fields';
import { isoTime, oneOf, parseAll } from './parsing';

/**
 * So many events of a request are kept as they came, by the service and by a pane. Of those before them the service keeps each
 * kind's last, so that whoever has the link can go on without end and the list does not.
 */
export const EVENTS_KEPT = 100;

/** An event stream gives a sign of life as often. Proxies cut what is silent for half a minute or more. */
export const HEARTBEAT_MS = 15_000;

/** The service holds a long poll open for as long at most. */
export const LONGEST_POLL_MS = 25_000;

export const REQUEST_EVENT_KINDS = [
  'made',
  'opened',
  'returned',
  'denied',
  'expired',
  'withdrawn',
  'check-again',
  /** The service has proof of the grant: ask it at once. */
  'proved',
  /** Somebody came whose role does not allow the approval. */
  'role-too-small',
  /** Somebody came back from Microsoft's page without approving; nothing was turned down. */
  'left',
] as const;
export type RequestEventKind = (typeof REQUEST_EVENT_KINDS)[number];

/**
 * What ended a visit to Microsoft's page, beside `check-again`: a pane of an older version reads an answer with a kind that it
 * does not know as none at all, and leaves fields alone that it does not know. `other-tenant`: it was approved for another
 * organisation. Which one is not told: whoever makes a link could learn who came by it.
 */
export const RETURN_FAILURES = ['failed', 'other-tenant'] as const;
export type ReturnFailure = (typeof RETURN_FAILURES)[number];

/** One thing that happened to a request since it was made. Numbers rise within a request. */
export interface RequestEvent {
  readonly number: number;
  readonly kind: RequestEventKind;
  readonly at: string;
  readonly failure?: ReturnFailure | undefined;
}

export function parseRequestEvent(value: unknown): RequestEvent | undefined {
  if (!isFields(value)) return undefined;
  const number =
    typeof value['number'] === 'number' && Number.isSafeInteger(value['number'])
      ? value['number']
      : undefined;
  const kind = oneOf(value['kind'], REQUEST_EVENT_KINDS);
  const at = isoTime(value['at']);
  const failure = oneOf(value['failure'], RETURN_FAILURES);
  return number !== undefined && kind && at ? { number, kind, at, failure } : undefined;
}

/** An event as it comes from a service that may be newer than this page. */
export interface NumberedEvent {
  readonly number: number;
  /** Undefined where it is none that this page knows: its number counts all the same, or it would be asked for for ever. */
  readonly event: RequestEvent | undefined;
}

export function parseNumberedEvent(value: unknown): NumberedEvent | undefined {
  if (!isFields(value)) return undefined;
  const number = value['number'];
  return typeof number === 'number' && Number.isSafeInteger(number)
    ? { number, event: parseRequestEvent(value) }
    : undefined;
}

/** The answer of the long poll: `GET /api/requests/{id}/events?after=<number>`. */
export function parseNumberedEvents(value: unknown): readonly NumberedEvent[] | undefined {
  return isFields(value) ? parseAll(value['events'], parseNumberedEvent) : undefined;
}

/** The same, for who reads it once: the events that this page knows. */
export function parseRequestEvents(value: unknown): readonly RequestEvent[] | undefined {
  return parseNumberedEvents(value)?.flatMap(({ event }) => event ?? []);
}
