import type { ApprovalMessages } from '../../../core/approval/message';
import type { Sentence } from '../catalogue';
import type { ApprovalFaceMessages } from './face-messages';

/** All that a language must have for the grant page, beside the pane's catalogue. */
export interface ApprovalCatalogue {
  /** What core asks for, by its keys. */
  readonly messages: { readonly [K in keyof ApprovalMessages]: Sentence<ApprovalMessages[K]> };
  /** What the page's face needs beside it. */
  readonly face: { readonly [K in keyof ApprovalFaceMessages]: Sentence<ApprovalFaceMessages[K]> };
}
