import type { Permission, PermissionSet } from './permissions';

/**
 * What ExtendSync asks of an organisation.
 *
 * ASSUMPTION: this starting set stands for the product's real one until the product's owner has confirmed it. It must
 * equal the permissions of the app registration: the admin consent link asks for `/.default`, which grants whatever is
 * registered there, while the verdict is judged against this list.
 */
const SET = [
  {
    scope: 'openid',
    kind: 'delegated',
    required: true,
    feature: 'sign-in',
    namedInTokens: true,
    impliedByAnyGrant: true,
  },
  {
    scope: 'profile',
    kind: 'delegated',
    required: true,
    feature: 'sign-in',
    namedInTokens: true,
    impliedByAnyGrant: true,
  },
  {
    scope: 'email',
    kind: 'delegated',
    required: true,
    feature: 'sign-in',
    namedInTokens: true,
    impliedByAnyGrant: true,
  },
  {
    scope: 'offline_access',
    kind: 'delegated',
    required: true,
    feature: 'sign-in',
    namedInTokens: false,
    impliedByAnyGrant: true,
  },
  { scope: 'User.Read', kind: 'delegated', required: true, feature: 'profile', namedInTokens: true },
  { scope: 'Mail.ReadWrite', kind: 'delegated', required: true, feature: 'mail', namedInTokens: true },
  {
    scope: 'MailboxSettings.ReadWrite',
    kind: 'delegated',
    required: true,
    feature: 'mailbox-settings',
    namedInTokens: true,
  },
  {
    scope: 'Mail.ReadWrite.Shared',
    kind: 'delegated',
    required: false,
    feature: 'shared-mailboxes',
    namedInTokens: true,
  },
  // The least permission that Microsoft documents for reading grants. `DelegatedPermissionGrant.Read.All` is smaller, and
  // documented for no call. A real tenant must show first that it lists grants, and how to find the service principals
  // that they name, which it does not show (`service/tenant/directory.ts`). Then it takes this line, its id in
  // `core/registration/graph-permission-ids.ts`, and its reason in each language; the compiler asks for both.
  {
    scope: 'Directory.Read.All',
    kind: 'delegated',
    required: true,
    feature: 'proof',
    namedInTokens: true,
    provesGrants: true,
  },
  {
    scope: 'Mail.ReadWrite',
    kind: 'application',
    required: true,
    feature: 'autopilot',
    namedInTokens: false,
  },
  { scope: 'User.Read.All', kind: 'application', required: true, feature: 'autopilot', namedInTokens: false },
  {
    scope: 'Directory.Read.All',
    kind: 'application',
    required: true,
    feature: 'groups',
    namedInTokens: false,
    provesGrants: true,
  },
  {
    scope: 'Calendars.ReadWrite',
    kind: 'application',
    required: false,
    feature: 'calendar',
    namedInTokens: false,
  },
] as const satisfies PermissionSet;

export const PERMISSION_SET: PermissionSet = SET;

/**
 * Rises whenever what is required changes, so that the ledger can tell whose grant is of an older version. A test holds
 * the set of each version.
 */
export const PERMISSION_SET_VERSION = 1;

type IdOf<P extends Permission> = P extends Permission ? `${P['kind']}:${P['scope']}` : never;
/** The permissions by name, so that the compiler asks for the reason of each. */
export type ListedPermission = IdOf<(typeof SET)[number]>;
