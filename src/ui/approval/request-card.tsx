import type { FactsModel, NamedOrganisation } from '../../core/approval/screens/model';
import { FactList, type Fact } from './fact-list';
import type { ApprovalWords } from '../strings/approval/words';
import { useApproval } from './approval-context';

type Labels = Pick<ApprovalWords, 'label'>;

function organisationFacts(organisation: NamedOrganisation | undefined, { label }: Labels): readonly Fact[] {
  if (organisation === undefined) {
    return [{ name: label('facts.organisation'), value: label('facts.organisation-not-named') }];
  }
  const { tenant, domain } = organisation;
  const id: readonly Fact[] =
    tenant === undefined ? [] : [{ name: label('facts.organisation-id'), value: tenant, look: 'code' }];
  return domain === undefined ? id : [nameFact(domain, { label }), ...id];
}

/** A name that Microsoft knows stands as one; any other stands as the sender's word. */
const nameFact = (domain: NonNullable<NamedOrganisation['domain']>, { label }: Labels): Fact =>
  domain.isVerified
    ? { name: label('facts.organisation'), value: domain.name, look: 'strong' }
    : {
        name: label('facts.asked-for'),
        value: label('facts.asked-for-unverified', { domain: domain.name }),
      };

/** Who is asked for what: the organisation as the request names it, the application, and when it was asked. */
export function RequestCard({ facts }: { readonly facts: FactsModel }) {
  const { words } = useApproval();
  const { organisation, publisher, clientId, madeAtMs, expiresAtMs } = facts;
  const remarks = [
    ...(organisation?.domain?.isCoded === true ? [words.label('facts.punycode')] : []),
    ...(madeAtMs === undefined ? [] : [words.label('facts.made', { atMs: madeAtMs })]),
    ...(expiresAtMs === undefined ? [] : [words.label('facts.expires', { atMs: expiresAtMs })]),
  ];
  return (
    <FactList
      title={words.label('facts.title')}
      titleUnseen
      facts={[
        ...organisationFacts(organisation, words),
        { name: words.label('facts.asked-by'), value: words.label('facts.asked-by-words') },
        { name: words.label('facts.application'), value: 'ExtendSync', look: 'strong' },
        { name: words.label('facts.publisher'), value: publisher },
        { name: words.label('facts.client-id'), value: clientId, look: 'code' },
      ]}
      foot={remarks.length > 0 ? remarks.join(' ') : undefined}
    />
  );
}
