import type { TenantConsent } from './directory';
import type { Exchange } from './exchange';
import {
  GRAPH_APP_ID,
  guidFrom,
  OPENID_SCOPES,
  offeredPermissions,
  permissionId,
  permissionTitle,
} from './graph-permissions';
import { roleReadsGrants, roleTemplateId } from './directory-roles';
import { answerApplications, createServicePrincipal } from './graph-applications';
import { answerDeletedItems } from './graph-deleted-items';
import { graphHeaders, sendGraphError } from './graph-error';
import type { Claims } from './keys';
import type { SeedTenant, SeedUser } from './seed';
import type { EntraState } from './state';

/** Who calls, by the bearer token. */
interface Caller {
  readonly tenant: SeedTenant;
  /** Absent for app-only tokens. */
  readonly user: SeedUser | undefined;
  readonly scopes: ReadonlySet<string>;
  readonly roles: ReadonlySet<string>;
  /** The application that asked for the token. */
  readonly appId: string | undefined;
}

type Json = Readonly<Record<string, unknown>>;

const DIRECTORY_READERS = [
  'Directory.Read.All',
  'Directory.ReadWrite.All',
  'Application.Read.All',
  'Application.ReadWrite.All',
];
/** Listing delegated grants: serviceprincipal-list-oauth2permissiongrants, "Permissions". */
const GRANT_READERS = [
  'Directory.Read.All',
  'Directory.ReadWrite.All',
  'DelegatedPermissionGrant.ReadWrite.All',
];

/** Whom an application lets in: user-list-approleassignments, "Permissions". */
const ASSIGNMENT_READERS = ['Directory.Read.All', 'AppRoleAssignment.ReadWrite.All'];
/** The role of an application that has none for its users, or of an assignment without one. */
const DEFAULT_ACCESS = '00000000-0000-0000-0000-000000000000';

/** Microsoft Graph under `/v1.0/`, as much of it as the product and the simulated host need. */
export function answerGraph(state: EntraState, exchange: Exchange): void {
  const caller = callerOf(state, exchange);
  if (caller === undefined) {
    const message =
      exchange.header('authorization') === undefined
        ? 'Access token is empty.'
        : 'Access token validation failure. Invalid signature, audience or lifetime.';
    sendGraphError(exchange, state.clock, 401, 'InvalidAuthenticationToken', message, {
      'WWW-Authenticate': 'Bearer realm="", error="invalid_token"',
    });
    return;
  }
  exchange.tenantId = caller.tenant.id;
  exchange.userId = caller.user?.id;
  const segments = exchange.url.pathname.split('/').slice(2).map(decodeSegment);
  const [first = ''] = segments;
  if (/^applications(\(|$)/i.test(first)) {
    answerApplications(state, exchange, registrationCaller(state, caller), segments);
    return;
  }
  if (/^directory\/deletedItems\//i.test(segments.join('/'))) {
    answerDeletedItems(state, exchange, registrationCaller(state, caller), segments);
    return;
  }
  if (exchange.method === 'POST' && segments.join('/').toLowerCase() === 'serviceprincipals') {
    createServicePrincipal(state, exchange, registrationCaller(state, caller));
    return;
  }
  if (exchange.method !== 'GET') {
    sendGraphError(
      exchange,
      state.clock,
      405,
      'Request_BadRequest',
      'Specified HTTP method is not allowed for the request target.',
    );
    return;
  }
  route(state, exchange, caller, segments);
}

function route(state: EntraState, exchange: Exchange, caller: Caller, segments: readonly string[]): void {
  const [first, second, third] = segments;
  const servicePrincipalByAppId = /^servicePrincipals\(appId='([^']*)'\)$/i.exec(first ?? '')?.[1];
  if (first === 'me') {
    answerMe(state, exchange, caller, segments.slice(1).join('/'));
  } else if (first === 'organization') {
    answerOrganization(state, exchange, caller, second);
  } else if (servicePrincipalByAppId !== undefined) {
    const found = servicePrincipals(state, caller.tenant).find(
      (entry) => entry['appId'] === servicePrincipalByAppId.toLowerCase(),
    );
    answerServicePrincipal(state, exchange, caller, found, second);
  } else if (first?.toLowerCase() === 'serviceprincipals') {
    if (second === undefined) {
      answerServicePrincipals(state, exchange, caller);
      return;
    }
    const found = servicePrincipals(state, caller.tenant).find(
      (entry) => entry['id'] === second.toLowerCase(),
    );
    answerServicePrincipal(state, exchange, caller, found, third);
  } else if (first?.toLowerCase() === 'oauth2permissiongrants' && second === undefined) {
    answerGrants(state, exchange, caller);
  } else if (first?.toLowerCase() === 'users' && second !== undefined && third === 'appRoleAssignments') {
    answerUserAssignments(state, exchange, caller, second);
  } else {
    sendGraphError(
      exchange,
      state.clock,
      400,
      'BadRequest',
      `Resource not found for the segment '${first ?? ''}'.`,
    );
  }
}

// ---- the person's own things

function answerMe(state: EntraState, exchange: Exchange, caller: Caller, rest: string): void {
  const { user } = caller;
  if (user === undefined) {
    sendGraphError(
      exchange,
      state.clock,
      400,
      'BadRequest',
      '/me request is only valid with delegated authentication flow.',
    );
    return;
  }
  switch (rest) {
    case '':
      if (!has(caller, ['User.Read', 'User.Read.All'])) {
        forbid(state, exchange);
        return;
      }
      sendEntity(state, exchange, 'users/$entity', {
        id: state.directory.objectIdIn(user, caller.tenant.id),
        displayName: user.displayName,
        userPrincipalName: user.upn,
        mail: user.upn,
      });
      return;
    case 'transitiveMemberOf/microsoft.graph.directoryRole':
      answerMyRoles(state, exchange, caller, user);
      return;
    case 'mailboxSettings':
      if (!has(caller, ['MailboxSettings.Read', 'MailboxSettings.ReadWrite'])) {
        forbidMailbox(state, exchange);
        return;
      }
      sendEntity(state, exchange, `users('${user.id}')/mailboxSettings`, {
        timeZone: 'UTC',
        language: { locale: 'en-US', displayName: 'English (United States)' },
      });
      return;
    case 'messages': {
      if (!has(caller, ['Mail.Read', 'Mail.ReadWrite'])) {
        forbidMailbox(state, exchange);
        return;
      }
      const messages = ['Welcome to the simulated mailbox', 'Quarterly figures', 'Lunch on Thursday?'].map(
        (subject) => ({
          id: guidFrom(`message:${user.id}:${subject}`),
          subject,
          isRead: false,
        }),
      );
      sendCollection(state, exchange, `users('${user.id}')/messages`, messages);
      return;
    }
    default:
      sendGraphError(
        exchange,
        state.clock,
        400,
        'BadRequest',
        `Resource not found for the segment '${rest}'.`,
      );
  }
}

/** The person's directory roles: user-list-transitivememberof, whose query parameters all need the header of advanced queries. */
function answerMyRoles(state: EntraState, exchange: Exchange, caller: Caller, user: SeedUser): void {
  if (!has(caller, ['User.Read', 'User.Read.All', 'Directory.Read.All', 'Directory.ReadWrite.All'])) {
    forbid(state, exchange);
    return;
  }
  const isAdvanced = exchange.header('consistencylevel')?.toLowerCase() === 'eventual';
  if (exchange.url.search !== '' && !(isAdvanced && exchange.query('$count') === 'true')) {
    sendGraphError(
      exchange,
      state.clock,
      400,
      'Request_UnsupportedQuery',
      'Query parameters need ConsistencyLevel: eventual and $count=true here.',
    );
    return;
  }
  const templateId = roleTemplateId(state.directory.roleIn(user, caller.tenant.id));
  const roles =
    templateId === undefined
      ? []
      : [{ id: guidFrom(`role:${caller.tenant.id}:${templateId}`), roleTemplateId: templateId }];
  sendCollection(state, exchange, 'directoryObjects', roles);
}

// ---- the organisation and its applications

function answerOrganization(
  state: EntraState,
  exchange: Exchange,
  caller: Caller,
  id: string | undefined,
): void {
  const { tenant } = caller;
  if (!has(caller, ['User.Read', 'Organization.Read.All', ...DIRECTORY_READERS])) {
    forbid(state, exchange);
    return;
  }
  const organization = {
    id: tenant.id,
    displayName: tenant.displayName,
    verifiedDomains: tenant.domains.map((name, at) => ({
      name,
      isDefault: at === 0,
      isInitial: at === 0,
      type: 'Managed',
    })),
  };
  if (id === undefined) sendCollection(state, exchange, 'organization', [organization]);
  else if (id === tenant.id) sendEntity(state, exchange, 'organization/$entity', organization);
  else notFound(state, exchange, id);
}

function answerServicePrincipals(state: EntraState, exchange: Exchange, caller: Caller): void {
  if (!mayReadDirectory(state, caller)) {
    forbid(state, exchange);
    return;
  }
  filtered(state, exchange, 'servicePrincipals', servicePrincipals(state, caller.tenant), [
    'appId',
    'id',
    'displayName',
  ]);
}

function answerServicePrincipal(
  state: EntraState,
  exchange: Exchange,
  caller: Caller,
  found: Json | undefined,
  relation: string | undefined,
): void {
  const ours = found?.['appId'] === state.directory.application.appId;
  if (!mayReadPrincipal(state, caller, ours, relation)) {
    forbid(state, exchange);
    return;
  }
  if (found === undefined) {
    notFound(state, exchange, exchange.url.pathname.split('/')[3] ?? '');
    return;
  }
  switch (relation) {
    case undefined:
      sendEntity(state, exchange, 'servicePrincipals/$entity', found);
      return;
    case 'oauth2PermissionGrants':
      sendCollection(
        state,
        exchange,
        'oauth2PermissionGrants',
        ours ? listedGrants(state, exchange, caller.tenant) : [],
      );
      return;
    case 'appRoleAssignments':
      sendCollection(
        state,
        exchange,
        'appRoleAssignments',
        ours ? roleAssignments(state, caller.tenant) : [],
      );
      return;
    default:
      sendGraphError(
        exchange,
        state.clock,
        400,
        'BadRequest',
        `Resource not found for the segment '${relation}'.`,
      );
  }
}

function answerGrants(state: EntraState, exchange: Exchange, caller: Caller): void {
  if (!mayReadGrants(state, caller)) {
    forbid(state, exchange);
    return;
  }
  const fields = ['clientId', 'consentType', 'principalId', 'resourceId'];
  filtered(state, exchange, 'oauth2PermissionGrants', listedGrants(state, exchange, caller.tenant), fields);
}

/** The grants that this question gets to see. Advanced queries need the header (graph/aad-advanced-queries); F16 tells of plain ones. */
function listedGrants(state: EntraState, exchange: Exchange, tenant: SeedTenant): readonly Json[] {
  const asks = exchange.header('consistencylevel')?.toLowerCase() === 'eventual';
  if (state.directory.has('grants-need-consistency-level') && !asks) return [];
  return permissionGrants(state, tenant);
}

/** `/users/{id}/appRoleAssignments`: which applications the person is assigned to. */
function answerUserAssignments(state: EntraState, exchange: Exchange, caller: Caller, id: string): void {
  if (!has(caller, ASSIGNMENT_READERS) || !isAppOrHoldsRole(state, caller)) {
    forbid(state, exchange);
    return;
  }
  const { directory } = state;
  const user = directory.findUser(id);
  const principalId = user && directory.objectIdIn(user, caller.tenant.id);
  if (user === undefined || principalId === undefined) {
    notFound(state, exchange, id);
    return;
  }
  const resourceId = consentOf(state, caller.tenant).servicePrincipalId;
  const isAssigned = directory.settingsOf(caller.tenant.id).assignedUsers.has(user.id);
  const entries: readonly Json[] =
    resourceId === undefined || !isAssigned
      ? []
      : [
          {
            id: guidFrom(`assignment:${principalId}:${resourceId}`),
            appRoleId: DEFAULT_ACCESS,
            principalId,
            principalType: 'User',
            principalDisplayName: user.displayName,
            resourceId,
            resourceDisplayName: directory.application.displayName,
          },
        ];
  filtered(state, exchange, 'appRoleAssignments', entries, [], ['resourceId']);
}

// ---- objects

function consentOf(state: EntraState, tenant: SeedTenant): TenantConsent {
  return state.directory.visibleConsent(tenant.id);
}

function graphPrincipalId(tenant: SeedTenant): string {
  return guidFrom(`service-principal:${tenant.id}:${GRAPH_APP_ID}`);
}

function servicePrincipals(state: EntraState, tenant: SeedTenant): readonly Json[] {
  const { application } = state.directory;
  const id = consentOf(state, tenant).servicePrincipalId;
  const settings = state.directory.settingsOf(tenant.id);
  const offered = offeredPermissions(application.requestedPermissions);
  const graph: Json = {
    id: graphPrincipalId(tenant),
    appId: GRAPH_APP_ID,
    displayName: 'Microsoft Graph',
    accountEnabled: true,
    appRoleAssignmentRequired: false,
    servicePrincipalType: 'Application',
    appRoles: offered
      .filter((permission) => permission.kind === 'application')
      .map((permission) => ({
        id: permissionId(permission),
        value: permission.scope,
        displayName: permissionTitle(permission),
        allowedMemberTypes: ['Application'],
        isEnabled: true,
      })),
    oauth2PermissionScopes: offered
      .filter((permission) => permission.kind === 'delegated')
      .map((permission) => ({
        id: permissionId(permission),
        value: permission.scope,
        adminConsentDisplayName: permissionTitle(permission),
        type: 'User',
        isEnabled: true,
      })),
  };
  if (id === undefined || state.directory.applicationDeleted) return [graph];
  return [
    graph,
    {
      id,
      appId: application.appId,
      displayName: application.displayName,
      publisherName: application.publisher,
      appOwnerOrganizationId: application.homeTenantId,
      accountEnabled: settings.accountEnabled,
      appRoleAssignmentRequired: settings.assignmentRequired,
      servicePrincipalType: 'Application',
      appRoles: application.appRoles.map((role) => ({
        ...role,
        allowedMemberTypes: ['User'],
        isEnabled: true,
      })),
      oauth2PermissionScopes: [
        {
          id: guidFrom(`scope:${application.appId}`),
          value: application.exposedScope,
          type: 'User',
          isEnabled: true,
        },
      ],
    },
  ];
}

function permissionGrants(state: EntraState, tenant: SeedTenant): readonly Json[] {
  const consent = consentOf(state, tenant);
  const clientId = consent.servicePrincipalId;
  if (clientId === undefined) return [];
  const { exposedScope } = state.directory.application;
  const grant = (principalId: string | null, resourceId: string, scopes: Iterable<string>): Json => ({
    id: guidFrom(`grant:${clientId}:${principalId ?? 'all'}:${resourceId}`),
    clientId,
    consentType: principalId === null ? 'AllPrincipals' : 'Principal',
    principalId,
    resourceId,
    // Entra keeps this as one text of names between spaces, often with a space in front.
    scope: [...scopes]
      .filter((scope) => !(state.directory.has('sign-in-words-absent') && OPENID_SCOPES.has(scope)))
      .join(' '),
  });
  const objectId = (userId: string): string => {
    const user = state.directory.findUser(userId);
    return (user === undefined ? undefined : state.directory.objectIdIn(user, tenant.id)) ?? userId;
  };
  return [
    ...(consent.tenantScopes.size > 0 ? [grant(null, graphPrincipalId(tenant), consent.tenantScopes)] : []),
    ...(consent.apiForTenant ? [grant(null, clientId, [exposedScope])] : []),
    ...[...consent.userScopes]
      .filter(([, scopes]) => scopes.size > 0)
      .map(([userId, scopes]) => grant(objectId(userId), graphPrincipalId(tenant), scopes)),
    ...[...consent.apiForUsers].map((userId) => grant(objectId(userId), clientId, [exposedScope])),
  ];
}

function roleAssignments(state: EntraState, tenant: SeedTenant): readonly Json[] {
  const consent = consentOf(state, tenant);
  const principalId = consent.servicePrincipalId;
  return [...consent.applicationPermissions].map((scope) => ({
    id: guidFrom(`assignment:${principalId}:${scope}`),
    appRoleId: permissionId({ scope, kind: 'application' }),
    principalId,
    principalType: 'ServicePrincipal',
    principalDisplayName: state.directory.application.displayName,
    resourceId: graphPrincipalId(tenant),
    resourceDisplayName: 'Microsoft Graph',
  }));
}

// ---- who may what

function callerOf(state: EntraState, exchange: Exchange): Caller | undefined {
  const bearer = /^Bearer\s+(\S+)$/i.exec(exchange.header('authorization') ?? '')?.[1];
  if (bearer === undefined) return undefined;
  const claims: Claims | undefined = state.opaqueTokens.get(bearer) ?? state.keys.read(bearer);
  if (claims === undefined || claims['aud'] !== GRAPH_APP_ID) return undefined;
  const expires = claims['exp'];
  if (typeof expires !== 'number' || expires * 1000 <= state.clock.now()) return undefined;
  const tenant = state.directory.findTenant(String(claims['tid']));
  if (tenant === undefined) return undefined;
  const scopeText = claims['scp'];
  const roles = claims['roles'];
  return {
    tenant,
    user: claims['idtyp'] === 'user' ? state.directory.findUser(String(claims['oid'])) : undefined,
    scopes: new Set(typeof scopeText === 'string' ? scopeText.split(' ') : []),
    roles: new Set(Array.isArray(roles) ? roles.map(String) : []),
    appId: typeof claims['appid'] === 'string' ? claims['appid'] : undefined,
  };
}

const registrationCaller = ({ directory }: EntraState, { tenant, user, scopes, appId }: Caller) => ({
  tenantId: tenant.id,
  role: user === undefined ? undefined : directory.roleIn(user, tenant.id),
  scopes,
  appId,
});

function has(caller: Caller, names: readonly string[]): boolean {
  const held = caller.user === undefined ? caller.roles : caller.scopes;
  return names.some((name) => held.has(name));
}

/** With a delegated token the scope is not enough: the person needs a directory role as well (serviceprincipal-list, "Important"). */
function mayReadDirectory(state: EntraState, caller: Caller): boolean {
  return has(caller, [...DIRECTORY_READERS, ...smallerReaders(state)]) && isToldOfGrants(state, caller);
}

function mayReadGrants(state: EntraState, caller: Caller): boolean {
  return has(caller, [...GRANT_READERS, ...smallerReaders(state)]) && isToldOfGrants(state, caller);
}

const isToldOfGrants = (state: EntraState, caller: Caller): boolean =>
  state.directory.has('members-read-grants') || isAppOrHoldsRole(state, caller);

const smallerReaders = ({ directory }: EntraState): readonly string[] =>
  directory.has('smaller-permission-shows-grants') ? ['DelegatedPermissionGrant.Read.All'] : [];

/** "A service principal can retrieve its own application and service principal details without being granted any application permissions" (serviceprincipal-get). */
function mayReadPrincipal(
  state: EntraState,
  caller: Caller,
  ours: boolean,
  relation: string | undefined,
): boolean {
  if (relation === 'oauth2PermissionGrants') return mayReadGrants(state, caller);
  return mayReadDirectory(state, caller) || (relation === undefined && ours && caller.user === undefined);
}

const isAppOrHoldsRole = ({ directory }: EntraState, { user, tenant }: Caller): boolean =>
  user === undefined || roleReadsGrants(directory.roleIn(user, tenant.id));

function forbid(state: EntraState, exchange: Exchange): void {
  sendGraphError(
    exchange,
    state.clock,
    403,
    'Authorization_RequestDenied',
    'Insufficient privileges to complete the operation.',
  );
}

function forbidMailbox(state: EntraState, exchange: Exchange): void {
  sendGraphError(
    exchange,
    state.clock,
    403,
    'ErrorAccessDenied',
    'Access is denied. Check credentials and try again.',
  );
}

function notFound(state: EntraState, exchange: Exchange, id: string): void {
  sendGraphError(
    exchange,
    state.clock,
    404,
    'Request_ResourceNotFound',
    `Resource '${id}' does not exist or one of its queried reference-property objects are not present.`,
  );
}

// ---- OData

function sendEntity(state: EntraState, exchange: Exchange, context: string, entity: Json): void {
  exchange.outcome = 'read';
  exchange.sendJson(
    200,
    { '@odata.context': `${state.graphOrigin}/v1.0/$metadata#${context}`, ...selected(exchange, entity) },
    graphHeaders(exchange),
  );
}

function sendCollection(
  state: EntraState,
  exchange: Exchange,
  context: string,
  entries: readonly Json[],
): void {
  const top = exchange.query('$top');
  if (top !== undefined && !/^[1-9]\d{0,2}$/.test(top)) {
    sendGraphError(exchange, state.clock, 400, 'BadRequest', `Invalid value '${top}' for $top query option.`);
    return;
  }
  const skip = Number(exchange.query('$skiptoken') ?? 0) || 0;
  const size = top === undefined ? 100 : Number(top);
  const more = entries.length > skip + size;
  const next = new URL(exchange.url.pathname + exchange.url.search, state.graphOrigin);
  next.searchParams.set('$skiptoken', String(skip + size));
  exchange.outcome = 'read';
  exchange.sendJson(
    200,
    {
      '@odata.context': `${state.graphOrigin}/v1.0/$metadata#${context}`,
      ...(more ? { '@odata.nextLink': next.href } : {}),
      value: entries.slice(skip, skip + size).map((entry) => selected(exchange, entry)),
    },
    graphHeaders(exchange),
  );
}

/** `$filter` with comparisons by eq (`fields` as texts, `guids` as GUIDs), joined by and; anything else is refused as unsupported, like much of it at Microsoft. */
function filtered(
  state: EntraState,
  exchange: Exchange,
  context: string,
  entries: readonly Json[],
  fields: readonly string[],
  guids: readonly string[] = [],
): void {
  const filter = exchange.query('$filter');
  if (filter === undefined) {
    sendCollection(state, exchange, context, entries);
    return;
  }
  const comparisons = filter
    .split(/\s+and\s+/i)
    .map(
      (part) =>
        /^\s*(\w+)\s+eq\s+'([^']*)'\s*$/.exec(part) ?? /^\s*(\w+)\s+eq\s+([0-9a-f-]{36})\s*$/i.exec(part),
    );
  // A text stands between quotes, a GUID does not (OData 4.01, section 5.1.1.14).
  const good = comparisons.every(
    (match) => match !== null && (match[0].includes("'") ? fields : guids).includes(match[1] ?? ''),
  );
  if (!good) {
    sendGraphError(
      exchange,
      state.clock,
      400,
      'Request_UnsupportedQuery',
      `Unsupported or invalid query filter clause specified.`,
    );
    return;
  }
  const kept = entries.filter((entry) =>
    comparisons.every(
      (match) => String(entry[match?.[1] ?? '']).toLowerCase() === (match?.[2] ?? '').toLowerCase(),
    ),
  );
  sendCollection(state, exchange, context, kept);
}

function selected(exchange: Exchange, entity: Json): Json {
  const names = exchange
    .query('$select')
    ?.split(',')
    .map((name) => name.trim());
  if (names === undefined) return entity;
  return Object.fromEntries(Object.entries(entity).filter(([name]) => names.includes(name)));
}

function decodeSegment(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
