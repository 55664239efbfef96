import { adminRequest, teamsShareUrl } from '../../../src/core/admin-request';
import type { Catalogue } from '../../../src/ui/strings/catalogue';
import { en } from '../../../src/ui/strings/en';
import { createFormat } from '../../../src/ui/strings/format';
import { LANGUAGES, type Language } from '../../../src/ui/strings/language';
import { shellWordsFor } from '../../../src/ui/strings/shell-words';
import { loadLaterLanguage, requestWords } from '../../../src/ui/strings/later/words';
import { loadCatalogue } from '../../../src/ui/strings/load-catalogue';
import { createWords } from '../../../src/ui/strings/words';

const NOW_MS = Date.UTC(2026, 10, 24, 10, 42);
const now = (): number => NOW_MS;

const catalogueOf = async (language: Language): Promise<Catalogue> =>
  (await loadCatalogue(language, en)).catalogue;

describe.each(LANGUAGES)('the words of "%s"', (language) => {
  test('write a message to an administrator that holds all it must', async () => {
    const message = adminRequest({
      link: 'https://extendsync.example/grant.html?request=abc',
      straightToMicrosoft: false,
      words: requestWords(await loadLaterLanguage(language)),
      organisation: 'Contoso',
      requesterName: 'Mia Berger',
    });
    expect(message.subject).toContain('Contoso');
    expect(message.textBody).toContain('Mia Berger');
    expect(message.textBody).toContain('https://extendsync.example/grant.html?request=abc');
    expect(message.htmlBody).toContain(`lang="${language}"`);
  });

  test.each([{}, { reminder: true }, { confirms: true }])(
    'fit into the text that Teams takes, with a long name: %j',
    async (kind) => {
      const { chatText, link } = adminRequest({
        ...kind,
        link: 'https://extendsync.example/grant.html?request=abc',
        straightToMicrosoft: false,
        words: requestWords(await loadLaterLanguage(language)),
        organisation: 'Contoso Deutschland Holding SE',
      });
      const shared = new URL(teamsShareUrl(link, chatText)).searchParams.get('msgText');
      expect(shared).toBe(chatText.replace(/\s+/g, ' '));
    },
  );
});

describe.each(LANGUAGES.filter((language) => language !== 'en'))('the translation "%s"', (language) => {
  test('has the same words in the static shell as on the first screen', async () => {
    const { messages } = await catalogueOf(language);
    const format = createFormat(language, now);
    const shell = shellWordsFor(language);
    expect(shell?.title).toBe(messages['checking.title']({}, format));
    expect(shell?.lead).toBe(messages['checking.lead']({}, format));
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
