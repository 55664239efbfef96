import type { ApproverRole } from '../../../core/permissions';
import type { Format } from '../format';

/*
 * Parts of sentences that the Arabic catalogues share. Modern Standard Arabic; readers are addressed by nouns and
 * impersonal forms ("يمكن", "يُرجى") rather than by verbs that tell men from women. Names stand between Unicode's
 * isolates: whatever letters they are in, they leave the order of the sentence alone.
 */

// Microsoft's Arabic names of the roles. The English ones stand beside them: an administrator whose mail is in Arabic may
// well have the Entra admin center in English.
const ROLES: Readonly<Record<ApproverRole, string>> = {
  'global-administrator': 'المسؤول العام',
  'privileged-role-administrator': 'مسؤول الدور المتميز',
  'cloud-application-administrator': 'مسؤول تطبيقات السحابة',
  'application-administrator': 'مسؤول التطبيقات',
  'ai-administrator': 'مسؤول الذكاء الاصطناعي',
};

const ENGLISH_ROLES: Readonly<Record<ApproverRole, string>> = {
  'global-administrator': 'Global Administrator',
  'privileged-role-administrator': 'Privileged Role Administrator',
  'cloud-application-administrator': 'Cloud Application Administrator',
  'application-administrator': 'Application Administrator',
  'ai-administrator': 'AI Administrator',
};

/** `«المسؤول العام» (Global Administrator) أو «مسؤول الدور المتميز» (Privileged Role Administrator)`. */
export const oneOf = (roles: readonly ApproverRole[], format: Format): string =>
  format.choice(roles.map((role) => `«${ROLES[role]}» (${leftToRight(ENGLISH_ROLES[role])})`));

/** A counted permission as the subject of a sentence: `١٢ إذنًا`. */
export const permissions = (count: number, format: Format): string =>
  format.plural(count, {
    zero: 'لا أذونات',
    one: 'إذن واحد',
    two: 'إذنان',
    few: `${format.number(count)} أذونات`,
    many: `${format.number(count)} إذنًا`,
    other: `${format.number(count)} إذن`,
  });

/** The same after a preposition or as an object: `من إذنين`. */
export const ofPermissions = (count: number, format: Format): string =>
  format.plural(count, {
    zero: 'صفر من الأذونات',
    one: 'إذن واحد',
    two: 'إذنين',
    few: `${format.number(count)} أذونات`,
    many: `${format.number(count)} إذنًا`,
    other: `${format.number(count)} إذن`,
  });

/** UAX 9, 2.4: first strong isolate and its end. */
export const isolated = (name: string): string => `\u2068${name}\u2069`;

/** What must keep its order from left to right, such as the keys of a shortcut. */
export const leftToRight = (text: string): string => `\u2066${text}\u2069`;

/** An entry of the Entra admin center: the word, and how it is written there in English. */
export const menu = (word: string, english: string): string => `«${word}» (${leftToRight(english)})`;

/** The name alone, or "your organisation". */
export const your = (organisation: string | undefined): string =>
  organisation === undefined ? 'مؤسستك' : isolated(organisation);

/** "For": joined to the word, but set apart from a name. */
export const forYour = (organisation: string | undefined): string =>
  organisation === undefined ? 'لمؤسستك' : `لـ ${isolated(organisation)}`;
