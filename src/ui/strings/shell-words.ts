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
  es: {
    title: 'Comprobando el acceso de su organización…',
    lead: 'Estamos preguntando a Microsoft si ExtendSync puede trabajar aquí. Es solo un momento.',
    late: 'Está tardando más de lo habitual. Si no ocurre nada, cierre el panel y vuelva a abrirlo.',
  },
  fr: {
    title: 'Vérification de l’accès de votre organisation…',
    lead: 'Nous demandons à Microsoft si ExtendSync peut travailler ici. Cela ne prend qu’un instant.',
    late: 'C’est plus long que d’habitude. Si rien ne se passe, fermez le volet et rouvrez-le.',
  },
  ja: {
    title: '組織のアクセスを確認しています…',
    lead: 'ExtendSync をここで使えるかどうかを Microsoft に確認しています。少しだけお待ちください。',
    late: 'いつもより時間がかかっています。何も表示されない場合は、作業ウィンドウを閉じて開き直してください。',
  },
  'pt-BR': {
    title: 'Verificando o acesso da sua organização…',
    lead: 'Estamos perguntando à Microsoft se o ExtendSync pode funcionar aqui. Isso leva só um instante.',
    late: 'Está demorando mais do que o normal. Se nada acontecer, feche o painel e abra-o de novo.',
  },
  ar: {
    title: 'جارٍ التحقق من وصول مؤسستك…',
    lead: 'نسأل Microsoft عما إذا كان بإمكان ExtendSync العمل هنا. لن يستغرق ذلك سوى لحظات.',
    late: 'يستغرق هذا وقتًا أطول من المعتاد. إن لم يحدث شيء، فيُرجى إغلاق جزء المهام وفتحه من جديد.',
  },
};

/** The shell's words for a locale (BCP 47); undefined where the page's own English serves. */
export function shellWordsFor(locale: string): ShellWords | undefined {
  const language = languageFor(locale);
  return language === 'en' ? undefined : { language, direction: directionOf(language), ...WORDS[language] };
}
