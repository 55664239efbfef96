import { pageLocale } from '../../../src/pages/approval/page-locale';

const LINK = `?request=${'A'.repeat(22)}`;

/** A tab of a browser in English, at one address of the page after another. */
function tab(language = 'en-US') {
  const kept = new Map<string, string>();
  const sessionStorage = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  };
  return {
    at: (search: string): string =>
      pageLocale({ location: { search }, navigator: { language }, sessionStorage } as unknown as Window),
  };
}

describe('the window of a German pane in an English browser', () => {
  test.each([
    '?returned=denied',
    '?looked=confirmed&look=abc',
    '?error=access_denied&state=x',
    '?admin_consent=True&state=x',
    '',
  ])('speaks German, and still at "%s", back from Microsoft', (back) => {
    const window = tab();
    expect(window.at('?mode=dialog&confirm=1&language=de-AT')).toBe('de-AT');
    expect(window.at(back)).toBe('de-AT');
  });

  test('keeps nothing of it for a shared link, and none for the service’s own address', () => {
    for (const search of [LINK, '?show=status']) {
      const window = tab();
      window.at('?mode=dialog&language=de-AT');
      expect(window.at(search)).toBe('en-US');
      expect(window.at('')).toBe('en-US');
    }
  });

  test('follows the pane that opens it anew', () => {
    const window = tab();
    window.at('?mode=dialog&language=de-AT');
    expect(window.at('?mode=dialog&language=fr-FR')).toBe('fr-FR');
    expect(window.at('?mode=dialog')).toBe('en-US');
    expect(window.at('')).toBe('en-US');
  });
});

test('a shared link speaks its reader’s language, whatever is written into it', () => {
  expect(tab().at(`${LINK}&language=de`)).toBe('en-US');
  expect(tab('ja-JP').at(LINK)).toBe('ja-JP');
});

test.each(['language=<script>', 'language=', 'language=sv-SE'])(
  '%s is no language to speak: the browser’s counts',
  (garbage) => {
    const window = tab('ar-EG');
    expect(window.at(`?mode=dialog&${garbage}`)).toBe('ar-EG');
    expect(window.at('')).toBe('ar-EG');
  },
);

test('a tab that keeps nothing speaks as its address says, and then as the browser', () => {
  const at = (search: string): string =>
    pageLocale({
      location: { search },
      navigator: { language: 'en-US' },
      get sessionStorage(): never {
        throw new DOMException('The operation is insecure.', 'SecurityError');
      },
    } as unknown as Window);
  expect(at('?mode=dialog&language=de-AT')).toBe('de-AT');
  expect(at('')).toBe('en-US');
});
