import {
  createHash,
  createPublicKey,
  verify,
  X509Certificate,
  constants,
  timingSafeEqual,
} from 'node:crypto';
import { errorBody, isRefusal, refusal, statusOf, type Refusal } from './errors';
import type { Exchange } from './exchange';
import { decodePart } from './keys';
import { GENERIC_TENANTS, PUBLIC_CORS } from './openid';
import { parseScopes } from './scopes';
import type { EntraState } from './state';
import {
  detailsFor,
  issueAppToken,
  issueUserTokens,
  type AppTokenAnswer,
  type UserTokenAnswer,
} from './tokens';

/** An authorization code is good for ten minutes (v2-oauth2-auth-code-flow). */
const CODE_LIFETIME_MS = 10 * 60_000;
/** A single-page application's refresh token lives 24 hours from the sign-in (refresh-tokens, "Token lifetime"). */
const SPA_REFRESH_LIFETIME_MS = 24 * 3_600_000;
/** Everybody else's: 90 days without use. */
const REFRESH_IDLE_MS = 90 * 24 * 3_600_000;

const ASSERTION_TYPE = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';

type Answer = UserTokenAnswer | AppTokenAnswer | Refusal;

/**
 * `POST /{tenant}/oauth2/v2.0/token`: authorization_code, refresh_token and client_credentials
 * (learn.microsoft.com/entra/identity-platform/v2-oauth2-auth-code-flow and v2-oauth2-client-creds-grant-flow).
 */
export function answerToken(state: EntraState, exchange: Exchange, tenantText: string): void {
  const form = exchange.form();
  const answer = redeem(state, exchange, tenantText, form);
  if (isRefusal(answer)) {
    refuseToken(state, exchange, answer);
    return;
  }
  exchange.outcome = `${form.get('grant_type') ?? ''}: token issued`;
  exchange.sendJson(200, answer, { ...PUBLIC_CORS, Pragma: 'no-cache' });
}

/** Entra's error JSON with its status. */
export function refuseToken(state: EntraState, exchange: Exchange, refused: Refusal): void {
  const correlationId = exchange.form().get('client-request-id') ?? exchange.query('client-request-id');
  exchange.outcome = `AADSTS${refused.number}`;
  exchange.sendJson(
    statusOf(refused),
    errorBody(refused, state.origin, state.clock, correlationId ?? undefined),
    PUBLIC_CORS,
  );
}

function redeem(state: EntraState, exchange: Exchange, tenantText: string, form: URLSearchParams): Answer {
  const generic = GENERIC_TENANTS.has(tenantText.toLowerCase());
  const tenant = state.directory.findTenant(tenantText);
  if (!generic && tenant === undefined) return refusal(90002, { tenant: tenantText });
  const clientId = form.get('client_id');
  if (!clientId) return refusal(900144, { value: 'client_id' });
  const grantType = form.get('grant_type');
  if (!grantType) return refusal(900144, { value: 'grant_type' });
  const { application, applicationDeleted } = state.directory;
  if (clientId.toLowerCase() !== application.appId || applicationDeleted) {
    return refusal(700016, { appId: clientId, tenant: tenant?.displayName ?? tenantText });
  }
  switch (grantType) {
    case 'authorization_code':
      return redeemCode(state, exchange, tenant?.id, form);
    case 'refresh_token':
      return redeemRefreshToken(state, exchange, tenant?.id, form);
    case 'client_credentials':
      return redeemCredentials(state, tenant?.id, tenantText, form);
    default:
      return refusal(70003, { value: grantType });
  }
}

function redeemCode(
  state: EntraState,
  exchange: Exchange,
  tenantId: string | undefined,
  form: URLSearchParams,
): UserTokenAnswer | Refusal {
  const text = form.get('code');
  if (!text) return refusal(900144, { value: 'code' });
  const code = state.codes.get(text);
  if (code === undefined) return refusal(70000);
  exchange.userId = code.userId;
  exchange.tenantId = code.tenantId;
  if (tenantId !== undefined && tenantId !== code.tenantId) {
    return refusal(700005);
  }
  if (code.redeemed) return refusal(54005);
  if (state.clock.now() - code.issuedAtMs > CODE_LIFETIME_MS) return refusal(70008);
  if (form.get('redirect_uri') !== code.redirectUri) {
    return refusal(
      500112,
      {},
      {
        error: 'invalid_client',
        text: `The reply address '${form.get('redirect_uri') ?? ''}' does not match the reply address '${code.redirectUri}' provided when requesting Authorization code.`,
      },
    );
  }
  const crossOrigin = checkOrigin(exchange, code.redirectKind);
  if (crossOrigin !== undefined) return crossOrigin;
  if (code.redirectKind === 'web') {
    const proof = checkClient(state, form);
    if (proof !== undefined) return proof;
  }
  const verifier = form.get('code_verifier');
  if (code.challenge !== undefined) {
    if (verifier === null || !verifierMatches(verifier, code.challenge)) return refusal(501481);
  }
  const user = state.directory.findUser(code.userId);
  if (user === undefined) return refusal(70000);
  // One use, also when the tokens are refused below: a code that was shown to us is spent (RFC 6749, 4.1.2).
  code.redeemed = true;
  const asked = form.get('scope');
  const scopes =
    asked === null || asked === ''
      ? code.scopes
      : parseScopes(asked, state.graphOrigin, state.directory.application);
  if (isRefusal(scopes)) return scopes;
  return issueUserTokens(state, {
    user,
    tenantId: code.tenantId,
    scopes,
    kind: code.redirectKind,
    nonce: code.nonce,
    fresh: code.fresh,
    signedInAtMs: code.issuedAtMs,
  });
}

function redeemRefreshToken(
  state: EntraState,
  exchange: Exchange,
  tenantId: string | undefined,
  form: URLSearchParams,
): UserTokenAnswer | Refusal {
  const text = form.get('refresh_token');
  if (!text) return refusal(900144, { value: 'refresh_token' });
  const token = state.refreshTokens.get(text);
  const user = token === undefined ? undefined : state.directory.findUser(token.userId);
  if (token === undefined || user === undefined) return refusal(70000);
  exchange.userId = user.id;
  exchange.tenantId = tenantId ?? token.tenantId;
  const crossOrigin = checkOrigin(exchange, token.kind);
  if (crossOrigin !== undefined) return crossOrigin;
  if (token.kind === 'web') {
    const proof = checkClient(state, form);
    if (proof !== undefined) return proof;
  }
  const now = state.clock.now();
  if (token.kind === 'spa' && now - token.signedInAtMs >= SPA_REFRESH_LIFETIME_MS) return refusal(700084);
  if (token.kind === 'web' && now - token.issuedAtMs >= REFRESH_IDLE_MS) return refusal(700082);
  if (token.signedInAtMs < state.directory.validFromMs(user)) return refusal(50173);
  const asked = form.get('scope');
  const scopes =
    asked === null || asked === ''
      ? token.scopes
      : parseScopes(asked, state.graphOrigin, state.directory.application);
  if (isRefusal(scopes)) return scopes;
  return issueUserTokens(state, {
    user,
    tenantId: tenantId ?? token.tenantId,
    scopes,
    kind: token.kind,
    signedInAtMs: token.signedInAtMs,
  });
}

function redeemCredentials(
  state: EntraState,
  tenantId: string | undefined,
  tenantText: string,
  form: URLSearchParams,
): AppTokenAnswer | Refusal {
  if (tenantId === undefined) return refusal(50059, { tenant: tenantText });
  const proof = checkClient(state, form);
  if (proof !== undefined) return proof;
  const scope = form.get('scope') ?? '';
  if (!scope.endsWith('/.default')) return refusal(1002012, { value: scope });
  const scopes = parseScopes(scope, state.graphOrigin, state.directory.application);
  if (isRefusal(scopes)) return scopes;
  return issueAppToken(state, tenantId, scopes.apiDefault);
}

/** SPA grants are redeemed by pages (with an Origin header), web grants by servers (without one). */
function checkOrigin(exchange: Exchange, kind: 'spa' | 'web'): Refusal | undefined {
  const origin = exchange.header('origin');
  if (kind === 'spa' && origin === undefined) return refusal(9002327);
  if (kind === 'web' && origin !== undefined) return refusal(9002326, { value: origin });
  return undefined;
}

function verifierMatches(verifier: string, challenge: string): boolean {
  const actual = Buffer.from(createHash('sha256').update(verifier).digest('base64url'));
  const expected = Buffer.from(challenge);
  return actual.length === expected.length && timingSafeEqual(actual, expected);
}

/** Whether the application has proved itself, by secret or by a signed assertion (certificate-credentials). */
function checkClient(state: EntraState, form: URLSearchParams): Refusal | undefined {
  const details = detailsFor(state, state.directory.application.homeTenantId);
  const assertion = form.get('client_assertion');
  if (assertion !== null) {
    if (form.get('client_assertion_type') !== ASSERTION_TYPE)
      return refusal(900144, { value: 'client_assertion_type' });
    return checkAssertion(state, assertion);
  }
  const secret = form.get('client_secret');
  if (!secret) return refusal(7000218);
  return secret === state.directory.application.clientSecret ? undefined : refusal(7000215, details);
}

/** A client assertion is a JWT of the application about itself, signed with a registered certificate's key (RFC 7523). */
function checkAssertion(state: EntraState, assertion: string): Refusal | undefined {
  const { appId, certificate } = state.directory.application;
  const [head, body, signature] = assertion.split('.');
  const header = decodePart(head);
  const claims = decodePart(body);
  if (header === undefined || claims === undefined || signature === undefined) {
    return refusal(50027, {}, { error: 'invalid_client', text: 'JWT token is invalid or malformed.' });
  }
  if (certificate === undefined)
    return refusal(700027, { value: '[Reason - No certificate is registered.]' });
  const registered = new X509Certificate(certificate);
  const thumbprints = new Set(
    [registered.fingerprint256, registered.fingerprint].map((hex) =>
      Buffer.from(hex.replaceAll(':', ''), 'hex').toString('base64url'),
    ),
  );
  const named = [header['x5t#S256'], header['x5t']].filter((value) => value !== undefined);
  if (named.length === 0 || !named.every((value) => thumbprints.has(String(value).replace(/=+$/, '')))) {
    return refusal(700027, { value: '[Reason - The key was not found.]' });
  }
  if (Date.parse(registered.validTo) <= state.clock.now()) {
    return refusal(700027, { value: '[Reason - The key used is expired.]' });
  }
  const padding =
    header['alg'] === 'PS256'
      ? { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: constants.RSA_PSS_SALTLEN_DIGEST }
      : { padding: constants.RSA_PKCS1_PADDING };
  const key = createPublicKey(certificate);
  const good =
    (header['alg'] === 'PS256' || header['alg'] === 'RS256') &&
    verify(
      'sha256',
      Buffer.from(`${head}.${body}`),
      { key, ...padding },
      Buffer.from(signature, 'base64url'),
    );
  if (!good)
    return refusal(700027, {
      value: '[Reason - The key was found, but use of the key to verify the signature failed.]',
    });
  const now = Math.floor(state.clock.now() / 1000);
  const { exp, nbf, iss, sub, aud } = claims;
  if (typeof exp !== 'number' || exp <= now || (typeof nbf === 'number' && nbf > now + 300)) {
    return refusal(
      700024,
      {},
      { error: 'invalid_client', text: 'Client assertion is not within its valid time range.' },
    );
  }
  if (iss !== appId || sub !== appId) {
    return refusal(
      700021,
      {},
      { error: 'invalid_client', text: 'Client assertion application identifier does not match.' },
    );
  }
  if (typeof aud !== 'string' || !aud.startsWith(`${state.origin}/`)) {
    return refusal(
      700023,
      {},
      { error: 'invalid_client', text: 'Client assertion audience claim does not match.' },
    );
  }
  return undefined;
}
