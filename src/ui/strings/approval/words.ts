import type { ApprovalMessage, ApprovalMessages } from '../../../core/approval/message';
import type { ReceiptModel } from '../../../core/approval/screens/model';
import type { Catalogue, Sentence } from '../catalogue';
import { createDates } from '../format';
import { formatLocaleFor, type Language } from '../language';
import { loadCatalogue } from '../load-catalogue';
import { createWords, type Words } from '../words';
import type { ApprovalCatalogue } from './catalogue';
import type { ApprovalLabelMessages } from './label-messages';
import { composeReceipt } from './receipt-text';

/** Speaks one language on the approval page. */
export interface ApprovalWords {
  /** The words that the page shares with the pane. */
  readonly pane: Words;
  readonly tell: (message: ApprovalMessage) => string;
  readonly label: <K extends keyof ApprovalLabelMessages>(
    ...[key, values]: object extends ApprovalLabelMessages[K]
      ? [key: K]
      : [key: K, values: ApprovalLabelMessages[K]]
  ) => string;
  /** A moment for the record: day, time and time zone. */
  readonly stamp: (atMs: number) => string;
  /** The receipt as plain text, to be pasted into a ticket or a mail. */
  readonly receipt: (receipt: ReceiptModel) => string;
}

interface ApprovalWordsParts {
  readonly language: Language;
  readonly catalogue: Catalogue;
  readonly approvalCatalogue: ApprovalCatalogue;
  /** BCP 47. */
  readonly locale: string;
  /** Milliseconds since the epoch: relative times need it. */
  readonly now: () => number;
}

type OwnMessage = Extract<ApprovalMessage, { key: keyof ApprovalMessages }>;

/** Words of one language from its two catalogues. */
export function createApprovalWords(parts: ApprovalWordsParts): ApprovalWords {
  const pane = createWords(parts);
  const { messages, labels } = parts.approvalCatalogue;
  const isOwn = (message: ApprovalMessage): message is OwnMessage => Object.hasOwn(messages, message.key);
  const words: ApprovalWords = {
    pane,
    // A key picks the sentence for exactly its own values; the compiler cannot follow that through the union.
    tell: (message) =>
      isOwn(message)
        ? (messages[message.key] as Sentence<typeof message.values>)(message.values, pane.format)
        : pane.say(message),
    label: (key, values?: object) => (labels[key] as Sentence<object>)(values ?? {}, pane.format),
    stamp: createDates(formatLocaleFor(parts.locale, parts.language), {
      dateStyle: 'long',
      timeStyle: 'long',
    }),
    receipt: (receipt) => composeReceipt(receipt, words),
  };
  return words;
}

const LOADERS: Readonly<Record<Exclude<Language, 'en'>, () => Promise<ApprovalCatalogue>>> = {
  de: async () => (await import(/* webpackChunkName: "words-grant-de" */ './de')).approvalDe,
  es: async () => (await import(/* webpackChunkName: "words-grant-es" */ './es')).approvalEs,
  fr: async () => (await import(/* webpackChunkName: "words-grant-fr" */ './fr')).approvalFr,
  ja: async () => (await import(/* webpackChunkName: "words-grant-ja" */ './ja')).approvalJa,
  'pt-BR': async () => (await import(/* webpackChunkName: "words-grant-pt-br" */ './pt-br')).approvalPtBR,
  ar: async () => (await import(/* webpackChunkName: "words-grant-ar" */ './ar')).approvalAr,
};

/** Both catalogues for a locale. Resolves always: English takes the place of a file that could not be fetched. */
export async function loadApprovalCatalogues(
  locale: string,
  english: { readonly catalogue: Catalogue; readonly approvalCatalogue: ApprovalCatalogue },
): Promise<Pick<ApprovalWordsParts, 'language' | 'catalogue' | 'approvalCatalogue'>> {
  const { language, catalogue } = await loadCatalogue(locale, english.catalogue);
  if (language === 'en') return { language, ...english };
  try {
    return { language, catalogue, approvalCatalogue: await LOADERS[language]() };
  } catch {
    return { language: 'en', ...english };
  }
}
