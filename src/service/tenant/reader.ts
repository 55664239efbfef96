import { decodeJwt } from 'jose';
import { explain } from '../../core/consent/entra-errors';
import { holdsScope } from '../../core/permissions';
import { parseTenantId, type TenantId } from '../../core/tenant';
import type { AskAppToken, TokenAnswer } from './app-token';
import type { Clock } from '../../ports';
import { timeLimit } from '../clock';
import { createGraphReader, type GraphAnswer, type GraphReader } from './graph-reader';
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

/** The pane waits 8 seconds for the service; a check that takes longer is better repeated. */
export const CHECK_LIMIT_MS = 7_000;
/** Microsoft says "later" and not when: long enough to help, short enough to notice the grant. */
const DEFAULT_WAIT_MS = 10_000;
/** Microsoft Graph's application id, the same in every tenant. */
const GRAPH_APP_ID = '00000003-0000-0000-c000-000000000000';
/**
 * Application permissions with which Graph shows delegated grants
 * (https://learn.microsoft.com/en-us/graph/api/oauth2permissiongrant-list#permissions).
 */
const MAY_READ_GRANTS = [
  'Directory.Read.All',
  'Directory.ReadWrite.All',
  'DelegatedPermissionGrant.ReadWrite.All',
];
/** A token for a reading of one user's grants is used again until it nears its end. */
const TOKEN_MARGIN_MS = 5 * 60_000;
/** So many tenants' tokens are kept in memory. */
const TOKENS_AT_MOST = 500;

export function createTenantReader(parts: {
  readonly clientId: string;
  readonly graphOrigin: string;
  readonly askToken: AskAppToken;
  readonly fetch: typeof globalThis.fetch;
  readonly clock: Clock;
}): TenantReader {
  const { clientId, graphOrigin, askToken, fetch, clock } = parts;
  const tokens = new Map<TenantId, Extract<TokenAnswer, { ok: true }>>();

  const freshToken = async (tenant: TenantId, signal: AbortSignal): Promise<TokenAnswer> => {
    const token = await askToken(tenant, signal);
    tokens.delete(tenant);
    if (token.ok) tokens.set(tenant, token);
    const [oldest] = tokens.keys();
    if (tokens.size > TOKENS_AT_MOST && oldest !== undefined) tokens.delete(oldest);
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
        if (roles && !MAY_READ_GRANTS.some((role) => holdsScope(roles, role))) {
          return { kind: 'token', correlationId, roles, directory: { kind: 'not-permitted' } };
        }
        const seen = await readDirectory(graphWith(token, limit.signal), clientId, roles === undefined);
        if (seen.trouble) return { ...seen.trouble, correlationId };
        const known = roles ?? seen.roles;
        return {
          kind: 'token',
          correlationId,
          ...(known ? { roles: known } : {}),
          directory: seen.directory,
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
          graph.all(
            query('/v1.0/oauth2PermissionGrants', {
              $filter: `clientId eq '${directory.applicationId}' and consentType eq 'Principal' and principalId eq '${userId}'`,
            }),
            parseGrant,
          ),
          wants.assignment ? isAssigned(graph, directory.applicationId, userId) : undefined,
        ]);
        return {
          scopes: grants.ok
            ? scopesOf(
                grants.value,
                directory,
                (grant) => grant.consentType === 'Principal' && grant.principalId === userId,
              )
            : undefined,
          ...(assigned === undefined ? {} : { assigned }),
        };
      } finally {
        limit.end();
      }
    },
  };
}

/**
 * Whether the user is assigned to the application, by himself or by a group; undefined where Graph did not say. The
 * directory's own answer can leave out assignments by groups where there are many, and the complete one is behind by
 * some time (https://learn.microsoft.com/en-us/graph/api/user-list-approleassignments): "not assigned" takes both.
 */
async function isAssigned(
  graph: GraphReader,
  applicationId: string,
  userId: string,
): Promise<boolean | undefined> {
  const path = `/v1.0/users/${encodeURIComponent(userId)}/appRoleAssignments`;
  const $filter = `resourceId eq ${applicationId}`;
  const names = (answer: GraphAnswer<readonly { readonly resourceId: string }[]>): boolean | undefined =>
    answer.ok ? answer.value.some(({ resourceId }) => resourceId === applicationId) : undefined;
  const now = names(await graph.all(query(path, { $filter }), parseAssignment));
  if (now !== false) return now;
  return names(await graph.all(query(path, { $filter, $count: 'true' }), parseAssignment, 'eventual'));
}

/** What Entra's refusal of an app-only token says, by the one table of its codes. */
function factsOfRefusal({ refusal, answer }: Extract<TokenAnswer, { ok: false }>): TenantFacts {
  const { correlationId } = refusal;
  const traced = correlationId === undefined ? {} : { correlationId };
  const { cause, code } = explain(refusal);
  const coded = code === undefined ? {} : { code };
  const wait = refusal.retryAfterMs;

  if (answer.kind === 'silence') return { ...traced, kind: 'no-answer', because: 'unreachable' };
  if (answer.kind === 'garbage') return { ...traced, kind: 'no-answer', because: 'unexpected' };
  if (answer.status === 429 || cause === 'throttled') {
    return {
      ...traced,
      ...coded,
      kind: 'no-answer',
      because: 'throttled',
      retryAfterMs: wait ?? DEFAULT_WAIT_MS,
    };
  }
  if (answer.status >= 500 || cause === 'microsoft-unavailable') {
    return {
      ...traced,
      ...coded,
      kind: 'no-answer',
      because: 'unreachable',
      ...(wait === undefined ? {} : { retryAfterMs: wait }),
    };
  }
  if (code !== undefined) {
    if (cause === 'application-not-in-tenant' || cause === 'not-consented')
      return { ...traced, kind: 'nothing-granted', code };
    if (cause === 'application-disabled') return { ...traced, kind: 'application-disabled', code };
    return { ...traced, kind: 'no-answer', because: 'refused', code };
  }
  // OAuth's word without Microsoft's number proves nothing about the tenant.
  return { ...traced, kind: 'no-answer', because: answer.status >= 400 ? 'refused' : 'unexpected' };
}

/**
 * The `roles` claim, which names the application permissions. The token came from Entra over TLS, so it is only
 * decoded. Undefined when it cannot be read: Graph's tokens are opaque by contract. A readable one without roles holds none.
 */
function rolesIn(accessToken: string): readonly string[] | undefined {
  try {
    const { roles, aud } = decodeJwt(accessToken);
    if (aud === undefined) return undefined;
    return Array.isArray(roles) ? roles.filter((role): role is string => typeof role === 'string') : [];
  } catch {
    return undefined;
  }
}

interface Seen {
  readonly directory: DirectoryFacts;
  /** Read from Graph only where the token did not tell. */
  readonly roles?: readonly string[];
  readonly trouble?: Extract<TenantFacts, { kind: 'no-answer' }>;
}

async function readDirectory(graph: GraphReader, clientId: string, wantsRoles: boolean): Promise<Seen> {
  const [own, microsoftGraph, organisation] = await Promise.all([
    graph.all(
      servicePrincipalOf(clientId, 'id,appId,accountEnabled,appRoleAssignmentRequired'),
      parseServicePrincipal,
    ),
    graph.all(
      servicePrincipalOf(GRAPH_APP_ID, wantsRoles ? 'id,appId,appRoles' : 'id,appId'),
      parseServicePrincipal,
    ),
    graph.all(query('/v1.0/organization', { $select: 'id,displayName' }), parseOrganisation),
  ]);
  const named = organisation.ok && organisation.value[0] ? { tenantName: organisation.value[0] } : {};
  for (const answer of [own, microsoftGraph]) if (!answer.ok) return withoutAnswer(answer);
  const application = own.ok ? own.value.find((principal) => principal.appId === clientId) : undefined;
  const resource = microsoftGraph.ok
    ? microsoftGraph.value.find(({ appId }) => appId === GRAPH_APP_ID)
    : undefined;
  // The token proves that both are there; Graph's replicas have not heard of it yet.
  if (!application || !resource) return { directory: { kind: 'not-shown', ...named } };

  const [grants, assignments] = await Promise.all([
    graph.all(
      query('/v1.0/oauth2PermissionGrants', {
        $filter: `clientId eq '${application.id}' and consentType eq 'AllPrincipals'`,
      }),
      parseGrant,
    ),
    wantsRoles
      ? graph.all(
          `/v1.0/servicePrincipals/${encodeURIComponent(application.id)}/appRoleAssignments`,
          parseAssignment,
        )
      : undefined,
  ]);
  if (!grants.ok) return withoutAnswer(grants);
  const ids = { applicationId: application.id, graphId: resource.id };
  return {
    directory: {
      kind: 'read',
      ...named,
      ...ids,
      enabled: application.accountEnabled !== false,
      assignmentRequired: application.appRoleAssignmentRequired === true,
      tenantScopes: scopesOf(grants.value, ids, (grant) => grant.consentType === 'AllPrincipals'),
    },
    ...(assignments?.ok
      ? {
          roles: assignments.value
            .filter((assignment) => assignment.resourceId === resource.id)
            .flatMap(
              (assignment) => resource.appRoles.find(({ id }) => id === assignment.appRoleId)?.value ?? [],
            ),
        }
      : {}),
  };
}

/** Graph would not tell: for lack of permission, which is a fact, or for a passing reason, which is no answer. */
function withoutAnswer(answer: Extract<GraphAnswer<unknown>, { ok: false }>): Seen {
  const directory: DirectoryFacts = { kind: 'not-permitted' };
  if (answer.because === 'denied' || answer.because === 'not-found') return { directory };
  const wait = answer.retryAfterMs ?? (answer.because === 'throttled' ? DEFAULT_WAIT_MS : undefined);
  return {
    directory,
    trouble: {
      kind: 'no-answer',
      because: answer.because,
      ...(wait === undefined ? {} : { retryAfterMs: wait }),
    },
  };
}

/** The scopes of the grants that `counts`, as far as they are our application's for Microsoft Graph. */
const scopesOf = (
  grants: readonly Grant[],
  ids: { readonly applicationId: string; readonly graphId: string },
  counts: (grant: Grant) => boolean,
): readonly string[] => [
  ...new Set(
    grants
      .filter(
        (grant) => grant.clientId === ids.applicationId && grant.resourceId === ids.graphId && counts(grant),
      )
      .flatMap((grant) => grant.scope.split(' '))
      .filter((scope) => scope !== ''),
  ),
];

const servicePrincipalOf = (appId: string, select: string): string =>
  query('/v1.0/servicePrincipals', { $filter: `appId eq '${appId}'`, $select: select });

function query(path: string, parameters: Readonly<Record<string, string>>): string {
  // Graph wants %20 for a space; URLSearchParams would write a plus sign.
  const text = Object.entries(parameters).map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
  return `${path}?${text.join('&')}`;
}

type Fields = Readonly<Record<string, unknown>>;
const fieldsOf = (value: unknown): Fields | undefined =>
  typeof value === 'object' && value !== null ? (value as Fields) : undefined;

interface ServicePrincipal {
  readonly id: string;
  readonly appId: string;
  readonly accountEnabled?: boolean;
  readonly appRoleAssignmentRequired?: boolean;
  readonly appRoles: readonly { readonly id: string; readonly value: string }[];
}

/** https://learn.microsoft.com/en-us/graph/api/resources/serviceprincipal */
function parseServicePrincipal(item: unknown): ServicePrincipal | undefined {
  const fields = fieldsOf(item);
  const id = typeof fields?.['id'] === 'string' ? parseTenantId(fields['id']) : undefined;
  const appId = typeof fields?.['appId'] === 'string' ? fields['appId'].toLowerCase() : undefined;
  if (!fields || !id || !appId) return undefined;
  const { accountEnabled, appRoleAssignmentRequired, appRoles } = fields;
  return {
    id,
    appId,
    ...(typeof accountEnabled === 'boolean' ? { accountEnabled } : {}),
    ...(typeof appRoleAssignmentRequired === 'boolean' ? { appRoleAssignmentRequired } : {}),
    appRoles: Array.isArray(appRoles) ? appRoles.flatMap((role: unknown) => parseAppRole(role) ?? []) : [],
  };
}

function parseAppRole(item: unknown): { readonly id: string; readonly value: string } | undefined {
  const fields = fieldsOf(item);
  return typeof fields?.['id'] === 'string' && typeof fields['value'] === 'string'
    ? { id: fields['id'], value: fields['value'] }
    : undefined;
}

interface Grant {
  readonly clientId: string;
  readonly resourceId: string;
  readonly consentType: string;
  readonly principalId?: string;
  readonly scope: string;
}

/** https://learn.microsoft.com/en-us/graph/api/resources/oauth2permissiongrant */
function parseGrant(item: unknown): Grant | undefined {
  const fields = fieldsOf(item);
  if (!fields) return undefined;
  const { clientId, resourceId, consentType, principalId, scope } = fields;
  if (typeof clientId !== 'string' || typeof resourceId !== 'string' || typeof consentType !== 'string')
    return undefined;
  return {
    clientId: clientId.toLowerCase(),
    resourceId: resourceId.toLowerCase(),
    consentType,
    ...(typeof principalId === 'string' ? { principalId: principalId.toLowerCase() } : {}),
    scope: typeof scope === 'string' ? scope : '',
  };
}

/** https://learn.microsoft.com/en-us/graph/api/resources/approleassignment */
function parseAssignment(
  item: unknown,
): { readonly appRoleId: string; readonly resourceId: string } | undefined {
  const fields = fieldsOf(item);
  return typeof fields?.['appRoleId'] === 'string' && typeof fields['resourceId'] === 'string'
    ? { appRoleId: fields['appRoleId'], resourceId: fields['resourceId'].toLowerCase() }
    : undefined;
}

function parseOrganisation(item: unknown): string | undefined {
  const name = fieldsOf(item)?.['displayName'];
  return typeof name === 'string' && name !== '' ? name : undefined;
}
