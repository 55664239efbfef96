import type { ReceiptModel } from '../../core/approval/screens/model';
import { receiptFacts } from '../strings/approval/receipt-text';
import { FactList } from './fact-list';
import { useApproval } from './approval-context';

/** The receipt of a confirmed approval. Its permissions stand in their own list below. */
export function ReceiptCard({ receipt }: { readonly receipt: ReceiptModel }) {
  const { words } = useApproval();
  return <FactList title={words.label('receipt.title')} facts={receiptFacts(receipt, words)} />;
}
