import type { CloudName } from './cloud';
import type { PermissionKind } from './permissions';
import { parseSituation, type Situation } from './situation';
import { parseDomain, parseTenantId, type DomainName, type TenantId } from './tenant';

/**
 * The contract between the pane and the consent status service. Times travel as ISO 8601 strings in UTC. Everything
 * that arrives is parsed here, once; a `parse…` function answers undefined for anything that is not the contract's.
 */

/** What the service writes into its pages for the pane; nothing in it is secret. */
export interface PaneSettings {
  readonly version: string;
  readonly clientId: string;
  readonly cloudName: CloudName;
  readonly loginOrigin: string;
  readonly graphOrigin: string;
  /** Where messages to support go; without one the person fills it in. */
  readonly supportAddress?: string;
}

/** What the service knows of one permission: held by the whole tenant, by the asking user alone, missing, or not known. */
export type PermissionState = 'tenant' | 'this-user' | 'missing' | 'not-known';

export interface PermissionAnswer {
  readonly scope: string;
  readonly kind: PermissionKind;
  readonly state: PermissionState;
}

/**
 * `GET /api/consent`: what Microsoft said about the caller's own tenant. `checked`: Microsoft answered, `permissions`
 * holds every permission of the set. `no-answer`: it did not, `because` (and `code`) say why.
 */
export type ConsentAnswer = {
  readonly tenantId: TenantId;
  readonly tenantName?: string;
  /** When Microsoft was asked, by the service's clock. */
  readonly checkedAt: string;
  readonly correlationId?: string;
} & (
  | {
      readonly outcome: 'checked';
      readonly permissions: readonly PermissionAnswer[];
      /** Set when the application stands disabled in the tenant, or lets only assigned users in and the caller is not one. */
      readonly obstacle?: 'application-disabled' | 'user-not-assigned';
    }
  | {
      /** `refused`: Microsoft refused the service a token for the tenant; `code` says why. */
      readonly outcome: 'no-answer';
      readonly because: 'refused' | 'throttled' | 'unreachable' | 'unexpected';
      readonly code?: string;
      readonly retryAfterMs?: number;
    }
);

/** An unguessable request id: 22 characters of base64url (128 bits). */
export type RequestId = string;
const REQUEST_ID = /^[A-Za-z0-9_-]{22}$/;
export const parseRequestId = (text: string): RequestId | undefined =>
  REQUEST_ID.test(text) ? text : undefined;

/** `POST /api/requests` */
export interface NewRequest {
  readonly tenant: TenantId | DomainName;
  /** The mail domain of who asks, beside a tenant's id: a name that people know. Nobody has verified it. */
  readonly domain?: DomainName;
  /** What the organisation does with ExtendSync: it decides which permissions the attempt asks for. */
  readonly situation?: Situation;
}
export interface RequestMade {
  readonly id: RequestId;
  /** The address of the grant page for this request, to be shared. */
  readonly link: string;
  readonly madeAt: string;
  readonly expiresAt: string;
}

/** `POST /api/requests/{id}/openings`: the grant page says that somebody opened the link. */
export interface RequestShown {
  readonly tenant: string;
  /** What the asking side calls the tenant; the grant page asks Microsoft whether it is so. */
  readonly domain?: DomainName;
  readonly situation?: Situation;
  readonly madeAt: string;
  readonly expiresAt: string;
}

/** `POST /api/requests/{id}/attempts` */
export interface AttemptMade {
  /** Microsoft's admin consent address, with a signed single-use state. */
  readonly consentUrl: string;
  /** Five minutes after the attempt was made. */
  readonly expiresAt: string;
}

/** What became of an attempt, as `GET /consent/return` tells the grant page. A hint for people, never a verdict. */
export const RETURN_OUTCOMES = [
  'accepted',
  'denied',
  'expired',
  'repeated',
  'forged',
  'other-tenant',
  'failed',
] as const;
export type ReturnOutcome = (typeof RETURN_OUTCOMES)[number];

export const REQUEST_EVENT_KINDS = [
  'made',
  'opened',
  'returned',
  'denied',
  'expired',
  'withdrawn',
  'check-again',
] as const;
export type RequestEventKind = (typeof REQUEST_EVENT_KINDS)[number];

/** One thing that happened to a request since it was made. Numbers rise within a request. */
export interface RequestEvent {
  readonly number: number;
  readonly kind: RequestEventKind;
  readonly at: string;
}

/** RFC 9457 problem details, as every refusal of the service answers. `type` is `urn:extendsync:problem:<name>`. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail?: string;
  readonly retryAfterMs?: number;
}

/** The service's addresses, from its origin. */
export const PATHS = {
  consent: '/api/consent',
  requests: '/api/requests',
  openings: (id: RequestId): string => `/api/requests/${id}/openings`,
  attempts: (id: RequestId): string => `/api/requests/${id}/attempts`,
  events: (id: RequestId): string => `/api/requests/${id}/events`,
  request: (id: RequestId): string => `/api/requests/${id}`,
  consentReturn: '/consent/return',
  grantPage: '/grant.html',
  pane: '/taskpane.html',
  redirectPage: '/redirect.html',
} as const;

/** The link that is shared with an admin. */
export function requestLink(origin: string, id: RequestId): string {
  const url = new URL(PATHS.grantPage, origin);
  url.searchParams.set('request', id);
  return url.href;
}

type Fields = Readonly<Record<string, unknown>>;
const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isoTime = (value: unknown): string | undefined =>
  typeof value === 'string' &&
  /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/.test(value) &&
  !Number.isNaN(Date.parse(value))
    ? value
    : undefined;
const text = (value: unknown): string | undefined =>
  typeof value === 'string' && value.length > 0 && value.length <= 2048 ? value : undefined;
const oneOf = <const T extends string>(value: unknown, names: readonly T[]): T | undefined =>
  names.find((name) => name === value);
const milliseconds = (value: unknown): number | undefined =>
  typeof value === 'number' && Number.isFinite(value) && value >= 0 ? value : undefined;

/** Leaves out the fields that are undefined, as exact optional properties want it. */
function present<T extends object>(fields: { [K in keyof T]: T[K] | undefined }): T {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as T;
}

const domainIn = (value: unknown): DomainName | undefined =>
  typeof value === 'string' ? parseDomain(value) : undefined;

const httpsOrigin = (value: unknown): string | undefined =>
  typeof value === 'string' && /^https:\/\/[^/?#]+$/.test(value) ? value : undefined;

// A plain address (RFC 5321's dot-string and a domain): nothing in it can add a field to a mailto link.
const MAIL_ADDRESS = /^[A-Za-z0-9._+-]{1,64}@(?:[A-Za-z0-9-]{1,63}\.)+[A-Za-z]{2,63}$/;

/** A plain mail address, fit to stand in a mailto link; undefined for anything else. */
export const parseMailAddress = (value: unknown): string | undefined =>
  typeof value === 'string' && value.length <= 254 && MAIL_ADDRESS.test(value) ? value : undefined;

export function parsePaneSettings(value: unknown): PaneSettings | undefined {
  if (!isFields(value)) return undefined;
  const version = text(value['version']);
  const clientId = typeof value['clientId'] === 'string' ? parseTenantId(value['clientId']) : undefined;
  const cloudName = oneOf(value['cloudName'], ['global', 'usgov', 'usgov-dod', 'china', 'custom']);
  const loginOrigin = httpsOrigin(value['loginOrigin']);
  const graphOrigin = httpsOrigin(value['graphOrigin']);
  if (!version || !clientId || !cloudName || !loginOrigin || !graphOrigin) return undefined;
  const supportAddress = parseMailAddress(value['supportAddress']);
  if (value['supportAddress'] !== undefined && supportAddress === undefined) return undefined;
  return {
    version,
    clientId,
    cloudName,
    loginOrigin,
    graphOrigin,
    ...(supportAddress === undefined ? {} : { supportAddress }),
  };
}

function parsePermissionAnswer(value: unknown): PermissionAnswer | undefined {
  if (!isFields(value)) return undefined;
  const scope = text(value['scope']);
  const kind = oneOf(value['kind'], ['delegated', 'application']);
  const state = oneOf(value['state'], ['tenant', 'this-user', 'missing', 'not-known']);
  return scope && kind && state ? { scope, kind, state } : undefined;
}

/** Parses every item, or nothing: a list with one bad item is not the contract's. */
function parseAll<T>(value: unknown, parse: (item: unknown) => T | undefined): readonly T[] | undefined {
  if (!Array.isArray(value)) return undefined;
  const parsed = value.map(parse);
  return parsed.every((item) => item !== undefined) ? parsed : undefined;
}

export function parseConsentAnswer(value: unknown): ConsentAnswer | undefined {
  if (!isFields(value)) return undefined;
  const tenantId = typeof value['tenantId'] === 'string' ? parseTenantId(value['tenantId']) : undefined;
  const checkedAt = isoTime(value['checkedAt']);
  if (!tenantId || !checkedAt) return undefined;
  const common = {
    ...present<{ tenantName?: string; correlationId?: string }>({
      tenantName: text(value['tenantName']),
      correlationId: text(value['correlationId']),
    }),
    tenantId,
    checkedAt,
  };
  if (value['outcome'] === 'checked') {
    const permissions = parseAll(value['permissions'], parsePermissionAnswer);
    if (!permissions) return undefined;
    const obstacle = oneOf(value['obstacle'], ['application-disabled', 'user-not-assigned']);
    if (value['obstacle'] !== undefined && !obstacle) return undefined;
    return { ...common, outcome: 'checked', permissions, ...(obstacle ? { obstacle } : {}) };
  }
  const because = oneOf(value['because'], ['refused', 'throttled', 'unreachable', 'unexpected']);
  if (value['outcome'] !== 'no-answer' || !because) return undefined;
  return {
    ...common,
    outcome: 'no-answer',
    because,
    ...present<{ code?: string; retryAfterMs?: number }>({
      code: text(value['code']),
      retryAfterMs: milliseconds(value['retryAfterMs']),
    }),
  };
}

export function parseNewRequest(value: unknown): NewRequest | undefined {
  if (!isFields(value) || typeof value['tenant'] !== 'string') return undefined;
  const id = parseTenantId(value['tenant']);
  const tenant = id ?? parseDomain(value['tenant']);
  const situation = parseSituation(value['situation']);
  if (!tenant || (value['situation'] !== undefined && !situation)) return undefined;
  // A second name beside a domain could only contradict it.
  const domain = id === undefined ? undefined : domainIn(value['domain']);
  if (value['domain'] !== undefined && !domain) return undefined;
  return { tenant, ...(domain ? { domain } : {}), ...(situation ? { situation } : {}) };
}

export function parseRequestMade(value: unknown): RequestMade | undefined {
  if (!isFields(value)) return undefined;
  const id = typeof value['id'] === 'string' ? parseRequestId(value['id']) : undefined;
  const link =
    typeof value['link'] === 'string' && value['link'].startsWith('https://')
      ? text(value['link'])
      : undefined;
  const madeAt = isoTime(value['madeAt']);
  const expiresAt = isoTime(value['expiresAt']);
  return id && link && madeAt && expiresAt ? { id, link, madeAt, expiresAt } : undefined;
}

export function parseRequestShown(value: unknown): RequestShown | undefined {
  if (!isFields(value)) return undefined;
  const tenant = text(value['tenant']);
  const madeAt = isoTime(value['madeAt']);
  const expiresAt = isoTime(value['expiresAt']);
  const domain = domainIn(value['domain']);
  const situation = parseSituation(value['situation']);
  return tenant && madeAt && expiresAt
    ? { tenant, madeAt, expiresAt, ...(domain ? { domain } : {}), ...(situation ? { situation } : {}) }
    : undefined;
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

export function parseProblem(value: unknown): Problem | undefined {
  if (!isFields(value)) return undefined;
  const type = text(value['type']);
  const title = text(value['title']);
  const status = typeof value['status'] === 'number' ? value['status'] : undefined;
  if (!type || !title || status === undefined) return undefined;
  const optional = present<{ detail?: string; retryAfterMs?: number }>({
    detail: text(value['detail']),
    retryAfterMs: milliseconds(value['retryAfterMs']),
  });
  return { type, title, status, ...optional };
}
