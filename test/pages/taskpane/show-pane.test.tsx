import { act, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { App } from '../../../src/app/create-app';
import { createStore } from '../../../src/app/store';
import type { State } from '../../../src/core/pane/state';
import { showPane } from '../../../src/pages/taskpane/show-pane';
import type { Speech } from '../../../src/pages/taskpane/ports';
import type { Host, HostProfile, Theme } from '../../../src/ports';
import { ManualClock } from '../../support/manual-clock';
import { SAMPLE_SUPPORT } from '../../ui/pane/sample-support';
import { SAMPLE_NOW_MS, SAMPLE_STATES } from '../../ui/pane/sample-states';

/** An Outlook that introduces itself when the story says so. */
function simulatedHost(): Host & {
  introduce(profile: Partial<HostProfile>): Promise<void>;
  comeLate(profile: Partial<HostProfile>): Promise<void>;
  paint(theme: Theme): void;
} {
  let meet: (profile: HostProfile) => void = () => {};
  const met = new Promise<HostProfile>((resolve) => {
    meet = resolve;
  });
  let hear: (theme: Theme) => void = () => {};
  let hearOfMailbox: (profile: HostProfile) => void = () => {};
  const whole = (profile: Partial<HostProfile>): HostProfile => ({
    locale: 'en-US',
    canOpenDrafts: true,
    canOpenDialogs: true,
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
const appWith = (state: State): App => ({ store: createStore(state).store, send: () => {}, stop: () => {} });

async function open(state: State, host: Host): Promise<{ clock: ManualClock } & Speech> {
  document.body.innerHTML = '<div id="pane"><h1>Checking…</h1></div>';
  const clock = new ManualClock(SAMPLE_NOW_MS);
  const place = document.getElementById('pane');
  let speech: Speech | undefined;
  await act(async () => {
    speech = await showPane({ app: appWith(state), host, clock, support: SAMPLE_SUPPORT, place });
  });
  if (!speech) throw new Error('The pane speaks for nobody.');
  return { clock, ...speech };
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
  const { compose } = await open(SAMPLE_STATES.required, host);
  const link = 'https://extendsync.example/grant.html?request=abc';
  expect(compose({ link, straightToMicrosoft: false }).subject).toBe(
    'Please approve ExtendSync for Contoso Manufacturing',
  );
  await host.introduce({ locale: 'de-DE' });
  const german = compose({ link, straightToMicrosoft: false });
  expect(german.textBody).toMatch(/ich möchte ExtendSync für Outlook nutzen[^]*Mia Berger$/);
  expect(german.textBody).toContain(link);
});

test('the message can speak another language than the pane, and then keeps to it', async () => {
  const host = simulatedHost();
  const { compose, words } = await open(SAMPLE_STATES.sharing, host);
  const select = await screen.findByRole('combobox', { name: 'Language of the message' });
  expect(select).toHaveValue('en');
  await userEvent.selectOptions(select, 'Deutsch');
  await waitFor(() => expect(select).toHaveValue('de'));
  await userEvent.click(screen.getByRole('button', { name: 'Read the message first' }));
  expect(screen.getByText(/ich möchte ExtendSync/)).toBeVisible();
  const request = { link: 'https://extendsync.example/grant.html?request=abc', straightToMicrosoft: false };
  expect(compose(request).subject).toBe('Bitte um Zustimmung zu ExtendSync für Contoso Manufacturing');
  expect(words().language).toBe('en');
  await host.introduce({ locale: 'en-GB' });
  expect(compose(request).subject).toMatch(/^Bitte/);
  expect(title()).toBe('Ask your administrator');
});

test('the message lists what the organisation’s situation needs, and nothing more', async () => {
  const request = { link: 'https://extendsync.example/grant.html?request=abc', straightToMicrosoft: false };
  const { compose } = await open({ ...SAMPLE_STATES.required, situation: 'no-autopilot' }, simulatedHost());
  const { textBody } = compose(request);
  // Of the two permissions of this name the one for the signed-in user, which proves the approval; none of Autopilot's.
  expect(textBody.match(/Directory\.Read\.All/g)).toHaveLength(1);
  expect(textBody).toContain('Directory.Read.All (as the signed-in person)');
  expect(textBody).not.toContain('User.Read.All');
});

test('a page without a place for the pane is a bug that says so', async () => {
  const parts = {
    app: appWith(SAMPLE_STATES.blocked),
    host: simulatedHost(),
    clock: new ManualClock(),
    support: SAMPLE_SUPPORT,
    place: null,
  };
  await expect(showPane(parts)).rejects.toThrow('no place for the pane');
});
