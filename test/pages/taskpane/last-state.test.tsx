import { readFileSync } from 'node:fs';
import path from 'node:path';
import { createStore } from '../../../src/app/store';
import type { LastState } from '../../../src/core/pane/last-state';
import { followLastState, showLastState } from '../../../src/pages/taskpane/last-state';
import { LANGUAGES } from '../../../src/ui/strings/language';
import { loadCatalogue } from '../../../src/ui/strings/load-catalogue';
import { domain } from '../../support/evidence';
import { renderPane } from '../../ui/pane/render-pane';
import { SAMPLE_NOW_MS, SAMPLE_STATES } from '../../ui/pane/sample-states';

const file = path.join(__dirname, '../../../src/pages/taskpane/taskpane.html');
// Without the template's own instructions, which the build carries out.
const html = readFileSync(file, 'utf8').replaceAll(/<%[^]*?%>/g, '');
const page = (): Document => new DOMParser().parseFromString(html, 'text/html');

const { lastState } = SAMPLE_STATES['checking-last-state'];
const shown = (document: Document): Element | null =>
  document.querySelector('[data-last-state]:not([hidden])');
const bones = (document: Document): HTMLElement | null => document.querySelector('.bones');

function shell(state: LastState = lastState, locale = 'en-GB'): Document {
  const document = page();
  showLastState(document, state, { locale, nowMs: SAMPLE_NOW_MS });
  return document;
}

const textOf = (element: Element | null | undefined): string =>
  [...(element?.querySelectorAll('bdi, span') ?? [])].map(({ textContent }) => textContent).join('|');

test('15.3: the shell has no state of its own, and gives the bars’ place to the one that was kept', () => {
  expect(shown(page())).toBeNull();
  const document = shell();
  expect(textOf(shown(document))).toBe('contoso.com|Approved, last confirmed: 10:14');
  expect(bones(document)?.hidden).toBe(true);
  // Nobody is told aloud of what may be over by now.
  expect(shown(document)?.closest('[aria-live], [role="status"], [role="alert"]')).toBeNull();
});

test('15.3: what was confirmed on the day before says so', () => {
  const document = shell({ ...lastState, atMs: SAMPLE_NOW_MS - 20 * 60 * 60_000 });
  expect(textOf(shown(document))).toBe('contoso.com|Approved, last confirmed: 23 Nov 2026, 14:42');
});

test.each(LANGUAGES)(
  '15.3: shell and first screen say the same, in the same parts, in "%s"',
  async (language) => {
    const { catalogue } = await loadCatalogue(language);
    const { container } = renderPane(SAMPLE_STATES['checking-last-state'], {
      language,
      catalogue,
      locale: language,
    });
    const first = container.querySelector('[data-last-state]');
    const early = shown(shell(lastState, language));
    expect(textOf(first)).toBe(textOf(early));
    expect(textOf(first)).toMatch(/^contoso\.com\|\S/);
    const drawn = (card: Element | null) =>
      [...(card?.querySelectorAll('path') ?? [])].map((one) => one.getAttribute('d')).join('');
    expect(drawn(first)).toBe(drawn(early));
  },
);

test('15.3: a name is written as text, whatever it holds', () => {
  const document = shell({ ...lastState, organisation: '<b>x</b>' as LastState['organisation'] });
  expect(shown(document)?.querySelector('b')).toBeNull();
  expect(shown(document)?.textContent).toContain('<b>x</b>');
});

test('15.3: the state leaves the shell as soon as the pane knows better, and the bars come back', () => {
  const document = shell();
  const { store, set } = createStore<{ readonly lastState?: LastState | undefined }>({ lastState });
  followLastState(document, store);
  set({ lastState: { organisation: domain('contoso.com'), atMs: lastState.atMs } });
  expect(shown(document)).not.toBeNull();
  set({});
  expect(shown(document)).toBeNull();
  expect(bones(document)?.hidden).toBe(false);
});

test('15.3: a state that is gone when the pane begins leaves the shell at once', () => {
  const document = shell();
  followLastState(document, createStore<{ readonly lastState?: LastState | undefined }>({}).store);
  expect(shown(document)).toBeNull();
  expect(bones(document)?.hidden).toBe(false);
});

test('15.3: where the pane’s own screen stands by then, nothing happens to it', () => {
  const { container } = renderPane(SAMPLE_STATES.granted);
  const before = container.innerHTML;
  showLastState(document, lastState, { locale: 'en-GB', nowMs: SAMPLE_NOW_MS });
  expect(container.innerHTML).toBe(before);
});
