import type { AdminLetterWords } from '../../../core/support/admin-letter';
import type { AdminRequestWords } from '../../../core/admin-request';
import type { LaterMessage } from '../../../core/pane/message';
import type { DeletionWords } from '../../../core/support/deletion-letter';
import type { SupportWords } from '../../../core/support/support-message';
import type { Sentence } from '../catalogue';
import { directionOf, type Language } from '../language';
import type { Words } from '../words';
import type { LaterCatalogue, LaterMessages } from './later-messages';

/** Speaks one language after the verdict. */
export interface LaterWords {
  readonly tell: <K extends keyof LaterMessages>(
    ...[key, values]: object extends LaterMessages[K]
      ? [key: K, values?: LaterMessages[K]]
      : [key: K, values: LaterMessages[K]]
  ) => string;
  /** A message of core as a sentence. */
  readonly say: (message: LaterMessage) => string;
  /** Whether there is a sentence under a key that was put together. */
  readonly knows: (key: string) => key is keyof LaterMessages;
  readonly request: AdminRequestWords;
  readonly support: SupportWords;
  readonly deletion: DeletionWords;
  readonly admin: AdminLetterWords;
}

/** A language's catalogue as it was fetched. */
export interface LaterLanguage {
  readonly language: Language;
  readonly catalogue: LaterCatalogue;
}

/** Words of one language from its catalogue; times and numbers as the pane's own words have them. */
export function createLaterWords(later: LaterLanguage, { format }: Pick<Words, 'format'>): LaterWords {
  const { catalogue } = later;
  const { messages } = catalogue;
  // A key picks the sentence for exactly its own values; the compiler cannot follow that through the union.
  const tell: LaterWords['tell'] = (key, values?: object) =>
    (messages[key] as Sentence<object>)(values ?? {}, format);
  return {
    tell,
    say: ({ key }) => tell(key),
    request: requestWords(later),
    knows: (key): key is keyof LaterMessages => Object.hasOwn(messages, key),
    support: catalogue.support(format),
    deletion: { ...catalogue.deletion(format), named: format.named },
    admin: { ...catalogue.admin, named: format.named },
  };
}

/** The words of the message that asks an administrator. */
export const requestWords = ({ language, catalogue }: LaterLanguage): AdminRequestWords => ({
  ...catalogue.request,
  language,
  direction: directionOf(language),
});

/** English has its own file too: nobody loads two languages. */
const LOADERS: Readonly<Record<Language, () => Promise<LaterCatalogue>>> = {
  en: async () => (await import(/* webpackChunkName: "later-words-en" */ './en')).laterEn,
  de: async () => (await import(/* webpackChunkName: "later-words-de" */ './de')).laterDe,
  es: async () => (await import(/* webpackChunkName: "later-words-es" */ './es')).laterEs,
  fr: async () => (await import(/* webpackChunkName: "later-words-fr" */ './fr')).laterFr,
  ja: async () => (await import(/* webpackChunkName: "later-words-ja" */ './ja')).laterJa,
  'pt-BR': async () => (await import(/* webpackChunkName: "later-words-pt-br" */ './pt-br')).laterPtBR,
  ar: async () => (await import(/* webpackChunkName: "later-words-ar" */ './ar')).laterAr,
};

/** The catalogue for a language, or the English one where that file cannot be fetched. Rejects when neither can. */
export async function loadLaterLanguage(language: Language): Promise<LaterLanguage> {
  try {
    return { language, catalogue: await LOADERS[language]() };
  } catch (reason) {
    if (language === 'en') throw reason;
    return { language: 'en', catalogue: await LOADERS.en() };
  }
}

/** The words for the pane's language, or English ones. Rejects when neither can be fetched. */
export const loadLaterWords = async (words: Pick<Words, 'language' | 'format'>): Promise<LaterWords> =>
  createLaterWords(await loadLaterLanguage(words.language), words);
