import type { DirectoryRole, GraphPermission } from './seed';

/** What a role may do here, and the template id by which tokens name it. */
interface RoleRights {
  /** `wids` in tokens: learn.microsoft.com/entra/identity/role-based-access-control/permissions-reference. */
  readonly templateId: string;
  /** What its holder may consent to for the organisation (entra/identity/enterprise-apps/grant-admin-consent, 25 March 2025). */
  readonly mayGrant: 'everything' | 'delegated' | 'nothing';
  /** Whether its holder may read grants with a delegated token (graph/api/oauth2permissiongrant-list, "Permissions"). */
  readonly mayReadGrants: boolean;
}

const RIGHTS: Readonly<Record<Exclude<DirectoryRole, 'user'>, RoleRights>> = {
  'global-administrator': {
    templateId: '62e90394-69f5-4237-9190-012177145e10',
    mayGrant: 'everything',
    mayReadGrants: true,
  },
  'privileged-role-administrator': {
    templateId: 'e8611ab8-c189-46e8-94e1-60213ab1f814',
    mayGrant: 'everything',
    mayReadGrants: true,
  },
  'application-administrator': {
    templateId: '9b895d92-2cd3-44c7-9d02-a6ac2d5ea5c3',
    mayGrant: 'delegated',
    mayReadGrants: true,
  },
  'cloud-application-administrator': {
    templateId: '158c047a-c907-4556-b7ef-446551a6b5f7',
    mayGrant: 'delegated',
    mayReadGrants: true,
  },
  // It may consent, but the page of the call does not name it among the roles that may read grants.
  'ai-administrator': {
    templateId: 'd2562ede-74db-457e-a7b6-544e236ebb61',
    mayGrant: 'delegated',
    mayReadGrants: false,
  },
  'global-reader': {
    templateId: 'f2ef992c-3afb-46b9-b7cf-a126ee74c451',
    mayGrant: 'nothing',
    mayReadGrants: true,
  },
};

export const DIRECTORY_ROLES: readonly DirectoryRole[] = [
  'user',
  ...(Object.keys(RIGHTS) as readonly Exclude<DirectoryRole, 'user'>[]),
];

/** The template that every member of a tenant holds; tokens name it as well. */
const MEMBER_TEMPLATE_ID = 'b79fbf4d-3ef9-4689-8143-76b194e85509';

/** Whether somebody of this role may grant the permissions for the whole organisation. */
export function mayGrantForTenant(role: DirectoryRole, permissions: readonly GraphPermission[]): boolean {
  if (role === 'user') return false;
  const { mayGrant } = RIGHTS[role];
  if (mayGrant === 'nothing') return false;
  return mayGrant === 'everything' || permissions.every((permission) => permission.kind === 'delegated');
}

/** Whether somebody of this role may read grants, the application's own permission aside. */
export function roleReadsGrants(role: DirectoryRole): boolean {
  return role !== 'user' && RIGHTS[role].mayReadGrants;
}

/** The template of a role; undefined for who holds none. */
export const roleTemplateId = (role: DirectoryRole): string | undefined =>
  role === 'user' ? undefined : RIGHTS[role].templateId;

/** The `wids` of somebody's tokens. */
export function widsOf(role: DirectoryRole): readonly string[] {
  const templateId = roleTemplateId(role);
  return templateId === undefined ? [MEMBER_TEMPLATE_ID] : [templateId, MEMBER_TEMPLATE_ID];
}
