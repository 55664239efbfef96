import { ENTRA_ERROR_ROWS } from '../../../src/core/consent/entra-error-table';
import { createFormat } from '../../../src/ui/strings/format';
import { LANGUAGES, type Language } from '../../../src/ui/strings/language';
import { SPOKEN_AT_MS, spokenIn, tellTaleFormat, valuesWith } from './spoken';

/* No sentence claims what nobody has seen. */

/** What a language says under a name of ./spoken. */
async function sayingIn(language: Language): Promise<(key: string) => string> {
  const spoken = await spokenIn(language);
  const format = createFormat(language, () => SPOKEN_AT_MS);
  return (key) => spoken.get(key)?.(valuesWith(5), format) ?? '';
}

const POLICY: Readonly<Record<Language, RegExp>> = {
  en: /polic(y|ies)/i,
  de: /richtlinie/i,
  es: /directiva/i,
  fr: /stratégie/i,
  ja: /ポリシー/,
  'pt-BR': /política/i,
  ar: /نهج|نُهج/,
};

const SEEMS: Readonly<Record<Language, RegExp>> = {
  en: /seem/,
  de: /scheinen/,
  es: /parece/i,
  fr: /semblez/,
  ja: /ようです/,
  'pt-BR': /parece/i,
  ar: /يبدو/,
};

const PROBABLY: Readonly<Record<Language, RegExp>> = {
  en: /probably/,
  de: /vermutlich/,
  es: /probable|parece/i,
  fr: /sans doute/,
  ja: /ようです/,
  'pt-BR': /parece/i,
  ar: /يبدو/,
};

describe.each(LANGUAGES)('in "%s"', (language) => {
  test('that ExtendSync was updated is a guess: a script may lack for another reason', async () => {
    const say = await sayingIn(language);
    expect(say('pane:cause.newer-version')).toMatch(PROBABLY[language]);
  });

  // A request lives 30 days to the minute: made at ten past midnight, its link is dead on nearly the whole of its last day.
  test.each(['approval-label:facts.expires', 'later:pending.expires'])(
    'a link works until a moment, and not until a day: %s',
    async (key) => {
      const spoken = await spokenIn(language);
      const said = spoken.get(key)?.(valuesWith(5), tellTaleFormat(language));
      expect(said).toContain('[moment]');
      expect(said).not.toContain('[day]');
    },
  );

  // A distance stands still on the screen while the time goes by.
  test.each(['spreading', 'still-refused'])(
    'when an approval was given is told by a time: %s',
    async (result) => {
      const { moment } = createFormat(language, () => SPOKEN_AT_MS);
      const say = await sayingIn(language);
      expect(say(`later:diagnosis.grant-spread.${result}`)).toContain(moment(valuesWith(5).returnedAtMs));
    },
  );

  test('a wait that the service asks for ends at a time, and not in so many seconds', async () => {
    const { moment } = createFormat(language, () => SPOKEN_AT_MS);
    const say = await sayingIn(language);
    expect(say('approval:approval.notice.throttled')).toContain(moment(SPOKEN_AT_MS + 60_000));
  });

  test('that there is no network is the browser’s word alone, and it may be wrong', async () => {
    const say = await sayingIn(language);
    const keys = [...(await spokenIn(language)).keys()].filter((key) => key.endsWith('.offline'));
    expect(keys).toHaveLength(3);
    expect(keys.filter((key) => !SEEMS[language].test(say(key)))).toEqual([]);
  });

  test('a policy is looked for only where Microsoft has named one', async () => {
    const say = await sayingIn(language);
    const policy = POLICY[language];
    const claimed = ENTRA_ERROR_ROWS.filter(
      ([, cause, , next]) =>
        policy.test(say(`pane:next.${next}`)) && !policy.test(say(`pane:cause.${cause}`)),
    );
    expect(claimed.map(([number, cause]) => `${String(number)} ${cause}`)).toEqual([]);
    expect(ENTRA_ERROR_ROWS.some(([, , , next]) => policy.test(say(`pane:next.${next}`)))).toBe(true);
  });
});

/** What English must not say in a sentence: nobody has seen it, or it is read as something else. */
const UNSEEN: readonly (readonly [why: string, key: RegExp, words: RegExp])[] = [
  [
    'AADSTS50105 says that people have to be assigned, not that anything is granted',
    /not-assigned|ask\.assign$/,
    /has approved/,
  ],
  [
    'the publisher or Microsoft may have switched it off as well',
    /application-disabled|enabled\.disabled/,
    /administrator has/,
  ],
  ['anybody can make a link', /^approval:approval\.(invitation\.lead|lost\.next|gone\.next)$/, /colleague/i],
  ['a reminder stands for days', /notice\.reminder/, /been a day/],
  [
    'what the approval grants reaches every mailbox until an administrator limits it',
    /hint\.autopilot-groups/,
    /Exchange limits/,
  ],
  ['a policy can be about the app, the risk or a second factor as well', /conditional-access/, /from here/],
  ['who is not allowed to is not who perhaps will not', /./, /\bmay not\b|who may\./],
  ['"there" is the other organisation', /ended\.other-tenant/, /\bthere\b/],
  ['nothing works while nobody uses ExtendSync without Autopilot', /offline_access/, /Keep working/],
];

test.each(UNSEEN)('English keeps to what is seen: %s', async (_, key, words) => {
  const say = await sayingIn('en');
  const keys = [...(await spokenIn('en')).keys()].filter((one) => key.test(one));
  expect(keys).not.toEqual([]);
  expect(keys.filter((one) => words.test(say(one)))).toEqual([]);
});
