import type { ApproverRole } from './permissions';

/** The template ids of the roles (https://learn.microsoft.com/en-us/entra/identity/role-based-access-control/permissions-reference). */
const TEMPLATE_IDS: Readonly<Record<ApproverRole, string>> = {
  'global-administrator': '62e90394-69f5-4237-9190-012177145e10',
  'privileged-role-administrator': 'e8611ab8-c189-46e8-94e1-60213ab1f814',
  'cloud-application-administrator': '158c047a-c907-4556-b7ef-446551a6b5f7',
  'application-administrator': '9b895d92-2cd3-44c7-9d02-a6ac2d5ea5c3',
  'ai-administrator': 'd2562ede-74db-457e-a7b6-544e236ebb61',
};

/**
 * The roles among these that may approve.
 *
 * @param templateIds what a token's `wids` claim or Microsoft Graph names, in any case of letters.
 * @returns undefined where no list was given: nobody has told.
 */
export function approverRolesIn(templateIds: unknown): readonly ApproverRole[] | undefined {
  if (!Array.isArray(templateIds)) return undefined;
  const held = new Set(templateIds.map((id) => (typeof id === 'string' ? id.toLowerCase() : '')));
  return (Object.keys(TEMPLATE_IDS) as ApproverRole[]).filter((role) => held.has(TEMPLATE_IDS[role]));
}
