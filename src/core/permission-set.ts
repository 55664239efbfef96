import type { PermissionSet } from './permissions';

/**
 * What ExtendSync asks of an organisation.
 *
 * ASSUMPTION: this starting set stands for the product's real one until the product's owner has confirmed it. It must
 * equal the permissions of the app registration: the admin consent link asks for `/.default`, which grants whatever is
 * registered there, while the verdict is judged against this list.
 */
export const PERMISSION_SET: PermissionSet = [
  { scope: 'openid', kind: 'delegated', required: true, feature: 'sign-in', namedInTokens: true },
  { scope: 'profile', kind: 'delegated', required: true, feature: 'sign-in', namedInTokens: true },
  { scope: 'email', kind: 'delegated', required: true, feature: 'sign-in', namedInTokens: true },
  { scope: 'offline_access', kind: 'delegated', required: true, feature: 'sign-in', namedInTokens: false },
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
  },
  {
    scope: 'Calendars.ReadWrite',
    kind: 'application',
    required: false,
    feature: 'calendar',
    namedInTokens: false,
  },
];
