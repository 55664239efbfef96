import type { ReturnOutcome } from './api/requests';
import { aadstsCodeIn, entraError } from './consent/entra-errors';
import { isFields } from './fields';
import { parseTenantId, type TenantId } from './tenant';

/*
 * Microsoft's admin consent endpoint: the link to it, and what comes back
 * (https://learn.microsoft.com/en-us/entra/identity-platform/v2-admin-consent). Whatever comes back is a hint that it
 * is time to ask Microsoft; it never sets a verdict.
 */

/** How long one authorization, to approve or to look, may take, from the link to the return, in milliseconds. */
export const ATTEMPT_LIFETIME_MS = 5 * 60_000;

export interface AdminConsentRequest {
  readonly loginOrigin: string;
  /** `common` is not possible: personal accounts cannot consent for an organisation, and Microsoft advises against it. */
  readonly tenant: TenantId | 'organizations';
  readonly clientId: string;
  /** What is asked for, as `core/situation.consentScopeParameter` writes it. */
  readonly scope: string;
  /** Must be registered exactly so. */
  readonly redirectUri: string;
  /** Random, bound to one attempt. */
  readonly state: string;
}

/**
 * The address where an admin grants everything that is registered for the application. `/.default` is the only scope
 * that covers application permissions.
 */
export function adminConsentUrl(request: AdminConsentRequest): URL {
  const url = new URL(`/${request.tenant}/v2.0/adminconsent`, request.loginOrigin);
  url.searchParams.set('client_id', request.clientId);
  url.searchParams.set('scope', request.scope);
  url.searchParams.set('redirect_uri', request.redirectUri);
  url.searchParams.set('state', request.state);
  return url;
}

/** What stands in the address that Microsoft sent the browser back to. */
export type ConsentReturn =
  | { readonly kind: 'accepted'; readonly tenant?: TenantId | undefined; readonly state?: string | undefined }
  /** `error` is OAuth's word; `code` the AADSTS code of the description, where there was one. */
  | {
      readonly kind: 'refused';
      readonly error: string;
      readonly code?: string | undefined;
      readonly state?: string | undefined;
    }
  /** Nothing that Microsoft sends. */
  | { readonly kind: 'garbage' };

const GARBAGE: ConsentReturn = { kind: 'garbage' };

// A signed state of ours is some hundred characters; a description of Entra's with its ids is below two thousand.
const MOST = {
  state: 2048,
  error: 100,
  error_description: 8192,
  tenant: 36,
  admin_consent: 5,
  scope: 8192,
} as const;
type Field = keyof typeof MOST;

// RFC 6749, 4.1.2.1: printable ASCII; the words in use are letters, digits, `_`, `-` and `.`.
const ERROR_WORD = /^[A-Za-z0-9_.-]+$/;

/** The one value of a parameter: undefined where it is absent or empty, false where it is repeated or too long. */
function single(params: URLSearchParams, name: Field): string | undefined | false {
  const values = params.getAll(name);
  if (values.length > 1) return false;
  const [value] = values;
  if (value === undefined || value === '') return undefined;
  return value.length <= MOST[name] ? value : false;
}

/**
 * Reads the parameters of the return. An error wins over `admin_consent=True`: Microsoft documents that a refusal
 * carries both. Unknown parameters are left alone, repeated or oversized ones spoil the whole.
 */
export function parseConsentReturn(params: URLSearchParams): ConsentReturn {
  const adminConsent = single(params, 'admin_consent');
  const error = single(params, 'error');
  const description = single(params, 'error_description');
  const tenantText = single(params, 'tenant');
  const state = single(params, 'state');
  if (adminConsent === false || error === false || description === false) return GARBAGE;
  if (tenantText === false || state === false || single(params, 'scope') === false) return GARBAGE;
  if (adminConsent !== undefined && adminConsent.toLowerCase() !== 'true') return GARBAGE;
  if (error !== undefined) {
    if (!ERROR_WORD.test(error)) return GARBAGE;
    const code = aadstsCodeIn(description ?? '');
    return { kind: 'refused', error, code, state };
  }
  if (adminConsent === undefined) return GARBAGE;
  const tenant = tenantText === undefined ? undefined : parseTenantId(tenantText);
  if (tenantText !== undefined && tenant === undefined) return GARBAGE;
  // A link that was made by hand or by the portal may have no state; it says whose consent it was, or it says nothing.
  if (state === undefined) return tenant === undefined ? GARBAGE : { kind: 'accepted', tenant };
  return tenant === undefined ? { kind: 'accepted', state } : { kind: 'accepted', tenant, state };
}

/** What a refusal came from: somebody's "no", somebody who went away or may not approve, or a failure. */
export type RefusalOutcome = Extract<ReturnOutcome, 'denied' | 'left' | 'role-too-small' | 'failed'>;

/**
 * Somebody who cancels on the account picker has turned nothing down: Microsoft answers `access_denied` without a number
 * (https://github.com/MicrosoftDocs/azure-docs/issues/41053). A "no" to the permissions has its number, AADSTS65004
 * (https://github.com/MicrosoftDocs/azure-docs/issues/114009), or is `permission_denied` without one
 * (https://learn.microsoft.com/en-us/entra/identity-platform/v2-oauth2-client-creds-grant-flow).
 */
export function refusalOutcome({ error, code }: Extract<ConsentReturn, { kind: 'refused' }>): RefusalOutcome {
  if (code === undefined) {
    if (error === 'permission_denied') return 'denied';
    return error === 'access_denied' ? 'left' : 'failed';
  }
  switch (entraError(code)?.cause) {
    case 'consent-declined':
      return 'denied';
    case 'admin-approval-needed':
      return 'role-too-small';
    default:
      return 'failed';
  }
}

/** An attempt that was begun without the service: kept where the return will find it (a tab's session storage). */
export interface LocalAttempt {
  readonly state: string;
  readonly madeAtMs: number;
  /** Set once a return has used it up. */
  readonly usedAtMs?: number;
}

/** `state` is random: the caller's chance makes it. */
export const localAttempt = (nowMs: number, state: string): LocalAttempt => ({ state, madeAtMs: nowMs });

/** The attempt after a return has come: a second one will be `repeated`. */
export const useUp = (attempt: LocalAttempt, nowMs: number): LocalAttempt => ({
  ...attempt,
  usedAtMs: nowMs,
});

/** Reads an attempt that was kept; undefined for anything else. */
export function parseLocalAttempt(value: unknown): LocalAttempt | undefined {
  if (!isFields(value)) return undefined;
  const { state, madeAtMs, usedAtMs } = value;
  if (typeof state !== 'string' || state === '' || state.length > MOST.state) return undefined;
  if (typeof madeAtMs !== 'number' || !Number.isFinite(madeAtMs)) return undefined;
  if (usedAtMs === undefined) return { state, madeAtMs };
  return typeof usedAtMs === 'number' && Number.isFinite(usedAtMs)
    ? { state, madeAtMs, usedAtMs }
    : undefined;
}

/**
 * What became of an attempt that was begun without the service.
 *
 * @param attempt the attempt that was kept, undefined where none was.
 * @param expectedTenant the tenant that the consent is wanted for, where it is known.
 */
export function checkLocalReturn(
  attempt: LocalAttempt | undefined,
  returned: ConsentReturn,
  nowMs: number,
  expectedTenant?: TenantId,
): ReturnOutcome {
  if (attempt === undefined || returned.kind === 'garbage' || returned.state !== attempt.state)
    return 'forged';
  if (attempt.usedAtMs !== undefined) return 'repeated';
  // An approval is there, however long it took.
  if (returned.kind === 'refused')
    return nowMs - attempt.madeAtMs > ATTEMPT_LIFETIME_MS ? 'expired' : refusalOutcome(returned);
  const { tenant } = returned;
  return expectedTenant !== undefined && tenant !== undefined && tenant !== expectedTenant
    ? 'other-tenant'
    : 'accepted';
}

/**
 * Ends of an administrator's look for which the words for the end of an approval do not do. A pane that stood open before
 * one was added here ignores it, until the person closes the window, as the page in it says: then it asks Microsoft.
 */
export const LOOK_ENDS = [
  'look-may-not-read',
  'look-sign-in-needed',
  'look-blocked',
  'look-other-tenant',
] as const;

/** What the pane is told of a return: of an approval, or of a look alone. */
export type ToldOutcome = ReturnOutcome | (typeof LOOK_ENDS)[number];
