import type { Catalogue } from './catalogue';
import { languageFor, type Language } from './language';

/** English has its own file too: a pane fetches one language. */
const LOADERS: Readonly<Record<Language, () => Promise<Catalogue>>> = {
  en: async () => (await import(/* webpackChunkName: "words-en" */ './en')).en,
  de: async () => (await import(/* webpackChunkName: "words-de" */ './de')).de,
  es: async () => (await import(/* webpackChunkName: "words-es" */ './es')).es,
  fr: async () => (await import(/* webpackChunkName: "words-fr" */ './fr')).fr,
  ja: async () => (await import(/* webpackChunkName: "words-ja" */ './ja')).ja,
  'pt-BR': async () => (await import(/* webpackChunkName: "words-pt-br" */ './pt-br')).ptBR,
  ar: async () => (await import(/* webpackChunkName: "words-ar" */ './ar')).ar,
};

/**
 * The catalogue for a host's locale, or English where that file cannot be fetched: the page's own (`english`), where it
 * has it at hand. Rejects when neither can be had.
 */
export async function loadCatalogue(
  locale: string,
  english?: Catalogue,
): Promise<{ readonly language: Language; readonly catalogue: Catalogue }> {
  const inEnglish = async () => ({ language: 'en' as const, catalogue: english ?? (await LOADERS.en()) });
  const language = languageFor(locale);
  if (language === 'en') return inEnglish();
  try {
    return { language, catalogue: await LOADERS[language]() };
  } catch {
    return inEnglish();
  }
}
