import { createRoot } from 'react-dom/client';
import type { App as PaneApp, Ports } from '../../app/create-app';
import { createStore } from '../../app/store';
import { adminRequest } from '../../core/admin-request';
import { neededSet, type State } from '../../core/onboarding-state';
import { organisationOf } from '../../core/request-facts';
import type { Clock, Host } from '../../ports';
import { App, type Appearance } from '../../ui/app';
import type { LaterDoors } from '../../ui/later-doors';
import { en } from '../../ui/strings/en';
import type { Language } from '../../ui/strings/language';
import { createWords, loadCatalogue, type Words } from '../../ui/strings/words';
import type { Speech } from './ports';

interface FaceParts {
  readonly app: PaneApp;
  readonly host: Host;
  readonly clock: Clock;
  readonly doors: LaterDoors;
  /** Where the static shell stands. */
  readonly place: HTMLElement | null;
}

// The shell speaks the browser's language already. Past this a pane in English is better than no pane.
const LANGUAGE_LIMIT_MS = 1_500;

/**
 * Puts the pane's face in the place of the static shell, and keeps its language and theme with Outlook's. Answers what
 * speaks for the pane: the message to an administrator, in the language that the person chose for it, and the words.
 */
export async function showFace({ app, host, clock, doors, place }: FaceParts): Promise<Speech> {
  if (!place) throw new Error('The page has no place for the pane.');
  const now = (): number => clock.now();
  const wordsFor = async (locale: string): Promise<Words> =>
    createWords({ ...(await loadCatalogue(locale, en)), locale, now });
  const english = createWords({ language: 'en', catalogue: en, locale: 'en', now });

  let locale = navigator.language;
  let words = await Promise.race([wordsFor(locale), after(clock, LANGUAGE_LIMIT_MS, english)]);
  // The message speaks as the pane does, until the person has chosen; then the choice stays, whatever Outlook says.
  let chosen: Words | undefined;
  let lastChoice: Language | undefined;
  const spoken = (): Words => chosen ?? words;
  const dressed = (theme: Appearance['theme']): Appearance => ({
    theme,
    words,
    requestWords: (request) => {
      const { subject, textBody } = composeWith(spoken(), app.store.getState(), request);
      return { subject, preview: textBody };
    },
    message: { language: spoken().language, choose },
  });
  async function choose(language: Language): Promise<void> {
    lastChoice = language;
    const loaded = language === words.language ? words : await wordsFor(language);
    // A later choice was quicker to come, or the file did not come and English stands in its place.
    if (lastChoice !== language || loaded.language !== language) return;
    chosen = loaded;
    appearance.set(dressed(appearance.store.getState().theme));
  }

  const appearance = createStore<Appearance>(dressed(host.theme()));
  host.onThemeChanged((theme) => appearance.set({ ...appearance.store.getState(), theme }));
  void host.ready().then(async (profile) => {
    if (profile.locale === locale && words !== english) return;
    locale = profile.locale;
    words = await wordsFor(locale);
    appearance.set(dressed(appearance.store.getState().theme));
  });

  createRoot(place).render(
    <App store={app.store} appearance={appearance.store} clock={clock} doors={doors} send={app.send} />,
  );
  return {
    compose: (request) => composeWith(spoken(), app.store.getState(), request),
    words: () => words,
  };
}

function composeWith(
  words: Words,
  state: State,
  request: Parameters<Ports['compose']>[0],
): ReturnType<Ports['compose']> {
  const organisation = organisationOf(state);
  const { setup, host } = state;
  return adminRequest({
    ...request,
    // What the organisation's situation needs, and nothing more: it is what Microsoft's page will list.
    set: neededSet(state),
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
