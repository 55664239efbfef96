import type { ApproverRole } from '../../../core/permissions';
import type { Format } from '../format';

/*
 * Parts of sentences that the Japanese catalogues share. The words are です・ます; buttons and labels are nouns or plain
 * verbs. Latin names stand between half-width spaces, as in Microsoft's own pages.
 */

// Microsoft's own Japanese names of the roles.
const ROLES: Readonly<Record<ApproverRole, string>> = {
  'global-administrator': 'グローバル管理者',
  'privileged-role-administrator': '特権ロール管理者',
  'cloud-application-administrator': 'クラウド アプリケーション管理者',
  'application-administrator': 'アプリケーション管理者',
  'ai-administrator': 'AI 管理者',
};

/** `「グローバル管理者」または「特権ロール管理者」`. */
export const oneOf = (roles: readonly ApproverRole[], format: Format): string =>
  format.choice(roles.map((role) => `「${ROLES[role]}」`));

/** `12 件のアクセス許可`. */
export const permissions = (count: number, format: Format): string =>
  `${format.number(count)} 件のアクセス許可`;

/** The organisation of the reader: with a space where the sentence goes on after a Latin name. */
export const your = (organisation: string | undefined): string =>
  organisation === undefined ? 'お客様の組織' : spaced(organisation);

/** Between a name in Latin letters or digits and Japanese words stands a space; after a Japanese name there is none. */
export const spaced = (name: string): string =>
  /[\p{ASCII}\p{Script=Latin}]\p{Cf}*$/u.test(name) ? `${name} ` : name;
