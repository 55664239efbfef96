/** Who a permission acts for: the signed-in person, or the application by itself. */
export const PERMISSION_KINDS = ['delegated', 'application'] as const;
export type PermissionKind = (typeof PERMISSION_KINDS)[number];

/** The part of ExtendSync that stops working without the permission. */
export type Feature =
  | 'sign-in'
  | 'profile'
  | 'mail'
  | 'mailbox-settings'
  | 'shared-mailboxes'
  | 'autopilot'
  | 'groups'
  /** Shows that the other permissions are granted for everybody. */
  | 'proof'
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
  /**
   * Whoever holds it may read the grants of an organisation, so that it can prove the others. Only an administrator can
   * consent to it.
   */
  readonly provesGrants?: true;
  /**
   * Comes with any delegated permission, whether a grant lists it or not: *"consent for any scope includes consent for
   * all four of the OpenID Connect scopes"* (https://github.com/MicrosoftDocs/azure-docs/issues/101648, by the owner of
   * Microsoft's consent pages).
   */
  readonly impliedByAnyGrant?: true;
}

export type PermissionSet = readonly Permission[];

/** One permission of one kind: `Mail.ReadWrite` exists both as delegated and as application permission. */
export type PermissionId = `${PermissionKind}:${string}`;

/** The directory roles that may approve a permission set. */
export type ApproverRole =
  | 'global-administrator'
  | 'privileged-role-administrator'
  | 'cloud-application-administrator'
  | 'application-administrator'
  | 'ai-administrator';

/** Names a permission uniquely within a set. */
export const permissionId = (permission: Pick<Permission, 'kind' | 'scope'>): PermissionId =>
  `${permission.kind}:${permission.scope}`;

/** The permissions without which ExtendSync does not work. */
export const requiredOf = (set: PermissionSet): PermissionSet =>
  set.filter((permission) => permission.required);

/** What can prove a grant for a whole organisation. */
export const PROOFS = ['application', 'look'] as const;
export type ProvedBy = (typeof PROOFS)[number];

/**
 * What can prove that the set is granted for a whole organisation: the application's own right to read grants, or an
 * administrator's look with the delegated one. Undefined for a set that nothing can prove.
 */
export function proofOf(set: PermissionSet): ProvedBy | undefined {
  const provers = set.filter(({ provesGrants, required }) => provesGrants === true && required);
  if (provers.some(({ kind }) => kind === 'application')) return 'application';
  return provers.length > 0 ? 'look' : undefined;
}

/** The scope names of one kind, in the set's order. */
export const scopesOf = (set: PermissionSet, kind: PermissionKind): readonly string[] =>
  set.filter((permission) => permission.kind === kind).map((permission) => permission.scope);

/** The names in a list with spaces between them, as a token's `scp` and a grant's `scope` are (RFC 6749, 3.3). */
export const scopesIn = (text: string): readonly string[] =>
  text.split(/\s+/).filter((scope) => scope !== '');

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
  'ai-administrator',
];

/**
 * The roles that can grant tenant-wide consent to the set. Microsoft lets the application administrators, and since 2025
 * the AI administrators, consent to anything but Microsoft Graph application permissions
 * (https://learn.microsoft.com/en-us/entra/identity/enterprise-apps/grant-admin-consent#prerequisites, 25 March 2025).
 */
export const approverRolesFor = (set: readonly Pick<Permission, 'kind'>[]): readonly ApproverRole[] =>
  set.some((permission) => permission.kind === 'application')
    ? FOR_GRAPH_APPLICATION_PERMISSIONS
    : FOR_DELEGATED_ONLY;
