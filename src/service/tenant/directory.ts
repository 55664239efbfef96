import { GRAPH_APP_ID } from '../../core/registration/graph-permission-ids';
import { holdsScope } from '../../core/permissions';
import type { DirectoryFacts, TenantFacts } from './facts';
import type { Consistency, GraphAnswer, GraphReader } from './graph-reader';
import {
  parseAssignment,
  parseDirectoryRole,
  parseGrant,
  parseOrganisation,
  parseServicePrincipal,
  type Grant,
  type ServicePrincipal,
} from './graph-objects';

/** Microsoft says "later" and not when: long enough to help, short enough to notice the grant. */
export const DEFAULT_WAIT_MS = 10_000;
const OWN_FIELDS = 'id,appId,accountEnabled,appRoleAssignmentRequired';

/** What a reading of a tenant's directory found. */
export interface DirectorySeen {
  readonly directory: DirectoryFacts;
  /** The application's own permissions, where they were asked for and could be read. */
  readonly roles?: readonly string[] | undefined;
  /** Graph gave no answer; `directory` says nothing then. */
  readonly trouble?: Extract<TenantFacts, { kind: 'no-answer' }> | undefined;
}

/** Reads our service principal and what everybody in the tenant has granted it for Microsoft Graph. */
export async function readDirectory(
  graph: GraphReader,
  wants: {
    readonly clientId: string;
    /** The delegated scopes that matter: before one of them is called absent, Graph is asked another way. */
    readonly scopes: readonly string[];
    /** The application's own permissions that matter, likewise; undefined where they are not to be read from Graph. */
    readonly roles: readonly string[] | undefined;
  },
): Promise<DirectorySeen> {
  const [own, microsoftGraph, organisation] = await Promise.all([
    findServicePrincipal(graph, wants.clientId, OWN_FIELDS),
    findServicePrincipal(graph, GRAPH_APP_ID, wants.roles === undefined ? 'id,appId' : 'id,appId,appRoles'),
    graph.all(query('/v1.0/organization', { $select: 'id,displayName' }), parseOrganisation),
  ]);
  const tenantName = organisation.ok ? organisation.value[0] : undefined;
  if (!own.ok) return withoutAnswer(own, undefined);
  const application = own.value;
  if (!microsoftGraph.ok) return withoutAnswer(microsoftGraph, application);
  const resource = microsoftGraph.value;
  // Whoever reads has a token for both, so both are there: Graph's replicas have not heard of it yet.
  if (!application || !resource) return { directory: { kind: 'not-shown', tenantName } };

  const ids = { applicationId: application.id, graphId: resource.id };
  const [grants, roles] = await Promise.all([
    readGrants(
      graph,
      `clientId eq '${application.id}' and consentType eq 'AllPrincipals'`,
      wants.scopes,
      (all) => scopesOf(all, ids, (grant) => grant.reach === 'everybody'),
    ),
    wants.roles === undefined ? undefined : readRoles(graph, application, resource, wants.roles),
  ]);
  if (!grants.ok) return withoutAnswer(grants, application);
  return {
    directory: {
      kind: 'read',
      tenantName,
      ...ids,
      enabled: application.accountEnabled !== false,
      assignmentRequired: application.appRoleAssignmentRequired === true,
      tenantScopes: grants.value,
    },
    roles: roles?.ok ? roles.value : undefined,
  };
}

/**
 * What our service principal says of itself. It may read that without any permission
 * (https://learn.microsoft.com/en-us/graph/api/serviceprincipal-get), so no answer here is only less knowledge.
 */
export async function readOwnApplication(graph: GraphReader, clientId: string): Promise<DirectoryFacts> {
  const own = await graph.one(servicePrincipalAt(clientId, OWN_FIELDS), parseServicePrincipal);
  return notPermitted(own.ok ? own.value : undefined);
}

const notPermitted = (application: ServicePrincipal | undefined): DirectoryFacts => ({
  kind: 'not-permitted',
  enabled: application?.accountEnabled,
  assignmentRequired: application?.appRoleAssignmentRequired,
});

/** The grants of one user for themselves. */
export const readOwnGrants = (
  graph: GraphReader,
  ids: { readonly applicationId: string; readonly graphId: string },
  userId: string,
  wanted: readonly string[],
): Promise<GraphAnswer<readonly string[]>> =>
  readGrants(
    graph,
    `clientId eq '${ids.applicationId}' and consentType eq 'Principal' and principalId eq '${userId}'`,
    wanted,
    (all) => scopesOf(all, ids, (grant) => grant.reach === 'one-user' && grant.principalId === userId),
  );

/**
 * Whether the user is assigned to the application, directly or by a group; undefined where Graph did not say. The
 * directory's own answer can leave out assignments by groups where there are many, and the complete one is behind by
 * some time (https://learn.microsoft.com/en-us/graph/api/user-list-approleassignments): "not assigned" takes both.
 */
export async function isAssigned(
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

/**
 * The template ids of the directory roles that whoever's token this is holds, directly or by a group; undefined where
 * Graph did not say. Query parameters are taken in advanced queries alone
 * (https://learn.microsoft.com/en-us/graph/api/user-list-transitivememberof).
 */
export async function readOwnRoles(graph: GraphReader): Promise<readonly string[] | undefined> {
  const path = '/v1.0/me/transitiveMemberOf/microsoft.graph.directoryRole';
  const parameters = { $select: 'id,roleTemplateId', $count: 'true' };
  const roles = await graph.all(query(path, parameters), parseDirectoryRole, 'eventual');
  return roles.ok ? roles.value.map(({ roleTemplateId }) => roleTemplateId) : undefined;
}

/** The scopes of some grants. */
const readGrants = (
  graph: GraphReader,
  $filter: string,
  wanted: readonly string[],
  scopesIn: (grants: readonly Grant[]) => readonly string[],
): Promise<GraphAnswer<readonly string[]>> =>
  readNames(wanted, async (parameters, consistency) => {
    const path = query('/v1.0/oauth2PermissionGrants', { $filter, ...parameters });
    const grants = await graph.all(path, parseGrant, consistency);
    return grants.ok ? { ok: true, value: scopesIn(grants.value) } : grants;
  });

/** The application's own permissions for Microsoft Graph, by their names. */
const readRoles = (
  graph: GraphReader,
  application: ServicePrincipal,
  resource: ServicePrincipal,
  wanted: readonly string[],
): Promise<GraphAnswer<readonly string[]>> =>
  readNames(wanted, async (parameters, consistency) => {
    const path = `/v1.0/servicePrincipals/${encodeURIComponent(application.id)}/appRoleAssignments`;
    const assignments = await graph.all(query(path, parameters), parseAssignment, consistency);
    if (!assignments.ok) return assignments;
    const ids = new Set(
      assignments.value.flatMap(({ resourceId, appRoleId }) =>
        resourceId === resource.id ? [appRoleId] : [],
      ),
    );
    return { ok: true, value: resource.appRoles.flatMap(({ id, value }) => (ids.has(id) ? [value] : [])) };
  });

/**
 * The names of what is granted. Where the directory's own answer lacks one that is wanted, or Graph does not take the
 * question, the index is asked as well: without its header, a list of grants has been seen empty
 * (https://github.com/microsoftgraph/msgraph-metadata/issues/116).
 */
async function readNames(
  wanted: readonly string[],
  ask: (
    parameters: Readonly<Record<string, string>>,
    consistency: Consistency,
  ) => Promise<GraphAnswer<readonly string[]>>,
): Promise<GraphAnswer<readonly string[]>> {
  const direct = await ask({}, 'strong');
  if (direct.ok ? wanted.every((name) => holdsScope(direct.value, name)) : isPassing(direct)) return direct;
  const indexed = await ask({ $count: 'true' }, 'eventual');
  // After a refusal, an empty list proves nothing.
  if (!direct.ok) return indexed.ok && indexed.value.length > 0 ? indexed : direct;
  if (indexed.ok) return { ok: true, value: [...new Set([...direct.value, ...indexed.value])] };
  // Only for a passing reason Graph still owes the answer: by then nothing may be called missing.
  return isPassing(indexed) ? indexed : direct;
}

const isPassing = ({ because }: Extract<GraphAnswer<unknown>, { ok: false }>): boolean =>
  because === 'throttled' || because === 'unreachable';

/** Graph would not tell: for lack of permission, which is a fact, or for a passing reason, which is no answer. */
function withoutAnswer(
  answer: Extract<GraphAnswer<unknown>, { ok: false }>,
  application: ServicePrincipal | undefined,
): DirectorySeen {
  const directory = notPermitted(application);
  const { because } = answer;
  if (because === 'denied' || because === 'not-found') return { directory };
  const retryAfterMs = answer.retryAfterMs ?? (because === 'throttled' ? DEFAULT_WAIT_MS : undefined);
  return { directory, trouble: { kind: 'no-answer', because, retryAfterMs } };
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
      .flatMap((grant) => grant.scopes),
  ),
];

const servicePrincipalAt = (appId: string, $select: string): string =>
  query(`/v1.0/servicePrincipals(appId='${appId}')`, { $select });

/** Undefined where the tenant has none. A list can leave it out for a moment: before that counts, it is asked for by its address. */
async function findServicePrincipal(
  graph: GraphReader,
  appId: string,
  $select: string,
): Promise<GraphAnswer<ServicePrincipal | undefined>> {
  const $filter = `appId eq '${appId}'`;
  const listed = await graph.all(
    query('/v1.0/servicePrincipals', { $filter, $select }),
    parseServicePrincipal,
  );
  if (!listed.ok) return listed;
  const found = listed.value.find((one) => one.appId === appId);
  if (found) return { ok: true, value: found };
  const own = await graph.one(servicePrincipalAt(appId, $select), parseServicePrincipal);
  const isRefused = !own.ok && (own.because === 'not-found' || own.because === 'denied');
  return isRefused ? { ok: true, value: undefined } : own;
}

function query(path: string, parameters: Readonly<Record<string, string>>): string {
  // Graph wants %20 for a space; URLSearchParams would write a plus sign.
  const text = Object.entries(parameters).map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
  return text.length === 0 ? path : `${path}?${text.join('&')}`;
}
