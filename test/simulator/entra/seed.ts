/** Directory roles that matter for consent; 'user' is a member without any role. */
export type DirectoryRole =
  | 'user'
  | 'global-administrator'
  | 'privileged-role-administrator'
  | 'application-administrator'
  | 'cloud-application-administrator'
  | 'ai-administrator'
  | 'global-reader';

export type PermissionKind = 'delegated' | 'application';

/** One permission of Microsoft Graph, by its name as Microsoft writes it. */
export interface GraphPermission {
  readonly scope: string;
  readonly kind: PermissionKind;
}

export interface SeedTenant {
  readonly id: string;
  readonly displayName: string;
  /** Verified domains; the first one is the default domain, the others are aliases. */
  readonly domains: readonly string[];
}

/** A person's account in a tenant that is not the home tenant. It has an object id of its own there. */
export interface SeedGuest {
  readonly tenantId: string;
  readonly objectId: string;
}

export interface SeedUser {
  /** Object id in the home tenant; also the id by which tests and the panel speak of the person. */
  readonly id: string;
  readonly upn: string;
  readonly displayName: string;
  readonly tenantId: string;
  readonly role: DirectoryRole;
  readonly guestIn?: readonly SeedGuest[];
  /** Nobody can sign in with it, as with the account behind a shared mailbox: AADSTS50057. */
  readonly signInBlocked?: boolean;
  /** Values of our own application roles assigned to the person, e.g. Consent.Operator. */
  readonly appRoles?: readonly string[];
}

export interface SeedApplication {
  readonly appId: string;
  readonly displayName: string;
  readonly publisher: string;
  readonly homeTenantId: string;
  /** Whether whoever registered it has it in the own tenant from the start, as Entra's portal sees to. */
  readonly installedInHomeTenant?: boolean;
  readonly clientSecret: string;
  /** PEM of the certificate whose key may sign client assertions. */
  readonly certificate?: string;
  readonly spaRedirectUris: readonly string[];
  readonly webRedirectUris: readonly string[];
  readonly appIdUri: string;
  /** Name of the exposed scope of our own API. */
  readonly exposedScope: string;
  /**
   * Client ids that get the exposed scope without anybody's consent (Expose an API, "Authorized client applications");
   * Microsoft's own sample of our shape lists its own id: Office-Add-in-samples, Outlook-Add-in-SSO-NAA-Identity/README.md.
   */
  readonly preAuthorizedClients: readonly string[];
  /** Whose directory roles tokens name (`wids`): learn.microsoft.com/entra/identity-platform/optional-claims. */
  readonly groupMembershipClaims: 'DirectoryRole' | 'none';
  readonly appRoles: readonly { readonly id: string; readonly value: string; readonly displayName: string }[];
  readonly requestedPermissions: readonly GraphPermission[];
}

/** The whole simulated world as plain data. */
export interface Seed {
  readonly tenants: readonly SeedTenant[];
  readonly users: readonly SeedUser[];
  readonly application: SeedApplication;
  /** The id of the tenant that every other domain belongs to; without one they are nobody's, as at Microsoft. */
  readonly tenantOfAnyDomain?: string;
}
