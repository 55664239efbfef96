import type { AdminLetterWords } from '../../../core/support/admin-letter';
import type { DeletionWords } from '../../../core/support/deletion-letter';
import type { SupportWords } from '../../../core/support/support-message';
import type { Sentence } from '../catalogue';
import type { Language } from '../language';
import type { Words } from '../words';
import type { LaterCatalogue, LaterMessages } from './later-messages';

/** Speaks one language on the later screens. */
export interface LaterWords {
  readonly tell: <K extends keyof LaterMessages>(
    ...[key, values]: object extends LaterMessages[K]
      ? [key: K, values?: LaterMessages[K]]
      : [key: K, values: LaterMessages[K]]
  ) => string;
  /** Whether there is a sentence under a key that was put together. */
  readonly knows: (key: string) => key is keyof LaterMessages;
  readonly support: SupportWords;
  readonly deletion: DeletionWords;
  readonly admin: AdminLetterWords;
}

/** Words of one language from its catalogue; times and numbers as the pane's own words have them. */
export function createLaterWords(catalogue: LaterCatalogue, { format }: Pick<Words, 'format'>): LaterWords {
  const { messages } = catalogue;
  return {
    // A key picks the sentence for exactly its own values; the compiler cannot follow that through the union.
    tell: (key, values?: object) => (messages[key] as Sentence<object>)(values ?? {}, format),
    knows: (key): key is keyof LaterMessages => Object.hasOwn(messages, key),
    support: catalogue.support(format),
    deletion: catalogue.deletion(format),
    admin: catalogue.admin,
  };
}

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

/** The words for the pane's language, or English where that file cannot be fetched. Rejects when neither can. */
export async function loadLaterWords(words: Pick<Words, 'language' | 'format'>): Promise<LaterWords> {
  const { language } = words;
  const catalogue = await LOADERS[language]().catch((reason: unknown) => {
    if (language === 'en') throw reason;
    return LOADERS.en();
  });
  return createLaterWords(catalogue, words);
}
