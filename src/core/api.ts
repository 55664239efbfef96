import type { CloudName } from './cloud';
import { isFields, present } from './fields';
import type { PermissionKind } from './permissions';
import { parseSituation, type Situation, parseSituationChoice, type SituationChoice } from './situation';
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
  readonly supportAddress?: string | undefined;
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
  /** What the organisation does with ExtendSync, as far as an administrator's look has shown it. */
  readonly situation?: Situation;
} & (
  | {
      readonly outcome: 'checked';
      readonly permissions: readonly PermissionAnswer[];
      /**
       * What proved the delegated permissions that are held for the whole `tenant`. Without it nothing proved them:
       * they are `not-known`, or held by the caller alone.
       */
      readonly proof?: Proof;
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

/**
 * How Microsoft proved a grant to the service: it read the grants itself with the `application`'s own permission, or an
 * administrator signed in after the approval and the grants were read with their token, a `look`.
 */
export type Proof =
  | { readonly by: 'application' }
  | {
      readonly by: 'look';
      /** When the administrator's token read the grants, by the service's clock. */
      readonly seenAt: string;
    };

/** An unguessable request id: 22 characters of base64url (128 bits). */
export type RequestId = string;
const REQUEST_ID = /^[A-Za-z0-9_-]{22}$/;
export const parseRequestId = (text: string): RequestId | undefined =>
  REQUEST_ID.test(text) ? text : undefined;

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

/** The key of a look: 22 characters of base64url (128 bits). Whoever holds it may read what the look found, for ten minutes. */
export type LookKey = string;
export const parseLookKey = (text: string): LookKey | undefined => (REQUEST_ID.test(text) ? text : undefined);

/** `POST /api/looks`: an administrator wants to confirm a grant that is there already. */
export interface NewLook {
  /** The tenant that the grant is looked up in; without it, that of the account that signs in. */
  readonly tenant?: TenantId | DomainName | undefined;
  /** The request whose waiting panes are told. */
  readonly request?: RequestId | undefined;
  readonly situation?: Situation | undefined;
}
export interface LookBegun {
  /** Microsoft's sign-in page, which leads back to the service. */
  readonly lookUrl: string;
  readonly expiresAt: string;
}

/** What a look found, as the approval page's address tells it. A hint for people, never a verdict. */
export const LOOK_OUTCOMES = [
  /** Every permission that the situation needs is granted for the whole organisation. */
  'confirmed',
  /** The grants were read, and some of what is needed is not among them. */
  'incomplete',
  /** Microsoft wants the administrator to sign in, which cannot happen unseen. */
  'sign-in-needed',
  /** The person may not read the organisation's grants. */
  'may-not-read',
  'other-tenant',
  'expired',
  'repeated',
  'forged',
  'failed',
] as const;
export type LookOutcome = (typeof LOOK_OUTCOMES)[number];

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

/** RFC 9457 problem details, as every refusal of the service answers. `type` is `urn:extendsync:problem:<name>`. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail?: string;
  readonly retryAfterMs?: number;
}

/**
 * Anybody can make a link to the approval page that says `returned=denied`. When it is the service that sends a browser
 * there, it sets this cookie and puts the same random text into the address: the page believes `returned` and `looked`
 * only where the two are equal, and else says no more than what the address says.
 */
export const RETURN_MARK = { parameter: 'mark', cookie: '__Host-extendsync-return' } as const;

/** The service's addresses, from its origin. */
export const PATHS = {
  consent: '/api/consent',
  requests: '/api/requests',
  openings: (id: RequestId): string => `/api/requests/${id}/openings`,
  attempts: (id: RequestId): string => `/api/requests/${id}/attempts`,
  events: (id: RequestId): string => `/api/requests/${id}/events`,
  request: (id: RequestId): string => `/api/requests/${id}`,
  consentReturn: '/consent/return',
  consentLook: '/consent/look',
  looks: '/api/looks',
  look: (key: LookKey): string => `/api/looks/${key}`,
  // The name that the first links were shared under, and that registrations hold as an address.
  approvalPage: '/grant.html',
  pane: '/taskpane.html',
  redirectPage: '/redirect.html',
} as const;

/** The link that is shared with an admin. */
export function requestLink(origin: string, id: RequestId): string {
  const url = new URL(PATHS.approvalPage, origin);
  url.searchParams.set('request', id);
  return url.href;
}

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
    supportAddress,
  };
}

function parsePermissionAnswer(value: unknown): PermissionAnswer | undefined {
  if (!isFields(value)) return undefined;
  const scope = text(value['scope']);
  const kind = oneOf(value['kind'], ['delegated', 'application']);
  const state = oneOf(value['state'], ['tenant', 'this-user', 'missing', 'not-known']);
  return scope && kind && state ? { scope, kind, state } : undefined;
}

function parseProof(value: unknown): Proof | undefined {
  if (!isFields(value)) return undefined;
  if (value['by'] === 'application') return { by: 'application' };
  const seenAt = isoTime(value['seenAt']);
  return value['by'] === 'look' && seenAt ? { by: 'look', seenAt } : undefined;
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
  const situation = parseSituation(value['situation']);
  if (!tenantId || !checkedAt || (value['situation'] !== undefined && !situation)) return undefined;
  const common = {
    ...present<{ tenantName?: string; correlationId?: string; situation?: Situation }>({
      tenantName: text(value['tenantName']),
      correlationId: text(value['correlationId']),
      situation,
    }),
    tenantId,
    checkedAt,
  };
  if (value['outcome'] === 'checked') {
    const permissions = parseAll(value['permissions'], parsePermissionAnswer);
    if (!permissions) return undefined;
    const obstacle = oneOf(value['obstacle'], ['application-disabled', 'user-not-assigned']);
    if (value['obstacle'] !== undefined && !obstacle) return undefined;
    const proof = parseProof(value['proof']);
    if (value['proof'] !== undefined && !proof) return undefined;
    return {
      ...common,
      outcome: 'checked',
      permissions,
      ...present<{ obstacle?: NonNullable<typeof obstacle>; proof?: Proof }>({ obstacle, proof }),
    };
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
  return { tenant, domain, situation };
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

export function parseNewLook(value: unknown): NewLook | undefined {
  if (!isFields(value)) return undefined;
  const named = typeof value['tenant'] === 'string' ? value['tenant'] : undefined;
  const tenant = named === undefined ? undefined : (parseTenantId(named) ?? parseDomain(named));
  const request = typeof value['request'] === 'string' ? parseRequestId(value['request']) : undefined;
  const situation = parseSituation(value['situation']);
  if (value['tenant'] !== undefined && !tenant) return undefined;
  if (value['request'] !== undefined && !request) return undefined;
  if (value['situation'] !== undefined && !situation) return undefined;
  return { tenant, request, situation };
}

export function parseLookBegun(value: unknown): LookBegun | undefined {
  if (!isFields(value)) return undefined;
  const { lookUrl } = value;
  const expiresAt = isoTime(value['expiresAt']);
  return typeof lookUrl === 'string' && lookUrl.startsWith('https://') && expiresAt
    ? { lookUrl, expiresAt }
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
