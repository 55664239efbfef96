import { readFileSync } from 'node:fs';
import path from 'node:path';
import { showShellTrouble, translateShell } from '../../../src/pages/shell/shell';
import { en } from '../../../src/ui/strings/en';
import { shellWordsFor } from '../../../src/ui/strings/shell-words';
import { createFormat } from '../../../src/ui/strings/format';

const file = path.join(__dirname, '../../../src/pages/taskpane/taskpane.html');
// Without the template's own instructions, which the build carries out.
const html = readFileSync(file, 'utf8').replaceAll(/<%[^]*?%>/g, '');
const page = (): Document => new DOMParser().parseFromString(html, 'text/html');
const format = createFormat('en-GB', () => 0);
const text = (document: Document, name: string): string =>
  (document.querySelector(`[data-shell="${name}"]`)?.textContent ?? '').trim();

describe('the static shell', () => {
  test('says what the first screen says, so that nothing changes when it takes over', () => {
    expect(text(page(), 'title')).toBe(en.messages['checking.title']({}, format));
    expect(text(page(), 'lead')).toBe(en.messages['checking.lead']({}, format));
  });

  test('obeys the strict content security policy: no script and no style in its markup', () => {
    const scripts = [...page().querySelectorAll('script')];
    // The build adds the first one.
    expect(scripts.filter(({ type }) => type !== 'application/json')).toEqual([]);
    expect(page().querySelectorAll('[style]')).toHaveLength(0);
    expect(html).not.toMatch(/ on[a-z]+=/);
  });

  test('leaves the service its places to fill', () => {
    expect(page().querySelector('script#pane-settings')?.textContent?.trim()).toBe('__PANE_SETTINGS__');
    expect(page().querySelector('link#office-js-ahead')?.getAttribute('href')).toBe('__OFFICE_JS_URL__');
  });

  test('asks for office.js before everything else: the longest way to the verdict begins with it', () => {
    const ahead = page().querySelector('link[rel="preload"][as="script"]');
    expect(ahead?.id).toBe('office-js-ahead');
    expect(ahead?.getAttribute('fetchpriority')).toBe('high');
  });

  test('speaks the person’s language before anything has been fetched', () => {
    const document = page();
    translateShell(document, shellWordsFor('de-AT'));
    expect(document.documentElement.lang).toBe('de');
    expect(text(document, 'title')).toBe('Zugriff Ihrer Organisation wird geprüft…');
  });

  test('stays English for a language that we do not have', () => {
    const document = page();
    translateShell(document, shellWordsFor('sv-SE'));
    expect(document.documentElement.lang).toBe('en');
    expect(text(document, 'title')).toMatch(/^Checking/);
  });

  test('says so, and aloud, when the pane cannot be loaded', () => {
    const document = page();
    showShellTrouble(document);
    const late = document.querySelector<HTMLElement>('[data-shell="late"]');
    expect(late?.style.visibility).toBe('visible');
    expect(late?.getAttribute('role')).toBe('alert');
  });

  test('a page without a shell is left alone', () => {
    const empty = new DOMParser().parseFromString('<p>other</p>', 'text/html');
    translateShell(empty, shellWordsFor('de'));
    showShellTrouble(empty);
    expect(empty.body.innerHTML).toBe('<p>other</p>');
  });
});
