import type { ApproverRole } from '../../../core/permissions';
import type { Format } from '../format';

/*
 * Parts of sentences that the catalogues of Brazilian Portuguese share. Readers are addressed as "você". Names of
 * organisations follow the word "organização", so that no article has to be guessed.
 */

// Microsoft's own Brazilian names of the roles.
const ROLES: Readonly<Record<ApproverRole, string>> = {
  'global-administrator': 'Administrador Global',
  'privileged-role-administrator': 'Administrador de Função com Privilégios',
  'cloud-application-administrator': 'Administrador de Aplicativos de Nuvem',
  'application-administrator': 'Administrador de Aplicativos',
  'ai-administrator': 'Administrador de IA',
};

/** `“Administrador Global” ou “Administrador de Função com Privilégios”`. */
export const oneOf = (roles: readonly ApproverRole[], format: Format): string =>
  format.choice(roles.map((role) => `“${ROLES[role]}”`));

/** `12 permissões`. */
export const permissions = (count: number, format: Format): string =>
  `${format.number(count)} ${format.plural(count, { one: 'permissão', other: 'permissões' })}`;

/** Goes on after `a`, `da`, `na`, `para a`. */
export const organisationOfYours = (organisation: string | undefined): string =>
  organisation === undefined ? 'sua organização' : `organização ${organisation}`;
