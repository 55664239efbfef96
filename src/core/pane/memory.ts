import { CONFIRM, requestLink } from '../api/paths';
import { parseRequestId, REQUEST_LIFETIME_MS, type RequestId } from '../api/requests';
import { isFields, nonEmpty, urlOf, type Fields } from '../fields';
import type { Setup } from '../setup';
import { SHARED_BY, type SharedBy } from '../share-way';
import type { PermissionId } from '../permissions';
import { parseSituationChoice, type SituationChoice } from '../situation';
import { parseTenantId, type TenantId } from '../tenant';

/** What the pane keeps beside the mailbox. It is shown to people and starts checks; it never gives a verdict. */

export interface EarlierShare {
  readonly way: SharedBy;
  readonly atMs: number;
}

/** A request that was shared and is still open. */
export interface StoredRequest {
  /** Undefined for a link that goes straight to Microsoft. */
  readonly id?: RequestId | undefined;
  readonly link: string;
  readonly madeAtMs: number;
  readonly expiresAtMs?: number | undefined;
  /** Whom it asks; undefined where nobody knew, and in what older versions kept. */
  readonly tenant?: TenantId | undefined;
  /** What the link asks for; undefined, as in what older versions kept: everything. */
  readonly situation?: SituationChoice | undefined;
  readonly way: SharedBy;
  readonly sharedAtMs: number;
  /** The number of the last event that was known when it was handed on once more: what is news came after it. */
  readonly heard?: number | undefined;
  /** How and when it was handed on before, oldest first. */
  readonly earlier?: readonly EarlierShare[] | undefined;
  /** Whom the user asked, in their own words. It stays in their mailbox. */
  readonly withWhom?: string | undefined;
  /** An earlier request that this one takes the place of, as long as nobody knows whether it has gone out. */
  readonly replaces?: RequestId | undefined;
}

/** The last answer that Microsoft gave, for the times when it gives none. */
export interface StoredConfirmation {
  readonly kind: 'granted' | 'partial' | 'required';
  readonly forTenant: boolean;
  readonly atMs: number;
  readonly organisation?: string | undefined;
  /** When everything was last granted for the whole tenant; kept when it no longer is. */
  readonly lastGrantedAtMs?: number | undefined;
  /** What was granted for the whole tenant then: what is missing later and stands here was taken back, the rest is new. */
  readonly lastGranted?: readonly PermissionId[] | undefined;
}

/** The request of a dialog that may still stand when its pane is loaded anew. */
export interface StoredDialog {
  readonly id: RequestId;
  readonly untilMs: number;
}

export const MEMORY_KEYS = {
  request: 'extendsync.request',
  confirmation: 'extendsync.confirmation',
  situation: 'extendsync.situation',
  steps: 'extendsync.steps',
  dialog: 'extendsync.dialog',
  withdrawing: 'extendsync.withdrawing',
  letterLanguage: 'extendsync.letter-language',
} as const;

/** The dialog's own request is of no more use. */
export const FORGET_DIALOG = { do: 'store', key: MEMORY_KEYS.dialog, value: undefined } as const;

/** Nobody waits for the request any more. */
export const FORGET_REQUEST = { do: 'store', key: MEMORY_KEYS.request, value: undefined } as const;

/** The longest note of whom somebody asked, in characters. */
export const WITH_WHOM_MOST = 100;

// The last time that a date can tell (https://tc39.es/ecma262/#sec-time-values-and-time-range): to show a later one throws.
const LAST_TIME_MS = 8.64e15;

const isTime = (value: unknown): value is number =>
  typeof value === 'number' && value > 0 && value <= LAST_TIME_MS;
const timeIn = (value: unknown): number | undefined => (isTime(value) ? value : undefined);
const isPermissionId = (value: unknown): value is PermissionId =>
  typeof value === 'string' && /^(delegated|application):[\w.]{1,100}$/.test(value);

/**
 * Whether a link has come to its end, whichever kind it is. One that goes straight to Microsoft has no end of its own: nobody waits
 * for it any longer than the service keeps a request.
 */
export const isOver = (
  link: { readonly madeAtMs: number; readonly expiresAtMs?: number | undefined },
  nowMs: number,
): boolean => (link.expiresAtMs ?? link.madeAtMs + REQUEST_LIFETIME_MS) <= nowMs;

function earlierShare(value: unknown): readonly EarlierShare[] {
  if (!isFields(value) || !isTime(value['atMs'])) return [];
  const way = SHARED_BY.find((one) => one === value['way']);
  return way ? [{ way, atMs: value['atMs'] }] : [];
}

/**
 * The link of what was stored. Other programs may write to a mailbox
 * (https://learn.microsoft.com/en-us/javascript/api/outlook/office.roamingsettings, "shouldn't be considered secure storage"),
 * and what is handed on goes to an administrator under the user's name: a request's link is made of its id, and a straight one
 * must be Microsoft's, for this application.
 */
function ownLink(
  link: unknown,
  id: RequestId | undefined,
  { origin, publicOrigin = origin, loginOrigin, clientId }: Setup,
): string | undefined {
  if (id === undefined) {
    const url = typeof link === 'string' ? urlOf(link) : undefined;
    return url?.origin === loginOrigin && url.searchParams.get('client_id') === clientId
      ? url.href
      : undefined;
  }
  const own = requestLink(publicOrigin, id);
  const confirming = `${own}&${CONFIRM.join('=')}`;
  return link === confirming ? confirming : own;
}

/** Parses what was stored; anything else than a whole request is nothing. */
export function parseStoredRequest(value: unknown, setup: Setup): StoredRequest | undefined {
  if (!isFields(value) || value['version'] !== 1) return undefined;
  const { madeAtMs, expiresAtMs, sharedAtMs, withWhom } = value;
  const id = parseRequestId(value['id']);
  const link = ownLink(value['link'], id, setup);
  const situation = parseSituationChoice(value['situation']);
  const way = SHARED_BY.find((one) => one === value['way']);
  if (value['id'] !== undefined && id === undefined) return undefined;
  if (link === undefined || !way) return undefined;
  if (!isTime(madeAtMs) || !isTime(sharedAtMs)) return undefined;
  return {
    id,
    link,
    madeAtMs,
    expiresAtMs: timeIn(expiresAtMs),
    tenant: parseTenantId(value['tenant']),
    situation,
    way,
    sharedAtMs,
    // Numbers begin at one.
    heard: timeIn(value['heard']),
    earlier: Array.isArray(value['earlier']) ? value['earlier'].flatMap(earlierShare) : undefined,
    withWhom: nonEmpty(withWhom)?.slice(0, WITH_WHOM_MOST),
    replaces: parseRequestId(value['replaces']),
  };
}

/** Parses what was stored; anything else than a whole confirmation is nothing. */
export function parseStoredConfirmation(value: unknown): StoredConfirmation | undefined {
  if (!isFields(value) || value['version'] !== 1) return undefined;
  const kind = (['granted', 'partial', 'required'] as const).find((one) => one === value['kind']);
  const { forTenant, atMs, organisation, lastGrantedAtMs, lastGranted } = value;
  if (!kind || typeof forTenant !== 'boolean' || !isTime(atMs)) return undefined;
  return {
    kind,
    forTenant,
    atMs,
    organisation: typeof organisation === 'string' ? organisation.slice(0, 256) : undefined,
    lastGrantedAtMs: timeIn(lastGrantedAtMs),
    lastGranted: Array.isArray(lastGranted) ? lastGranted.filter(isPermissionId) : undefined,
  };
}

/** Parses what was stored; anything else than a whole dialog is nothing. */
export function parseStoredDialog(value: unknown): StoredDialog | undefined {
  if (!isFields(value) || typeof value['id'] !== 'string' || !isTime(value['untilMs'])) return undefined;
  const id = parseRequestId(value['id']);
  return id === undefined ? undefined : { id, untilMs: value['untilMs'] };
}

/** Parses what was stored; anything else than ids is nothing. */
export const parseRequestIds = (value: unknown): readonly RequestId[] =>
  Array.isArray(value) ? value.flatMap((id) => parseRequestId(id) ?? []) : [];

/** What is written for a value, with the version that the parsers ask for. */
export const toStore = (value: StoredRequest | StoredConfirmation): Fields => ({ version: 1, ...value });
