import { act, screen } from '@testing-library/react';
import type { App, Ports } from '../../../src/app/create-app';
import { createStore } from '../../../src/app/store';
import type { State } from '../../../src/core/onboarding-state';
import { showFace } from '../../../src/pages/taskpane/face';
import type { Host, HostProfile, Theme } from '../../../src/ports';
import { ManualClock } from '../../support/manual-clock';
import { SAMPLE_NOW_MS, SAMPLE_STATES } from '../../ui/sample-states';

/** An Outlook that introduces itself when the story says so. */
function simulatedHost(): Host & {
  introduce(profile: Partial<HostProfile>): Promise<void>;
  paint(theme: Theme): void;
} {
  let meet: (profile: HostProfile) => void = () => {};
  const met = new Promise<HostProfile>((resolve) => {
    meet = resolve;
  });
  let hear: (theme: Theme) => void = () => {};
  return {
    ready: () => met,
    theme: () => ({ kind: 'light' }),
    onThemeChanged: (listener) => {
      hear = listener;
      return () => {};
    },
    openDraft: () => Promise.resolve(true),
    openWindow: () => Promise.resolve(true),
    introduce: (profile) =>
      act(async () => {
        meet({ locale: 'en-US', canOpenDrafts: true, canOpenDialogs: true, ...profile });
        await met;
      }),
    paint: (theme) => hear(theme),
  };
}

/** The app as far as the face knows it: a state to show and an ear. */
const appWith = (state: State): App => ({ store: createStore(state).store, send: () => {}, stop: () => {} });

async function open(state: State, host: Host): Promise<{ clock: ManualClock; compose: Ports['compose'] }> {
  document.body.innerHTML = '<div id="pane"><h1>Checking…</h1></div>';
  const clock = new ManualClock(SAMPLE_NOW_MS);
  const place = document.getElementById('pane');
  let compose: Ports['compose'] | undefined;
  await act(async () => {
    compose = await showFace({ app: appWith(state), host, clock, place });
  });
  if (!compose) throw new Error('The face composes nothing.');
  return { clock, compose };
}

const title = (): string => screen.getByRole('heading', { level: 1 }).textContent ?? '';

test('the face takes the place of the static shell', async () => {
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
  expect(german.textBody).toContain('Mia Berger möchte ExtendSync für Outlook nutzen');
  expect(german.textBody).toContain(link);
});

test('a page without a place for the pane is a bug that says so', async () => {
  const parts = {
    app: appWith(SAMPLE_STATES.blocked),
    host: simulatedHost(),
    clock: new ManualClock(),
    place: null,
  };
  await expect(showFace(parts)).rejects.toThrow('no place for the pane');
});
