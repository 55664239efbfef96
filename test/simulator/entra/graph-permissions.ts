import { createHash } from 'node:crypto';
import type { GraphPermission, PermissionKind } from './seed';

/** Microsoft Graph's application id, the same in every tenant. */
export const GRAPH_APP_ID = '00000003-0000-0000-c000-000000000000';

/** Scopes of OpenID Connect; Entra stores them in the grant for Microsoft Graph like any other delegated permission. */
export const OPENID_SCOPES: ReadonlySet<string> = new Set(['openid', 'profile', 'email', 'offline_access']);

interface KnownPermission {
  readonly scope: string;
  readonly kind: PermissionKind;
  readonly id: string;
  readonly title: string;
}

/** Ids from Microsoft's permissions reference (learn.microsoft.com/graph/permissions-reference). Titles are our own words. */
const KNOWN: readonly KnownPermission[] = [
  { scope: 'openid', kind: 'delegated', id: '37f7f235-527c-4136-accd-4a02d197296e', title: 'Sign you in' },
  {
    scope: 'profile',
    kind: 'delegated',
    id: '14dad69e-099b-42c9-810b-d002981feec1',
    title: 'See your basic profile',
  },
  {
    scope: 'email',
    kind: 'delegated',
    id: '64a6cdd6-aab1-4aaf-94b8-3cc8405e90d0',
    title: 'See your email address',
  },
  {
    scope: 'offline_access',
    kind: 'delegated',
    id: '7427e0e9-2fba-42fe-b0c0-848c9e6a8182',
    title: 'Keep the access that you have given',
  },
  {
    scope: 'User.Read',
    kind: 'delegated',
    id: 'e1fe6dd8-ba31-4d61-89e7-88639da4683d',
    title: 'Sign in and read your profile',
  },
  {
    scope: 'Mail.Read',
    kind: 'delegated',
    id: '570282fd-fa5c-430d-a7fd-fc8dc98a9dca',
    title: 'Read your mail',
  },
  {
    scope: 'Mail.ReadWrite',
    kind: 'delegated',
    id: '024d486e-b451-40bb-833d-3e66d98c5c73',
    title: 'Read and change your mail',
  },
  {
    scope: 'Mail.ReadWrite.Shared',
    kind: 'delegated',
    id: '5df07973-7d5d-46ed-9847-1271055cbd51',
    title: 'Read and change mail in mailboxes shared with you',
  },
  {
    scope: 'MailboxSettings.ReadWrite',
    kind: 'delegated',
    id: '818c620a-27a9-40bd-a6a5-d96f7d610b4b',
    title: 'Read and change your mailbox settings',
  },
  {
    scope: 'Calendars.ReadWrite',
    kind: 'delegated',
    id: '1ec239c2-d7c9-4623-a91a-a9775856bb36',
    title: 'Read and change your calendars',
  },
  {
    scope: 'User.Read.All',
    kind: 'delegated',
    id: 'a154be20-db9c-4678-8ab7-66f6cc099a59',
    title: 'Read the full profiles of all users',
  },
  {
    scope: 'Directory.Read.All',
    kind: 'delegated',
    id: '06da0dbc-49e2-44d2-8312-53f166ab848a',
    title: 'Read directory data',
  },
  {
    scope: 'Mail.ReadWrite',
    kind: 'application',
    id: 'e2a3a72e-5f79-4c64-b1b1-878b674786c9',
    title: 'Read and change mail in all mailboxes',
  },
  {
    scope: 'MailboxSettings.ReadWrite',
    kind: 'application',
    id: '6931bccd-447a-43d1-b442-00a195474933',
    title: 'Read and change the settings of all mailboxes',
  },
  {
    scope: 'User.Read.All',
    kind: 'application',
    id: 'df021288-bdef-4463-88db-98f22de89214',
    title: 'Read the full profiles of all users, without a signed-in user',
  },
  {
    scope: 'Directory.Read.All',
    kind: 'application',
    id: '7ab1d382-f21e-4acd-a863-ba3e13f7da61',
    title: 'Read directory data, without a signed-in user',
  },
  {
    scope: 'Calendars.ReadWrite',
    kind: 'application',
    id: 'ef54d2bf-783f-4e0f-bca1-3210c0444d99',
    title: 'Read and change the calendars of all mailboxes',
  },
];

/** A GUID that depends on the text alone: for ids that Microsoft has and we do not know, and for objects of the simulated tenants. */
export function guidFrom(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

function known(permission: GraphPermission): KnownPermission | undefined {
  return KNOWN.find(
    (entry) => entry.kind === permission.kind && entry.scope.toLowerCase() === permission.scope.toLowerCase(),
  );
}

export function permissionId(permission: GraphPermission): string {
  return known(permission)?.id ?? guidFrom(`graph:${permission.kind}:${permission.scope}`);
}

export function permissionTitle(permission: GraphPermission): string {
  return known(permission)?.title ?? permission.scope;
}

/** Everything that Microsoft Graph offers in the simulation: the known permissions and whatever the application asks for. */
export function offeredPermissions(requested: readonly GraphPermission[]): readonly GraphPermission[] {
  return [...KNOWN, ...requested.filter((permission) => known(permission) === undefined)].map(
    ({ scope, kind }) => ({
      scope,
      kind,
    }),
  );
}

/**
 * Whether a delegated permission always needs an administrator. Graph's rule of thumb: everything that reaches beyond the
 * signed-in person (`.All`).
 */
export function needsAdministrator(scope: string): boolean {
  return /\.All$/i.test(scope);
}

/** What Microsoft recommends as low impact (entra/identity/enterprise-apps/configure-permission-classifications). */
export function isLowImpact(scope: string): boolean {
  return OPENID_SCOPES.has(scope) || scope === 'User.Read';
}
