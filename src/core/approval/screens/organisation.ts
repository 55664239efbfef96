import type { ApprovalState } from '../state';

/** The organisation's domain: the one that was asked by, or one that Microsoft knows as the same tenant's. */
export function domainOf({ organisation, claim }: ApprovalState): string | undefined {
  if (organisation?.kind === 'domain') return organisation.domain;
  return claim?.standing === 'verified' ? claim.domain : undefined;
}

/** The organisation that is meant, by its domain or else by its id. */
export const meantName = (state: ApprovalState): string | undefined =>
  domainOf(state) ?? state.organisation?.tenant;

type OrganisationValue = { readonly organisation?: string };
const valueOf = (organisation: string | undefined): OrganisationValue =>
  organisation === undefined ? {} : { organisation };
export const domainValue = (state: ApprovalState): OrganisationValue => valueOf(domainOf(state));
export const meantValue = (state: ApprovalState): OrganisationValue => valueOf(meantName(state));
export const organisationValue = (state: ApprovalState): OrganisationValue =>
  valueOf(state.check.verdict.tenantName ?? domainOf(state));
