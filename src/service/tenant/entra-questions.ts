import { createHash, X509Certificate } from 'node:crypto';
import type { AuthenticationResult, ConfidentialClientApplication, Configuration } from '@azure/msal-node';
import type { Cloud } from '../../core/cloud';
import type { Refusal } from '../../core/consent/refusal';
import { parseRetryAfter } from '../../core/retry-after';
import type { TenantId } from '../../core/tenant';
import type { Clock } from '../../ports';

/** How the service proves to Entra that it is the application. */
export type Credential =
  | { readonly kind: 'secret'; readonly secret: string }
  | { readonly kind: 'certificate'; readonly certificate: string; readonly privateKey: string };

/** The application, as it is registered with Entra. */
export interface Registration {
  readonly clientId: string;
  readonly credential: Credential;
  readonly cloud: Cloud;
}

type Msal = typeof import('@azure/msal-node');
type NetworkModule = NonNullable<NonNullable<Configuration['system']>['networkClient']>;

/** Entra gave no token: the facts of why. */
export interface NoToken {
  readonly ok: false;
  readonly refusal: Refusal;
  /** `http`: Entra answered (with `status`); `garbage`: with something that is not its protocol; `silence`: not at all. */
  readonly answer:
    | { readonly kind: 'http'; readonly status: number }
    | { readonly kind: 'garbage' }
    | { readonly kind: 'silence' };
}

/** Asks Entra one question for tokens, as the application, in one tenant. Never rejects. */
export type AskEntra = (
  tenant: TenantId | 'organizations',
  signal: AbortSignal,
  ask: (client: ConfidentialClientApplication) => Promise<AuthenticationResult | null>,
) => Promise<{ readonly ok: true; readonly result: AuthenticationResult } | NoToken>;

/**
 * Questions by msal-node. Each gets a client of its own: MSAL would answer from its cache, where a revoked consent lives
 * on, and after a 429 or a 5xx it would refuse for a minute by itself, for all tenants' callers and by the wall clock.
 * What Entra gave is forgotten with the client.
 */
export function createEntraQuestions(
  registration: Registration,
  fetch: typeof globalThis.fetch,
  clock: Clock,
): AskEntra {
  const { loginOrigin } = registration.cloud;
  const credential = msalCredential(registration.credential);

  return async (tenant, signal, ask) => {
    // A start need not wait for it: the first question does.
    const msal = await import('@azure/msal-node');
    const network = recordingNetwork(fetch, signal, clock);
    const authority = `${loginOrigin}/${tenant}`;
    try {
      const client = new msal.ConfidentialClientApplication({
        auth: {
          clientId: registration.clientId,
          ...credential,
          authority,
          knownAuthorities: [new URL(loginOrigin).host],
          // Known by heart for Entra's v2.0 endpoints: saves MSAL from asking for it before each token.
          authorityMetadata: JSON.stringify({
            issuer: `${authority}/v2.0`,
            authorization_endpoint: `${authority}/oauth2/v2.0/authorize`,
            token_endpoint: `${authority}/oauth2/v2.0/token`,
            jwks_uri: `${authority}/discovery/v2.0/keys`,
          }),
        },
        system: {
          networkClient: network.module,
          disableInternalRetries: true,
          loggerOptions: {
            logLevel: msal.LogLevel.Error,
            piiLoggingEnabled: false,
            loggerCallback: () => undefined,
          },
        },
      });
      const result = await ask(client);
      return result?.accessToken
        ? { ok: true, result }
        : { ok: false, refusal: refusalFrom(msal, undefined, undefined), answer: { kind: 'garbage' } };
    } catch (error) {
      return {
        ok: false,
        refusal: refusalFrom(msal, error, network.retryAfterMs()),
        answer: network.answer(),
      };
    }
  };
}

function msalCredential(
  credential: Credential,
): Pick<Configuration['auth'], 'clientSecret' | 'clientCertificate'> {
  if (credential.kind === 'secret') return { clientSecret: credential.secret };
  const { raw } = new X509Certificate(credential.certificate);
  return {
    clientCertificate: {
      thumbprintSha256: createHash('sha256').update(raw).digest('hex'),
      privateKey: credential.privateKey,
      x5c: credential.certificate,
    },
  };
}

/** MSAL's network on `fetch`, with the time limit of the whole check, remembering what MSAL's errors leave out. */
function recordingNetwork(fetch: typeof globalThis.fetch, signal: AbortSignal, clock: Clock) {
  let answer: NoToken['answer'] = { kind: 'silence' };
  let wait: number | undefined;

  const send = async <T>(
    url: string,
    init: RequestInit,
  ): Promise<{ headers: Record<string, string>; body: T; status: number }> => {
    const response = await fetch(url, { ...init, signal, redirect: 'error' });
    wait = parseRetryAfter(response.headers.get('retry-after'), clock.now());
    answer = { kind: 'http', status: response.status };
    const text = await response.text();
    let body: unknown;
    try {
      body = JSON.parse(text);
    } catch {
      body = undefined;
    }
    if (typeof body !== 'object' || body === null) {
      // A proxy's page with status 503 still says "away"; a page with 200 says nothing that we know.
      if (response.status < 400) answer = { kind: 'garbage' };
      throw new Error('not the JSON of a token endpoint');
    }
    return { headers: Object.fromEntries(response.headers), body: body as T, status: response.status };
  };
  const module: NetworkModule = {
    sendGetRequestAsync: (url, options) => send(url, { headers: options?.headers ?? {} }),
    sendPostRequestAsync: (url, options) =>
      send(url, { method: 'POST', headers: options?.headers ?? {}, body: options?.body ?? '' }),
  };
  return { module, answer: () => answer, retryAfterMs: () => wait };
}

function refusalFrom(
  { AuthError, ClientAuthError, InteractionRequiredAuthError, ServerError }: Msal,
  error: unknown,
  wait: number | undefined,
): Refusal {
  const errorClass =
    error instanceof InteractionRequiredAuthError
      ? 'interaction-required'
      : error instanceof ServerError
        ? 'server'
        : error instanceof ClientAuthError
          ? 'client-auth'
          : error instanceof AuthError
            ? 'auth'
            : 'other';
  return {
    errorClass,
    errorCode: error instanceof AuthError ? error.errorCode : '',
    text: error instanceof AuthError ? error.errorMessage : '',
    // MSAL writes an empty text where there is none.
    correlationId: error instanceof AuthError ? error.correlationId || undefined : undefined,
    retryAfterMs: wait,
    // The service asks for nothing else.
    askedFor: 'graph',
  };
}
