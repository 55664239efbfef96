import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { createFormat } from '../../../src/ui/strings/format';
import { LANGUAGES, type Language } from '../../../src/ui/strings/language';
import { SPOKEN_AT_MS, spokenIn, valuesWith } from './spoken';

/*
 * Where English names a thing of Microsoft's, every language names it as Microsoft does there: an administrator finds the
 * words of the pane again in the Entra admin center.
 */

type Other = Exclude<Language, 'en'>;
const OTHERS = LANGUAGES.filter((language): language is Other => language !== 'en');

/** What English says, and Microsoft's word in the other languages (learn.microsoft.com in each of them). */
const GLOSSARY: readonly (readonly [RegExp, Readonly<Partial<Record<Other, RegExp>>>])[] = [
  [
    /Enterprise applications/i,
    {
      de: /Unternehmensanwendungen/,
      es: /aplicaciones empresariales/i,
      fr: /applications d’entreprise/i,
      ja: /エンタープライズ アプリケーション/,
      'pt-BR': /aplicativos empresariais/i,
      ar: /تطبيقات المؤسسة/,
    },
  ],
  [
    /admin center/,
    {
      de: /Admin Center/,
      es: /Centro de administración/,
      fr: /Centre d’administration/,
      ja: /管理センター/,
      'pt-BR': /Centro de administração/,
      ar: /مركز إدارة/,
    },
  ],
  [
    /Tenant ID/,
    {
      de: /Mandanten-ID/,
      es: /Id\. de inquilino/,
      fr: /ID de locataire/,
      ja: /テナント ID/,
      'pt-BR': /ID do locatário/,
      ar: /معرّف المستأجر/,
    },
  ],
  [
    /Application \(client\) ID/,
    {
      de: /Anwendungs-ID \(Client\)/,
      es: /Id\. de aplicación \(cliente\)/,
      fr: /ID d’application \(client\)/,
      ja: /アプリケーション \(クライアント\) ID/,
      'pt-BR': /ID do aplicativo \(cliente\)/,
      ar: /معرّف التطبيق \(العميل\)/,
    },
  ],
  [
    /Correlation ID/i,
    {
      de: /Korrelations-ID/,
      es: /id\. de correlación/i,
      fr: /ID de corrélation/,
      ja: /関連付け ID/,
      'pt-BR': /IDs? de correlação/,
      ar: /معرّف(ات)? الارتباط/,
    },
  ],
  [
    /shared mailbox/,
    {
      de: /freigegebenes Postfach/,
      es: /buzón compartido/,
      fr: /boîte aux lettres partagée/,
      ja: /共有メールボックス/,
      'pt-BR': /caixa de correio compartilhada/,
      ar: /علبة بريد مشتركة/,
    },
  ],
  [
    /polic(y|ies)/i,
    {
      de: /richtlinie/i,
      es: /directiva/,
      fr: /stratégie/,
      ja: /ポリシー/,
      'pt-BR': /política/,
      ar: /نهج|نُهج/,
    },
  ],
  [
    /publisher/i,
    { de: /Herausgeber/, es: /editor/i, fr: /éditeur/i, ja: /発行元/, 'pt-BR': /editor/i, ar: /ناشر/ },
  ],
  [/Enabled for users to sign in\?/, { fr: /Connexion permise pour les utilisateurs/ }],
  // The other languages say "here" for it where that is shorter.
  [/\bpane\b/, { ja: /作業ウィンドウ/, ar: /جزء المهام/ }],
];

describe.each(OTHERS)('Microsoft’s words in "%s"', (language) => {
  test.each(GLOSSARY.filter(([, words]) => words[language] !== undefined))(
    'for %s',
    async (english, words) => {
      const source = await spokenIn('en');
      const spoken = await spokenIn(language);
      const values = valuesWith(5);
      const say = (of: typeof source, key: string, locale: string): string =>
        of.get(key)?.(
          values,
          createFormat(locale, () => SPOKEN_AT_MS),
        ) ?? '';
      const meant = [...source.keys()].filter((key) => english.test(say(source, key, 'en')));
      const missed = meant
        .map((key) => `${key}: ${say(spoken, key, language).replaceAll('\u00ad', '')}`)
        .filter((text) => !words[language]!.test(text));
      expect(meant).not.toEqual([]);
      expect(missed).toEqual([]);
    },
  );
});

/** Words that a language has another one for: whoever reads two of them looks for two things. */
const SAID_OTHERWISE: readonly (readonly [Other, RegExp])[] = [
  ['es', /vínculo/i],
  ['es', /(?<!\p{L})añad/iu],
  ['pt-BR', /solicitaç/i],
  ['pt-BR', /e-mail/i],
  ['pt-BR', /login/i],
  // A request is withdrawn (取り下げる); what is granted is revoked (取り消す).
  ['ja', /依頼[がを]取り消/],
  ['ja', /メール プログラム/],
];

test.each(SAID_OTHERWISE)('one thing has one word: "%s" does without %s', async (language, word) => {
  const format = createFormat(language, () => SPOKEN_AT_MS);
  const said = [...(await spokenIn(language))].filter(([, say]) => word.test(say(valuesWith(5), format)));
  expect(said.map(([key]) => key)).toEqual([]);
});

test('in Arabic, an entry of the Entra admin center stands beside its English name', async () => {
  const english = await spokenIn('en');
  const arabic = await spokenIn('ar');
  const format = createFormat('ar', () => SPOKEN_AT_MS);
  const keys = [...english.keys()].filter((key) =>
    english.get(key)!(valuesWith(5), format).includes('Enterprise applications'),
  );
  expect(keys.length).toBeGreaterThan(3);
  for (const key of keys) {
    expect(arabic.get(key)!(valuesWith(5), format)).toContain('(\u2066Enterprise applications\u2069)');
  }
});

test('characters that nobody sees are written as escapes', () => {
  const root = path.join(__dirname, '../../../src/ui/strings');
  const hidden = readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .filter((name) =>
      /[\u00a0\u00ad\u200b-\u200f\u202f\u2066-\u2069]/.test(readFileSync(path.join(root, name), 'utf8')),
    );
  expect(hidden).toEqual([]);
});
