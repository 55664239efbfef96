import { directionOf, languageFor, type Direction, type Language } from '../language';

/** The few words of the approval page's static shell. English stands in the page itself. */
export interface ApprovalShellWords {
  readonly language: Language;
  readonly direction: Direction;
  readonly title: string;
  readonly lead: string;
  /** Shown when the page has not come up after a while. */
  readonly late: string;
}

const WORDS: Readonly<Record<Exclude<Language, 'en'>, Pick<ApprovalShellWords, 'title' | 'lead' | 'late'>>> =
  {
    de: {
      title: 'Einen Moment bitte…',
      lead: 'Diese Seite hilft Ihnen, ExtendSync für eine Organisation zu genehmigen.',
      late: 'Das dauert länger als sonst. Geschieht nichts, laden Sie die Seite bitte neu.',
    },
    es: {
      title: 'Un momento, por favor…',
      lead: 'Esta página le ayuda a aprobar ExtendSync para una organización.',
      late: 'Está tardando más de lo habitual. Si no ocurre nada, vuelva a cargar la página.',
    },
    fr: {
      title: 'Un instant, s’il vous plaît…',
      lead: 'Cette page vous aide à approuver ExtendSync pour une organisation.',
      late: 'C’est plus long que d’habitude. Si rien ne se passe, rechargez la page.',
    },
    ja: {
      title: '少しお待ちください…',
      lead: 'このページで、組織に対して ExtendSync を承認できます。',
      late: 'いつもより時間がかかっています。何も表示されない場合は、ページを再読み込みしてください。',
    },
    'pt-BR': {
      title: 'Um momento, por favor…',
      lead: 'Esta página ajuda você a aprovar o ExtendSync para uma organização.',
      late: 'Está demorando mais do que o normal. Se nada acontecer, recarregue a página.',
    },
    ar: {
      title: 'لحظة من فضلك…',
      lead: 'تساعد هذه الصفحة على الموافقة على ExtendSync لمؤسسة.',
      late: 'يستغرق هذا وقتًا أطول من المعتاد. إن لم يحدث شيء، فيُرجى إعادة تحميل الصفحة.',
    },
  };

/** The shell's words for a locale (BCP 47); undefined where the page's own English serves. */
export function approvalShellWordsFor(locale: string): ApprovalShellWords | undefined {
  const language = languageFor(locale);
  return language === 'en' ? undefined : { language, direction: directionOf(language), ...WORDS[language] };
}
