import type { ApproverRole } from '../../../core/permissions';
import type { Format } from '../format';

/*
 * Parts of sentences that the Spanish catalogues share. Readers are addressed as "usted", mostly without the pronoun, as
 * Microsoft's administration pages do: the same words reach a colleague and an administrator whom nobody has met, in
 * Spain and in America.
 */

// Microsoft's own Spanish names of the roles.
const ROLES: Readonly<Record<ApproverRole, string>> = {
  'global-administrator': 'Administrador global',
  'privileged-role-administrator': 'Administrador de roles con privilegios',
  'cloud-application-administrator': 'Administrador de aplicaciones en la nube',
  'application-administrator': 'Administrador de aplicaciones',
  'ai-administrator': 'Administrador de IA',
};

/** `«Administrador global» o «Administrador de roles con privilegios»`. */
export const oneOf = (roles: readonly ApproverRole[], format: Format): string =>
  format.choice(roles.map((role) => `«${ROLES[role]}»`));

/** `12 permisos`. */
export const permissions = (count: number, format: Format): string =>
  `${format.number(count)} ${format.plural(count, { one: 'permiso', other: 'permisos' })}`;

export const your = (organisation: string | undefined): string => organisation ?? 'su organización';
export const Your = (organisation: string | undefined): string => organisation ?? 'Su organización';
