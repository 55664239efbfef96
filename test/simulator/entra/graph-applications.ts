import { randomBytes, randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import type { Exchange } from './exchange';
import { graphHeaders, sendGraphError } from './graph-error';
import { guidFrom } from './graph-permissions';
import { type ApplicationObject, object, objects, texts, thumbprintOf } from './registration';
import type { DirectoryRole } from './seed';
import type { EntraState } from './state';

/** Who asks about a registration. */
export interface RegistrationCaller {
  readonly tenantId: string;
  /** The person's role; absent for an application. */
  readonly role: DirectoryRole | undefined;
  readonly scopes: ReadonlySet<string>;
  /** For an application: which one. */
  readonly appId: string | undefined;
}

/** Roles whose holders manage registrations (entra/identity/role-based-access-control/permissions-reference). */
const MANAGERS: ReadonlySet<DirectoryRole | undefined> = new Set([
  'global-administrator',
  'application-administrator',
  'cloud-application-administrator',
] as const);

/**
 * `/applications`: application-list, -get, -post, -update and -addpassword; and the POST of `/servicePrincipals`
 * (learn.microsoft.com/graph/api). The world has one registration, in the tenant of its maker.
 */
export function answerApplications(
  state: EntraState,
  exchange: Exchange,
  caller: RegistrationCaller,
  segments: readonly string[],
): void {
  const [first = '', second, third] = segments;
  const { directory } = state;
  const there =
    directory.applicationDeleted || directory.application.homeTenantId !== caller.tenantId
      ? undefined
      : directory.registration;
  const [, key = 'id', named] = /^applications\((appId|uniqueName)='([^']*)'\)$/.exec(first) ?? [];
  const found = there?.[key] === (named ?? second) ? there : undefined;
  const action = named === undefined ? third : second;
  const isList = named === undefined && second === undefined;

  if (!mayManage(caller) && !(exchange.method === 'GET' && found !== undefined && isItself(caller, found))) {
    return refuse(
      state,
      exchange,
      403,
      'Authorization_RequestDenied',
      'Insufficient privileges to complete the operation.',
    );
  }
  if (exchange.method === 'GET' && isList) return list(state, exchange, there);
  if (exchange.method === 'POST' && isList) return create(state, exchange, caller, there);
  if (found === undefined) {
    const text = `Resource '${named ?? second ?? ''}' does not exist or one of its queried reference-property objects are not present.`;
    return refuse(state, exchange, 404, 'Request_ResourceNotFound', text);
  }
  if (exchange.method === 'GET' && action === undefined) return send(state, exchange, 200, found);
  if (exchange.method === 'PATCH' && action === undefined) return update(state, exchange, found);
  if (exchange.method === 'POST' && action === 'addPassword') return addPassword(state, exchange, found);
  return refuse(
    state,
    exchange,
    405,
    'Request_BadRequest',
    'Specified HTTP method is not allowed for the request target.',
  );
}

/** `POST /servicePrincipals`: puts the application into the caller's tenant, without granting anything. */
export function createServicePrincipal(
  state: EntraState,
  exchange: Exchange,
  caller: RegistrationCaller,
): void {
  const { directory } = state;
  const appId = String(object(exchange.json())['appId']);
  if (!mayManage(caller)) {
    return refuse(
      state,
      exchange,
      403,
      'Authorization_RequestDenied',
      'Insufficient privileges to complete the operation.',
    );
  }
  if (directory.applicationDeleted || appId !== directory.application.appId) {
    const text = `The appId '${appId}' of the service principal does not reference a valid application object.`;
    return refuse(state, exchange, 400, 'Request_BadRequest', text);
  }
  if (directory.latestConsent(caller.tenantId).servicePrincipalId !== undefined) {
    const text = `The service principal cannot be created, updated, or restored because the service principal name ${appId} is already in use.`;
    return refuse(state, exchange, 409, 'Request_MultipleObjectsWithSameKeyValue', text);
  }
  directory.installApplication(caller.tenantId);
  send(state, exchange, 201, { id: directory.latestConsent(caller.tenantId).servicePrincipalId, appId });
}

export const mayManage = ({ role, scopes }: RegistrationCaller): boolean =>
  MANAGERS.has(role) && scopes.has('Application.ReadWrite.All');

/** "A service principal can retrieve its own application and service principal details without being granted any application permissions" (servicePrincipal-get). */
const isItself = (caller: RegistrationCaller, found: ApplicationObject): boolean =>
  caller.role === undefined && caller.appId === found['appId'];

/** By a uniqueName one gets (Get-MgApplicationByUniqueName); the reference names no filter on it. */
function list(state: EntraState, exchange: Exchange, there: ApplicationObject | undefined): void {
  const filter = /^(displayName|appId) eq '([^']*)'$/.exec(exchange.query('$filter') ?? '');
  if (exchange.query('$filter') !== undefined && filter === null) {
    return refuse(
      state,
      exchange,
      400,
      'Request_UnsupportedQuery',
      'Unsupported or invalid query filter clause specified.',
    );
  }
  const kept = there !== undefined && (filter === null || there[filter[1] ?? ''] === filter[2]);
  send(state, exchange, 200, { value: kept ? [shown(exchange, there)] : [] });
}

function create(
  state: EntraState,
  exchange: Exchange,
  caller: RegistrationCaller,
  there: ApplicationObject | undefined,
): void {
  const asked = object(exchange.json());
  if (typeof asked['displayName'] !== 'string') {
    return refuse(
      state,
      exchange,
      400,
      'Request_BadRequest',
      "A value is required for property 'displayName' of resource 'Application'.",
    );
  }
  // Entra keeps the name of a deleted one for 30 days (github.com/microsoftgraph/msgraph-bicep-types/issues/137).
  const { registration, application } = state.directory;
  const named = there ?? (application.homeTenantId === caller.tenantId ? registration : undefined);
  if (asked['uniqueName'] !== undefined && named?.['uniqueName'] === asked['uniqueName']) {
    return refuse(
      state,
      exchange,
      400,
      'Request_BadRequest',
      'Another object with the same value for property uniqueName already exists.',
    );
  }
  const appId = randomUUID();
  const made = {
    signInAudience: 'AzureADMyOrg',
    groupMembershipClaims: null,
    identifierUris: [],
    publicClient: { redirectUris: [] },
    appRoles: [],
    requiredResourceAccess: [],
    keyCredentials: [],
    passwordCredentials: [],
    ...asked,
    id: guidFrom(`application:${appId}`),
    appId,
  };
  const problem = problemOf(made, made) ?? preAuthorizationProblem({}, made);
  if (problem !== undefined) return refuse(state, exchange, 400, ...problem);
  state.directory.register(made, caller.tenantId);
  send(state, exchange, 201, made);
}

function update(state: EntraState, exchange: Exchange, found: ApplicationObject): void {
  const asked = object(exchange.json());
  // A complex property keeps what the request does not name (OData 4.01, section 11.4.3).
  const merged: ApplicationObject = Object.fromEntries(
    [...new Set([...Object.keys(found), ...Object.keys(asked)])].map((name) => [
      name,
      name === 'api' || name === 'spa' || name === 'web' || name === 'publicClient'
        ? { ...object(found[name]), ...object(asked[name]) }
        : (asked[name] ?? found[name]),
    ]),
  );
  const made = { ...merged, keyCredentials: keysOf(merged) };
  const problem = problemOf(found, made) ?? preAuthorizationProblem(found, made);
  if (problem !== undefined) return refuse(state, exchange, 400, ...problem);
  state.directory.register(made);
  exchange.outcome = 'updated';
  exchange.response.writeHead(204, graphHeaders(exchange)).end();
}

function addPassword(state: EntraState, exchange: Exchange, found: ApplicationObject): void {
  const asked = object(object(exchange.json())['passwordCredential']);
  const secretText = `sim8Q~${randomBytes(24).toString('base64url')}`;
  const { endDateTime = new Date(state.clock.now() + 2 * 365 * 86_400_000).toISOString() } = asked;
  const made = {
    keyId: randomUUID(),
    displayName: asked['displayName'] ?? null,
    endDateTime,
    hint: secretText.slice(0, 3),
  };
  state.directory.register({
    ...found,
    passwordCredentials: [...objects(found['passwordCredentials']), made],
  });
  state.directory.setClientSecret(secretText);
  send(state, exchange, 200, { ...made, secretText });
}

const keysOf = (asked: ApplicationObject): readonly unknown[] =>
  objects(asked['keyCredentials']).map((key) => ({
    ...key,
    keyId: key['keyId'] ?? randomUUID(),
    customKeyIdentifier: key['customKeyIdentifier'] ?? thumbprintOf(String(key['key'])),
  }));

type Problem = readonly [code: string, message: string];

/** What Entra does not take, as far as somebody who registers by script meets it. */
function problemOf(before: ApplicationObject, made: ApplicationObject): Problem | undefined {
  const uris = texts(made['identifierUris']);
  const foreign = uris.find((uri) => uri !== `api://${String(made['appId'])}` && !uri.startsWith('https://'));
  if (foreign !== undefined) {
    return [
      'HostNameNotOnVerifiedDomain',
      `Values of identifierUris property must use a verified domain of the organization or its subdomain: '${foreign}'`,
    ];
  }
  const entitlements = (of: ApplicationObject): readonly (readonly ApplicationObject[])[] => [
    objects(object(of['api'])['oauth2PermissionScopes']),
    objects(of['appRoles']),
  ];
  const now = entitlements(made);
  const isTwice = now.some((entries) =>
    ['id', 'value'].some((name) => new Set(entries.map((one) => one[name])).size < entries.length),
  );
  if (isTwice) return ['DuplicateValue', 'Request contains a property with duplicate values.'];
  const isSame = (one: ApplicationObject, other: ApplicationObject): boolean =>
    ['id', 'value', 'allowedMemberTypes'].every((name) => isDeepStrictEqual(one[name], other[name]));
  const isTouched = entitlements(before).some((entries, at) =>
    entries.some((one) => one['isEnabled'] === true && !now[at]?.some((other) => isSame(one, other))),
  );
  return isTouched
    ? [
        'CannotDeleteOrUpdateEnabledEntitlement',
        'Permission (scope or role) cannot be deleted or updated unless disabled first.',
      ]
    : undefined;
}

/** A scope must be there before a client can be authorised for it (github.com/microsoftgraph/microsoft-graph-docs-contrib/issues/1395). */
function preAuthorizationProblem(before: ApplicationObject, made: ApplicationObject): Problem | undefined {
  const known = new Set(objects(object(before['api'])['oauth2PermissionScopes']).map((scope) => scope['id']));
  const unknown = objects(object(made['api'])['preAuthorizedApplications'])
    .flatMap((one) => texts(one['delegatedPermissionIds']))
    .find((id) => !known.has(id));
  return unknown === undefined
    ? undefined
    : [
        'Request_BadRequest',
        `Property PreAuthorizedApplications references the permission '${unknown}', which cannot be found.`,
      ];
}

/** Keys come only where they are selected by name, secrets never (graph/api/resources/keycredential). */
function shown(exchange: Exchange, entity: ApplicationObject): ApplicationObject {
  const names = exchange.query('$select')?.split(',');
  if (names !== undefined) {
    return Object.fromEntries(Object.entries(entity).filter(([name]) => names.includes(name)));
  }
  return {
    ...entity,
    keyCredentials: objects(entity['keyCredentials']).map((key) => ({ ...key, key: null })),
  };
}

function send(state: EntraState, exchange: Exchange, status: number, entity: ApplicationObject): void {
  exchange.outcome = status === 201 ? 'created' : 'read';
  const body = 'value' in entity ? entity : shown(exchange, entity);
  exchange.sendJson(
    status,
    { '@odata.context': `${state.graphOrigin}/v1.0/$metadata#applications`, ...body },
    graphHeaders(exchange),
  );
}

function refuse(state: EntraState, exchange: Exchange, status: number, code: string, message: string): void {
  sendGraphError(exchange, state.clock, status, code, message);
}
