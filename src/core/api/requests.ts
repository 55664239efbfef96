import { isFields, present } from '../fields';
import { parseSituation, parseSituationChoice, type Situation, type SituationChoice } from '../situation';
import { parseDomain, parseTenantId, type DomainName, type TenantId } from '../tenant';
import { isoTime, text } from './parsing';

/** An unguessable request id: 22 characters of base64url (128 bits). */
export type RequestId = string;
const REQUEST_ID = /^[A-Za-z0-9_-]{22}$/;
export const parseRequestId = (id: unknown): RequestId | undefined =>
  typeof id === 'string' && REQUEST_ID.test(id) ? id : undefined;

/** How long the service keeps a request: long enough for a holiday and a change board; the design's number. */
export const REQUEST_LIFETIME_MS = 30 * 24 * 60 * 60_000;

/** `POST /api/requests` */
export interface NewRequest {
  readonly tenant: TenantId | DomainName;
  /** The mail domain of who asks, beside a tenant's id: a name that people know. Nobody has verified it. */
  readonly domain?: DomainName | undefined;
  /** What the organisation does with ExtendSync: it decides which permissions the attempt asks for. */
  readonly situation?: Situation | undefined;
}
export interface RequestMade {
  readonly id: RequestId;
  /** The address of the approval page for this request, to be shared. */
  readonly link: string;
  readonly madeAt: string;
  readonly expiresAt: string;
}

/** `POST /api/requests/{id}/openings`: the approval page says that somebody opened the link. */
export interface RequestShown {
  readonly tenant: string;
  /** What the asking side calls the tenant; the approval page asks Microsoft whether it is so. */
  readonly domain?: DomainName | undefined;
  readonly situation?: Situation | undefined;
  readonly madeAt: string;
  readonly expiresAt: string;
}

/**
 * `POST /api/requests/{id}/attempts`: what the administrator answered on the page; without it the request's suggestion
 * counts. `not-sure` is an answer as well: it asks for everything, whatever was suggested.
 */
export interface NewAttempt {
  readonly situation?: SituationChoice;
}
export interface AttemptMade {
  /** Microsoft's admin consent address, with a signed single-use state. */
  readonly consentUrl: string;
  /** Five minutes after the attempt was made. */
  readonly expiresAt: string;
}

/** What became of an attempt, as `GET /consent/return` tells the approval page. A hint for people, never a verdict. */
export const RETURN_OUTCOMES = [
  'accepted',
  'denied',
  /** Somebody came back from Microsoft's page without approving; nothing was turned down. */
  'left',
  /** Somebody tried whose role does not allow it. */
  'role-too-small',
  'expired',
  'repeated',
  'forged',
  'other-tenant',
  'failed',
] as const;
export type ReturnOutcome = (typeof RETURN_OUTCOMES)[number];

export function parseNewRequest(value: unknown): NewRequest | undefined {
  if (!isFields(value) || typeof value['tenant'] !== 'string') return undefined;
  const id = parseTenantId(value['tenant']);
  const tenant = id ?? parseDomain(value['tenant']);
  const situation = parseSituation(value['situation']);
  if (!tenant || (value['situation'] !== undefined && !situation)) return undefined;
  // A second name beside a domain could only contradict it.
  const domain = id === undefined ? undefined : parseDomain(value['domain']);
  if (value['domain'] !== undefined && !domain) return undefined;
  return { tenant, domain, situation };
}

export function parseRequestShown(value: unknown): RequestShown | undefined {
  if (!isFields(value)) return undefined;
  const tenant = text(value['tenant']);
  const madeAt = isoTime(value['madeAt']);
  const expiresAt = isoTime(value['expiresAt']);
  const domain = parseDomain(value['domain']);
  const situation = parseSituation(value['situation']);
  return tenant && madeAt && expiresAt ? { tenant, domain, situation, madeAt, expiresAt } : undefined;
}

/** An absent body is an attempt without an answer. */
export function parseNewAttempt(value: unknown): NewAttempt | undefined {
  if (value === undefined) return {};
  if (!isFields(value)) return undefined;
  const situation = parseSituationChoice(value['situation']);
  if (value['situation'] !== undefined && !situation) return undefined;
  return present<NewAttempt>({ situation });
}

export function parseAttemptMade(value: unknown): AttemptMade | undefined {
  if (!isFields(value)) return undefined;
  const consentUrl =
    typeof value['consentUrl'] === 'string' && value['consentUrl'].startsWith('https://')
      ? value['consentUrl']
      : undefined;
  const expiresAt = isoTime(value['expiresAt']);
  return consentUrl && expiresAt ? { consentUrl, expiresAt } : undefined;
}
