import type { FactsModel } from '../../core/approval/screens/model';
import { FactList, type Fact } from './fact-list';
import type { ApprovalWords } from '../strings/approval/words';
import { useApproval } from './approval-context';

function organisationFacts(
  organisation: FactsModel['organisation'],
  { face }: Pick<ApprovalWords, 'face'>,
): readonly Fact[] {
  if (organisation === undefined)
    return [{ name: face('facts.organisation'), value: face('facts.organisation-not-named') }];
  const { text, isId, domain } = organisation;
  if (!isId) return [{ name: face('facts.organisation'), value: text, look: 'strong' }];
  const id: Fact = { name: face('facts.organisation-id'), value: text, look: 'code' };
  if (domain === undefined) return [id];
  return domain.isVerified
    ? [{ name: face('facts.organisation'), value: domain.name, look: 'strong' }, id]
    : [
        {
          name: face('facts.asked-for'),
          value: face('facts.asked-for-unverified', { domain: domain.name }),
        },
        id,
      ];
}

/** Who is asked for what: the organisation as the request names it, the application, and when it was asked. */
export function RequestCard({ facts }: { readonly facts: FactsModel }) {
  const { words } = useApproval();
  const { organisation, publisher, clientId, madeAtMs, expiresAtMs } = facts;
  const times = [
    ...(madeAtMs === undefined ? [] : [words.face('facts.made', { atMs: madeAtMs })]),
    ...(expiresAtMs === undefined ? [] : [words.face('facts.expires', { atMs: expiresAtMs })]),
  ];
  return (
    <FactList
      title={words.face('facts.title')}
      titleUnseen
      facts={[
        ...organisationFacts(organisation, words),
        { name: words.face('facts.application'), value: 'ExtendSync', look: 'strong' },
        { name: words.face('facts.publisher'), value: publisher },
        { name: words.face('facts.client-id'), value: clientId, look: 'code' },
      ]}
      {...(times.length > 0 ? { foot: times.join(' ') } : {})}
    />
  );
}
