import type { ReceiptModel } from '../../../core/approval/screens/model';
import type { ApprovalWords } from './words';

/** Words for the receipt: those that it does not need itself are left out. */
type ReceiptWords = Pick<ApprovalWords, 'label' | 'stamp' | 'pane'>;

export interface ReceiptFact {
  readonly name: string;
  readonly value: string;
  readonly look?: 'strong' | 'code';
}

/** What a receipt says, line by line: on the page and as text alike. */
export function receiptFacts(
  receipt: ReceiptModel,
  { label, stamp }: Pick<ReceiptWords, 'label' | 'stamp'>,
): readonly ReceiptFact[] {
  const { organisation, tenant, publisher, clientId, confirmedAtMs, lookedAtMs } = receipt;
  const name: readonly ReceiptFact[] =
    organisation === undefined
      ? []
      : [{ name: label('facts.organisation'), value: organisation, look: 'strong' }];
  return [
    ...name,
    { name: label('facts.organisation-id'), value: tenant, look: 'code' },
    { name: label('facts.application'), value: 'ExtendSync' },
    { name: label('facts.publisher'), value: publisher },
    { name: label('facts.client-id'), value: clientId, look: 'code' },
    { name: label('receipt.confirmed'), value: stamp(confirmedAtMs) },
    {
      name: label('receipt.check'),
      value:
        lookedAtMs === undefined
          ? label('receipt.check-words')
          : label('receipt.look-words', { time: stamp(lookedAtMs) }),
    },
    { name: label('receipt.approved-by'), value: label('receipt.approved-by-words') },
  ];
}

/** The receipt as lines of plain text, to be pasted into a ticket or a mail. */
export function composeReceipt(receipt: ReceiptModel, words: ReceiptWords): string {
  const { label } = words;
  const { named } = words.pane.format;
  const granted = receipt.permissions.filter(({ state }) => state === 'granted');
  return [
    named('ExtendSync', label('receipt.title')),
    '',
    ...receiptFacts(receipt, words).map(({ name, value }) => named(name, value)),
    '',
    named(label('receipt.permissions')).trimEnd(),
    ...granted.map(({ permission }) => `- ${permission.scope} (${label(`permissions.${permission.kind}`)})`),
  ].join('\n');
}
