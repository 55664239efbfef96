import type { Finding } from '../consent/verdict';
import { sayShared, type ReasonOf, type SharedMessage } from './message';
import type { PermissionLine } from './model';

const LINE_STATE = {
  tenant: 'granted',
  'this-user': 'granted-to-you',
  held: 'granted-to-you',
  missing: 'missing',
  'not-known': 'not-known',
} as const;

/** The permissions with what was found of each. */
export const linesOf = (findings: readonly Finding[]): readonly PermissionLine[] =>
  findings.map(({ id, permission, state }) => ({
    id,
    permission,
    state: LINE_STATE[state],
    reason: reasonOf(id),
  }));

const REASONS: ReadonlySet<string> = new Set<ReasonOf>([
  'delegated:openid',
  'delegated:profile',
  'delegated:email',
  'delegated:offline_access',
  'delegated:User.Read',
  'delegated:Mail.ReadWrite',
  'delegated:MailboxSettings.ReadWrite',
  'delegated:Mail.ReadWrite.Shared',
  'application:Mail.ReadWrite',
  'application:User.Read.All',
  'application:Directory.Read.All',
  'application:Calendars.ReadWrite',
]);
const isReason = (id: string): id is ReasonOf => REASONS.has(id);

/** Why ExtendSync needs a permission, in a person's words. */
export const reasonOf = (id: string): SharedMessage => sayShared(`reason.${isReason(id) ? id : 'other'}`);
