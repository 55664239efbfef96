import { PATHS } from '../api/paths';
import { urlOf } from '../fields';
import type {
  Application,
  AppRole,
  ExposedScope,
  PreAuthorized,
  Redirects,
  ResourceAccess,
} from './application';
import { nameOfGraphPermission, ownApi, type WantedRegistration } from './wanted';

/** One thing in which a registration is not what the product needs. */
export interface Difference {
  /** Where in the registration it stands, as Graph names it: `api.oauth2PermissionScopes`. */
  readonly where: string;
  /** What is wrong, and what it does to people. */
  readonly says: string;
  /** What mends it; undefined: it is left to whoever added it. */
  readonly change?: string | undefined;
}

/** What is sent to Graph to mend it; a member is there only where something of it changes, and then it is whole. */
export interface ApplicationPatch {
  readonly signInAudience?: string;
  readonly groupMembershipClaims?: string;
  readonly identifierUris?: readonly string[];
  readonly spa?: { readonly redirectUris: readonly string[] };
  readonly web?: { readonly redirectUris: readonly string[] };
  readonly publicClient?: { readonly redirectUris: readonly string[] };
  readonly api?: {
    readonly requestedAccessTokenVersion?: number;
    readonly oauth2PermissionScopes?: readonly ExposedScope[];
    readonly preAuthorizedApplications?: readonly PreAuthorized[];
  };
  readonly appRoles?: readonly AppRole[];
  readonly requiredResourceAccess?: readonly ResourceAccess[];
}

export interface Comparison {
  readonly differences: readonly Difference[];
  /**
   * Requests in their order. A scope or role must be switched off by a request before the one that changes it
   * (https://learn.microsoft.com/en-us/graph/api/application-update); a client cannot be pre-authorised for a scope that is
   * made by the same request (https://github.com/microsoftgraph/microsoft-graph-docs-contrib/issues/1395).
   */
  readonly patches: readonly ApplicationPatch[];
}

interface Part {
  readonly differences: readonly Difference[];
  /** What has to be sent before the patch. */
  readonly before?: ApplicationPatch;
  readonly patch: ApplicationPatch;
}
const SAME: Part = { differences: [], patch: {} };

/**
 * What must change for the registration to be what the product needs. What an organisation added itself stays, unless it
 * stands where it makes sign-in fail; a permission too many is told and left.
 */
export function compareRegistration(wanted: WantedRegistration, existing: Application): Comparison {
  const scope = exposedScope(wanted, existing);
  const parts = [
    audience(wanted, existing),
    roleClaims(wanted, existing),
    redirects(wanted, existing),
    elsewhere(wanted, existing),
    identifier(existing),
    permissions(wanted, existing),
    operatorRole(wanted, existing),
    tokenVersion(wanted, existing),
    scope,
  ];
  const last = preAuthorization(existing, scope.id);
  const first = merged(parts.map(({ before = {} }) => before));
  const together = merged(parts.map(({ patch }) => patch));
  return {
    differences: [...parts, last].flatMap(({ differences }) => differences),
    patches: [first, together, last.patch].filter((patch) => Object.keys(patch).length > 0),
  };
}

function merged(patches: readonly ApplicationPatch[]): ApplicationPatch {
  const api = Object.assign({}, ...patches.map((patch) => patch.api)) as NonNullable<ApplicationPatch['api']>;
  const rest = Object.assign({}, ...patches) as ApplicationPatch;
  return Object.keys(api).length === 0 ? rest : { ...rest, api };
}

function audience(wanted: WantedRegistration, existing: Application): Part {
  const { signInAudience } = wanted;
  if (existing.signInAudience === signInAudience) return SAME;
  return {
    differences: [
      {
        where: 'signInAudience',
        says: `Accounts: ${existing.signInAudience || 'not set'}. People of other organisations, or only they, must be able to sign in; a registration for one organisation answers AADSTS650059 to every other.`,
        change: 'accounts in any organisation (AzureADMultipleOrgs)',
      },
    ],
    patch: { signInAudience },
  };
}

function roleClaims(wanted: WantedRegistration, existing: Application): Part {
  const words = existing.groupMembershipClaims.split(',').map((word) => word.trim());
  // `All` names directory roles too.
  if (words.includes('DirectoryRole') || words.includes('All')) return SAME;
  const kept = words.filter((word) => word !== '' && word !== 'None');
  const groupMembershipClaims = [...kept, wanted.groupMembershipClaims].join(',');
  return {
    differences: [
      {
        where: 'groupMembershipClaims',
        says: 'Tokens do not name directory roles, so nobody is recognised as an administrator.',
        change: `set to ${groupMembershipClaims}`,
      },
    ],
    patch: { groupMembershipClaims },
  };
}

const PLATFORMS = ['spa', 'web', 'publicClient'] as const;
type Platform = (typeof PLATFORMS)[number];
const PLATFORM_NAMES: Readonly<Record<Platform, string>> = {
  spa: 'single-page application',
  web: 'web',
  publicClient: 'mobile and desktop',
};

function redirects(wanted: WantedRegistration, existing: Application): Part {
  const home = new Map<string, Platform>([
    ...wanted.spa.redirectUris.map((uri) => [uri, 'spa'] as const),
    ...wanted.web.redirectUris.map((uri) => [uri, 'web'] as const),
  ]);
  const differences: Difference[] = [];
  const patch: Partial<Record<Platform, Redirects>> = {};
  for (const platform of PLATFORMS) {
    const there = existing[platform].redirectUris;
    const strays = there.filter((uri) => home.has(uri) && home.get(uri) !== platform);
    const lacking = [...home].flatMap(([uri, at]) => (at === platform && !there.includes(uri) ? [uri] : []));
    differences.push(
      ...strays.map((uri) => ({
        where: `${platform}.redirectUris`,
        says: `${uri} is registered as ${PLATFORM_NAMES[platform]}: tokens are refused there (AADSTS9002326 or 9002327).`,
        change: `moved to ${PLATFORM_NAMES[home.get(uri) ?? platform]}`,
      })),
      ...lacking
        .filter((uri) => !PLATFORMS.some((other) => existing[other].redirectUris.includes(uri)))
        .map((uri) => ({
          where: `${platform}.redirectUris`,
          says: `${uri} is not registered: Microsoft does not send people back to it (AADSTS50011 or 700046).`,
          change: `added as ${PLATFORM_NAMES[platform]}`,
        })),
    );
    if (strays.length + lacking.length > 0) {
      const redirectUris = [...there.filter((uri) => !strays.includes(uri)), ...lacking];
      patch[platform] = { redirectUris };
    }
  }
  return { differences, patch };
}

/** The paths to which Microsoft sends people back, in any installation. */
const OWN_PATHS: readonly string[] = [
  PATHS.redirectPage,
  PATHS.consentReturn,
  PATHS.consentLook,
  PATHS.approvalPage,
];

/** The product's addresses on hosts that are not this installation's, by host. */
export function addressesElsewhere(
  wanted: WantedRegistration,
  existing: Application,
): ReadonlyMap<string, readonly string[]> {
  const hostOf = (uri: string): string | undefined => {
    const url = urlOf(uri);
    return url?.protocol === 'brk-multihub:' || OWN_PATHS.includes(url?.pathname ?? '')
      ? url?.host
      : undefined;
  };
  const own = new Set([...wanted.spa.redirectUris, ...wanted.web.redirectUris].map(hostOf));
  const found = new Map<string, readonly string[]>();
  for (const uri of PLATFORMS.flatMap((platform) => existing[platform].redirectUris)) {
    const host = hostOf(uri);
    if (host !== undefined && !own.has(host)) found.set(host, [...(found.get(host) ?? []), uri]);
  }
  return found;
}

/** An installation that has moved goes on trusting its old name. */
function elsewhere(wanted: WantedRegistration, existing: Application): Part {
  return {
    differences: [...addressesElsewhere(wanted, existing)].map(([host, uris]) => ({
      where: 'redirectUris',
      says: `People are sent back to ${host} too (${uris.join(', ')}): whoever has that name gets their sign-ins. Take these addresses out when nothing of yours stands there any more.`,
    })),
    patch: {},
  };
}

function identifier(existing: Application): Part {
  const { identifierUri } = ownApi(existing.appId);
  if (existing.identifierUris.includes(identifierUri)) return SAME;
  return {
    differences: [
      {
        where: 'identifierUris',
        says: `The application ID URI ${identifierUri} is missing: the pane gets no token for the service (AADSTS500011).`,
        change: 'added',
      },
    ],
    patch: { identifierUris: [...existing.identifierUris, identifierUri] },
  };
}

function permissions(wanted: WantedRegistration, existing: Application): Part {
  const [needed] = wanted.requiredResourceAccess;
  const graph = existing.requiredResourceAccess.find((one) => one.resourceAppId === needed.resourceAppId);
  const held = graph?.resourceAccess ?? [];
  const isIn = (list: typeof held, { id, type }: (typeof held)[number]): boolean =>
    list.some((one) => one.id === id && one.type === type);
  const lacking = needed.resourceAccess.filter((access) => !isIn(held, access));
  // A consent link with `.default` asks for every API's.
  const extra = existing.requiredResourceAccess.flatMap(({ resourceAppId, resourceAccess }) =>
    resourceAppId === needed.resourceAppId
      ? resourceAccess
          .filter((access) => !isIn(needed.resourceAccess, access))
          .map(({ id, type }) => nameOfGraphPermission(id, type))
      : resourceAccess.map(
          ({ id, type }) =>
            `${id} (${type === 'Role' ? 'application' : 'delegated'}) of the API ${resourceAppId}`,
        ),
  );
  return {
    differences: [
      ...lacking.map(({ id, type }) => ({
        where: 'requiredResourceAccess',
        says: `${nameOfGraphPermission(id, type)} is not registered, so no administrator is asked for it.`,
        change: 'added',
      })),
      ...extra.map((name) => ({
        where: 'requiredResourceAccess',
        says: `${name} is registered and not needed: every administrator is asked for it. Take it out, or add it to the permission set.`,
      })),
    ],
    patch:
      lacking.length === 0
        ? {}
        : {
            requiredResourceAccess: [
              ...existing.requiredResourceAccess.filter((one) => one !== graph),
              { resourceAppId: needed.resourceAppId, resourceAccess: [...held, ...lacking] },
            ],
          },
  };
}

/** A scope or role: by its name, or by our id where somebody has given it another name. */
const ours = <T extends { readonly id: string; readonly value: string }>(
  list: readonly T[],
  wanted: T,
): T | undefined =>
  list.find(({ value }) => value === wanted.value) ?? list.find(({ id }) => id === wanted.id);

/** The list with another entry in the place of one, or with one more. */
const replaced = <T>(list: readonly T[], there: T | undefined, entry: T): readonly T[] => [
  ...list.filter((one) => one !== there),
  entry,
];

function operatorRole(wanted: WantedRegistration, existing: Application): Part {
  const [role] = wanted.appRoles;
  const { appRoles } = existing;
  const there = ours(appRoles, role);
  const isRenamed = there !== undefined && there.value !== role.value;
  const isForPeople = there?.allowedMemberTypes.includes('User') === true;
  if (there?.isEnabled === true && isForPeople && !isRenamed) return SAME;
  const mended: AppRole = there
    ? {
        ...there,
        value: role.value,
        isEnabled: true,
        allowedMemberTypes: [...new Set([...there.allowedMemberTypes, 'User'])],
      }
    : role;
  return {
    differences: [
      {
        where: 'appRoles',
        says: isRenamed
          ? `The role ${role.value} is called ${there.value}: nobody opens the list of organisations with it.`
          : `Nobody can be given the role ${role.value}, which opens the list of organisations.`,
        change: isRenamed ? 'renamed back' : there ? 'made assignable to people' : 'added',
      },
    ],
    before:
      there?.isEnabled === true
        ? { appRoles: replaced(appRoles, there, { ...there, isEnabled: false }) }
        : {},
    patch: { appRoles: replaced(appRoles, there, mended) },
  };
}

function tokenVersion(wanted: WantedRegistration, existing: Application): Part {
  const { requestedAccessTokenVersion } = wanted.api;
  if (existing.api.requestedAccessTokenVersion === requestedAccessTokenVersion) return SAME;
  return {
    differences: [
      {
        where: 'api.requestedAccessTokenVersion',
        says: 'Tokens for the service come in the old form, which it refuses.',
        change: 'set to 2',
      },
    ],
    patch: { api: { requestedAccessTokenVersion } },
  };
}

function exposedScope(wanted: WantedRegistration, existing: Application): Part & { readonly id: string } {
  const [scope] = wanted.api.oauth2PermissionScopes;
  const { oauth2PermissionScopes: scopes } = existing.api;
  // A scope that is there keeps its id: Entra stores grants by it.
  const there = ours(scopes, scope);
  const isRenamed = there !== undefined && there.value !== scope.value;
  if (there?.isEnabled === true && !isRenamed) return { ...SAME, id: there.id };
  const mended = there ? { ...there, value: scope.value, isEnabled: true } : scope;
  const fault = isRenamed ? `called ${there.value}` : there ? 'switched off' : 'not exposed';
  return {
    id: mended.id,
    differences: [
      {
        where: 'api.oauth2PermissionScopes',
        says: `The scope ${scope.value} is ${fault}: the pane gets no token for the service.`,
        change: isRenamed ? 'renamed back' : there ? 'switched on' : 'added',
      },
    ],
    before:
      there?.isEnabled === true
        ? { api: { oauth2PermissionScopes: replaced(scopes, there, { ...there, isEnabled: false }) } }
        : {},
    patch: { api: { oauth2PermissionScopes: replaced(scopes, there, mended) } },
  };
}

function preAuthorization(existing: Application, scopeId: string): Part {
  const { preAuthorized } = ownApi(existing.appId);
  const all = existing.api.preAuthorizedApplications;
  const there = all.find(({ appId }) => appId === preAuthorized);
  if (there?.delegatedPermissionIds.includes(scopeId) === true) return SAME;
  return {
    differences: [
      {
        where: 'api.preAuthorizedApplications',
        says: "The application's own client id is not authorised for its own scope: the pane would need a consent for it (AADSTS65001).",
        change: 'authorised',
      },
    ],
    patch: {
      api: {
        preAuthorizedApplications: [
          ...all.filter((one) => one !== there),
          {
            appId: preAuthorized,
            delegatedPermissionIds: [...(there?.delegatedPermissionIds ?? []), scopeId],
          },
        ],
      },
    },
  };
}
