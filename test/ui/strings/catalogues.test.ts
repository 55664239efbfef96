import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { adminRequest } from '../../../src/core/admin-request';
import { PERMISSION_SET } from '../../../src/core/permission-set';
import { approverRolesFor } from '../../../src/core/permissions';
import type { Catalogue, Sentence } from '../../../src/ui/strings/catalogue';
import { en } from '../../../src/ui/strings/en';
import { createFormat } from '../../../src/ui/strings/format';
import { LANGUAGES, type Language } from '../../../src/ui/strings/language';
import { shellWordsFor } from '../../../src/ui/strings/shell-words';
import { createWords, loadCatalogue } from '../../../src/ui/strings/words';

const NOW_MS = Date.UTC(2026, 10, 24, 10, 42);
const now = (): number => NOW_MS;

/** Values for every sentence there is: each takes from them what it knows. */
const FULL = {
  organisation: 'Contoso',
  mailDomain: 'contoso.com',
  atMs: NOW_MS - 2 * 60 * 60_000,
  missing: 2,
  count: 12,
  granted: 3,
  leftMs: 252_000,
  roles: approverRolesFor(PERMISSION_SET),
};
const { organisation: _, mailDomain: __, ...WITHOUT_NAMES } = FULL;
const VALUES = [FULL, WITHOUT_NAMES, { ...FULL, missing: 1, count: 1, granted: 1 }];

type AnySentence = Sentence<typeof FULL>;
const sentencesOf = ({ messages, face }: Catalogue): ReadonlyMap<string, AnySentence> =>
  new Map([
    ...(Object.entries(messages) as [string, AnySentence][]),
    ...(Object.entries(face) as [string, AnySentence][]).map(([key, say]) => [`face:${key}`, say] as const),
  ]);

const catalogueOf = async (language: Language): Promise<Catalogue> =>
  (await loadCatalogue(language, en)).catalogue;

const keysOf = (catalogue: Catalogue): readonly string[] => [...sentencesOf(catalogue).keys()].toSorted();

describe.each(LANGUAGES)('the words of "%s"', (language) => {
  test('are there for every key, and for no other', async () => {
    expect(keysOf(await catalogueOf(language))).toEqual(keysOf(en));
  });

  test('make whole sentences from any values', async () => {
    const format = createFormat(language, now);
    const broken = [...sentencesOf(await catalogueOf(language))].flatMap(([key, sentence]) =>
      VALUES.map((values) => sentence(values as typeof FULL, format))
        .filter(
          (text) => text.trim() === '' || text !== text.trim() || /undefined|NaN|object|\$\{| {2}/.test(text),
        )
        .map((text) => `${key}: ${text}`),
    );
    expect(broken).toEqual([]);
  });

  test('write a message to an administrator that holds all it must', async () => {
    const words = createWords({ ...(await loadCatalogue(language, en)), locale: language, now });
    const message = adminRequest({
      link: 'https://extendsync.example/grant.html?request=abc',
      straightToMicrosoft: false,
      set: PERMISSION_SET,
      clientId: '1b0e7f6c-3c44-4a57-9f2d-0f2f7f1f8a11',
      words: words.request,
      organisation: 'Contoso',
      requesterName: 'Mia Berger',
    });
    expect(message.subject).toContain('Contoso');
    expect(message.textBody).toContain('Mia Berger');
    expect(message.textBody).toContain('https://extendsync.example/grant.html?request=abc');
    expect(message.textBody).toContain('1b0e7f6c-3c44-4a57-9f2d-0f2f7f1f8a11');
    for (const { scope } of PERMISSION_SET) expect(message.textBody).toContain(scope);
    expect(message.htmlBody).toContain(`lang="${language}"`);
  });
});

describe.each(LANGUAGES.filter((language) => language !== 'en'))('the translation "%s"', (language) => {
  test('leaves nothing in English', async () => {
    const format = createFormat('en', now);
    const english = sentencesOf(en);
    const same = [...sentencesOf(await catalogueOf(language))]
      .filter(([key, sentence]) => sentence(FULL, format) === english.get(key)?.(FULL, format))
      .map(([key]) => key);
    expect(same.filter((key) => !MAY_BE_THE_SAME.has(key))).toEqual([]);
  });

  test('has the same words in the static shell as on the first screen', async () => {
    const { messages } = await catalogueOf(language);
    const format = createFormat(language, now);
    const shell = shellWordsFor(language);
    expect(shell?.title).toBe(messages['checking.title']({}, format));
    expect(shell?.lead).toBe(messages['checking.lead']({}, format));
  });
});

/** A time alone, and words that languages share. */
const MAY_BE_THE_SAME = new Set(['face:pending.at', 'face:organisation.label']);

describe('no key is left over', () => {
  const sources = (folder: string): string =>
    readdirSync(path.join(__dirname, '../../../src', folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.tsx?$/.test(name) && !name.startsWith('strings'))
      .filter((name) => name !== 'message.ts')
      .map((name) => readFileSync(path.join(__dirname, '../../../src', folder, name), 'utf8'))
      .join('\n');
  const isUsedIn = (text: string, key: string): boolean => {
    if (text.includes(`'${key}'`)) return true;
    const parts = key.split(/(?<=[.:-])/);
    return parts.some((_part, index) => text.includes(`\`${parts.slice(0, index + 1).join('')}\${`));
  };

  test('of core’s messages', () => {
    const text = sources('core') + sources('ui');
    expect(Object.keys(en.messages).filter((key) => !isUsedIn(text, key))).toEqual([]);
  });

  test('of the face’s own words', () => {
    const text = sources('ui');
    expect(Object.keys(en.face).filter((key) => !isUsedIn(text, key))).toEqual([]);
  });

  test('and the search would find one', () => {
    expect(isUsedIn(sources('ui'), 'share.nobody-uses-this')).toBe(false);
  });
});

test('English speaks of one and of many', () => {
  const words = createWords({ language: 'en', catalogue: en, locale: 'en-GB', now });
  const title = (missing: number): string => words.say({ key: 'partial.title', values: { missing } });
  expect(title(1)).toBe('One permission is still missing');
  expect(title(3)).toBe('3 permissions are still missing');
});

test('a language file that cannot be fetched leaves English', async () => {
  jest.doMock('../../../src/ui/strings/de', () => {
    throw new Error('ChunkLoadError');
  });
  const { language, catalogue } = await loadCatalogue('de-DE', en);
  jest.dontMock('../../../src/ui/strings/de');
  expect(language).toBe('en');
  expect(catalogue).toBe(en);
});
