import { readFileSync } from 'node:fs';
import path from 'node:path';
import { createStore } from '../../../src/app/store';
import type { State } from '../../../src/core/pane/state';
import { showGreenInShell } from '../../../src/pages/taskpane/green-in-shell';
import { shellWordsFor } from '../../../src/ui/strings/shell-words';
import { showShellTrouble, translateShell } from '../../../src/pages/shell/shell';
import { LANGUAGES, type Language } from '../../../src/ui/strings/language';
import { loadCatalogue } from '../../../src/ui/strings/load-catalogue';
import { createWords } from '../../../src/ui/strings/words';
import { renderPane } from '../../ui/pane/render-pane';
import { SAMPLE_NOW_MS, SAMPLE_STATES } from '../../ui/pane/sample-states';

/*
 * 15.3: the green check stands in the page before React does, and only where the pane's own screen will have it.
 */

const file = path.join(__dirname, '../../../src/pages/taskpane/taskpane.html');
// Without the template's own instructions, which the build carries out.
const html = readFileSync(file, 'utf8').replaceAll(/<%[^]*?%>/g, '');

async function shell(language: Language = 'en') {
  const document = new DOMParser().parseFromString(html, 'text/html');
  translateShell(document, shellWordsFor(language));
  const { store, set } = createStore<State>(SAMPLE_STATES.checking);
  const { catalogue } = await loadCatalogue(language);
  const words = createWords({ language, catalogue, locale: language, now: () => SAMPLE_NOW_MS });
  showGreenInShell(document, store, words);
  /** What stands there once everybody has heard of the state. */
  const seen = async () => {
    await Promise.resolve();
    return {
      green: document.querySelector('[data-green-check]:not([hidden])') !== null,
      ring: document.querySelector('.ring:not([hidden])') !== null,
      title: document.querySelector('h1')?.textContent,
      lead: document.querySelector('[data-shell="lead"]')?.textContent,
    };
  };
  return { document, set, seen };
}

test('15.3: the shell has the ring until the pane’s screen is green, and again when it is not any more', async () => {
  const { set, seen } = await shell();
  const before = await seen();
  expect(before).toMatchObject({ green: false, ring: true, title: 'Checking your organisation’s access…' });
  set(SAMPLE_STATES.granted);
  expect(await seen()).toMatchObject({ green: true, ring: false, title: 'Access is approved' });
  expect((await seen()).lead).toContain('Contoso Manufacturing');
  set(SAMPLE_STATES.checking);
  expect(await seen()).toEqual(before);
});

test('15.3: no state has the check in the shell whose screen has not, or whose screen adds to it', async () => {
  const { granted } = SAMPLE_STATES;
  const states = {
    ...SAMPLE_STATES,
    'not renewed': {
      ...granted,
      notRenewed: { verdict: SAMPLE_STATES.unknown.verdict, atMs: SAMPLE_NOW_MS },
    },
    'shared mailbox': { ...granted, host: { ...granted.host, isShared: true } },
    'mailbox not known': { ...granted, verdict: { ...granted.verdict, mailbox: 'not-known' } },
  } as Readonly<Record<string, State>>;
  const green: string[] = [];
  for (const [name, state] of Object.entries(states)) {
    const { set, seen } = await shell();
    set(state);
    if ((await seen()).green) green.push(name);
  }
  expect(green).toEqual(['granted', 'granted-with-steps', 'granted-by-request', 'granted-without-autopilot']);
});

test.each(LANGUAGES)(
  '15.3: shell and screen say the same of green, in the same parts, in "%s"',
  async (language) => {
    const { document, set, seen } = await shell(language);
    set(SAMPLE_STATES.granted);
    const { catalogue } = await loadCatalogue(language);
    const { container } = renderPane(SAMPLE_STATES.granted, { language, catalogue, locale: language });
    const heading = container.querySelector('h1');
    expect(await seen()).toMatchObject({
      green: true,
      title: heading?.textContent,
      lead: heading?.nextElementSibling?.textContent,
    });
    const drawn = (root: ParentNode) =>
      [...root.querySelectorAll('[data-green-check] > *')].map((part) =>
        ['cx', 'cy', 'r', 'd'].map((name) => part.getAttribute(name)).join(' '),
      );
    expect(drawn(container)).toEqual(drawn(document));
    expect(drawn(container)).toHaveLength(3);
  },
);

test('15.3: where the pane’s own screen stands by then, nothing happens to it', async () => {
  const { document, set } = await shell();
  const place = document.querySelector('#pane');
  place?.replaceChildren('The pane');
  set(SAMPLE_STATES.granted);
  expect(place?.innerHTML).toBe('The pane');
});

test('15.3: that the pane does not come up stays said, whatever stands over it', async () => {
  const { document, set, seen } = await shell();
  const alert = () => document.querySelector('[role="alert"]')?.textContent;
  set(SAMPLE_STATES.granted);
  expect(await seen()).toMatchObject({ green: true });
  showShellTrouble(document);
  const said = alert();
  expect(said).toContain('taking longer');
  set(SAMPLE_STATES.checking);
  expect(await seen()).toMatchObject({ green: false });
  expect(alert()).toBe(said);
});
