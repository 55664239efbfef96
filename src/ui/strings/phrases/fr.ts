import type { ApproverRole } from '../../../core/permissions';
import type { Format } from '../format';

/*
 * Parts of sentences that the French catalogues share. Readers are addressed as « vous ». Spaces before high punctuation
 * and inside quotation marks are those that do not break, written as escapes so that they can be seen.
 */

// Microsoft's own French names of the roles.
const ROLES: Readonly<Record<ApproverRole, string>> = {
  'global-administrator': 'Administrateur général',
  'privileged-role-administrator': 'Administrateur de rôle privilégié',
  'cloud-application-administrator': 'Administrateur d’application cloud',
  'application-administrator': 'Administrateur d’application',
  'ai-administrator': 'Administrateur IA',
};

/** `« Administrateur général » ou « Administrateur de rôle privilégié »`. */
export const oneOf = (roles: readonly ApproverRole[], format: Format): string =>
  format.choice(roles.map((role) => `«\u00a0${ROLES[role]}\u00a0»`));

/** `12 autorisations`. */
export const permissions = (count: number, format: Format): string =>
  `${format.number(count)} ${format.plural(count, { one: 'autorisation', other: 'autorisations' })}`;

export const your = (organisation: string | undefined): string => organisation ?? 'votre organisation';
export const Your = (organisation: string | undefined): string => organisation ?? 'Votre organisation';

/** With the word before the name, « de » need not become « d’ » before a vowel. */
export const ofYour = (organisation: string | undefined): string =>
  organisation === undefined ? 'de votre organisation' : `de l’organisation ${organisation}`;
