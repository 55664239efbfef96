import type { NamedOrganisation } from './model';
import type { ApprovalState } from '../state';
import type { DomainName } from '../../tenant';

/**
 * The organisation's domain by Microsoft's word: one that it knows as the tenant's. Whatever else a request calls the
 * organisation is the sender's word, and stands in no title.
 */
export function domainOf({ organisation, claim }: ApprovalState): DomainName | undefined {
  if (organisation?.kind === 'domain') {
    return organisation.tenant === undefined ? undefined : organisation.domain;
  }
  return claim?.standing === 'verified' ? claim.domain : undefined;
}

/** The organisation that is asked, by a domain that Microsoft knows, or else by its id. */
export const knownName = (state: ApprovalState): string | undefined =>
  domainOf(state) ?? state.organisation?.tenant;

/** The organisation as Microsoft's answer names it, or else by its domain. */
export const answeredName = (state: ApprovalState): string | undefined =>
  state.check.verdict.tenantName ?? domainOf(state);

/**
 * The same for a sentence. An organisation gives itself its name: where the page came back without a request that says
 * which one is meant, the id stands beside it.
 */
export function answeredNameAndId(state: ApprovalState): string | undefined {
  const { tenant } = state.check.verdict;
  const name = answeredName(state);
  const isUnnamed = state.organisation === undefined && state.place.at === 'returned';
  return isUnnamed && name !== undefined && tenant !== undefined ? `${name} (${tenant})` : name;
}

/** Every name that the request gives the organisation, each with whose word it is. */
export function namesOf({ organisation, claim }: ApprovalState): NamedOrganisation | undefined {
  if (organisation === undefined) return undefined;
  const named = (name: DomainName, isVerified: boolean): NamedOrganisation['domain'] => ({
    name,
    isVerified,
    isCoded: CODED.test(name),
  });
  if (organisation.kind === 'domain') {
    const { domain, tenant } = organisation;
    return { tenant, domain: named(domain, tenant !== undefined) };
  }
  // A name that Microsoft knows as another organisation's is not shown as this one's.
  const isOthers = claim === undefined || claim.standing === 'contradicted';
  return {
    tenant: organisation.tenant,
    domain: isOthers ? undefined : named(claim.domain, claim.standing === 'verified'),
  };
}

// Internationalised names travel in a coded form whose labels begin so (RFC 5890, section 2.3.2.1).
const CODED = /(?:^|\.)xn--/;
