import type { Permission } from '../permissions';

/*
 * Apart from the script that assigns them: which permissions a situation needs is asked before the first verdict, and
 * the script is not.
 */

/**
 * The Graph permissions that one of Exchange's application roles stands for: its name is `Application` and theirs
 * (https://learn.microsoft.com/en-us/exchange/permissions-exo/application-rbac, "Supported Application Roles").
 * Permissions of the directory (`User.Read.All`, `Directory.Read.All`) have none: Exchange cannot limit them.
 */
const WITH_ROLE: ReadonlySet<string> = new Set([
  'Mail.Read',
  'Mail.ReadBasic',
  'Mail.ReadWrite',
  'Mail.Send',
  'MailboxSettings.Read',
  'MailboxSettings.ReadWrite',
  'Calendars.Read',
  'Calendars.ReadWrite',
  'Contacts.Read',
  'Contacts.ReadWrite',
]);

/** The Exchange role that can take a permission's place, limited to a group; undefined where there is none. */
export const exchangeRoleFor = ({ kind, scope }: Pick<Permission, 'kind' | 'scope'>): string | undefined =>
  kind === 'application' && WITH_ROLE.has(scope) ? `Application ${scope}` : undefined;
