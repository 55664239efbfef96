import type { GrantState } from '../state';

/** The organisation's domain: the one that was asked by, or one that Microsoft knows as the same tenant's. */
export function domainOf({ meant, claim }: GrantState): string | undefined {
  if (meant?.kind === 'domain') return meant.domain;
  return claim?.standing === 'verified' ? claim.domain : undefined;
}

/** The organisation that is meant, by its domain or else by its id. */
export const meantName = (state: GrantState): string | undefined => domainOf(state) ?? state.meant?.tenant;

type OrganisationValue = { readonly organisation?: string };
const valueOf = (organisation: string | undefined): OrganisationValue =>
  organisation === undefined ? {} : { organisation };
export const domainValue = (state: GrantState): OrganisationValue => valueOf(domainOf(state));
export const meantValue = (state: GrantState): OrganisationValue => valueOf(meantName(state));
export const organisationValue = (state: GrantState): OrganisationValue =>
  valueOf(state.check.verdict.tenantName ?? domainOf(state));
