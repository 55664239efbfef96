import type { PermissionCatalogue } from './catalogue';

export const permissionsEn: PermissionCatalogue = {
  reasons: {
    'reason.delegated:openid': () => 'Sign you in with your work account',
    'reason.delegated:profile': () => 'Know your name, to greet you and to sign what you share',
    'reason.delegated:email': () => 'Know your address, to find the right mailbox',
    'reason.delegated:offline_access': () => 'Keep you signed in, so that you need not sign in each time',
    'reason.delegated:User.Read': () => 'Read your profile, to show it in ExtendSync',
    'reason.delegated:Mail.ReadWrite': () => 'Read and file your messages, to keep them in sync',
    'reason.delegated:MailboxSettings.ReadWrite': () =>
      'Read and set your mailbox’s settings, such as categories, rules and time zone',
    'reason.delegated:Mail.ReadWrite.Shared': () => 'Do the same in mailboxes that are shared with you',
    'reason.delegated:Directory.Read.All': () =>
      'Let an administrator confirm that the approval holds for everyone; it lets nobody see more than they may already',
    'reason.application:Mail.ReadWrite': () =>
      'Let Autopilot keep mailboxes in sync while nobody is signed in',
    'reason.application:User.Read.All': () => 'Find the people whom Autopilot works for',
    'reason.application:Directory.Read.All': () => 'Read groups, and see that this approval is in place',
    'reason.application:Calendars.ReadWrite': () => 'Let Autopilot keep calendars in sync',
    'reason.other': () => 'Needed by a newer part of ExtendSync',
  },
  labels: {
    'permission.optional': () => 'optional',
    'permissions.delegated': () => 'On behalf of the signed-in person',
    'permissions.application': () => 'By itself, without anybody signed in',
    'permissions.sign-in': () => 'Sign you in, and know your name and address',
    'permission.granted': () => 'Granted',
    'permission.granted-to-you': () => 'For you only',
    'permission.held-by-you': () => 'Granted to you',
    'permission.missing': () => 'Missing',
    'permission.not-known': () => 'Not known',
  },
};
