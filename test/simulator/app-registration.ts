import type { Permission } from '../../src/core/permissions';

/** One permission as it stands in the app registration. */
export type RegisteredPermission = Pick<Permission, 'scope' | 'kind'>;

/**
 * The permissions of ExtendSync's app registration in the simulated Entra. In real life this list lives in Microsoft's
 * portal, apart from the product's code, and the two must agree; a test compares them.
 */
export const registeredPermissions: readonly RegisteredPermission[] = [
  { scope: 'openid', kind: 'delegated' },
  { scope: 'profile', kind: 'delegated' },
  { scope: 'email', kind: 'delegated' },
  { scope: 'offline_access', kind: 'delegated' },
  { scope: 'User.Read', kind: 'delegated' },
  { scope: 'Mail.ReadWrite', kind: 'delegated' },
  { scope: 'MailboxSettings.ReadWrite', kind: 'delegated' },
  { scope: 'Mail.ReadWrite.Shared', kind: 'delegated' },
  { scope: 'Directory.Read.All', kind: 'delegated' },
  { scope: 'Mail.ReadWrite', kind: 'application' },
  { scope: 'User.Read.All', kind: 'application' },
  { scope: 'Directory.Read.All', kind: 'application' },
  { scope: 'Calendars.ReadWrite', kind: 'application' },
];
