import {
  createRemoteJWKSet,
  customFetch,
  decodeJwt,
  decodeProtectedHeader,
  errors,
  jwtVerify,
  type JWTPayload,
} from 'jose';
import { OWN_SCOPE } from '../../core/consent/own-api';
import type { Cloud } from '../../core/cloud';
import { parseTenantId, type TenantId } from '../../core/tenant';
import type { Clock } from '../../ports';
import { adviceFor } from './token-advice';
import type { Caller } from '../tenant/checks';

export type CallerFound =
  | { readonly ok: true; readonly caller: Caller }
  /** `why` is for the log and never names a person; `change` is what an operator has to change. */
  | {
      readonly ok: false;
      readonly status: 401 | 403 | 503;
      readonly why: string;
      readonly change?: string | undefined;
    }
  /** Microsoft's keys were needed, and `mayAskForKeys` did not allow the question. */
  | { readonly ok: false; readonly status: 429; readonly why: string; readonly retryAfterMs: number };

/** Who asks for a caller says whether a question to Microsoft for a tenant's keys is allowed; asked before each. */
export type MayAskForKeys = () => Promise<
  { readonly ok: true } | { readonly ok: false; readonly retryAfterMs: number }
>;

/** Clocks of servers drift; a minute is more than they do and less than matters. */
const LEEWAY_S = 60;
/** Entra's tokens are 2 to 4 KB; the limit keeps nonsense away from the parser. */
const LONGEST_TOKEN = 16_384;
const KEYS_LIMIT_MS = 4_000;
/** After a question for a tenant's keys without an answer, for so long nobody asks for them again. */
export const KEYS_AWAY_MS = 5_000;
/** So many tenants' key sets are kept; the one asked for longest ago goes. */
const KEY_SETS_AT_MOST = 500;

/**
 * Where the tokens of a cloud say that they come from, for version 2.0 tokens. China's sign-in answers under two names
 * and issues under one of them (https://learn.microsoft.com/en-us/answers/questions/1190472/what-are-the-token-issuers-for-the-sovereign-cloud).
 */
const issuersOf = ({ name, loginOrigin }: Cloud, tenant: TenantId): string[] => [
  `${loginOrigin}/${tenant}/v2.0`,
  ...(name === 'china' ? [`https://login.partner.microsoftonline.cn/${tenant}/v2.0`] : []),
];

/** Entra's keys could not be fetched: nothing is known of the token. */
class KeysUnavailable extends Error {
  override readonly name = 'KeysUnavailable';
}

/**
 * Checks access tokens of our own API
 * (https://learn.microsoft.com/en-us/entra/identity-platform/access-tokens#validate-tokens): version 2.0 (the app
 * registration sets requestedAccessTokenVersion to 2), RS256, signed by the token's tenant, for us, delegated.
 * The returned function never rejects.
 */
export function createCallerCheck(
  settings: { readonly clientId: string; readonly cloud: Cloud },
  fetch: typeof globalThis.fetch,
  clock: Clock,
): (authorization: string | undefined, mayAskForKeys: MayAskForKeys) => Promise<CallerFound> {
  const { clientId, cloud } = settings;
  const keySets = new Map<TenantId, ReturnType<typeof createRemoteJWKSet>>();
  const awayUntilMs = new Map<TenantId, number>();
  const asking = new Map<TenantId, ReturnType<MayAskForKeys>>();

  const keysOf = (tenant: TenantId): ReturnType<typeof createRemoteJWKSet> => {
    const keys =
      keySets.get(tenant) ??
      createRemoteJWKSet(new URL(`/${tenant}/discovery/v2.0/keys`, cloud.loginOrigin), {
        timeoutDuration: KEYS_LIMIT_MS,
        [customFetch]: (url, options) => fetchKeys(fetch, url, options),
      });
    keySets.delete(tenant);
    keySets.set(tenant, keys);
    const [oldest] = keySets.keys();
    if (keySets.size > KEY_SETS_AT_MOST && oldest !== undefined) keySets.delete(oldest);
    return keys;
  };

  /** Allows a question for a tenant's keys; where several ask at the same moment, one is counted for all. */
  const allowQuestion = async (tenant: TenantId, mayAskForKeys: MayAskForKeys): ReturnType<MayAskForKeys> => {
    const current = asking.get(tenant);
    if (current && (await current).ok) return { ok: true };
    const asked = mayAskForKeys();
    asking.set(tenant, asked);
    try {
      return await asked;
    } finally {
      if (asking.get(tenant) === asked) asking.delete(tenant);
    }
  };
  const rememberAway = (tenant: TenantId): void => {
    if (awayUntilMs.size >= KEY_SETS_AT_MOST) awayUntilMs.clear();
    awayUntilMs.set(tenant, clock.now() + KEYS_AWAY_MS);
  };

  return async (authorization, mayAskForKeys) => {
    const token = /^Bearer ([A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+)$/i.exec(authorization ?? '')?.[1];
    if (token === undefined || token.length > LONGEST_TOKEN)
      return { ok: false, status: 401, why: 'no-token' };
    const tenant = tenantClaimed(token);
    if (!tenant) return { ok: false, status: 401, why: 'malformed' };
    // A question that is under way serves all who wait for it.
    if (!keySets.has(tenant)) {
      if ((awayUntilMs.get(tenant) ?? 0) > clock.now())
        return { ok: false, status: 503, why: 'keys-unavailable' };
      const allowed = await allowQuestion(tenant, mayAskForKeys);
      if (!allowed.ok)
        return { ok: false, status: 429, why: 'too-many-keys', retryAfterMs: allowed.retryAfterMs };
    }
    try {
      const { payload } = await jwtVerify(token, keysOf(tenant), {
        algorithms: ['RS256'],
        issuer: issuersOf(cloud, tenant),
        audience: [clientId, `api://${clientId}`],
        requiredClaims: ['exp', 'iat', 'tid', 'oid'],
        clockTolerance: LEEWAY_S,
        currentDate: new Date(clock.now()),
      });
      return callerIn(payload, tenant);
    } catch (error) {
      if (!keysOf(tenant).jwks()) keySets.delete(tenant);
      if (error instanceof KeysUnavailable || error instanceof errors.JWKSTimeout) {
        rememberAway(tenant);
        return { ok: false, status: 503, why: 'keys-unavailable' };
      }
      const why = error instanceof errors.JOSEError ? error.code : 'malformed';
      const change = adviceFor(token, error, clientId);
      return change === undefined ? { ok: false, status: 401, why } : { ok: false, status: 401, why, change };
    }
  };
}

/** The tenant that an unproven token claims: it decides whose keys are asked for, and nothing else. */
function tenantClaimed(token: string): TenantId | undefined {
  try {
    const { tid } = decodeJwt(token);
    return decodeProtectedHeader(token).alg === 'RS256' && typeof tid === 'string'
      ? parseTenantId(tid)
      : undefined;
  } catch {
    return undefined;
  }
}

function callerIn(payload: JWTPayload, tenant: TenantId): CallerFound {
  const { oid, scp, idtyp, iat } = payload;
  // An app-only token has no scope; `idtyp` says so where the registration asks for the claim.
  if (idtyp === 'app' || typeof scp !== 'string' || !scp.split(/\s+/).includes(OWN_SCOPE)) {
    return { ok: false, status: 403, why: 'scope' };
  }
  const userId = typeof oid === 'string' ? parseTenantId(oid) : undefined;
  if (!userId || iat === undefined) return { ok: false, status: 401, why: 'malformed' };
  return { ok: true, caller: { tenant, userId, tokenIssuedAtMs: iat * 1000 } };
}

async function fetchKeys(
  fetch: typeof globalThis.fetch,
  url: string,
  options: {
    readonly headers: Headers;
    readonly method: 'GET';
    readonly redirect: 'manual';
    readonly signal: AbortSignal;
  },
): Promise<Response> {
  const response = await fetch(url, options).catch((cause: unknown) => {
    throw new KeysUnavailable('no connection', { cause });
  });
  if (response.status === 429 || response.status >= 500)
    throw new KeysUnavailable(`status ${String(response.status)}`);
  return response;
}
