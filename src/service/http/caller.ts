import { hash } from 'node:crypto';
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
import { isFields, nonEmpty } from '../../core/fields';
import { scopesIn } from '../../core/permissions';
import { parseGuid, parseTenantId, saysNoSuchTenant, type TenantId } from '../../core/tenant';
import type { Clock } from '../../ports';
import { dropOldest, type Memory } from '../memory';
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

/**
 * Who asks for a caller says whether a question to Microsoft for the keys of the tenant that a token claims is allowed; asked
 * before each.
 */
export type MayAskForKeys = (
  claimed: TenantId,
) => Promise<{ readonly ok: true } | { readonly ok: false; readonly retryAfterMs: number }>;

/** Clocks of servers drift; a minute is more than they do and less than matters. */
const LEEWAY_S = 60;
/** Entra's tokens are 2 to 4 KB; the limit keeps nonsense away from the parser. */
const LONGEST_SHOWN = 'Bearer '.length + 16_384;
const KEYS_LIMIT_MS = 4_000;
/** After a question for a tenant's keys without an answer, for so long nobody asks for them again. */
export const KEYS_AWAY_MS = 5_000;
/**
 * So many tenants' key sets are kept, each of a tenant whose token has held; those used longest ago go. Where more tenants'
 * people are here within ten minutes, most calls take a question to Microsoft. A set of seven keys of Microsoft's size was
 * measured at 29 KB, ten thousand at 290 MB; shared, they hold 2 MB.
 */
const KEY_SETS_AT_MOST = 10_000;
/** Microsoft signs for all tenants of a cloud with the same few keys; more sets than these are only met where keys change. */
const SHARED_SETS_AT_MOST = 100;
/** Microsoft may replace a key at any time; a token with a new one is no worse for it, as it asks anew. */
const KEYS_KNOWN_MS = 10 * 60_000;
/** Keys of this age are asked for beside the next good token, so that a tenant whose people are here never runs out of them. */
export const KEYS_RENEWED_AFTER_MS = KEYS_KNOWN_MS / 2;
/** So many tokens that have held are remembered: a few for each pane that a process serves. */
export const PROVED_AT_MOST = 50_000;

type Keys = ReturnType<typeof createRemoteJWKSet>;
interface Known {
  readonly keys: Keys;
  readonly untilMs: number;
}
/** That a token has held: whose it is, and by which keys. */
export interface Proof {
  readonly caller: Caller;
  readonly by: Keys;
}
/** A token as it was shown. */
interface Shown {
  readonly token: string;
  /** Of the whole header. */
  readonly digest: string;
}
type Asked = { readonly ok: true; readonly keys: Keys } | Extract<CallerFound, { readonly ok: false }>;

/**
 * Where the tokens of a cloud say that they come from, for version 2.0 tokens
 * (https://learn.microsoft.com/en-us/answers/questions/1190472/what-are-the-token-issuers-for-the-sovereign-cloud).
 */
const issuerOf = ({ loginOrigin }: Cloud, tenant: TenantId): string => `${loginOrigin}/${tenant}/v2.0`;

/** Entra says so, by an error of OAuth's. After any other failure nothing is known of the token. */
class NoSuchTenant extends Error {
  override readonly name = 'NoSuchTenant';
}

/**
 * Checks access tokens of our own API
 * (https://learn.microsoft.com/en-us/entra/identity-platform/access-tokens#validate-tokens): version 2.0 (the app
 * registration sets requestedAccessTokenVersion to 2), RS256, signed by the token's tenant, for us, delegated.
 * The returned function never rejects.
 * @param proved remembers whose token has held, by the digest of what was shown, as long as the token lives; it counts as
 * long as the keys are known by which it has held
 * @param keySetsAtMost how many tenants' key sets are kept
 */
export function createFindCaller(
  settings: { readonly clientId: string; readonly cloud: Cloud },
  fetch: typeof globalThis.fetch,
  clock: Clock,
  proved: Memory<Proof>,
  keySetsAtMost = KEY_SETS_AT_MOST,
): (authorization: string | undefined, mayAskForKeys: MayAskForKeys) => Promise<CallerFound> {
  const { clientId, cloud } = settings;
  const knownKeys = new Map<TenantId, Known>();
  /** By what the sets hold. */
  const sharedKeys = new Map<string, Keys>();
  const awayUntilMs = new Map<TenantId, number>();
  const asking = new Map<TenantId, Promise<Asked>>();
  const renewing = new Set<TenantId>();

  const remember = (tenant: TenantId, keys: Keys, untilMs: number): void => {
    knownKeys.delete(tenant);
    knownKeys.set(tenant, { keys, untilMs });
    dropOldest(knownKeys, keySetsAtMost);
  };
  /** The set that other tenants have already, where it holds the same but for the tenant that each key names. */
  const shared = (keys: Keys): Keys => {
    const held = digestOf(JSON.stringify(keys.jwks()?.keys.map((key) => ({ ...key, issuer: undefined }))));
    const same = sharedKeys.get(held) ?? keys;
    sharedKeys.delete(held);
    sharedKeys.set(held, same);
    dropOldest(sharedKeys, SHARED_SETS_AT_MOST);
    return same;
  };
  const rememberAway = (tenant: TenantId): void => {
    if (awayUntilMs.size >= keySetsAtMost) awayUntilMs.clear();
    awayUntilMs.set(tenant, clock.now() + KEYS_AWAY_MS);
  };

  const fetchKeysOf = async (tenant: TenantId): Promise<Asked> => {
    const keys = createRemoteJWKSet(new URL(`/${tenant}/discovery/v2.0/keys`, cloud.loginOrigin), {
      timeoutDuration: KEYS_LIMIT_MS,
      // How long they are kept is decided here, and another question is asked here alone.
      cacheMaxAge: Infinity,
      cooldownDuration: Infinity,
      [customFetch]: (url, options) => fetchKeys(fetch, url, options, (key) => signsFor(cloud, tenant, key)),
    });
    try {
      await keys.reload();
      return { ok: true, keys: shared(keys) };
    } catch (error) {
      if (error instanceof NoSuchTenant) return { ok: false, status: 401, why: 'no-such-tenant' };
      rememberAway(tenant);
      return { ok: false, status: 503, why: 'keys-unavailable' };
    }
  };

  /**
   * Asks Microsoft for a tenant's keys, and uses them. A question that is under way, counted once, serves all who come
   * until they are used.
   */
  const ask = async (
    tenant: TenantId,
    mayAskForKeys: MayAskForKeys,
    use: (keys: Keys) => Promise<CallerFound>,
  ): Promise<CallerFound> => {
    const underWay = asking.get(tenant);
    const answered = underWay && (await underWay);
    // What one address may not ask, another one may.
    if (answered?.ok) return use(answered.keys);
    if (answered && answered.status !== 429) return answered;
    if ((awayUntilMs.get(tenant) ?? 0) > clock.now())
      return { ok: false, status: 503, why: 'keys-unavailable' };
    const question = mayAskForKeys(tenant).then((allowed) =>
      allowed.ok
        ? fetchKeysOf(tenant)
        : ({ ok: false, status: 429, why: 'too-many-keys', retryAfterMs: allowed.retryAfterMs } as const),
    );
    asking.set(tenant, question);
    try {
      const asked = await question;
      return asked.ok ? await use(asked.keys) : asked;
    } finally {
      if (asking.get(tenant) === question) asking.delete(tenant);
    }
  };

  /**
   * A good token has been shown for the keys. Renewing them is nobody's question and is counted for nobody: what others at its
   * address send keeps no tenant's people out. It is not beside the questions of `ask`, which made-up tokens come to.
   */
  const hold = (tenant: TenantId, { keys, untilMs }: Known): void => {
    remember(tenant, keys, untilMs);
    const isYoung = untilMs - clock.now() > KEYS_KNOWN_MS - KEYS_RENEWED_AFTER_MS;
    if (isYoung || renewing.has(tenant) || (awayUntilMs.get(tenant) ?? 0) > clock.now()) return;
    renewing.add(tenant);
    void fetchKeysOf(tenant).then((renewed) => {
      renewing.delete(tenant);
      if (renewed.ok && knownKeys.has(tenant)) remember(tenant, renewed.keys, clock.now() + KEYS_KNOWN_MS);
    });
  };

  const check = async ({ token, digest }: Shown, tenant: TenantId, keys: Keys): Promise<CallerFound> => {
    try {
      const { payload } = await jwtVerify(token, keys, {
        algorithms: ['RS256'],
        issuer: issuerOf(cloud, tenant),
        audience: [clientId, `api://${clientId}`],
        requiredClaims: ['exp', 'iat', 'tid', 'oid'],
        clockTolerance: LEEWAY_S,
        currentDate: new Date(clock.now()),
      });
      const found = callerIn(payload, tenant);
      const endsAtMs = ((payload.exp ?? 0) + LEEWAY_S) * 1_000;
      if (found.ok) proved.keep(digest, { caller: found.caller, by: keys }, endsAtMs);
      return found;
    } catch (error) {
      const why = error instanceof errors.JOSEError ? error.code : 'malformed';
      const change = adviceFor(token, error, clientId);
      return change === undefined ? { ok: false, status: 401, why } : { ok: false, status: 401, why, change };
    }
  };

  return async (authorization = '', mayAskForKeys) => {
    if (authorization.length > LONGEST_SHOWN) return { ok: false, status: 401, why: 'no-token' };
    // Before anything is read of it: nearly all that is shown has held before.
    const digest = digestOf(authorization);
    const proof = proved.get(digest);
    if (proof) {
      const kept = knownKeys.get(proof.caller.tenant);
      if (kept && kept.keys === proof.by && kept.untilMs > clock.now()) {
        hold(proof.caller.tenant, kept);
        return { ok: true, caller: proof.caller };
      }
    }
    const token = /^Bearer ([A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+)$/i.exec(authorization)?.[1];
    if (token === undefined) return { ok: false, status: 401, why: 'no-token' };
    const tenant = tenantClaimed(token);
    if (!tenant) return { ok: false, status: 401, why: 'malformed' };
    const shown = { token, digest };
    const kept = knownKeys.get(tenant);
    if (kept && kept.untilMs > clock.now()) {
      const found = await check(shown, tenant, kept.keys);
      if (found.ok) {
        hold(tenant, kept);
        return found;
      }
    }
    // A token that does not hold takes a question, whether its tenant's keys are known here or not: else a made-up one
    // would tell by its time, or by what is left of a limit, whether the tenant's people use the service.
    return ask(tenant, mayAskForKeys, async (keys) => {
      const found = await check(shown, tenant, keys);
      if (found.ok) remember(tenant, keys, clock.now() + KEYS_KNOWN_MS);
      return found;
    });
  };
}

/** Of the whole text: what differs in a single character has another one. */
const digestOf = (text: string): string => hash('sha256', text, 'base64');

/** The tenant that an unproven token claims: it decides whose keys are asked for, and nothing else. */
function tenantClaimed(token: string): TenantId | undefined {
  try {
    const { tid } = decodeJwt(token);
    return decodeProtectedHeader(token).alg === 'RS256' ? parseTenantId(tid) : undefined;
  } catch {
    return undefined;
  }
}

function callerIn(payload: JWTPayload, tenant: TenantId): CallerFound {
  const { oid, scp, idtyp, iat, roles } = payload;
  // An app-only token has no scope; `idtyp` says so where the registration asks for the claim.
  if (idtyp === 'app' || typeof scp !== 'string' || !scopesIn(scp).includes(OWN_SCOPE)) {
    return { ok: false, status: 403, why: 'scope' };
  }
  const userId = parseGuid(oid);
  if (!userId || iat === undefined) return { ok: false, status: 401, why: 'malformed' };
  return {
    ok: true,
    caller: {
      tenant,
      userId,
      tokenIssuedAtMs: iat * 1000,
      roles: Array.isArray(roles) ? roles.filter((role) => typeof role === 'string') : [],
    },
  };
}

/**
 * Entra's keys, as far as they are `wanted`. Only its own refusal speaks against the tenant that a token claims: whatever else
 * answers for it, as a proxy that refuses or sends elsewhere, has none.
 */
async function fetchKeys(
  fetch: typeof globalThis.fetch,
  url: string,
  options: {
    readonly headers: Headers;
    readonly method: 'GET';
    readonly redirect: 'manual';
    readonly signal: AbortSignal;
  },
  wanted: (key: unknown) => boolean,
): Promise<Response> {
  const response = await fetch(url, options);
  const { status } = response;
  const body: unknown = await response.json();
  if (saysNoSuchTenant(status, body)) throw new NoSuchTenant();
  const published: unknown = isFields(body) ? body['keys'] : undefined;
  // jose refuses whatever is no set of keys.
  if (!Array.isArray(published)) return Response.json(body, { status });
  const keys = published.filter(wanted);
  // It takes a set without keys for one, in which a good token's key is not.
  if (keys.length === 0) throw new Error('No keys');
  return Response.json({ keys }, { status });
}

/**
 * Whether a key is for the tokens of this tenant
 * (https://learn.microsoft.com/en-us/entra/identity-platform/access-tokens#validation-of-the-signing-key-issuer). Microsoft writes
 * it beside the key, for every organisation's by a template, in which any letters may be large; one for personal accounts names
 * theirs.
 */
function signsFor(cloud: Cloud, tenant: TenantId, key: unknown): boolean {
  const issuer = isFields(key) ? nonEmpty(key['issuer']) : undefined;
  return issuer === undefined || issuer.replace(/\{tenantid\}/i, tenant) === issuerOf(cloud, tenant);
}
