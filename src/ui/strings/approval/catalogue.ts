import type { GrantMessages } from '../../../core/approval/message';
import type { Sentence } from '../catalogue';
import type { GrantFaceMessages } from './face-messages';

/** All that a language must have for the grant page, beside the pane's catalogue. */
export interface GrantCatalogue {
  /** What core asks for, by its keys. */
  readonly messages: { readonly [K in keyof GrantMessages]: Sentence<GrantMessages[K]> };
  /** What the page's face needs beside it. */
  readonly face: { readonly [K in keyof GrantFaceMessages]: Sentence<GrantFaceMessages[K]> };
}
