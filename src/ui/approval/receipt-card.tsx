import type { ReceiptModel } from '../../core/approval/screens/model';
import { FactList, type Fact } from './fact-list';
import { useApproval } from './approval-context';

/** The receipt of a confirmed grant. Its permissions stand in their own list below. */
export function ReceiptCard({ receipt }: { readonly receipt: ReceiptModel }) {
  const { words } = useApproval();
  const { organisation, tenant, publisher, clientId, confirmedAtMs, check } = receipt;
  const facts: readonly Fact[] = [
    ...(organisation === undefined
      ? []
      : [{ name: words.face('facts.organisation'), value: organisation, look: 'strong' } as const]),
    { name: words.face('facts.organisation-id'), value: tenant, look: 'code' },
    { name: words.face('facts.application'), value: 'ExtendSync' },
    { name: words.face('facts.publisher'), value: publisher },
    { name: words.face('facts.client-id'), value: clientId, look: 'code' },
    { name: words.face('receipt.confirmed'), value: words.stamp(confirmedAtMs) },
    { name: words.face('receipt.check'), value: `${words.face('receipt.check-words')} (${check})` },
  ];
  return <FactList title={words.face('receipt.title')} facts={facts} />;
}
