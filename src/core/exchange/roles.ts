import type { Permission } from '../permissions';

/*
 * Apart from the script that assigns them: which permissions a situation needs is asked before the first verdict, and
 * the script is not.
 */

/**
 * Exchange's application roles by the Graph permission that they stand for
 * (https://learn.microsoft.com/en-us/exchange/permissions-exo/application-rbac, "Supported Application Roles").
 * Permissions of the directory (`User.Read.All`, `Directory.Read.All`) have none: Exchange cannot limit them.
 */
const EXCHANGE_ROLES: ReadonlyMap<string, string> = new Map([
  ['Mail.Read', 'Application Mail.Read'],
  ['Mail.ReadBasic', 'Application Mail.ReadBasic'],
  ['Mail.ReadWrite', 'Application Mail.ReadWrite'],
  ['Mail.Send', 'Application Mail.Send'],
  ['MailboxSettings.Read', 'Application MailboxSettings.Read'],
  ['MailboxSettings.ReadWrite', 'Application MailboxSettings.ReadWrite'],
  ['Calendars.Read', 'Application Calendars.Read'],
  ['Calendars.ReadWrite', 'Application Calendars.ReadWrite'],
  ['Contacts.Read', 'Application Contacts.Read'],
  ['Contacts.ReadWrite', 'Application Contacts.ReadWrite'],
]);

/** The Exchange role that can take a permission's place, limited to a group; undefined where there is none. */
export const exchangeRoleFor = ({ kind, scope }: Pick<Permission, 'kind' | 'scope'>): string | undefined =>
  kind === 'application' ? EXCHANGE_ROLES.get(scope) : undefined;
