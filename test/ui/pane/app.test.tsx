import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { screenOf } from '../../../src/core/pane/screens/screen';
import { AFTER_VERDICT } from '../../../src/ui/pane/after-verdict';
import { de } from '../../../src/ui/strings/de';
import { fr } from '../../../src/ui/strings/fr';
import { createWords } from '../../../src/ui/strings/words';
import { renderPane } from './render-pane';
import { SAMPLE_STATES } from './sample-states';

const title = (): HTMLElement => screen.getByRole('heading', { level: 1 });

describe('the focus', () => {
  test('stays where it is while the first answer comes in', async () => {
    const pane = renderPane(SAMPLE_STATES.checking);
    await pane.become(SAMPLE_STATES.required);
    expect(title()).not.toHaveFocus();
    expect(document.body).toHaveFocus();
  });

  test('goes to the title of a screen that the person asked for', async () => {
    const pane = renderPane(SAMPLE_STATES.required);
    await userEvent.click(screen.getByRole('button', { name: 'Ask your administrator' }));
    await pane.become(SAMPLE_STATES.sharing);
    expect(title()).toHaveFocus();
    expect(title()).toHaveTextContent('Ask your administrator');
  });

  test('goes to the title when the button that had it is gone', async () => {
    const pane = renderPane(SAMPLE_STATES.required);
    screen.getByRole('button', { name: 'Ask your administrator' }).focus();
    await pane.become(SAMPLE_STATES.granted);
    expect(title()).toHaveFocus();
  });

  test('stays on "Check now" while the answer changes nothing', async () => {
    const pane = renderPane(SAMPLE_STATES.required);
    await userEvent.click(screen.getByRole('button', { name: 'Check now' }));
    await pane.become(SAMPLE_STATES['required-checking-again']);
    expect(screen.getByRole('button', { name: 'Check now' })).toHaveFocus();
    await pane.become({ ...SAMPLE_STATES.required, verdictAtMs: pane.clock.now() });
    expect(screen.getByRole('button', { name: 'Check now' })).toHaveFocus();
  });

  test('is not moved by a later change that the person did not ask for', async () => {
    const pane = renderPane(SAMPLE_STATES.required);
    const checkNow = screen.getByRole('button', { name: 'Check now' });
    await userEvent.click(checkNow);
    await pane.become(SAMPLE_STATES['required-checking-again']);
    await pane.become({ ...SAMPLE_STATES.required, verdictAtMs: pane.clock.now() });
    await pane.become(SAMPLE_STATES.granted);
    expect(title()).not.toHaveFocus();
    expect(screen.getByRole('button', { name: 'Check now' })).toHaveFocus();
  });

  test('goes to the question that a press brings, and back; Enter once more would withdraw nothing', async () => {
    const user = userEvent.setup();
    const pane = renderPane(SAMPLE_STATES.waiting);
    await user.click(screen.getByRole('button', { name: 'More' }));
    screen.getByRole('button', { name: 'Withdraw the request' }).focus();
    await user.keyboard('{Enter}');
    expect(screen.getByRole('button', { name: 'Keep it' })).toHaveFocus();
    await user.keyboard('{Enter}');
    expect(screen.getByRole('button', { name: 'Withdraw the request' })).toHaveFocus();
    expect(pane.heard).toEqual([]);
  });

  test('goes to the title when the button that had it went, the screen stays and nothing comes below', async () => {
    const pane = renderPane(SAMPLE_STATES['waiting-reminder']);
    screen.getByRole('button', { name: 'Send a reminder' }).focus();
    await pane.become({ ...SAMPLE_STATES['waiting-reminder'], sharing: { phase: 'done', way: 'draft' } });
    expect(screen.queryByRole('button', { name: 'Send a reminder' })).toBeNull();
    expect(title()).toHaveFocus();
    expect(title()).toHaveAttribute('tabindex', '0');
  });

  test('goes along with a button that comes up elsewhere on the screen', async () => {
    const pane = renderPane(SAMPLE_STATES.approving);
    screen.getByRole('button', { name: 'Start again' }).focus();
    await pane.become(SAMPLE_STATES['approving-expired']);
    const button = screen.getByRole('button', { name: 'Start again' });
    expect(button).toHaveAttribute('data-look', 'primary');
    expect(button).toHaveFocus();
  });

  test('never comes into a pane that does not have it', async () => {
    const mail = document.body.appendChild(document.createElement('iframe'));
    const pane = renderPane(SAMPLE_STATES.required);
    screen.getByRole('button', { name: 'Ask your administrator' }).focus();
    const elsewhere = jest.spyOn(document, 'hasFocus').mockReturnValue(false);
    await pane.become(SAMPLE_STATES.granted);
    expect(title()).not.toHaveFocus();
    elsewhere.mockRestore();
    mail.remove();
  });
});

test('a change is said aloud once, politely, in the region that stood there before', async () => {
  const pane = renderPane(SAMPLE_STATES.waiting);
  const region = screen.getByRole('status');
  expect(region).toHaveAttribute('aria-live', 'polite');
  await pane.become(SAMPLE_STATES.granted);
  expect(screen.getByRole('status')).toBe(region);
  expect(region).toHaveTextContent('Access is approved');
});

describe('news under the same title', () => {
  test.each([
    ['that the link was opened', 'waiting', 'waiting-opened', /link has been opened/],
    ['that waiting cures nothing any more', 'arriving', 'arriving-remembered', /Sign in again/],
    ['that the five minutes are over', 'approving', 'approving-expired', /five minutes/],
    ['what stands in the way now', 'unknown', 'offline', /network/],
  ] as const)('%s is said aloud, without the title once more', async (_, before, after, news) => {
    const pane = renderPane(SAMPLE_STATES[before]);
    const said = whatIsSaid();
    await pane.become(SAMPLE_STATES[after]);
    const heard = said();
    expect(heard[0]).toMatch(news);
    expect(heard).not.toContain(title().textContent);
    await pane.become({ ...SAMPLE_STATES[after], verdictAtMs: pane.clock.now() });
    expect(said()).toEqual([]);
  });

  test('a title that takes the focus is read for that, and only what it says is said beside it', async () => {
    const pane = renderPane(SAMPLE_STATES.required);
    await userEvent.click(screen.getByRole('button', { name: 'Approve as administrator' }));
    const said = whatIsSaid();
    await pane.become(SAMPLE_STATES.approving);
    expect(title()).toHaveFocus();
    expect(said()).toEqual([screenOf(SAMPLE_STATES.approving).lead.map(pane.words.say).join('')]);
  });

  test('a notice that stays is not said again with the next title', async () => {
    const ended = SAMPLE_STATES['required-popup-blocked'];
    const pane = renderPane(ended);
    const said = whatIsSaid();
    await pane.become({ ...ended, verdict: SAMPLE_STATES.blocked.verdict });
    expect(said().join(' ')).not.toMatch(/window was blocked/);
  });
});

describe('a check that the person asks for', () => {
  const answered = SAMPLE_STATES.required;
  const running = SAMPLE_STATES['required-checking-again'];

  test('is said aloud as it runs and when it has been answered, where the answer changes nothing', async () => {
    const pane = renderPane(answered);
    const said = whatIsSaid();
    for (const _ of ['asked', 'asked again within the minute']) {
      await userEvent.click(screen.getByRole('button', { name: 'Check now' }));
      await pane.become(running);
      expect(said()).toEqual(['Asking Microsoft…']);
      await pane.become(answered);
      expect(said()).toEqual(['Checked 10:41']);
    }
    // The pane's own check: it may be made each few seconds.
    await pane.become(running);
    await pane.become(answered);
    expect(said()).toEqual([]);
  });

  test('is said from Help as well', async () => {
    const pane = renderPane(SAMPLE_STATES.help);
    await userEvent.click(await screen.findByRole('button', { name: 'Run again' }));
    const said = whatIsSaid();
    await pane.become({ ...SAMPLE_STATES.help, probing: running.probing });
    await pane.become(SAMPLE_STATES.help);
    expect(said()).toEqual(['Asking Microsoft…', 'Checked 10:41']);
  });

  test('and has to wait says aloud until when, once, in the region that stood there before', async () => {
    const pane = renderPane(answered);
    const said = whatIsSaid();
    await userEvent.click(screen.getByRole('button', { name: 'Check now' }));
    await pane.become({ ...answered, putOff: true });
    expect(screen.getAllByText('Next check: 10:42')).toHaveLength(2);
    expect(screen.getAllByRole('status')).toHaveLength(1);
    expect(said()).toEqual(['Next check: 10:42']);
  });
});

/** What a screen reader says of the live region since it was asked last. */
function whatIsSaid(): () => readonly string[] {
  const region = screen.getByRole('status');
  expect(region).toHaveAttribute('aria-atomic', 'false');
  const seen: Node[] = [];
  const note = (records: readonly MutationRecord[]): void => {
    seen.push(...records.flatMap(({ addedNodes }) => [...addedNodes]));
  };
  const watcher = new MutationObserver(note);
  watcher.observe(region, { childList: true, characterData: true, subtree: true });
  return () => {
    note(watcher.takeRecords());
    return seen
      .splice(0)
      .filter((node) => !(node instanceof HTMLElement && node.hidden))
      .map((node) => node.textContent ?? '');
  };
}

test('15.3: what the pane opens with is said aloud as well: the region stands before it speaks', () => {
  const watcher = new MutationObserver(() => undefined);
  watcher.observe(document.body, { childList: true, subtree: true });
  renderPane(SAMPLE_STATES.granted);
  const said = watcher
    .takeRecords()
    .filter(({ target }) => target instanceof Element && target.getAttribute('role') === 'status')
    .flatMap(({ addedNodes }) => [...addedNodes].map((node) => node.textContent ?? ''));
  watcher.disconnect();
  expect(said.join('')).toContain('Access is approved');
});

test('15.3: the check moves where it is news, and stands where the pane opens with it', async () => {
  const still = (): boolean => document.querySelector('[data-at-first] [data-green-check]') !== null;
  const pane = renderPane(SAMPLE_STATES.granted);
  expect(still()).toBe(true);
  await pane.become(SAMPLE_STATES.required);
  await pane.become(SAMPLE_STATES.granted);
  expect(document.querySelector('[data-green-check]')).not.toBeNull();
  expect(still()).toBe(false);
});

test('what became of the last act is said aloud too', async () => {
  renderPane(SAMPLE_STATES['required-popup-blocked']);
  expect(screen.getByRole('status')).toHaveTextContent(/The window was blocked/);
});

describe('words that come after the verdict', () => {
  test('are waited for where they are needed, and are then seen and said aloud; the verdict stands at once', async () => {
    renderPane(SAMPLE_STATES['required-popup-blocked'], { language: 'de', catalogue: de, locale: 'de-DE' });
    expect(title()).toHaveTextContent('Eine Zustimmung fehlt noch');
    expect(screen.getByRole('img', { name: 'Dieser Teil wird geladen' })).toBeVisible();
    const region = screen.getByRole('status');
    expect(region).toHaveTextContent(/^Eine Zustimmung fehlt noch$/);
    expect(await screen.findByText(/^Das Fenster wurde blockiert/, { selector: 'p' })).toBeVisible();
    expect(region).toHaveTextContent(/^Eine Zustimmung fehlt noch\s*Das Fenster wurde blockiert/);
  });

  test('can be asked for again where a cut in the network kept them away', async () => {
    const comes = AFTER_VERDICT.fr;
    let networkIsBack = false;
    const cut = jest
      .spyOn(AFTER_VERDICT, 'fr')
      .mockImplementation(() => (networkIsBack ? comes() : Promise.reject(new Error('ChunkLoadError'))));
    const { words } = renderPane(SAMPLE_STATES['required-popup-blocked'], {
      language: 'fr',
      catalogue: fr,
      locale: 'fr-FR',
    });
    expect(await screen.findByRole('alert')).toHaveTextContent(/n’a pas pu être chargée/);
    expect(
      screen.getByRole('button', { name: words.say({ key: 'action.share', values: {} }) }),
    ).toBeVisible();
    networkIsBack = true;
    await userEvent.click(screen.getByRole('button', { name: words.label('later.again') }));
    expect(await screen.findByText(/^La fenêtre a été bloquée/, { selector: 'p' })).toBeVisible();
    cut.mockRestore();
  });
});

test('a busy button keeps its name and the focus, and sends nothing', async () => {
  const pane = renderPane(SAMPLE_STATES['required-checking-again']);
  const button = screen.getByRole('button', { name: 'Check now' });
  expect(button).toHaveAttribute('aria-disabled', 'true');
  await userEvent.click(button);
  expect(button).toHaveFocus();
  expect(pane.heard).toEqual([]);
});

describe('the page', () => {
  test('takes over the language, and changes it while it is open', async () => {
    const pane = renderPane(SAMPLE_STATES.required);
    expect(document.documentElement.lang).toBe('en');
    const words = createWords({
      language: 'de',
      catalogue: de,
      locale: 'de-AT',
      now: () => pane.clock.now(),
    });
    await pane.dress({ words });
    expect(document.documentElement.lang).toBe('de');
    expect(title()).toHaveTextContent('Eine Zustimmung fehlt noch');
  });

  test('is mirrored where text runs from right to left', async () => {
    const pane = renderPane(SAMPLE_STATES.required);
    await pane.dress({ words: { ...pane.words, direction: 'rtl' } });
    expect(document.documentElement.dir).toBe('rtl');
  });

  test('follows Outlook into the dark', async () => {
    const pane = renderPane(SAMPLE_STATES.required);
    expect(document.documentElement.style.colorScheme).toBe('light');
    await pane.dress({ theme: { kind: 'dark', bodyBackground: '#1f1f1f' } });
    expect(document.documentElement.style.colorScheme).toBe('dark');
    expect(document.body.style.backgroundColor).toBe('rgb(31, 31, 31)');
  });
});

describe('the line about the checks', () => {
  test('U24: says when was asked last, tells the next time on pointing, and nothing ticks', async () => {
    const pane = renderPane(SAMPLE_STATES.required);
    expect(screen.getByText('Checked 10:41')).toBeVisible();
    expect(screen.getByTitle('Next check: 10:42')).toBeVisible();
    expect(pane.clock.pending).toBe(0);
    await act(() => pane.clock.advance(5_000));
    expect(screen.getByText('Checked 10:41')).toBeVisible();
  });

  test('says that the browser knows of no network, and not that nobody asks', () => {
    renderPane(SAMPLE_STATES.offline);
    expect(document.querySelector('[data-notice]')).toHaveTextContent(/You seem to be offline/);
    expect(screen.queryByText(/Paused/)).toBeNull();
  });
});

describe('the time of an attempt', () => {
  test('U23: is a time to read, not a clock that runs', () => {
    const pane = renderPane(SAMPLE_STATES.approving);
    expect(
      screen.getByText('You have until 10:46; after that, you start again with one click.'),
    ).toBeVisible();
    expect(pane.clock.pending).toBe(0);
  });

  test('U23: is our limit, and is not put on Microsoft', () => {
    renderPane(SAMPLE_STATES['approving-expired']);
    const shown = within(screen.getByRole('main'));
    expect(shown.getByText(/^For safety we accept an answer .* five minutes/)).toBeVisible();
  });
});

describe('sharing', () => {
  test('waits for the link before any way can be chosen', async () => {
    const pane = renderPane(SAMPLE_STATES['sharing-link-being-made']);
    const copy = await screen.findByRole('button', { name: 'Copy the link' });
    expect(copy).toHaveAttribute('aria-disabled', 'true');
    await userEvent.click(copy);
    expect(pane.heard).toEqual([]);
    const field = screen.getByRole('textbox', { name: 'Link for your administrator' });
    expect(field).toHaveValue('');
    // The words in its place run as the page does; a link runs from left to right.
    expect(field).not.toHaveAttribute('dir');
    await pane.become(SAMPLE_STATES.sharing);
    expect(field).toHaveAttribute('dir', 'ltr');
    await userEvent.click(screen.getByRole('button', { name: 'Copy the link' }));
    expect(pane.heard).toEqual([
      { type: 'way-chosen', message: { way: 'copy', link: expect.stringMatching(/^https:/) as string } },
    ]);
  });

  test('the link selects itself, for those who copy by hand', async () => {
    renderPane(SAMPLE_STATES['sharing-failed']);
    const field = await screen.findByRole<HTMLInputElement>('textbox', {
      name: 'Link for your administrator',
    });
    await userEvent.click(field);
    expect(field.value.slice(field.selectionStart ?? 0, field.selectionEnd ?? 0)).toBe(field.value);
    expect(field.value).toMatch(/^https:/);
  });

  test('the message can be read before it is sent', async () => {
    renderPane(SAMPLE_STATES.sharing);
    const opener = await screen.findByRole('button', { name: 'Read the message first' });
    expect(opener).toHaveAttribute('aria-expanded', 'false');
    await userEvent.click(opener);
    expect(opener).toHaveAttribute('aria-expanded', 'true');
    // U22: in the first person, signed; the page has the rest.
    expect(screen.getByText(/I would like to use ExtendSync[^]*Mia Berger$/)).toBeVisible();
  });
});

test('U19: the permissions open and close by keyboard alone, those of the sign-in as one line', async () => {
  const user = userEvent.setup();
  renderPane(SAMPLE_STATES.required);
  const opener = screen.getByRole('button', { name: 'What ExtendSync asks for (13)' });
  opener.focus();
  await user.keyboard('{Enter}');
  await waitFor(() => expect(screen.getAllByRole('listitem')).toHaveLength(10));
  await user.keyboard(' ');
  expect(screen.queryAllByRole('listitem')).toEqual([]);
});

test('U14, U25: the quieter actions stand behind "More", and a request is not withdrawn by one press', async () => {
  const pane = renderPane(SAMPLE_STATES.waiting);
  expect(screen.queryByRole('button', { name: 'Withdraw the request' })).toBeNull();
  await userEvent.click(screen.getByRole('button', { name: 'More' }));
  await userEvent.click(screen.getByRole('button', { name: 'Withdraw the request' }));
  expect(pane.heard).toEqual([]);
  expect(screen.getByRole('alert')).toHaveTextContent(/link stops working at once/);
  await userEvent.click(screen.getByRole('button', { name: 'Withdraw it' }));
  expect(pane.heard).toEqual([{ type: 'withdrawal-asked' }]);
});

test('a link that goes straight to Microsoft cannot be withdrawn, and that is said before it is given up', async () => {
  const { waiting } = SAMPLE_STATES;
  if (!waiting.request) throw new Error('The sample has no request');
  const pane = renderPane({ ...waiting, request: { ...waiting.request, id: undefined } });
  await userEvent.click(screen.getByRole('button', { name: 'More' }));
  await userEvent.click(screen.getByRole('button', { name: 'Withdraw the request' }));
  expect(screen.getByRole('alert')).toHaveTextContent(/cannot be withdrawn/);
  await userEvent.click(screen.getByRole('button', { name: 'Stop waiting' }));
  expect(pane.heard).toEqual([{ type: 'withdrawal-asked' }]);
});

test('U18: green opens with the list closed', () => {
  renderPane(SAMPLE_STATES.granted);
  expect(screen.getByRole('button', { name: /permissions granted$/ })).toHaveAttribute(
    'aria-expanded',
    'false',
  );
});
