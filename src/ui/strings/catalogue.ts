import type { Messages } from '../../core/pane/message';
import type { LabelMessages } from './label-messages';
import type { Format } from './format';

/** A sentence of a language, made from its values. */
export type Sentence<Values> = (values: Values, format: Format) => string;

/**
 * All that a language must have for the first verdict. A file per language implements it; the compiler finds what is
 * missing.
 */
export interface Catalogue {
  /** What core asks for, by its keys. */
  readonly messages: { readonly [K in keyof Messages]: Sentence<Messages[K]> };
  /** Labels, states and times that the components add. */
  readonly labels: { readonly [K in keyof LabelMessages]: Sentence<LabelMessages[K]> };
}
