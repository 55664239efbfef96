import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { createFormat, type Format } from '../../../src/ui/strings/format';
import { approvalShellWordsFor } from '../../../src/ui/strings/approval/shell-words';
import { LANGUAGES } from '../../../src/ui/strings/language';
import { createLaterWords, loadLaterWords } from '../../../src/ui/strings/later/words';
import {
  cataloguesOf,
  SPOKEN_AT_MS,
  spokenIn,
  tellTaleFormat,
  valuesWith,
  valuesWithoutNames,
  type Spoken,
  type SpokenValues,
} from './spoken';

/*
 * The languages among each other: whole, translated, with the same facts in every sentence, and written by the rules of
 * each language's own punctuation. Everything is looked at: the pane, the approval page, the later screens, the letters.
 */

const OTHERS = LANGUAGES.filter((language) => language !== 'en');
const formatIn = (language: string): Format => createFormat(language, () => SPOKEN_AT_MS);
/** One of each form that a language of ours has: Arabic has them all. */
const COUNTS = [1, 2, 5, 12, 100, 1_000_000];
const NAMELESS = valuesWithoutNames();
const EVERY_VALUES: readonly SpokenValues[] = [...COUNTS.map(valuesWith), NAMELESS];
/** Sentences that are said only where there is a name to say. */
const ALWAYS_NAMED = new Set(['later:pending.asked', 'approval:approval.organisation']);

/** Every text of a language, with the name of its sentence. */
const textsOf = (
  spoken: Spoken,
  format: Format,
): readonly { readonly key: string; readonly text: string }[] =>
  [...spoken].flatMap(([key, say]) =>
    EVERY_VALUES.filter((values) => values !== NAMELESS || !ALWAYS_NAMED.has(key)).map((values) => ({
      key,
      text: say(values, format),
    })),
  );

/** The texts that a rule complains about, each once. */
async function complaints(language: (typeof LANGUAGES)[number], isWrong: (text: string) => boolean) {
  const wrong = textsOf(await spokenIn(language), formatIn(language)).filter(({ text }) => isWrong(text));
  return [...new Set(wrong.map(({ key, text }) => `${key}: ${text}`))];
}

describe.each(LANGUAGES)('the words of "%s"', (language) => {
  test('are there for every sentence of every part, and for no other', async () => {
    const keys = [...(await spokenIn(language)).keys()].toSorted();
    expect(keys).toEqual([...(await spokenIn('en')).keys()].toSorted());
    expect(keys.length).toBeGreaterThan(400);
  });

  test('make whole sentences from any values', async () => {
    const broken = await complaints(
      language,
      (text) => text.trim() === '' || text !== text.trim() || /undefined|NaN|object|\$\{|\s{2}/.test(text),
    );
    expect(broken).toEqual([]);
  });

  test('have as many opening as closing marks', async () => {
    const pairs = ['()', '«»', '“”', '„“', '「」', '[]', '\u2066\u2069', '¿?'];
    const count = (text: string, marks: string): number =>
      text.split(new RegExp(`[${marks.replace(/[[\]]/g, '\\$&')}]`)).length - 1;
    const isUneven = (text: string): boolean =>
      pairs.some(([open, close]) => {
        if (open === '¿' && language !== 'es') return false;
        if (open === '“' && language === 'de') return false;
        if (open === '„' && language !== 'de') return false;
        const opening = open === '\u2066' ? '\u2066\u2067\u2068' : open!;
        return count(text, opening) !== count(text, close!);
      });
    expect(await complaints(language, isUneven)).toEqual([]);
  });
});

/** What follows the greeting of a letter, and in a chat or a short mail follows nothing. */
const FIRST_IN_A_LETTER = /^(request:(ask|remind|confirm)|support:describe|deletion:request|admin:ask\..+)$/;

test.each(LANGUAGES)(
  'every letter in "%s" begins with a capital, also where its greeting is left out',
  async (language) => {
    const first = textsOf(await spokenIn(language), formatIn(language)).filter(({ key }) =>
      FIRST_IN_A_LETTER.test(key),
    );
    const small = first.filter(({ text }) => /^\P{L}*\p{Ll}/u.test(text)).map(({ key }) => key);
    expect(new Set(first.map(({ key }) => key)).size).toBe(10);
    expect([...new Set(small)]).toEqual([]);
  },
);

test('German goes on with a small letter after a comma, so no greeting ends in one', async () => {
  const greetings = textsOf(await spokenIn('de'), formatIn('de')).filter(({ key }) =>
    key.endsWith(':greeting'),
  );
  expect(greetings.length).toBeGreaterThan(0);
  expect(greetings.filter(({ text }) => text.endsWith(','))).toEqual([]);
});

describe.each(OTHERS)('the translation "%s"', (language) => {
  test('leaves no sentence in English', async () => {
    const format = tellTaleFormat(language);
    const english = await spokenIn('en');
    const same = [...(await spokenIn(language))]
      .filter(([key, say]) =>
        EVERY_VALUES.some((values) => say(values, format) === english.get(key)?.(values, format)),
      )
      .map(([key]) => key);
    expect(
      same.filter((key) => !(key in RIGHTLY_THE_SAME)).filter((key) => !isSharedBy(language, key)),
    ).toEqual([]);
  });

  test('says no English word in the middle of a sentence', async () => {
    expect(await complaints(language, (text) => ENGLISH_WORDS.test(withoutNames(text)))).toEqual([]);
  });

  test('names every name, number and time that English names', async () => {
    const english = await spokenIn('en');
    const lost = [...(await spokenIn(language))].flatMap(([key, say]) =>
      // In the forms for one and two, a word says the number.
      [5, 12, 100].flatMap((count) => {
        const values = valuesWith(count);
        const facts = factsIn(english.get(key)?.(values, tellTaleFormat('en')) ?? '', values);
        const own = say(values, tellTaleFormat(language));
        return facts
          .filter((fact) => !own.includes(fact))
          .map((fact) => `${key} (${String(count)}): ${fact}`);
      }),
    );
    expect(lost).toEqual([]);
  });

  test('has the same words in the approval page’s static shell as on its first screen', async () => {
    const { approval } = await cataloguesOf(language);
    const shell = approvalShellWordsFor(language);
    expect(shell?.title).toBe(approval.messages['approval.opening.title']({}, formatIn(language)));
    expect(shell?.lead).toBe(approval.messages['approval.opening.lead']({}, formatIn(language)));
    expect(shell?.late).toMatch(/\S/);
  });

  test('is what the later screens speak', async () => {
    const words = { language, format: formatIn(language) };
    const loaded = await loadLaterWords(words);
    const { later } = await cataloguesOf(language);
    expect(loaded.tell('help.diagnoses')).toBe(
      createLaterWords({ language, catalogue: later }, words).tell('help.diagnoses'),
    );
    expect(loaded.tell('help.diagnoses')).not.toBe('Checks');
  });
});

/** What a sentence of English says beside its words: values that it was given, and what a format made of them. */
function factsIn(text: string, values: SpokenValues): readonly string[] {
  const given = [values, values.scopes, values.exchangeRoles]
    .flatMap((some) => Object.values(some) as unknown[])
    .filter(
      (value): value is string => typeof value === 'string' && value.length > 4 && value !== values.kind,
    );
  return [...given.filter((value) => text.includes(value)), ...(text.match(/\[[^\]]+\]/g) ?? [])];
}

test('the search for lost facts would find one', () => {
  const values = valuesWith(5);
  expect(factsIn('Contoso has 5, [moment]', values)).toEqual(['Contoso', '[moment]']);
});

/** Sentences that no language translates. */
const RIGHTLY_THE_SAME: Readonly<Record<string, string>> = {
  'later:pending.at': 'a time alone',
  'pane:situation.group-edition': 'the name of a product',
};

/** Words that two languages have in common. */
const SHARED: Readonly<Record<string, readonly string[]>> = {
  // "Organisation" and "optional" are German.
  de: [
    'label:organisation.label',
    'approval-label:permission.optional',
    'later:permission.optional',
    'approval-label:facts.organisation',
    'deletion:organisation',
  ],
  // "Organisation" and "Application" are French.
  fr: [
    'label:organisation.label',
    'approval-label:facts.organisation',
    'deletion:organisation',
    'approval-label:facts.application',
    'later:showing.application',
  ],
};
const isSharedBy = (language: string, key: string): boolean => SHARED[language]?.includes(key) ?? false;

test('nothing is excused that need not be', async () => {
  const english = await spokenIn('en');
  const idle = await Promise.all(
    OTHERS.map(async (language) => {
      const spoken = await spokenIn(language);
      const format = tellTaleFormat(language);
      return (SHARED[language] ?? []).filter(
        (key) =>
          !EVERY_VALUES.some(
            (values) => spoken.get(key)?.(values, format) === english.get(key)?.(values, format),
          ),
      );
    }),
  );
  expect(idle.flat()).toEqual([]);
  for (const key of Object.keys(RIGHTLY_THE_SAME)) expect(english.has(key)).toBe(true);
});

// English words that are none in any of the other languages.
const ENGLISH_WORDS =
  /\b(the|and|your|our|with|this|that|they|from|have|has|been|which|please|approve|check)\b/i;

/** Names and codes: what is the same in every language. */
const NAMES = [
  /\u2066[^\u2069]*\u2069/g,
  /ExtendSync for Outlook|ExtendSync|Outlook|Autopilot pilots|Autopilot|Group Edition|Teams/g,
  /Microsoft Entra|Microsoft 365|Microsoft|Entra|Exchange Online|Exchange|PowerShell/g,
  /Application (Access Policies|Mail\.ReadWrite|Calendars\.ReadWrite)|Organization Management|Mail\.ReadWrite|Calendars\.ReadWrite/g,
  /InScope|True|False|\bQR\b|\bID\b|\bMac\b|Cookie/g,
  /Contoso|contoso\.example|fabrikam\.example|Mia Berger|Ada Lind|AADSTS65001|extendsync-2026-11-24\.json|1\.4\.0/g,
  /Ctrl\+C|⌘C|xn--|https:\/\/extendsync\.example\/1|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g,
];
const withoutNames = (text: string): string => NAMES.reduce((rest, name) => rest.replaceAll(name, ''), text);

test.each(['ja', 'ar'] as const)('of Latin letters, "%s" has names and codes alone', async (language) => {
  expect(await complaints(language, (text) => /\p{Script=Latin}/u.test(withoutNames(text)))).toEqual([]);
});

describe('Arabic', () => {
  test('has its own comma, semicolon and question mark', async () => {
    const isLatin = (text: string): boolean =>
      /[\u0600-\u06FF]\u2069?\s*[,;?]|[,;?]\s*\u2068?[\u0600-\u06FF]/.test(text) || /["']/.test(text);
    expect(await complaints('ar', isLatin)).toEqual([]);
  });

  test('sets apart every name that comes from outside', async () => {
    const isBare = (text: string): boolean =>
      /(?<![\u2066\u2068])(Contoso|contoso\.example|fabrikam\.example|Mia Berger|Ada Lind|Autopilot pilots|AADSTS65001)/.test(
        text,
      );
    expect(await complaints('ar', isBare)).toEqual([]);
  });

  test('keeps the keys of a shortcut in their order', async () => {
    expect(await complaints('ar', (text) => /(?<!\u2066)(Ctrl\+C|⌘C)/.test(text))).toEqual([]);
  });

  test('counts in six forms', async () => {
    const say = (await spokenIn('ar')).get('label:permissions.some-granted')!;
    const counted = (count: number): string =>
      say(valuesWith(count), formatIn('ar-EG')).replace(/^.* من /, '');
    expect([0, 1, 2, 3, 11, 100].map(counted)).toEqual([
      'صفر من الأذونات'.replace(/^.* من /, ''),
      'إذن واحد',
      'إذنين',
      '٣ أذونات',
      '١١ إذنًا',
      '١٠٠ إذن',
    ]);
  });
});

test('Arabic declines what stands beside a number of permissions', async () => {
  const say = (await spokenIn('ar')).get('approval:approval.question.this-list')!;
  expect([1, 2, 3, 13, 100].map((count) => say(valuesWith(count), formatIn('ar-EG')))).toEqual([
    'تطلب الإذن الوارد أدناه.',
    'تطلب الإذنين الواردين أدناه.',
    'تطلب الأذونات الـ٣ الواردة أدناه.',
    'تطلب ١٣ إذنًا واردًا أدناه.',
    'تطلب ١٠٠ إذن وارد أدناه.',
  ]);
});

// A moment is a time of today, or a day with its time: no article and no "until" goes with both.
test.each([
  ['es', /(?:las|el|hasta) \[moment\]/],
  ['fr', /(?:le|à) \[moment\]/],
] as const)('in "%s", a moment stands behind a colon or in brackets', async (language, bound) => {
  const format = tellTaleFormat(language);
  const said = [...(await spokenIn(language))].filter(([, say]) => bound.test(say(valuesWith(5), format)));
  expect(said.map(([key]) => key)).toEqual([]);
});

test('French sets spaces that do not break before high punctuation and inside quotation marks', async () => {
  expect(
    await complaints('fr', (text) => /[ \p{L}\p{N})][;?!»]|«[ \p{L}]| :|[\p{L})]:(?!\/\/)(?!\d)/u.test(text)),
  ).toEqual([]);
});

test('Japanese ends its sentences with its own marks', async () => {
  expect(
    await complaints('ja', (text) =>
      /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}][.,;!]/u.test(text),
    ),
  ).toEqual([]);
});

describe('no key is left over', () => {
  const root = path.join(__dirname, '../../../src');
  const sources = (folder: string): string =>
    readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.tsx?$/.test(name) && !name.includes('strings'))
      .filter((name) => path.basename(name) !== 'message.ts')
      .map((name) => readFileSync(path.join(root, folder, name), 'utf8'))
      .join('\n');
  const text = sources('core') + sources('ui') + sources('pages');
  const receipt = readFileSync(path.join(root, 'ui/strings/approval/receipt-text.ts'), 'utf8');
  const isUsed = (key: string): boolean => {
    if (text.includes(`'${key}'`) || text.includes(`"${key}"`) || receipt.includes(`'${key}'`)) return true;
    // `${view}.title`, for each view.
    const [view = '', ...rest] = key.split('.');
    if (text.includes(`\`\${view}.${rest.join('.')}\``) && text.includes(`'${view}'`)) return true;
    const parts = key.split(/(?<=[.:-])/);
    return parts.some((_part, index) => text.includes(`\`${parts.slice(0, index + 1).join('')}\${`));
  };

  test.each(['pane', 'label', 'approval', 'approval-label', 'later'])('of the part "%s"', async (part) => {
    const keys = [...(await spokenIn('en')).keys()].filter((key) => key.startsWith(`${part}:`));
    expect(keys.length).toBeGreaterThan(10);
    expect(keys.map((key) => key.slice(part.length + 1)).filter((key) => !isUsed(key))).toEqual([]);
  });

  test('and the search would find one', () => {
    expect(isUsed('group.nobody-uses-this')).toBe(false);
    expect(isUsed('share.nobody-uses-this')).toBe(false);
  });
});

test('only English is bundled with the pages: the other languages are fetched when they are needed', () => {
  const root = path.join(__dirname, '../../../src');
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /\.tsx?$/.test(name),
  );
  const languageFile = new RegExp(`(^|/)(${OTHERS.join('|').toLowerCase()})$`);
  const importsStatically = files.flatMap((name) =>
    [...readFileSync(path.join(root, name), 'utf8').matchAll(/^\s*(?:import|export)\s[^;]*?from '([^']+)'/gm)]
      .filter(([, from]) => languageFile.test(from ?? ''))
      // A language's own files share its phrases.
      .filter(() => !languageFile.test(name.replace(/\.ts$/, '')))
      .map(([, from]) => `${name} imports ${String(from)}`),
  );
  expect(files.length).toBeGreaterThan(100);
  expect(importsStatically).toEqual([]);
});
