import type { GrantMessage, GrantMessages } from '../../../core/approval/message';
import type { ReceiptModel } from '../../../core/approval/screens/model';
import type { Catalogue, Sentence } from '../catalogue';
import { formatLocaleFor, type Language } from '../language';
import { loadCatalogue } from '../load-catalogue';
import { createWords, type Words } from '../words';
import type { GrantCatalogue } from './catalogue';
import type { GrantFaceMessages } from './face-messages';
import { composeReceipt } from './receipt-text';

/** Speaks one language on the grant page. */
export interface GrantWords {
  /** The words that the page shares with the pane. */
  readonly pane: Words;
  readonly tell: (message: GrantMessage) => string;
  readonly face: <K extends keyof GrantFaceMessages>(
    ...[key, values]: object extends GrantFaceMessages[K] ? [key: K] : [key: K, values: GrantFaceMessages[K]]
  ) => string;
  /** A moment for the record: day, time and time zone. */
  readonly stamp: (atMs: number) => string;
  /** The receipt as plain text, to be pasted into a ticket or a mail. */
  readonly receipt: (receipt: ReceiptModel) => string;
}

interface GrantWordsParts {
  readonly language: Language;
  readonly catalogue: Catalogue;
  readonly grantCatalogue: GrantCatalogue;
  /** The browser's locale (BCP 47). */
  readonly locale: string;
  /** Milliseconds since the epoch: relative times need it. */
  readonly now: () => number;
}

type OwnMessage = Extract<GrantMessage, { key: keyof GrantMessages }>;
const isOwn = (message: GrantMessage): message is OwnMessage => message.key.startsWith('grant.');

/** Words of one language from its two catalogues. */
export function createGrantWords(parts: GrantWordsParts): GrantWords {
  const pane = createWords(parts);
  const { messages, face } = parts.grantCatalogue;
  const stampFormat = new Intl.DateTimeFormat(formatLocaleFor(parts.locale, parts.language), {
    dateStyle: 'long',
    timeStyle: 'long',
  });
  const words: GrantWords = {
    pane,
    // A key picks the sentence for exactly its own values; the compiler cannot follow that through the union.
    tell: (message) =>
      isOwn(message)
        ? (messages[message.key] as Sentence<typeof message.values>)(message.values, pane.format)
        : pane.say(message),
    face: (key, values?: object) => (face[key] as Sentence<object>)(values ?? {}, pane.format),
    stamp: (atMs) => stampFormat.format(atMs),
    receipt: (receipt) => composeReceipt(receipt, words),
  };
  return words;
}

const LOADERS: Readonly<Record<Exclude<Language, 'en'>, () => Promise<GrantCatalogue>>> = {
  de: async () => (await import(/* webpackChunkName: "words-grant-de" */ './de')).grantDe,
  es: async () => (await import(/* webpackChunkName: "words-grant-es" */ './es')).grantEs,
  fr: async () => (await import(/* webpackChunkName: "words-grant-fr" */ './fr')).grantFr,
  ja: async () => (await import(/* webpackChunkName: "words-grant-ja" */ './ja')).grantJa,
  'pt-BR': async () => (await import(/* webpackChunkName: "words-grant-pt-br" */ './pt-br')).grantPtBR,
  ar: async () => (await import(/* webpackChunkName: "words-grant-ar" */ './ar')).grantAr,
};

/** Both catalogues for a locale. Resolves always: English takes the place of a file that could not be fetched. */
export async function loadGrantCatalogues(
  locale: string,
  english: { readonly catalogue: Catalogue; readonly grantCatalogue: GrantCatalogue },
): Promise<Pick<GrantWordsParts, 'language' | 'catalogue' | 'grantCatalogue'>> {
  const { language, catalogue } = await loadCatalogue(locale, english.catalogue);
  if (language === 'en') return { language, ...english };
  try {
    return { language, catalogue, grantCatalogue: await LOADERS[language]() };
  } catch {
    return { language: 'en', ...english };
  }
}
