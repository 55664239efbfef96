import type { LaterMessage, Message } from '../../core/pane/message';
import type { Catalogue, Sentence } from './catalogue';
import type { LabelMessages } from './label-messages';
import { createFormat, type Format } from './format';
import { directionOf, formatLocaleFor, type Direction, type Language } from './language';

/** Speaks one language, with times and numbers in the way of the host's locale. */
export interface Words {
  readonly language: Language;
  readonly direction: Direction;
  readonly format: Format;
  /** A message of core as a sentence. */
  readonly say: (message: Message) => string;
  /** Whether its words are here: those of a later message come after the verdict. */
  readonly knows: (message: Message | LaterMessage) => message is Message;
  /** A label, a state or a time that a component adds to the screen's messages. */
  readonly label: <K extends keyof LabelMessages>(
    ...[key, values]: object extends LabelMessages[K] ? [key: K] : [key: K, values: LabelMessages[K]]
  ) => string;
}

interface WordsParts {
  readonly language: Language;
  readonly catalogue: Catalogue;
  /** The host's locale (BCP 47). */
  readonly locale: string;
  /** Milliseconds since the epoch: relative times need it. */
  readonly now: () => number;
}

/** Words of one language from its catalogue. */
export function createWords({ language, catalogue, locale, now }: WordsParts): Words {
  const format = createFormat(formatLocaleFor(locale, language), now);
  // A key picks the sentence for exactly its own values; the compiler cannot follow that through the union.
  const say: Words['say'] = ({ key, values }) =>
    (catalogue.messages[key] as Sentence<typeof values>)(values, format);
  const label: Words['label'] = (key, values?: object) =>
    (catalogue.labels[key] as Sentence<object>)(values ?? {}, format);
  return {
    language,
    direction: directionOf(language),
    format,
    say,
    knows: (message): message is Message => Object.hasOwn(catalogue.messages, message.key),
    label,
  };
}
