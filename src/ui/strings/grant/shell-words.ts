import { directionOf, languageFor, type Direction, type Language } from '../language';

/** The few words of the grant page's static shell. English stands in the page itself. */
export interface GrantShellWords {
  readonly language: Language;
  readonly direction: Direction;
  readonly title: string;
  readonly lead: string;
  /** Shown when the page has not come up after a while. */
  readonly late: string;
}

const WORDS: Readonly<Record<Exclude<Language, 'en'>, Pick<GrantShellWords, 'title' | 'lead' | 'late'>>> = {
  de: {
    title: 'Einen Moment bitte…',
    lead: 'Diese Seite hilft Ihnen, ExtendSync für eine Organisation zu genehmigen.',
    late: 'Das dauert länger als sonst. Geschieht nichts, laden Sie die Seite bitte neu.',
  },
};

/** The shell's words for a locale (BCP 47); undefined where the page's own English serves. */
export function grantShellWordsFor(locale: string): GrantShellWords | undefined {
  const language = languageFor(locale);
  return language === 'en' ? undefined : { language, direction: directionOf(language), ...WORDS[language] };
}
