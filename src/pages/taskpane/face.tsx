import { createRoot } from 'react-dom/client';
import type { App as PaneApp, Ports } from '../../app/create-app';
import { createStore } from '../../app/store';
import { adminRequest } from '../../core/admin-request';
import type { State } from '../../core/onboarding-state';
import type { Clock, Host } from '../../ports';
import { App, type Appearance } from '../../ui/app';
import { en } from '../../ui/strings/en';
import { createWords, loadCatalogue, type Words } from '../../ui/strings/words';

interface FaceParts {
  readonly app: PaneApp;
  readonly host: Host;
  readonly clock: Clock;
  /** Where the static shell stands. */
  readonly place: HTMLElement | null;
}

// The shell speaks the browser's language already. Past this a pane in English is better than no pane.
const LANGUAGE_LIMIT_MS = 1_500;

/**
 * Puts the pane's face in the place of the static shell, and keeps its language and theme with Outlook's. Answers what
 * composes the message to an administrator.
 */
export async function showFace({ app, host, clock, place }: FaceParts): Promise<Ports['compose']> {
  if (!place) throw new Error('The page has no place for the pane.');
  const wordsFor = async (locale: string): Promise<Words> =>
    createWords({ ...(await loadCatalogue(locale, en)), locale, now: () => clock.now() });
  const english = createWords({ language: 'en', catalogue: en, locale: 'en', now: () => clock.now() });

  let locale = navigator.language;
  const words = await Promise.race([wordsFor(locale), after(clock, LANGUAGE_LIMIT_MS, english)]);
  const appearance = createStore<Appearance>(appearanceOf(host.theme(), words, app));
  host.onThemeChanged((theme) => appearance.set({ ...appearance.store.getState(), theme }));
  void host.ready().then(async (profile) => {
    if (profile.locale === locale && words !== english) return;
    locale = profile.locale;
    const { theme } = appearance.store.getState();
    appearance.set(appearanceOf(theme, await wordsFor(locale), app));
  });

  createRoot(place).render(
    <App store={app.store} appearance={appearance.store} clock={clock} send={app.send} />,
  );
  return (request) => composeWith(appearance.store.getState().words, app.store.getState(), request);
}

const appearanceOf = (theme: Appearance['theme'], words: Words, app: PaneApp): Appearance => ({
  theme,
  words,
  requestWords: (request) => {
    const { subject, textBody } = composeWith(words, app.store.getState(), request);
    return { subject, preview: textBody };
  },
});

function composeWith(
  words: Words,
  { host, mailbox, verdict, setup }: State,
  request: Parameters<Ports['compose']>[0],
): ReturnType<Ports['compose']> {
  const organisation = verdict.tenantName ?? mailbox?.domain ?? host?.mailDomain;
  return adminRequest({
    ...request,
    set: setup.set,
    clientId: setup.clientId,
    words: words.request,
    ...(organisation === undefined ? {} : { organisation }),
    ...(host?.displayName === undefined ? {} : { requesterName: host.displayName }),
  });
}

const after = <T,>(clock: Clock, delayMs: number, value: T): Promise<T> =>
  new Promise((resolve) => {
    clock.after(delayMs, () => resolve(value));
  });
