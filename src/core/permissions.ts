/** Who a permission acts for: the signed-in person, or the application by itself. */
export type PermissionKind = 'delegated' | 'application';

/** The part of ExtendSync that stops working without the permission. */
export type Feature =
  | 'sign-in'
  | 'profile'
  | 'mail'
  | 'mailbox-settings'
  | 'shared-mailboxes'
  | 'autopilot'
  | 'groups'
  | 'calendar';

export interface Permission {
  /** Microsoft's name, as it stands in a grant: `Mail.ReadWrite`. */
  readonly scope: string;
  readonly kind: PermissionKind;
  readonly required: boolean;
  readonly feature: Feature;
  /**
   * Whether a delegated access token for Microsoft Graph names it in `scp`. `offline_access` never stands there
   * (https://learn.microsoft.com/en-us/entra/identity-platform/scopes-oidc), so a token cannot disprove it.
   */
  readonly namedInTokens: boolean;
}

export type PermissionSet = readonly Permission[];

/** One permission of one kind: `Mail.ReadWrite` exists both as delegated and as application permission. */
export type PermissionId = `${PermissionKind}:${string}`;

/** The directory roles that may approve a permission set. */
export type ApproverRole =
  | 'global-administrator'
  | 'privileged-role-administrator'
  | 'cloud-application-administrator'
  | 'application-administrator';

/** Names a permission uniquely within a set. */
export const permissionId = (permission: Pick<Permission, 'kind' | 'scope'>): PermissionId =>
  `${permission.kind}:${permission.scope}`;

/** The permissions without which ExtendSync does not work. */
export const requiredOf = (set: PermissionSet): PermissionSet =>
  set.filter((permission) => permission.required);

/** The scope names of one kind, in the set's order. */
export const scopesOf = (set: PermissionSet, kind: PermissionKind): readonly string[] =>
  set.filter((permission) => permission.kind === kind).map((permission) => permission.scope);

/**
 * Whether a list of granted names (of a token's `scp` or `roles`, or of a grant) holds this one. Compared without case:
 * a grant keeps the case of whoever wrote it, be it a script.
 */
export const holdsScope = (held: readonly string[], scope: string): boolean =>
  held.some((name) => name.toLowerCase() === scope.toLowerCase());

const FOR_GRAPH_APPLICATION_PERMISSIONS: readonly ApproverRole[] = [
  'global-administrator',
  'privileged-role-administrator',
];
const FOR_DELEGATED_ONLY: readonly ApproverRole[] = [
  'global-administrator',
  'privileged-role-administrator',
  'cloud-application-administrator',
  'application-administrator',
];

/**
 * The roles that can grant tenant-wide consent to the set. Microsoft lets the application administrators consent to
 * anything but Microsoft Graph application permissions
 * (https://learn.microsoft.com/en-us/entra/identity/enterprise-apps/grant-admin-consent#prerequisites).
 */
export const approverRolesFor = (set: PermissionSet): readonly ApproverRole[] =>
  set.some((permission) => permission.kind === 'application')
    ? FOR_GRAPH_APPLICATION_PERMISSIONS
    : FOR_DELEGATED_ONLY;
