import { decodeJwt } from 'jose';
import { CONSENT_LIMIT_MS } from '../../core/api/consent-answer';
import { explain } from '../../core/consent/entra-errors';
import { holdsScope } from '../../core/permissions';
import type { TenantId } from '../../core/tenant';
import type { AskAppToken, TokenAnswer } from './app-token';
import type { Clock } from '../../ports';
import { dropOldest } from '../memory';
import { timeLimit } from '../clock';
import { DEFAULT_WAIT_MS, isAssigned, readDirectory, readOwnApplication, readOwnGrants } from './directory';
import type { NoToken } from './entra-questions';
import { createGraphReader, type GraphReader } from './graph-reader';
import type { DirectoryFacts, PersonalFacts, TenantFacts } from './facts';

/**
 * Asks Microsoft about one tenant. Both functions resolve, always, within the time limit of a check.
 */
export interface TenantReader {
  read(tenant: TenantId): Promise<TenantFacts>;
  /** What only concerns one user, by object id; `directory` is what `read` found. */
  readPersonal(
    tenant: TenantId,
    directory: Extract<DirectoryFacts, { kind: 'read' }>,
    userId: string,
    wants: { readonly assignment: boolean },
  ): Promise<PersonalFacts>;
}

/** The pane waits a little longer for the service; a check that takes longer is better repeated. */
export const CHECK_LIMIT_MS = CONSENT_LIMIT_MS - 1_000;
/** With these Graph shows the whole directory: it has no reason to deny. */
const READS_THE_DIRECTORY = ['Directory.Read.All', 'Directory.ReadWrite.All'];
/**
 * Application permissions with which Graph shows delegated grants
 * (https://learn.microsoft.com/en-us/graph/api/oauth2permissiongrant-list#permissions). DelegatedPermissionGrant.Read.All
 * exists for it and is documented for no call: with it Graph is asked, and may still deny. The two with
 * DelegatedPermissionGrant show no service principal but our own, by what is documented; without Graph's own a grant
 * cannot be told from one for another service, so they prove nothing by themselves.
 */
const MAY_READ_GRANTS = [
  ...READS_THE_DIRECTORY,
  'DelegatedPermissionGrant.ReadWrite.All',
  'DelegatedPermissionGrant.Read.All',
];
/** A token for a reading of one user's grants is used again until it nears its end. */
const TOKEN_MARGIN_MS = 5 * 60_000;
/** So many tenants' tokens are kept in memory. */
const TOKENS_AT_MOST = 500;

export function createTenantReader(parts: {
  readonly clientId: string;
  readonly graphOrigin: string;
  /** The delegated scopes that matter: before one of them is called absent, Graph is asked another way. */
  readonly wantedScopes: readonly string[];
  /** The application permissions that matter, likewise. */
  readonly wantedRoles: readonly string[];
  readonly askToken: AskAppToken;
  readonly fetch: typeof globalThis.fetch;
  readonly clock: Clock;
}): TenantReader {
  const { clientId, graphOrigin, wantedScopes, wantedRoles, askToken, fetch, clock } = parts;
  const tokens = new Map<TenantId, Extract<TokenAnswer, { ok: true }>>();

  const freshToken = async (tenant: TenantId, signal: AbortSignal): Promise<TokenAnswer> => {
    const token = await askToken(tenant, signal);
    tokens.delete(tenant);
    if (token.ok) tokens.set(tenant, token);
    dropOldest(tokens, TOKENS_AT_MOST);
    return token;
  };
  const graphWith = (token: Extract<TokenAnswer, { ok: true }>, signal: AbortSignal): GraphReader =>
    createGraphReader({ graphOrigin, accessToken: token.accessToken, signal, fetch, clock });

  return {
    async read(tenant) {
      const limit = timeLimit(clock, CHECK_LIMIT_MS);
      try {
        const token = await freshToken(tenant, limit.signal);
        if (!token.ok) return factsOfRefusal(token);
        const { correlationId } = token;
        const roles = rolesIn(token.accessToken);
        const graph = graphWith(token, limit.signal);
        if (roles && !holdsOneOf(roles, MAY_READ_GRANTS)) {
          return {
            kind: 'token',
            correlationId,
            roles,
            directory: await readOwnApplication(graph, clientId),
          };
        }
        const wants = {
          clientId,
          scopes: wantedScopes,
          roles: roles === undefined ? wantedRoles : undefined,
        };
        const seen = await readDirectory(graph, wants);
        if (seen.trouble) return { ...seen.trouble, correlationId };
        const { directory } = seen;
        // The fresh token says that it may: whichever server denies it has not heard of that yet.
        if (directory.kind === 'not-permitted' && roles && holdsOneOf(roles, READS_THE_DIRECTORY))
          return { kind: 'no-answer', because: 'unexpected', correlationId };
        // Graph denied the list of service principals: our own it shows by another address, to whoever it is.
        const isOwnUnknown = directory.kind === 'not-permitted' && directory.enabled === undefined;
        return {
          kind: 'token',
          correlationId,
          roles: roles ?? seen.roles,
          directory: isOwnUnknown ? await readOwnApplication(graph, clientId) : directory,
        };
      } finally {
        limit.end();
      }
    },

    async readPersonal(tenant, directory, userId, wants) {
      const limit = timeLimit(clock, CHECK_LIMIT_MS);
      try {
        const kept = tokens.get(tenant);
        const token =
          kept && kept.expiresAtMs - TOKEN_MARGIN_MS > clock.now()
            ? kept
            : await freshToken(tenant, limit.signal);
        if (!token.ok) return { scopes: undefined };
        const graph = graphWith(token, limit.signal);
        const [grants, assigned] = await Promise.all([
          readOwnGrants(graph, directory, userId, wantedScopes),
          wants.assignment ? isAssigned(graph, directory.applicationId, userId) : undefined,
        ]);
        return { scopes: grants.ok ? grants.value : undefined, assigned };
      } finally {
        limit.end();
      }
    },
  };
}

const holdsOneOf = (roles: readonly string[], wanted: readonly string[]): boolean =>
  wanted.some((role) => holdsScope(roles, role));

/** What Entra's refusal of an app-only token says, by the one table of its codes. */
function factsOfRefusal({ refusal, answer }: NoToken): TenantFacts {
  const { correlationId, retryAfterMs } = refusal;
  const { cause, code } = explain(refusal);
  const noAnswer = { correlationId, kind: 'no-answer' } as const;

  if (answer.kind === 'silence') return { ...noAnswer, because: 'unreachable' };
  if (answer.kind === 'garbage') return { ...noAnswer, because: 'unexpected' };
  if (answer.status === 429 || cause === 'throttled') {
    return { ...noAnswer, because: 'throttled', code, retryAfterMs: retryAfterMs ?? DEFAULT_WAIT_MS };
  }
  if (answer.status >= 500 || cause === 'microsoft-unavailable') {
    return { ...noAnswer, because: 'unreachable', code, retryAfterMs };
  }
  if (code !== undefined) {
    if (cause === 'application-not-in-tenant' || cause === 'not-consented')
      return { correlationId, kind: 'nothing-granted', code };
    if (cause === 'application-disabled') return { correlationId, kind: 'application-disabled', code };
    return { ...noAnswer, because: 'refused', code };
  }
  // OAuth's word without Microsoft's number proves nothing about the tenant.
  return { ...noAnswer, because: answer.status >= 400 ? 'refused' : 'unexpected' };
}

/**
 * The `roles` claim, which names the application permissions. The token came from Entra over TLS, so it is only
 * decoded. Undefined when it cannot be read: Graph's tokens are opaque by contract. A readable one without roles holds none.
 */
export function rolesIn(accessToken: string): readonly string[] | undefined {
  try {
    const { roles, aud } = decodeJwt(accessToken);
    if (aud === undefined) return undefined;
    return [roles].flat().filter((role): role is string => typeof role === 'string');
  } catch {
    return undefined;
  }
}
