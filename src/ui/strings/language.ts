/** The languages that have a file here. English is in the first bundle, the others are fetched when they are needed. */
export const LANGUAGES = ['en', 'de', 'es', 'fr', 'ja', 'pt-BR', 'ar'] as const;
export type Language = (typeof LANGUAGES)[number];

/** The way a language is written. */
export type Direction = 'ltr' | 'rtl';

const RIGHT_TO_LEFT: ReadonlySet<string> = new Set(['ar', 'fa', 'he', 'ur']);

/**
 * The language to speak to somebody whose host says `locale` (BCP 47, as `de-AT`): the same language and region where
 * we have it, else the same language, else English. Anything that is not a locale gives English.
 */
export const languageFor = (locale: string, languages: readonly Language[] = LANGUAGES): Language =>
  knownFor(locale, languages) ?? 'en';

/**
 * The locale to follow where Outlook tells one in a browser that has another: Outlook's, unless there are no words for it here
 * and there are for the browser's.
 */
export function localeToSpeak(told: string, browser: string): string {
  if (knownFor(told)) return told;
  // In English either way: what is a locale still says how dates are written.
  return languageFor(browser) === 'en' && parseLocale(told) ? told : browser;
}

function knownFor(locale: string, languages: readonly Language[] = LANGUAGES): Language | undefined {
  const wanted = parseLocale(locale);
  return (
    languages.find((language) => language.toLowerCase() === wanted?.baseName.toLowerCase()) ??
    languages.find((language) => language.split('-')[0] === wanted?.language)
  );
}

/** The locale for dates and numbers beside words of `language`: the host's own where it is the same language. */
export function formatLocaleFor(locale: string, language: Language): string {
  const wanted = parseLocale(locale);
  if (wanted?.language === language.split('-')[0]) return wanted?.baseName ?? language;
  // English words for somebody of another language: the day before the month and 24 hours, as most of the world has it.
  return language === 'en' ? 'en-GB' : language;
}

export const directionOf = (language: string): Direction =>
  RIGHT_TO_LEFT.has(language.split('-')[0] ?? '') ? 'rtl' : 'ltr';

function parseLocale(text: string): Intl.Locale | undefined {
  try {
    return new Intl.Locale(text.replaceAll('_', '-'));
  } catch {
    return undefined;
  }
}
