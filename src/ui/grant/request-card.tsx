import type { FactsModel } from '../../core/granting/screen-model';
import { FactList, type Fact } from './fact-list';
import { useGrant } from './grant-context';

/** Who is asked for what: the organisation as the request names it, the application, and when it was asked. */
export function RequestCard({ facts }: { readonly facts: FactsModel }) {
  const { words } = useGrant();
  const { organisation, publisher, clientId, madeAtMs, expiresAtMs } = facts;
  const named: Fact =
    organisation === undefined
      ? { name: words.face('facts.organisation'), value: words.face('facts.organisation-not-named') }
      : organisation.isId
        ? { name: words.face('facts.organisation-id'), value: organisation.text, look: 'code' }
        : { name: words.face('facts.organisation'), value: organisation.text, look: 'strong' };
  const times = [
    ...(madeAtMs === undefined ? [] : [words.face('facts.made', { atMs: madeAtMs })]),
    ...(expiresAtMs === undefined ? [] : [words.face('facts.expires', { atMs: expiresAtMs })]),
  ];
  return (
    <FactList
      title={words.face('facts.title')}
      titleUnseen
      facts={[
        named,
        { name: words.face('facts.application'), value: 'ExtendSync', look: 'strong' },
        { name: words.face('facts.publisher'), value: publisher },
        { name: words.face('facts.client-id'), value: clientId, look: 'code' },
      ]}
      {...(times.length > 0 ? { foot: times.join(' ') } : {})}
    />
  );
}
