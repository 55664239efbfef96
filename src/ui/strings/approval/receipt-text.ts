import type { ReceiptModel } from '../../../core/approval/screens/model';
import type { ApprovalWords } from './words';

/** Words for the receipt: those that it does not need itself are left out. */
type ReceiptWords = Pick<ApprovalWords, 'face' | 'stamp' | 'pane'>;

/**
 * The receipt as lines of plain text. The time stands there twice: as people of the language write it, and as ISO 8601
 * in UTC, which needs no explanation anywhere.
 */
export function composeReceipt(receipt: ReceiptModel, { face, stamp, pane }: ReceiptWords): string {
  const { organisation, tenant, publisher, clientId, confirmedAtMs, check, permissions } = receipt;
  const granted = permissions.filter(({ state }) => state === 'granted');
  return [
    `ExtendSync: ${face('receipt.title')}`,
    '',
    ...(organisation === undefined ? [] : [`${face('facts.organisation')}: ${organisation}`]),
    `${face('facts.organisation-id')}: ${tenant}`,
    `${face('facts.application')}: ExtendSync`,
    `${face('facts.publisher')}: ${publisher}`,
    `${face('facts.client-id')}: ${clientId}`,
    `${face('receipt.confirmed')}: ${stamp(confirmedAtMs)} (${new Date(confirmedAtMs).toISOString()})`,
    `${face('receipt.check')}: ${face('receipt.check-words')} (${check})`,
    '',
    `${face('receipt.permissions')}:`,
    ...granted.map(
      ({ permission }) => `- ${permission.scope} (${pane.label(`permissions.${permission.kind}`)})`,
    ),
  ].join('\n');
}
