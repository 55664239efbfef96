import { randomUUID } from 'node:crypto';
import type { Clock } from '../../../src/ports';

/** What Entra says when it refuses. `number` is the AADSTS number, `error` the OAuth class. */
export interface Refusal {
  readonly refused: true;
  readonly number: number;
  readonly error: string;
  readonly text: string;
  readonly suberror?: string;
  /** A claims challenge as JSON text (conditional access). */
  readonly claims?: string;
}

interface KnownRefusal {
  readonly error: string;
  readonly suberror?: string;
  readonly text: (about: RefusalDetails) => string;
}

export interface RefusalDetails {
  readonly appId?: string;
  readonly appName?: string;
  readonly tenant?: string;
  readonly upn?: string;
  readonly value?: string;
}

/**
 * Classes and numbers: learn.microsoft.com/entra/identity-platform/reference-error-codes and answers quoted in public issues. The
 * sentences keep Microsoft's wording where clients are known to show it, since the product reads numbers out of them.
 */
const KNOWN: Readonly<Record<number, KnownRefusal>> = {
  16000: {
    error: 'interaction_required',
    text: () =>
      'Either multiple user identities are available for the current request or selected account is not supported for the scenario.',
  },
  28000: {
    error: 'invalid_request',
    text: ({ value }) =>
      `Provided value for the input parameter scope is not valid because it contains more than one resource. Scope ${value} is not valid.`,
  },
  50011: {
    error: 'invalid_request',
    text: ({ value, appId }) =>
      `The redirect URI '${value}' specified in the request does not match the redirect URIs configured for the application '${appId}'.`,
  },
  50020: {
    error: 'interaction_required',
    text: ({ upn, value, tenant, appId, appName }) =>
      `User account '${upn}' from identity provider '${value}' does not exist in tenant '${tenant}' and cannot access the application '${appId}'(${appName}) in that tenant. The account needs to be added as an external user in the tenant first. Sign out and sign in again with a different Azure Active Directory user account.`,
  },
  50057: { error: 'invalid_grant', text: () => 'The user account is disabled.' },
  50058: {
    error: 'login_required',
    text: () => 'A silent sign-in request was sent but no user is signed in.',
  },
  50059: {
    error: 'invalid_request',
    text: () =>
      'No tenant-identifying information found in either the request or implied by any provided credentials.',
  },
  50076: {
    error: 'invalid_grant',
    suberror: 'basic_action',
    text: ({ value }) =>
      `Due to a configuration change made by your administrator, or because you moved to a new location, you must use multi-factor authentication to access '${value}'.`,
  },
  50105: {
    error: 'invalid_grant',
    text: ({ appId, appName, upn }) =>
      `Your administrator has configured the application ${appName} ('${appId}') to block users unless they are specifically granted ('assigned') access to the application. The signed in user '${upn}' is blocked because they are not a direct member of a group with access, nor had access directly assigned by an administrator. Please contact your administrator to assign access to this application.`,
  },
  50173: {
    error: 'invalid_grant',
    suberror: 'bad_token',
    text: () =>
      'The provided grant has expired due to it being revoked, a fresh auth token is needed. The user might have changed or reset their password.',
  },
  50196: {
    error: 'invalid_grant',
    text: () =>
      'The server terminated an operation because it encountered a client request loop. Please contact your app vendor.',
  },
  53003: {
    error: 'invalid_grant',
    suberror: 'message_only',
    text: () =>
      'Access has been blocked by Conditional Access policies. The access policy does not allow token issuance.',
  },
  54005: {
    error: 'invalid_grant',
    text: () =>
      'OAuth2 Authorization code was already redeemed, please retry with a new valid code or use an existing refresh token.',
  },
  65001: {
    error: 'invalid_grant',
    suberror: 'consent_required',
    text: ({ appId, appName }) =>
      `The user or administrator has not consented to use the application with ID '${appId}' named '${appName}'. Send an interactive authorization request for this user and resource.`,
  },
  65004: { error: 'access_denied', text: () => 'User declined to consent to access the app.' },
  70000: {
    error: 'invalid_grant',
    text: () => 'Provided grant is invalid or malformed.',
  },
  70008: {
    error: 'invalid_grant',
    text: () =>
      'The provided authorization code or refresh token has expired due to inactivity. Send a new interactive authorization request for this user and resource.',
  },
  70011: {
    error: 'invalid_scope',
    text: ({ value }) =>
      `The provided request must include a 'scope' input parameter. The provided value for the input parameter 'scope' is not valid. The scope ${value} is not valid.`,
  },
  700003: {
    error: 'interaction_required',
    text: () => 'Device object was not found in the tenant directory.',
  },
  70003: {
    error: 'unsupported_grant_type',
    text: ({ value }) => `The app requested an unsupported grant type '${value}'.`,
  },
  70005: {
    error: 'unsupported_response_type',
    text: ({ value }) => `The app returned an unsupported response type '${value}'.`,
  },
  90002: {
    error: 'invalid_request',
    text: ({ tenant }) =>
      `Tenant '${tenant}' not found. Check to make sure you have the correct tenant ID and are signing into the correct cloud. Check with your subscription administrator, this may happen if there are no active subscriptions for the tenant.`,
  },
  90023: { error: 'invalid_request', text: ({ value }) => `Invalid request. ${value}` },
  90033: {
    error: 'temporarily_unavailable',
    text: () => 'A transient error has occurred. Please try again.',
  },
  90055: {
    error: 'temporarily_unavailable',
    text: () => 'Request throttled. The server has received too many requests. Please try again later.',
  },
  90094: {
    error: 'access_denied',
    text: ({ appName, tenant }) =>
      `An administrator of ${tenant} has set a policy that prevents you from granting ${appName} the permissions it is requesting. Contact an administrator of ${tenant}, who can grant permissions to this app on your behalf.`,
  },
  500011: {
    error: 'invalid_resource',
    text: ({ value, tenant }) =>
      `The resource principal named ${value} was not found in the tenant named ${tenant}. This can happen if the application has not been installed by the administrator of the tenant or consented to by any user in the tenant. You might have sent your authentication request to the wrong tenant.`,
  },
  501481: {
    error: 'invalid_grant',
    text: () => 'The Code_Verifier does not match the code_challenge supplied in the authorization request.',
  },
  530003: {
    error: 'interaction_required',
    suberror: 'message_only',
    text: () => 'Your device is required to be managed to access this resource.',
  },
  650053: {
    error: 'invalid_client',
    text: ({ value, appName }) =>
      `The application '${appName}' asked for scope '${value}' that doesn't exist on the resource '00000003-0000-0000-c000-000000000000'. Contact the app vendor.`,
  },
  700016: {
    error: 'unauthorized_client',
    text: ({ appId, tenant }) =>
      `Application with identifier '${appId}' was not found in the directory '${tenant}'. This can happen if the application has not been installed by the administrator of the tenant or consented to by any user in the tenant. You may have sent your authentication request to the wrong tenant.`,
  },
  700027: {
    error: 'invalid_client',
    text: ({ value }) =>
      `The certificate with identifier used to sign the client assertion is not registered on application. ${value}`,
  },
  700082: {
    error: 'invalid_grant',
    suberror: 'bad_token',
    text: () => 'The refresh token has expired due to inactivity. The token was inactive for 90.00:00:00.',
  },
  700084: {
    error: 'invalid_grant',
    suberror: 'bad_token',
    text: () =>
      'The refresh token was issued to a single page app (SPA), and therefore has a fixed, limited lifetime of 1.00:00:00, which cannot be extended. It is now expired and a new sign in request must be sent by the SPA to the sign in page.',
  },
  900144: {
    error: 'invalid_request',
    text: ({ value }) => `The request body must contain the following parameter: '${value}'.`,
  },
  1002012: {
    error: 'invalid_scope',
    text: ({ value }) =>
      `The provided value for scope ${value} is not valid. Client credential flows must have a scope value with /.default suffixed to the resource identifier (application ID URI).`,
  },
  7000112: {
    error: 'unauthorized_client',
    text: ({ appId, appName }) => `Application '${appId}'(${appName}) is disabled.`,
  },
  7000215: {
    error: 'invalid_client',
    text: ({ appId }) =>
      `Invalid client secret provided. Ensure the secret being sent in the request is the client secret value, not the client secret ID, for a secret added to app '${appId}'.`,
  },
  7000218: {
    error: 'invalid_client',
    text: () =>
      "The request body must contain the following parameter: 'client_assertion' or 'client_secret'.",
  },
  9002313: { error: 'invalid_request', text: () => 'Invalid request. Request is malformed or invalid.' },
  9002325: {
    error: 'invalid_request',
    text: () => 'Proof Key for Code Exchange is required for cross-origin authorization code redemption.',
  },
  9002326: {
    error: 'invalid_request',
    text: ({ value }) =>
      `Cross-origin token redemption is permitted only for the 'Single-Page Application' client-type. Request origin: '${value}'.`,
  },
  9002327: {
    error: 'invalid_request',
    text: () =>
      "Tokens issued for the 'Single-Page Application' client-type may only be redeemed via cross-origin requests.",
  },
};

/** A refusal by its AADSTS number. An unlisted number keeps the class given, so that faults can use any number. */
export function refusal(
  number: number,
  details: RefusalDetails = {},
  override: Partial<Pick<Refusal, 'error' | 'text' | 'suberror' | 'claims'>> = {},
): Refusal {
  const known = KNOWN[number];
  const suberror = override.suberror ?? known?.suberror;
  return {
    refused: true,
    number,
    error: override.error ?? known?.error ?? 'invalid_request',
    text: override.text ?? known?.text(details) ?? 'The simulated service refused the request.',
    ...(suberror === undefined ? {} : { suberror }),
    ...(override.claims === undefined ? {} : { claims: override.claims }),
  };
}

export function isRefusal(value: unknown): value is Refusal {
  return typeof value === 'object' && value !== null && (value as { refused?: unknown }).refused === true;
}

export interface EntraErrorBody {
  readonly error: string;
  readonly error_description: string;
  readonly error_codes: readonly number[];
  readonly timestamp: string;
  readonly trace_id: string;
  readonly correlation_id: string;
  readonly error_uri: string;
  readonly suberror?: string;
  readonly claims?: string;
}

/** Entra's time stamp: `2016-01-09 02:02:12Z`. */
export function entraTimestamp(nowMs: number): string {
  return `${new Date(nowMs).toISOString().slice(0, 19).replace('T', ' ')}Z`;
}

/** Entra's error JSON, see "Handling error codes in your application" in Microsoft's error code reference. */
export function errorBody(
  refused: Refusal,
  origin: string,
  clock: Clock,
  correlationId?: string,
): EntraErrorBody {
  const traceId = randomUUID();
  const correlation = correlationId ?? randomUUID();
  const timestamp = entraTimestamp(clock.now());
  return {
    error: refused.error,
    error_description: `AADSTS${refused.number}: ${refused.text} Trace ID: ${traceId} Correlation ID: ${correlation} Timestamp: ${timestamp}`,
    error_codes: [refused.number],
    timestamp,
    trace_id: traceId,
    correlation_id: correlation,
    error_uri: `${origin}/error?code=${refused.number}`,
    ...(refused.suberror === undefined ? {} : { suberror: refused.suberror }),
    ...(refused.claims === undefined ? {} : { claims: refused.claims }),
  };
}

/** HTTP status of a refusal at the token endpoint: a client that failed to prove itself gets 401 (RFC 6749, 5.2). */
export function statusOf(refused: Refusal): number {
  if (refused.error === 'invalid_client') return 401;
  return refused.error === 'temporarily_unavailable' ? 503 : 400;
}
