import type { Clock } from '../../../src/ports';
import { FaultBoard, type Fault, type FaultSpec } from './faults';
import { guidFrom } from './graph-permissions';
import type { Quirk } from './quirks';
import { applicationOf, objectOf, type ApplicationObject } from './registration';
import { Replicated } from './replicated';
import type { DirectoryRole, GraphPermission, Seed, SeedApplication, SeedTenant, SeedUser } from './seed';

/** What a tenant has consented to. Never changed, only replaced, so that an older state can still be seen while a new one spreads. */
export interface TenantConsent {
  /** Object id of the application's service principal in the tenant; absent until somebody consents. */
  readonly servicePrincipalId: string | undefined;
  /** Delegated Graph scopes granted for everybody (consentType AllPrincipals). */
  readonly tenantScopes: ReadonlySet<string>;
  /** Delegated Graph scopes that people granted for themselves (consentType Principal), by user id. */
  readonly userScopes: ReadonlyMap<string, ReadonlySet<string>>;
  /** Application permissions of Graph (app role assignments). */
  readonly applicationPermissions: ReadonlySet<string>;
  /** Our own API's scope granted for everybody. */
  readonly apiForTenant: boolean;
  /** Our own API's scope granted by people for themselves, by user id. */
  readonly apiForUsers: ReadonlySet<string>;
}

export type UserConsentPolicy = 'on' | 'off' | 'low-risk-only';
export type ConditionalAccess = 'off' | 'block' | 'require-mfa';

/** What an administrator sets in the tenant. It applies at once. */
export interface TenantSettings {
  accountEnabled: boolean;
  assignmentRequired: boolean;
  readonly assignedUsers: Set<string>;
  userConsent: UserConsentPolicy;
  conditionalAccess: ConditionalAccess;
  propagationDelayMs: number;
}

export type RedirectKind = 'spa' | 'web';

const NOTHING: TenantConsent = {
  servicePrincipalId: undefined,
  tenantScopes: new Set(),
  userScopes: new Map(),
  applicationPermissions: new Set(),
  apiForTenant: false,
  apiForUsers: new Set(),
};

interface TenantState {
  consent: Replicated<TenantConsent>;
  settings: TenantSettings;
}

interface UserState {
  enabled: boolean;
  /** Refresh tokens and sessions from before this moment are void. */
  validFromMs: number;
  /** The person has passed a second factor, so that silent requests may rely on it. */
  strongSignIn: boolean;
  role: DirectoryRole;
  /** By tenant, where the person is a guest. */
  guestRoles: Map<string, DirectoryRole>;
  appRoles: ReadonlySet<string>;
}

function union(left: ReadonlySet<string>, right: Iterable<string>): ReadonlySet<string> {
  return new Set([...left, ...right]);
}

function difference(left: ReadonlySet<string>, right: Iterable<string>): ReadonlySet<string> {
  const without = new Set(left);
  for (const entry of right) without.delete(entry);
  return without;
}

function scopesOf(permissions: readonly GraphPermission[], kind: GraphPermission['kind']): string[] {
  return permissions.filter((permission) => permission.kind === kind).map((permission) => permission.scope);
}

/**
 * The directory of the simulated world: tenants, people, the application, what was granted, policies and faults. Its verbs are what
 * tests and the control API use. Tenants are named by id or by any verified domain; a verb about an unknown tenant or person throws,
 * because that is a mistake in the test.
 */
export class Directory {
  readonly faults: FaultBoard;
  /** Graph access tokens are random strings instead of JWTs when set (both are legal: clients must not read them). */
  opaqueGraphTokens = false;
  /** Set when the application's registration itself was deleted: it exists in no tenant then. */
  applicationDeleted = false;
  readonly #seed: Seed;
  readonly #clock: Clock;
  readonly #tenants = new Map<string, TenantState>();
  readonly #users = new Map<string, UserState>();
  readonly #addedRedirectUris = new Map<string, RedirectKind>();
  readonly #quirks = new Set<Quirk>();
  #deletedInHomeTenant = NOTHING;
  /** The registration after Graph's calls have changed it, as Graph shows it and as the rest of the world reads it. */
  #registered: { readonly object: ApplicationObject; readonly application: SeedApplication } | undefined;

  constructor(seed: Seed, clock: Clock) {
    this.#seed = seed;
    this.#clock = clock;
    this.faults = new FaultBoard();
    this.reset();
  }

  /** Back to the seed: no consent, no policies, no faults. Added redirect addresses stay, they belong to the installation. */
  reset(): void {
    this.faults.clear();
    this.opaqueGraphTokens = false;
    this.applicationDeleted = false;
    this.#registered = undefined;
    this.#deletedInHomeTenant = NOTHING;
    this.#quirks.clear();
    for (const tenant of this.#seed.tenants) {
      this.#tenants.set(tenant.id, {
        consent: new Replicated(NOTHING),
        settings: {
          accountEnabled: true,
          assignmentRequired: false,
          assignedUsers: new Set(),
          userConsent: 'on',
          conditionalAccess: 'off',
          propagationDelayMs: 0,
        },
      });
    }
    const { homeTenantId, installedInHomeTenant } = this.#seed.application;
    if (installedInHomeTenant === true) this.installApplication(homeTenantId);
    for (const user of this.#seed.users) {
      this.#users.set(user.id, {
        enabled: user.signInBlocked !== true,
        validFromMs: Number.NEGATIVE_INFINITY,
        strongSignIn: false,
        role: user.role,
        guestRoles: new Map(),
        appRoles: new Set(user.appRoles ?? []),
      });
    }
  }

  // ---- looking things up

  get application(): SeedApplication {
    return this.#registered?.application ?? this.#seed.application;
  }

  /** The registration as Graph shows it. */
  get registration(): ApplicationObject {
    return this.#registered?.object ?? objectOf(this.#seed.application);
  }

  get tenants(): readonly SeedTenant[] {
    return this.#seed.tenants;
  }

  get users(): readonly SeedUser[] {
    return this.#seed.users;
  }

  /** By id or verified domain, in any case of letters. */
  findTenant(idOrDomain: string): SeedTenant | undefined {
    const wanted = idOrDomain.toLowerCase();
    const { tenants, tenantOfAnyDomain } = this.#seed;
    return (
      tenants.find((tenant) => tenant.id === wanted || tenant.domains.includes(wanted)) ??
      (wanted.includes('.') ? tenants.find(({ id }) => id === tenantOfAnyDomain) : undefined)
    );
  }

  /** By home object id, guest object id or user principal name. */
  findUser(idOrUpn: string): SeedUser | undefined {
    const wanted = idOrUpn.toLowerCase();
    return this.#seed.users.find(
      (user) =>
        user.id === wanted ||
        user.upn.toLowerCase() === wanted ||
        user.guestIn?.some((guest) => guest.objectId === wanted) === true,
    );
  }

  /** The person's object id in a tenant; undefined for somebody who is neither member nor guest there. */
  objectIdIn(user: SeedUser, tenantId: string): string | undefined {
    if (user.tenantId === tenantId) return user.id;
    return user.guestIn?.find((guest) => guest.tenantId === tenantId)?.objectId;
  }

  usersOf(tenantId: string): readonly SeedUser[] {
    return this.#seed.users.filter((user) => this.objectIdIn(user, tenantId) !== undefined);
  }

  isEnabled(user: SeedUser): boolean {
    return this.#userState(user.id).enabled;
  }

  validFromMs(user: SeedUser): number {
    return this.#userState(user.id).validFromMs;
  }

  hasStrongSignIn(user: SeedUser): boolean {
    return this.#userState(user.id).strongSignIn;
  }

  appRolesOf(user: SeedUser): ReadonlySet<string> {
    return this.#userState(user.id).appRoles;
  }

  /**
   * The person's directory role in a tenant. A guest's role at home says nothing elsewhere, and a guest may be given any role
   * (learn.microsoft.com/entra/external-id/add-users-administrator).
   */
  roleIn(user: SeedUser, tenantId: string): DirectoryRole {
    const { role, guestRoles } = this.#userState(user.id);
    return user.tenantId === tenantId ? role : (guestRoles.get(tenantId) ?? 'user');
  }

  has(quirk: Quirk): boolean {
    return this.#quirks.has(quirk);
  }

  get quirks(): readonly Quirk[] {
    return [...this.#quirks];
  }

  /** Whether our own application gets our own API's scope without anybody's consent. */
  get isPreAuthorized(): boolean {
    const { appId, preAuthorizedClients } = this.application;
    return preAuthorizedClients.includes(appId) && !this.has('own-api-needs-consent');
  }

  /** What consent screens see: the last write. */
  latestConsent(tenantId: string): TenantConsent {
    return this.#tenantState(tenantId).consent.latest();
  }

  /** What token and Graph servers know by now. */
  visibleConsent(tenantId: string): TenantConsent {
    return this.#tenantState(tenantId).consent.visible(this.#clock.now());
  }

  settingsOf(tenantId: string): Readonly<TenantSettings> {
    return this.#tenantState(tenantId).settings;
  }

  redirectKindOf(uri: string): RedirectKind | undefined {
    const { spaRedirectUris, webRedirectUris } = this.application;
    if (spaRedirectUris.includes(uri)) return 'spa';
    if (webRedirectUris.includes(uri)) return 'web';
    return this.#addedRedirectUris.get(uri);
  }

  // ---- granting and revoking

  /**
   * An administrator's consent: adds the permissions (default: all that the application asks for) for the whole tenant. `ownApi`
   * tells whether our own API's scope is among what was consented to; Entra grants nothing that was not asked for. With the quirk
   * 'consent-replaces' only what is named here is left.
   */
  grantForTenant(
    tenant: string,
    permissions: readonly GraphPermission[] = this.application.requestedPermissions,
    ownApi = true,
  ): void {
    this.#change(tenant, (consent, tenantId) => {
      const kept = this.has('consent-replaces') ? NOTHING : consent;
      return {
        ...consent,
        servicePrincipalId: this.#servicePrincipalId(tenantId),
        tenantScopes: union(kept.tenantScopes, scopesOf(permissions, 'delegated')),
        applicationPermissions: union(kept.applicationPermissions, scopesOf(permissions, 'application')),
        apiForTenant: kept.apiForTenant || ownApi,
      };
    });
  }

  /** Exactly these permissions for the whole tenant, whatever was granted before (for partial and old grants). */
  setTenantGrant(tenant: string, permissions: readonly GraphPermission[]): void {
    this.#change(tenant, (consent, tenantId) => ({
      ...consent,
      servicePrincipalId: this.#servicePrincipalId(tenantId),
      tenantScopes: new Set(scopesOf(permissions, 'delegated')),
      applicationPermissions: new Set(scopesOf(permissions, 'application')),
      apiForTenant: true,
    }));
  }

  /**
   * A grant for one person (consentType Principal): the person's own consent, or what an administrator wrote for them by script, who
   * may then name scopes that only an administrator can consent to (graph/api/oauth2permissiongrant-post). Application permissions
   * cannot be granted this way and are left out.
   */
  grantForUser(
    user: string,
    permissions: readonly GraphPermission[] = this.application.requestedPermissions,
    tenant?: string,
    ownApi = true,
  ): void {
    const person = this.#requireUser(user);
    this.#change(tenant ?? person.tenantId, (consent, tenantId) => {
      const own = consent.userScopes.get(person.id) ?? new Set<string>();
      return {
        ...consent,
        servicePrincipalId: this.#servicePrincipalId(tenantId),
        userScopes: new Map(consent.userScopes).set(
          person.id,
          union(own, scopesOf(permissions, 'delegated')),
        ),
        apiForUsers: ownApi ? union(consent.apiForUsers, [person.id]) : consent.apiForUsers,
      };
    });
  }

  /** Takes permissions back from the tenant's grant; without a list, the whole grant (the service principal stays). */
  revokeForTenant(tenant: string, permissions?: readonly GraphPermission[]): void {
    this.#change(tenant, (consent) =>
      permissions === undefined
        ? { ...consent, tenantScopes: new Set(), applicationPermissions: new Set(), apiForTenant: false }
        : {
            ...consent,
            tenantScopes: difference(consent.tenantScopes, scopesOf(permissions, 'delegated')),
            applicationPermissions: difference(
              consent.applicationPermissions,
              scopesOf(permissions, 'application'),
            ),
          },
    );
  }

  revokeForUser(user: string, tenant?: string): void {
    const person = this.#requireUser(user);
    this.#change(tenant ?? person.tenantId, (consent) => {
      const userScopes = new Map(consent.userScopes);
      userScopes.delete(person.id);
      return { ...consent, userScopes, apiForUsers: difference(consent.apiForUsers, [person.id]) };
    });
  }

  /** Grants or takes back our own API's scope alone, for the tenant. */
  setApiGrant(tenant: string, granted: boolean): void {
    this.#change(tenant, (consent, tenantId) => ({
      ...consent,
      servicePrincipalId: granted ? this.#servicePrincipalId(tenantId) : consent.servicePrincipalId,
      apiForTenant: granted,
    }));
  }

  /** Deletes the enterprise application from the tenant, with every grant. */
  removeApplication(tenant: string): void {
    this.#change(tenant, () => NOTHING);
  }

  /** Deletes (or restores) the registration itself: the application is unknown in every tenant. */
  setApplicationDeleted(deleted: boolean): void {
    this.applicationDeleted = deleted;
  }

  /**
   * Restores the registration as Graph does: "restoring an application doesn't restore the associated service principal
   * automatically" (directory-deleteditems-restore), which lies among the deleted things of its tenant.
   */
  restoreRegistration(): void {
    const { homeTenantId } = this.application;
    this.applicationDeleted = false;
    this.#deletedInHomeTenant = this.latestConsent(homeTenantId);
    this.removeApplication(homeTenantId);
  }

  get deletedServicePrincipalId(): string | undefined {
    return this.#deletedInHomeTenant.servicePrincipalId;
  }

  /** Brings the service principal back, with what was granted to it. */
  restoreServicePrincipal(): void {
    const consent = this.#deletedInHomeTenant;
    this.#deletedInHomeTenant = NOTHING;
    this.#change(this.application.homeTenantId, () => consent);
  }

  /** Puts the application into a tenant without granting it anything. */
  installApplication(tenant: string): void {
    this.#change(tenant, (consent, tenantId) => ({
      ...consent,
      servicePrincipalId: this.#servicePrincipalId(tenantId),
    }));
  }

  // ---- the registration

  /** Makes or changes the registration, in the tenant of whoever makes it. */
  register(object: ApplicationObject, homeTenantId = this.application.homeTenantId): void {
    const application = { ...applicationOf(object, this.application), homeTenantId };
    this.#registered = { object, application };
    this.applicationDeleted = false;
  }

  /** The one secret that Entra takes from now on. */
  setClientSecret(clientSecret: string): void {
    const { registration, application } = this;
    this.#registered = { object: registration, application: { ...application, clientSecret } };
  }

  // ---- policies

  /** From now on writes to consent take this long to reach token and Graph servers, in the tenant or everywhere. */
  setPropagationDelay(delayMs: number, tenant?: string): void {
    if (tenant !== undefined) this.#settings(tenant).propagationDelayMs = delayMs;
    else for (const state of this.#tenants.values()) state.settings.propagationDelayMs = delayMs;
  }

  setApplicationEnabled(tenant: string, enabled: boolean): void {
    this.#settings(tenant).accountEnabled = enabled;
  }

  setAssignmentRequired(tenant: string, required: boolean): void {
    this.#settings(tenant).assignmentRequired = required;
  }

  assignUser(user: string, tenant?: string): void {
    const person = this.#requireUser(user);
    this.#settings(tenant ?? person.tenantId).assignedUsers.add(person.id);
  }

  unassignUser(user: string, tenant?: string): void {
    const person = this.#requireUser(user);
    this.#settings(tenant ?? person.tenantId).assignedUsers.delete(person.id);
  }

  setUserConsentPolicy(tenant: string, policy: UserConsentPolicy): void {
    this.#settings(tenant).userConsent = policy;
  }

  setConditionalAccess(tenant: string, policy: ConditionalAccess): void {
    this.#settings(tenant).conditionalAccess = policy;
  }

  setOpaqueGraphTokens(opaque: boolean): void {
    this.opaqueGraphTokens = opaque;
  }

  setQuirk(quirk: Quirk, on: boolean): void {
    if (on) this.#quirks.add(quirk);
    else this.#quirks.delete(quirk);
  }

  /** Without a tenant: at home. */
  setRole(user: string, role: DirectoryRole, tenant?: string): void {
    const { id, tenantId } = this.#requireUser(user);
    const where = tenant === undefined ? tenantId : this.#requireTenant(tenant).id;
    if (where === tenantId) this.#userState(id).role = role;
    else this.#userState(id).guestRoles.set(where, role);
  }

  setUserEnabled(user: string, enabled: boolean): void {
    this.#userState(this.#requireUser(user).id).enabled = enabled;
  }

  /** Values of our own application roles that the person's tokens carry. */
  setAppRoles(user: string, roles: readonly string[]): void {
    this.#userState(this.#requireUser(user).id).appRoles = new Set(roles);
  }

  /** Voids the person's sessions and refresh tokens ("revoke sessions" in the admin centre). */
  revokeSessions(user: string): void {
    const state = this.#userState(this.#requireUser(user).id);
    state.validFromMs = this.#clock.now();
    state.strongSignIn = false;
  }

  /** Remembers that the person has just proved a second factor on a sign-in screen. */
  recordStrongSignIn(user: SeedUser): void {
    this.#userState(user.id).strongSignIn = true;
  }

  addRedirectUri(uri: string, kind: RedirectKind = 'spa'): void {
    this.#addedRedirectUris.set(uri, kind);
  }

  // ---- faults

  /** Sets a fault; answers its id. */
  injectFault(spec: FaultSpec): string {
    const { tenant, user } = spec;
    return this.faults.inject({
      ...spec,
      ...(tenant === undefined ? {} : { tenant: this.#requireTenant(tenant).id }),
      ...(user === undefined ? {} : { user: this.#requireUser(user).id }),
    });
  }

  clearFaults(id?: string): void {
    this.faults.clear(id);
  }

  listFaults(): readonly Fault[] {
    return this.faults.list();
  }

  // ---- inside

  #servicePrincipalId(tenantId: string): string {
    return guidFrom(`service-principal:${tenantId}:${this.application.appId}`);
  }

  #change(tenant: string, edit: (consent: TenantConsent, tenantId: string) => TenantConsent): void {
    const { id } = this.#requireTenant(tenant);
    const state = this.#tenantState(id);
    state.consent.write(
      edit(state.consent.latest(), id),
      this.#clock.now() + state.settings.propagationDelayMs,
    );
  }

  #settings(tenant: string): TenantSettings {
    return this.#tenantState(this.#requireTenant(tenant).id).settings;
  }

  #requireTenant(tenant: string): SeedTenant {
    const found = this.findTenant(tenant);
    if (found === undefined) throw new Error(`The simulated world has no tenant '${tenant}'`);
    return found;
  }

  #requireUser(user: string): SeedUser {
    const found = this.findUser(user);
    if (found === undefined) throw new Error(`The simulated world has no user '${user}'`);
    return found;
  }

  #tenantState(tenantId: string): TenantState {
    const state = this.#tenants.get(tenantId);
    if (state === undefined) throw new Error(`The simulated world has no tenant '${tenantId}'`);
    return state;
  }

  #userState(userId: string): UserState {
    const state = this.#users.get(userId);
    if (state === undefined) throw new Error(`The simulated world has no user '${userId}'`);
    return state;
  }
}
