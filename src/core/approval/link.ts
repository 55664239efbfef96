import { handedOn } from '../shown/handed-on';
import { requestLink } from '../api/paths';
import type { RequestId } from '../api/requests';
import type { ApprovalState, ApprovalStep } from './state';

/** The link that is passed on. */
export const linkOf = ({ setup, check }: ApprovalState, id: RequestId): string =>
  handedOn(requestLink(setup.origin, id), check.verdict);

export const copy = (state: ApprovalState, what: 'receipt' | 'link', text: string): ApprovalStep => [
  { ...state, copied: undefined },
  [{ do: 'copy', what, text }],
];
