import { isFields } from '../fields';
import { isoTime, oneOf, parseAll } from './parsing';

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

/** One thing that happened to a request since it was made. Numbers rise within a request. */
export interface RequestEvent {
  readonly number: number;
  readonly kind: RequestEventKind;
  readonly at: string;
}

export function parseRequestEvent(value: unknown): RequestEvent | undefined {
  if (!isFields(value)) return undefined;
  const number =
    typeof value['number'] === 'number' && Number.isSafeInteger(value['number'])
      ? value['number']
      : undefined;
  const kind = oneOf(value['kind'], REQUEST_EVENT_KINDS);
  const at = isoTime(value['at']);
  return number !== undefined && kind && at ? { number, kind, at } : undefined;
}

/** The answer of the long poll: `GET /api/requests/{id}/events?after=<number>`. */
export function parseRequestEvents(value: unknown): readonly RequestEvent[] | undefined {
  return isFields(value) ? parseAll(value['events'], parseRequestEvent) : undefined;
}
