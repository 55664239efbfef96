import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { App } from '../../../src/app/create-app';
import { createStore } from '../../../src/app/store';
import type { PaneEvent } from '../../../src/core/pane/event';
import type { State } from '../../../src/core/pane/state';
import { showPane } from '../../../src/pages/taskpane/show-pane';
import type { Host, HostProfile, Storage } from '../../../src/ports';
import type { OutlookTheme } from '../../../src/core/theme-kind';
import type * as LaterWordsFile from '../../../src/ui/strings/later/words';
import { ManualClock } from '../../support/manual-clock';
import { SAMPLE_SUPPORT } from '../../ui/pane/sample-support';
import { SAMPLE_NOW_MS, SAMPLE_STATES } from '../../ui/pane/sample-states';

/** The network keeps the Japanese words for itself. */
jest.mock('../../../src/ui/strings/later/words', () => {
  const words = jest.requireActual<typeof LaterWordsFile>('../../../src/ui/strings/later/words');
  const loadLaterLanguage: typeof words.loadLaterLanguage = (language) =>
    language === 'ja' ? new Promise(() => undefined) : words.loadLaterLanguage(language);
  return { ...words, loadLaterLanguage };
});

/** An Outlook that introduces itself when the story says so. */
function simulatedHost(): Host & {
  introduce(profile: Partial<HostProfile>): Promise<void>;
  comeLate(profile: Partial<HostProfile>): Promise<void>;
  paint(theme: OutlookTheme): void;
} {
  let meet: (profile: HostProfile) => void = () => {};
  const met = new Promise<HostProfile>((resolve) => {
    meet = resolve;
  });
  let hear: (theme: OutlookTheme) => void = () => {};
  let hearOfMailbox: (profile: HostProfile) => void = () => {};
  const whole = (profile: Partial<HostProfile>): HostProfile => ({
    locale: 'en-US',
    canOpenDrafts: true,
    ...profile,
  });
  return {
    ready: () => met,
    onMailboxChanged: (listener) => {
      hearOfMailbox = listener;
      return () => {};
    },
    comeLate: (profile) => act(async () => hearOfMailbox(whole(profile))),
    theme: () => ({ kind: 'light' }),
    onThemeChanged: (listener) => {
      hear = listener;
      return () => {};
    },
    openDraft: () => Promise.resolve(true),
    openWindow: () => Promise.resolve(true),
    introduce: (profile) =>
      act(async () => {
        meet(whole(profile));
        await met;
      }),
    paint: (theme) => hear(theme),
  };
}

/** The app as far as the pane knows it: a state to show and an ear. */
const appWith = (state: State, heard: PaneEvent[] = []): App => ({
  store: createStore(state).store,
  send: (event) => {
    heard.push(event);
  },
  stop: () => {},
});

/** A mailbox that remembers what panes keep in it. */
function memoryOf(kept = new Map<string, unknown>()): Storage {
  return {
    read: (key) => Promise.resolve(kept.get(key)),
    write: (key, value) => {
      kept.set(key, value);
      return Promise.resolve(true);
    },
  };
}

/** Opens the pane; answers what its presses tell the app. */
async function open(
  state: State,
  host: Host,
  storage = memoryOf(),
  clock = new ManualClock(SAMPLE_NOW_MS),
): Promise<readonly PaneEvent[]> {
  document.body.innerHTML = '<div id="pane"><h1>Checking…</h1></div>';
  const place = document.getElementById('pane');
  const heard: PaneEvent[] = [];
  await act(async () => {
    await showPane({ app: appWith(state, heard), host, clock, storage, support: SAMPLE_SUPPORT, place });
  });
  return heard;
}

const LINK = SAMPLE_STATES.sharing.link.phase === 'made' ? SAMPLE_STATES.sharing.link.link : '';

/** The draft that the button of this name hands over. */
async function draftBy(name: string, heard: readonly PaneEvent[]) {
  await userEvent.click(await screen.findByRole('button', { name }));
  const event = heard.at(-1);
  if ((event?.type !== 'way-chosen' && event?.type !== 'reminder-asked') || event.message.way !== 'draft')
    throw new Error('No draft was handed over.');
  expect(event.message.link).toBe(LINK);
  return event.message.draft;
}

const title = (): string => screen.getByRole('heading', { level: 1 }).textContent ?? '';

test('the pane takes the place of the static shell', async () => {
  await open(SAMPLE_STATES.blocked, simulatedHost());
  expect(title()).toBe('Access is blocked');
});

test('Outlook’s language goes before the browser’s', async () => {
  const host = simulatedHost();
  await open(SAMPLE_STATES.blocked, host);
  await host.introduce({ locale: 'de-AT' });
  expect(title()).toBe('Der Zugriff ist gesperrt');
  expect(document.documentElement.lang).toBe('de');
});

test.each(['undefined!', 'sv-SE'])(
  'an Outlook that says "%s" leaves the browser’s language, which has words here',
  async (locale) => {
    const browser = jest.spyOn(navigator, 'language', 'get').mockReturnValue('de-DE');
    const host = simulatedHost();
    await open(SAMPLE_STATES.blocked, host);
    await host.introduce({ locale });
    browser.mockRestore();
    expect(title()).toBe('Der Zugriff ist gesperrt');
    expect(document.documentElement.lang).toBe('de');
  },
);

test('F14: the language of a host that came late is taken just so', async () => {
  const host = simulatedHost();
  await open(SAMPLE_STATES.blocked, host);
  await host.introduce({ locale: 'en-US' });
  await host.comeLate({ locale: 'de-DE' });
  expect(title()).toBe('Der Zugriff ist gesperrt');
});

test('Outlook’s theme is followed while the pane is open', async () => {
  const host = simulatedHost();
  await open(SAMPLE_STATES.blocked, host);
  act(() => host.paint({ kind: 'dark' }));
  expect(document.documentElement.style.colorScheme).toBe('dark');
});

test('the message to the administrator names who asks and for whom, in the pane’s language', async () => {
  const host = simulatedHost();
  const heard = await open(SAMPLE_STATES.sharing, host);
  expect((await draftBy('Write a message in Outlook', heard)).subject).toBe(
    'Please approve ExtendSync for Contoso Manufacturing',
  );
  await host.introduce({ locale: 'de-DE' });
  const german = await draftBy('Nachricht in Outlook schreiben', heard);
  expect(german.textBody).toMatch(/Ich möchte ExtendSync für Outlook nutzen[^]*Mia Berger$/);
  expect(german.textBody).toContain(LINK);
});

test('the message can speak another language than the pane, and then keeps to it', async () => {
  const host = simulatedHost();
  const heard = await open(SAMPLE_STATES.sharing, host);
  const select = await screen.findByRole('combobox', { name: 'Language of the message' });
  expect(select).toHaveValue('en');
  await userEvent.selectOptions(select, 'Deutsch');
  await waitFor(() => expect(select).toHaveValue('de'));
  await userEvent.click(screen.getByRole('button', { name: 'Read the message first' }));
  expect(screen.getByText(/Ich möchte ExtendSync/)).toBeVisible();
  expect((await draftBy('Write a message in Outlook', heard)).subject).toBe(
    'Bitte um Zustimmung zu ExtendSync für Contoso Manufacturing',
  );
  expect(document.documentElement.lang).toBe('en');
  await host.introduce({ locale: 'en-GB' });
  expect((await draftBy('Write a message in Outlook', heard)).subject).toMatch(/^Bitte/);
  expect(title()).toBe('Ask your administrator');
});

test('U22: the language of the message is the one that was chosen last, in the next pane as well', async () => {
  const storage = memoryOf();
  await open(SAMPLE_STATES.sharing, simulatedHost(), storage);
  const select = await screen.findByRole('combobox', { name: 'Language of the message' });
  await userEvent.selectOptions(select, 'Deutsch');
  await waitFor(() => expect(select).toHaveValue('de'));
  const heard = await open(SAMPLE_STATES.sharing, simulatedHost(), storage);
  const again = await screen.findByRole('combobox', { name: 'Language of the message' });
  await waitFor(() => expect(again).toHaveValue('de'));
  expect((await draftBy('Write a message in Outlook', heard)).subject).toMatch(/^Bitte/);
  expect(document.documentElement.lang).toBe('en');
});

test('U22: a press right after the choice does not hand over a message in the language before', async () => {
  const heard = await open(SAMPLE_STATES.sharing, simulatedHost());
  const select = await screen.findByRole('combobox', { name: 'Language of the message' });
  const draft = screen.getByRole('button', { name: 'Write a message in Outlook' });
  fireEvent.change(select, { target: { value: 'fr' } });
  fireEvent.click(draft);
  expect(heard).toEqual([]);
  expect(select).toHaveValue('fr');
  expect(draft).toHaveAttribute('aria-disabled', 'true');
  await waitFor(() => expect(draft).not.toHaveAttribute('aria-disabled'));
  expect((await draftBy('Write a message in Outlook', heard)).subject).toMatch(/^Demande/);
});

test('U22: words that do not come let nobody wait for ever: the message keeps its language', async () => {
  const clock = new ManualClock(SAMPLE_NOW_MS);
  const heard = await open(SAMPLE_STATES.sharing, simulatedHost(), memoryOf(), clock);
  const select = await screen.findByRole('combobox', { name: 'Language of the message' });
  fireEvent.change(select, { target: { value: 'ja' } });
  expect(select).toHaveValue('ja');
  await act(() => clock.advance(10_000));
  expect(select).toHaveValue('en');
  expect((await draftBy('Write a message in Outlook', heard)).subject).toMatch(/^Please/);
});

test('U22: of two choices the later one counts, in whatever order their words come', async () => {
  const heard = await open(SAMPLE_STATES.sharing, simulatedHost());
  const select = await screen.findByRole('combobox', { name: 'Language of the message' });
  fireEvent.change(select, { target: { value: 'es' } });
  fireEvent.change(select, { target: { value: 'de' } });
  await waitFor(() =>
    expect(screen.getByRole('button', { name: 'Write a message in Outlook' })).not.toHaveAttribute(
      'aria-disabled',
    ),
  );
  expect(select).toHaveValue('de');
  expect((await draftBy('Write a message in Outlook', heard)).subject).toMatch(/^Bitte/);
});

test('U22: a memory that holds no language leaves the pane’s own', async () => {
  const storage = memoryOf(new Map([['extendsync.letter-language', 'tlh']]));
  await open(SAMPLE_STATES.sharing, simulatedHost(), storage);
  expect(await screen.findByRole('combobox', { name: 'Language of the message' })).toHaveValue('en');
});

test('U22: the message is three sentences in the first person and the link; the page behind it lists what is asked', async () => {
  const heard = await open({ ...SAMPLE_STATES.sharing, situation: 'no-autopilot' }, simulatedHost());
  const { textBody } = await draftBy('Write a message in Outlook', heard);
  expect(textBody.split('\n\n')).toEqual([
    'Hello,',
    'I would like to use ExtendSync for Outlook, which keeps mail, settings and calendars in sync. Could you please approve it for Contoso Manufacturing?',
    'Microsoft asks an administrator for it, once for everybody; it takes about a minute.',
    `This page explains what is asked and why, and leads on to Microsoft, where you decide:\n${LINK}`,
    'Thank you!\nMia Berger',
  ]);
});

test('U11: the reminder is composed at its press, short, and for the link of the open request', async () => {
  const heard = await open(SAMPLE_STATES['waiting-reminder'], simulatedHost());
  const { subject, textBody } = await draftBy('Send a reminder', heard);
  expect(subject).toBe('Reminder: please approve ExtendSync for Contoso Manufacturing');
  expect(textBody).toContain(LINK);
  expect(heard.at(-1)?.type).toBe('reminder-asked');
});

test('a page without a place for the pane is a bug that says so', async () => {
  const parts = {
    app: appWith(SAMPLE_STATES.blocked),
    host: simulatedHost(),
    clock: new ManualClock(),
    storage: memoryOf(),
    support: SAMPLE_SUPPORT,
    place: null,
  };
  await expect(showPane(parts)).rejects.toThrow('no place for the pane');
});
