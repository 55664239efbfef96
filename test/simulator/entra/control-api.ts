/**
 * The control API of the simulated tenant: JSON over HTTP, open to the host's origin only.
 *
 *   GET  /simulated/control/state           -> ControlState
 *   POST /simulated/control/<verb> {…}      -> { ok: true, state } | { ok: false, message }   (400 for the latter)
 *
 * `ControlVerbs` names every verb with the body that it takes. Tenants are ids or domains, users are ids or user principal names,
 * times are milliseconds where the name says so. `permissions` left out means everything that the application asks for.
 */
import type { ConditionalAccess, RedirectKind, UserConsentPolicy } from './directory';
import type { ProtocolEvent } from './event-log';
import type { Fault, FaultSpec } from './faults';
import type { Quirk } from './quirks';
import type { DirectoryRole, GraphPermission } from './seed';

export const CONTROL_PATH = '/simulated/control';

export interface ControlVerbs {
  /** Adds to the tenant's grant. */
  'grant-for-tenant': { readonly tenant: string; readonly permissions?: readonly GraphPermission[] };
  /** Makes the tenant's grant exactly this. */
  'set-tenant-grant': { readonly tenant: string; readonly permissions: readonly GraphPermission[] };
  'grant-for-user': {
    readonly user: string;
    readonly permissions?: readonly GraphPermission[];
    readonly tenant?: string;
    /** Our own API's scope along with them; absent: yes. A script that names Graph's scopes alone says no. */
    readonly ownApi?: boolean;
  };
  'revoke-for-tenant': { readonly tenant: string; readonly permissions?: readonly GraphPermission[] };
  'revoke-for-user': { readonly user: string; readonly tenant?: string };
  'set-api-grant': { readonly tenant: string; readonly granted: boolean };
  'remove-application': { readonly tenant: string };
  'set-application-deleted': { readonly deleted: boolean };
  'set-application-enabled': { readonly tenant: string; readonly enabled: boolean };
  'set-assignment-required': { readonly tenant: string; readonly required: boolean };
  'assign-user': { readonly user: string; readonly tenant?: string };
  'unassign-user': { readonly user: string; readonly tenant?: string };
  'set-user-consent-policy': { readonly tenant: string; readonly policy: UserConsentPolicy };
  'set-conditional-access': { readonly tenant: string; readonly policy: ConditionalAccess };
  'set-propagation-delay': { readonly delayMs: number; readonly tenant?: string };
  'set-opaque-graph-tokens': { readonly opaque: boolean };
  'set-quirk': { readonly quirk: Quirk; readonly on: boolean };
  'set-role': { readonly user: string; readonly role: DirectoryRole };
  'set-user-enabled': { readonly user: string; readonly enabled: boolean };
  'set-app-roles': { readonly user: string; readonly roles: readonly string[] };
  'revoke-sessions': { readonly user: string };
  'inject-fault': FaultSpec;
  'clear-faults': { readonly id?: string };
  'add-redirect-uri': { readonly uri: string; readonly kind?: RedirectKind };
  'clear-log': Readonly<Record<string, never>>;
  reset: Readonly<Record<string, never>>;
}

export type ControlVerb = keyof ControlVerbs;

export interface ControlTenant {
  readonly id: string;
  readonly displayName: string;
  readonly domains: readonly string[];
  /** What was written last, and what token and Graph servers know by now. */
  readonly written: ControlGrant;
  readonly spread: ControlGrant;
  readonly applicationEnabled: boolean;
  readonly assignmentRequired: boolean;
  readonly assignedUsers: readonly string[];
  readonly userConsent: UserConsentPolicy;
  readonly conditionalAccess: ConditionalAccess;
  readonly propagationDelayMs: number;
}

export interface ControlGrant {
  readonly installed: boolean;
  readonly tenantPermissions: readonly GraphPermission[];
  readonly userScopes: Readonly<Record<string, readonly string[]>>;
  readonly apiForTenant: boolean;
  readonly apiForUsers: readonly string[];
}

export interface ControlUser {
  readonly id: string;
  readonly upn: string;
  readonly displayName: string;
  readonly tenantId: string;
  readonly role: DirectoryRole;
  readonly guestIn: readonly string[];
  readonly enabled: boolean;
  readonly appRoles: readonly string[];
}

export interface ControlState {
  readonly nowMs: number;
  readonly application: {
    readonly appId: string;
    readonly displayName: string;
    readonly deleted: boolean;
    readonly requestedPermissions: readonly GraphPermission[];
  };
  readonly tenants: readonly ControlTenant[];
  readonly users: readonly ControlUser[];
  readonly faults: readonly Fault[];
  readonly opaqueGraphTokens: boolean;
  /** The quirks that are on. */
  readonly quirks: readonly Quirk[];
  readonly log: readonly ProtocolEvent[];
}

export type ControlAnswer =
  | { readonly ok: true; readonly state: ControlState; readonly faultId?: string }
  | { readonly ok: false; readonly message: string };
