import { directionOf, formatLocaleFor, languageFor, localeToSpeak } from '../../../src/ui/strings/language';

test.each([
  ['en-GB', 'en'],
  ['en', 'en'],
  ['de', 'de'],
  ['de-AT', 'de'],
  ['de_CH', 'de'],
  ['DE-de', 'de'],
  ['de-Latn-DE-1996', 'de'],
  ['es-MX', 'es'],
  ['fr-CA', 'fr'],
  ['ja-JP', 'ja'],
  ['pt-BR', 'pt-BR'],
  ['pt-PT', 'pt-BR'],
  ['ar-SA', 'ar'],
  // Languages that have no file.
  ['sv-SE', 'en'],
  ['nds', 'en'],
  // No locales at all.
  ['', 'en'],
  ['undefined!', 'en'],
  ['../../etc/passwd', 'en'],
  ['d', 'en'],
])('a host that says "%s" is spoken to in "%s"', (locale, language) => {
  expect(languageFor(locale)).toBe(language);
});

test('the exact region goes before the language alone', () => {
  const languages = ['en', 'pt-BR', 'pt'] as unknown as Parameters<typeof languageFor>[1];
  expect(languageFor('pt-BR', languages)).toBe('pt-BR');
  expect(languageFor('pt', languages)).toBe('pt');
});

test('a language that exists for one region only serves the others', () => {
  expect(languageFor('pt-PT', ['en', 'pt-BR'] as unknown as Parameters<typeof languageFor>[1])).toBe('pt-BR');
});

test.each([
  ['de-AT', 'de', 'de-AT'],
  ['en-US', 'en', 'en-US'],
  ['sv-SE', 'en', 'en-GB'],
  ['nonsense!', 'en', 'en-GB'],
] as const)('dates for %s beside words in %s are written as in %s', (locale, language, expected) => {
  expect(formatLocaleFor(locale, language)).toBe(expected);
});

test.each([
  // Outlook's language goes before the browser's.
  ['de-AT', 'en-US', 'de-AT'],
  ['en-US', 'de-DE', 'en-US'],
  ['pt-PT', 'fr-FR', 'pt-PT'],
  // No locales at all.
  ['undefined!', 'de-DE', 'de-DE'],
  ['', 'ja-JP', 'ja-JP'],
  ['../../etc/passwd', 'en-US', 'en-US'],
  // A language that has no file here: the browser's, where that has one.
  ['sv-SE', 'de-DE', 'de-DE'],
  // English it is anyway: dates stay as most of the world writes them.
  ['sv-SE', 'en-US', 'sv-SE'],
  ['sv-SE', 'fi-FI', 'sv-SE'],
])('Outlook says "%s" in a browser of "%s": the words follow "%s"', (told, browser, locale) => {
  expect(localeToSpeak(told, browser)).toBe(locale);
});

test.each([
  ['ar', 'rtl'],
  ['he-IL', 'rtl'],
  ['en', 'ltr'],
  ['de', 'ltr'],
])('"%s" is written %s', (language, direction) => {
  expect(directionOf(language)).toBe(direction);
});
