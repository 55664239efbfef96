import {
  CONTROL_PATH,
  type ControlAnswer,
  type ControlGrant,
  type ControlState,
  type ControlVerbs,
} from './control-api';
import type { Directory, RedirectKind, TenantConsent } from './directory';
import type { Exchange } from './exchange';
import { ROUTE_FAMILIES, type FaultSpec, type RouteFamily, type Trouble } from './faults';
import { DIRECTORY_ROLES } from './directory-roles';
import { QUIRKS, type Quirk } from './quirks';
import type { DirectoryRole, GraphPermission } from './seed';
import type { EntraState } from './state';

/** Input that no verb can take. The message goes back to the caller. */
class BadControlInput extends Error {}

type Fields = Readonly<Record<string, unknown>>;

/** Answers `/simulated/control/…`; `reset` is the service's own, since it also forgets sessions and codes. */
export function answerControl(state: EntraState, exchange: Exchange, reset: () => void): void {
  const verb = exchange.url.pathname.slice(CONTROL_PATH.length + 1);
  if (verb === 'state' && exchange.method === 'GET') {
    exchange.sendJson(200, controlState(state));
    return;
  }
  const perform = Object.hasOwn(PERFORM, verb) ? PERFORM[verb as keyof ControlVerbs] : undefined;
  if (perform === undefined || exchange.method !== 'POST') {
    send(exchange, 404, { ok: false, message: `There is no control verb '${exchange.method} ${verb}'` });
    return;
  }
  const body = exchange.body.trim() === '' ? {} : exchange.json();
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    send(exchange, 400, { ok: false, message: 'The body must be a JSON object' });
    return;
  }
  try {
    const faultId = perform(body as Fields, state, reset);
    send(exchange, 200, {
      ok: true,
      state: controlState(state),
      ...(faultId === undefined ? {} : { faultId }),
    });
  } catch (error) {
    if (!(error instanceof BadControlInput)) throw error;
    send(exchange, 400, { ok: false, message: error.message });
  }
}

function send(exchange: Exchange, status: number, answer: ControlAnswer): void {
  exchange.sendJson(status, answer);
}

type Perform = (fields: Fields, state: EntraState, reset: () => void) => string | undefined;

function on(edit: (directory: Directory, fields: Fields) => void): Perform {
  return (fields, state) => {
    checkNames(state.directory, fields);
    edit(state.directory, fields);
    return undefined;
  };
}

const PERFORM: Readonly<Record<keyof ControlVerbs, Perform>> = {
  'grant-for-tenant': on((directory, fields) =>
    directory.grantForTenant(text(fields, 'tenant'), permissions(fields)),
  ),
  'set-tenant-grant': on((directory, fields) =>
    directory.setTenantGrant(text(fields, 'tenant'), permissions(fields) ?? missing('permissions')),
  ),
  'grant-for-user': on((directory, fields) =>
    directory.grantForUser(
      text(fields, 'user'),
      permissions(fields),
      optionalText(fields, 'tenant'),
      fields['ownApi'] === undefined || flag(fields, 'ownApi'),
    ),
  ),
  'revoke-for-tenant': on((directory, fields) =>
    directory.revokeForTenant(text(fields, 'tenant'), permissions(fields)),
  ),
  'revoke-for-user': on((directory, fields) =>
    directory.revokeForUser(text(fields, 'user'), optionalText(fields, 'tenant')),
  ),
  'set-api-grant': on((directory, fields) =>
    directory.setApiGrant(text(fields, 'tenant'), flag(fields, 'granted')),
  ),
  'remove-application': on((directory, fields) => directory.removeApplication(text(fields, 'tenant'))),
  'set-application-deleted': on((directory, fields) =>
    directory.setApplicationDeleted(flag(fields, 'deleted')),
  ),
  'set-application-enabled': on((directory, fields) =>
    directory.setApplicationEnabled(text(fields, 'tenant'), flag(fields, 'enabled')),
  ),
  'set-assignment-required': on((directory, fields) =>
    directory.setAssignmentRequired(text(fields, 'tenant'), flag(fields, 'required')),
  ),
  'assign-user': on((directory, fields) =>
    directory.assignUser(text(fields, 'user'), optionalText(fields, 'tenant')),
  ),
  'unassign-user': on((directory, fields) =>
    directory.unassignUser(text(fields, 'user'), optionalText(fields, 'tenant')),
  ),
  'set-user-consent-policy': on((directory, fields) =>
    directory.setUserConsentPolicy(
      text(fields, 'tenant'),
      oneOf(fields, 'policy', ['on', 'off', 'low-risk-only']),
    ),
  ),
  'set-conditional-access': on((directory, fields) =>
    directory.setConditionalAccess(
      text(fields, 'tenant'),
      oneOf(fields, 'policy', ['off', 'block', 'require-mfa']),
    ),
  ),
  'set-propagation-delay': on((directory, fields) =>
    directory.setPropagationDelay(amount(fields, 'delayMs'), optionalText(fields, 'tenant')),
  ),
  'set-opaque-graph-tokens': on((directory, fields) =>
    directory.setOpaqueGraphTokens(flag(fields, 'opaque')),
  ),
  'set-quirk': on((directory, fields) =>
    directory.setQuirk(oneOf(fields, 'quirk', Object.keys(QUIRKS) as readonly Quirk[]), flag(fields, 'on')),
  ),
  'set-role': on((directory, fields) =>
    directory.setRole(
      text(fields, 'user'),
      oneOf<DirectoryRole>(fields, 'role', DIRECTORY_ROLES),
      optionalText(fields, 'tenant'),
    ),
  ),
  'set-user-enabled': on((directory, fields) =>
    directory.setUserEnabled(text(fields, 'user'), flag(fields, 'enabled')),
  ),
  'set-app-roles': on((directory, fields) =>
    directory.setAppRoles(text(fields, 'user'), texts(fields, 'roles')),
  ),
  'revoke-sessions': on((directory, fields) => directory.revokeSessions(text(fields, 'user'))),
  'inject-fault': (fields, state) => {
    checkNames(state.directory, fields);
    return state.directory.injectFault(faultSpec(fields));
  },
  'clear-faults': on((directory, fields) => directory.clearFaults(optionalText(fields, 'id'))),
  'add-redirect-uri': on((directory, fields) => {
    const uri = text(fields, 'uri');
    if (!URL.canParse(uri)) throw new BadControlInput(`'${uri}' is not an address`);
    directory.addRedirectUri(
      uri,
      fields['kind'] === undefined ? 'spa' : oneOf<RedirectKind>(fields, 'kind', ['spa', 'web']),
    );
  }),
  'clear-log': (_fields, state) => {
    state.log.clear();
    return undefined;
  },
  reset: (_fields, _state, reset) => {
    reset();
    return undefined;
  },
};

/** The state as the panel shows it. */
export function controlState(state: EntraState): ControlState {
  const { directory } = state;
  return {
    nowMs: state.clock.now(),
    application: {
      appId: directory.application.appId,
      displayName: directory.application.displayName,
      deleted: directory.applicationDeleted,
      requestedPermissions: directory.application.requestedPermissions,
    },
    tenants: directory.tenants.map((tenant) => {
      const settings = directory.settingsOf(tenant.id);
      return {
        id: tenant.id,
        displayName: tenant.displayName,
        domains: tenant.domains,
        written: controlGrant(directory.latestConsent(tenant.id)),
        spread: controlGrant(directory.visibleConsent(tenant.id)),
        applicationEnabled: settings.accountEnabled,
        assignmentRequired: settings.assignmentRequired,
        assignedUsers: [...settings.assignedUsers],
        userConsent: settings.userConsent,
        conditionalAccess: settings.conditionalAccess,
        propagationDelayMs: settings.propagationDelayMs,
      };
    }),
    users: directory.users.map((user) => ({
      id: user.id,
      upn: user.upn,
      displayName: user.displayName,
      tenantId: user.tenantId,
      role: directory.roleIn(user, user.tenantId),
      guestIn: (user.guestIn ?? []).map((guest) => guest.tenantId),
      enabled: directory.isEnabled(user),
      appRoles: [...directory.appRolesOf(user)],
    })),
    faults: directory.listFaults(),
    opaqueGraphTokens: directory.opaqueGraphTokens,
    quirks: directory.quirks,
    log: state.log.list(),
  };
}

function controlGrant(consent: TenantConsent): ControlGrant {
  return {
    installed: consent.servicePrincipalId !== undefined,
    tenantPermissions: [
      ...[...consent.tenantScopes].map((scope) => ({ scope, kind: 'delegated' as const })),
      ...[...consent.applicationPermissions].map((scope) => ({ scope, kind: 'application' as const })),
    ],
    userScopes: Object.fromEntries([...consent.userScopes].map(([user, scopes]) => [user, [...scopes]])),
    apiForTenant: consent.apiForTenant,
    apiForUsers: [...consent.apiForUsers],
  };
}

// ---- reading bodies

function missing(name: string): never {
  throw new BadControlInput(`'${name}' is missing or not of the right kind`);
}

function checkNames(directory: Directory, fields: Fields): void {
  const { tenant, user } = fields;
  if (tenant !== undefined && (typeof tenant !== 'string' || directory.findTenant(tenant) === undefined)) {
    throw new BadControlInput(`There is no tenant '${String(tenant)}'`);
  }
  if (user !== undefined && (typeof user !== 'string' || directory.findUser(user) === undefined)) {
    throw new BadControlInput(`There is no user '${String(user)}'`);
  }
}

function text(fields: Fields, name: string): string {
  const value = fields[name];
  return typeof value === 'string' && value !== '' ? value : missing(name);
}

function optionalText(fields: Fields, name: string): string | undefined {
  return fields[name] === undefined || fields[name] === null ? undefined : text(fields, name);
}

function texts(fields: Fields, name: string): readonly string[] {
  const value = fields[name];
  return Array.isArray(value) && value.every((entry) => typeof entry === 'string') ? value : missing(name);
}

function flag(fields: Fields, name: string): boolean {
  const value = fields[name];
  return typeof value === 'boolean' ? value : missing(name);
}

function amount(fields: Fields, name: string): number {
  const value = fields[name];
  return typeof value === 'number' && Number.isFinite(value) && value >= 0 ? value : missing(name);
}

function oneOf<T extends string>(fields: Fields, name: string, values: readonly T[]): T {
  return values.find((value) => value === fields[name]) ?? missing(name);
}

function permissions(fields: Fields): readonly GraphPermission[] | undefined {
  const value = fields['permissions'];
  if (value === undefined) return undefined;
  if (!Array.isArray(value)) return missing('permissions');
  return value.map((entry: unknown) => {
    if (typeof entry !== 'object' || entry === null) return missing('permissions');
    const permission = entry as Fields;
    return {
      scope: text(permission, 'scope'),
      kind: oneOf(permission, 'kind', ['delegated', 'application']),
    };
  });
}

function faultSpec(fields: Fields): FaultSpec {
  const tenant = optionalText(fields, 'tenant');
  const user = optionalText(fields, 'user');
  const segment = optionalText(fields, 'segment');
  const times = fields['times'] === undefined ? undefined : amount(fields, 'times');
  const families = fields['families'] === undefined ? undefined : texts(fields, 'families').map(family);
  return {
    trouble: trouble(fields['trouble']),
    ...(families === undefined ? {} : { families }),
    ...(tenant === undefined ? {} : { tenant }),
    ...(user === undefined ? {} : { user }),
    ...(segment === undefined ? {} : { segment }),
    ...(fields['silently'] === true ? { silently: true } : {}),
    ...(times === undefined ? {} : { times }),
  };
}

function family(name: string): RouteFamily {
  return ROUTE_FAMILIES.find((known) => known === name) ?? missing('families');
}

function trouble(value: unknown): Trouble {
  if (typeof value !== 'object' || value === null) return missing('trouble');
  const fields = value as Fields;
  const kind = oneOf(fields, 'kind', [
    'latency',
    'throttle',
    'server-error',
    'garbage',
    'silence',
    'cut',
    'aadsts',
  ]);
  const retryAfter =
    fields['retryAfterSeconds'] === undefined
      ? {}
      : { retryAfterSeconds: amount(fields, 'retryAfterSeconds') };
  const status = fields['status'] === undefined ? {} : { status: httpStatus(fields) };
  const optional = (...names: readonly string[]): Record<string, string> =>
    Object.fromEntries(
      names.flatMap((name) => (fields[name] === undefined ? [] : [[name, String(fields[name])]])),
    );
  switch (kind) {
    case 'latency':
      return { kind, delayMs: amount(fields, 'delayMs') };
    case 'throttle':
      return { kind, ...retryAfter, ...(fields['asDate'] === true ? { asDate: true } : {}) };
    case 'server-error':
      return { kind, ...status, ...retryAfter };
    case 'garbage':
      return { kind, ...status, ...optional('body', 'contentType') };
    case 'silence':
      return { kind, ...(fields['frames'] === true ? { frames: true } : {}) };
    case 'cut':
      return { kind, ...(fields['midBody'] === true ? { midBody: true } : {}) };
    case 'aadsts':
      return { kind, number: amount(fields, 'number'), ...optional('error', 'suberror', 'text', 'claims') };
    default:
      return kind satisfies never;
  }
}

function httpStatus(fields: Fields): number {
  const status = amount(fields, 'status');
  return Number.isInteger(status) && status >= 200 && status <= 599 ? status : missing('status');
}
