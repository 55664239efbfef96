import type { ApprovalMessages } from '../../../core/approval/message';
import type { Sentence } from '../catalogue';
import type { ApprovalLabelMessages } from './label-messages';

/** All that a language must have for the approval page, beside the pane's catalogue. */
export interface ApprovalCatalogue {
  /** What core asks for, by its keys. */
  readonly messages: { readonly [K in keyof ApprovalMessages]: Sentence<ApprovalMessages[K]> };
  /** What its components add to that. */
  readonly labels: { readonly [K in keyof ApprovalLabelMessages]: Sentence<ApprovalLabelMessages[K]> };
}
