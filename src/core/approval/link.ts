import { requestLink } from '../api/paths';
import type { RequestId } from '../api/requests';
import type { ApprovalState, ApprovalStep } from './state';

/**
 * The link that is passed on. Where an approval is there and nobody has shown that it holds for everybody, it leads to
 * the confirmation: a second approval could be a smaller one, and take the first one away.
 */
export function linkOf({ setup, check }: ApprovalState, id: RequestId): string {
  const url = new URL(requestLink(setup.origin, id));
  if (check.verdict.next === 'confirm-as-admin') url.searchParams.set('confirm', '1');
  return url.href;
}

export const copy = (state: ApprovalState, what: 'receipt' | 'link', text: string): ApprovalStep => [
  { ...state, copied: undefined },
  [{ do: 'copy', what, text }],
];
