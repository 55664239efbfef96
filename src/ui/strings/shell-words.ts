import { directionOf, languageFor, type Direction, type Language } from './language';

/** The few words of the page's static shell. English stands in the page itself. */
export interface ShellWords {
  readonly language: Language;
  readonly direction: Direction;
  readonly title: string;
  readonly lead: string;
  /** Shown when the pane has not come up after a while. */
  readonly late: string;
}

const WORDS: Readonly<Record<Exclude<Language, 'en'>, Pick<ShellWords, 'title' | 'lead' | 'late'>>> = {
  de: {
    title: 'Zugriff Ihrer Organisation wird geprüft…',
    lead: 'Wir fragen Microsoft, ob ExtendSync hier arbeiten darf. Das dauert nur einen Moment.',
    late: 'Das dauert länger als sonst. Geschieht nichts, schließen Sie den Bereich und öffnen Sie ihn neu.',
  },
};

/** The shell's words for a locale (BCP 47); undefined where the page's own English serves. */
export function shellWordsFor(locale: string): ShellWords | undefined {
  const language = languageFor(locale);
  return language === 'en' ? undefined : { language, direction: directionOf(language), ...WORDS[language] };
}
