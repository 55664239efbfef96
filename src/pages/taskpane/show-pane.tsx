import { createRoot } from 'react-dom/client';
import type { App as PaneApp } from '../../app/create-app';
import { loadAgain } from '../../adapters/browser/load-again';
import { TIMED_OUT, within } from '../../adapters/browser/time-limit';
import { createStore } from '../../app/store';
import { MEMORY_KEYS } from '../../core/pane/memory';
import type { Clock, Host, HostProfile, Storage } from '../../ports';
import { App, type Appearance } from '../../ui/pane/app';
import type { SupportReader } from '../../ui/pane/support-reader';
import { languageFor, LANGUAGES, localeToSpeak, type Language } from '../../ui/strings/language';
import { loadCatalogue } from '../../ui/strings/load-catalogue';
import { loadLaterLanguage, requestWords, type LaterLanguage } from '../../ui/strings/later/words';
import { createWords, type Words } from '../../ui/strings/words';
import { showShellTrouble } from '../shell/shell';

interface PaneParts {
  readonly app: PaneApp;
  readonly host: Host;
  readonly clock: Clock;
  readonly storage: Storage;
  readonly support: SupportReader;
  /** Where the static shell stands. */
  readonly place: HTMLElement | null;
}

/** So long the buttons wait for the words of another language; then the message keeps the language that it has. */
const WORDS_LIMIT_MS = 10_000;

/** Puts the pane in the place of the static shell, and keeps its language and theme with Outlook's. */
export async function showPane({ app, host, clock, storage, support, place }: PaneParts): Promise<void> {
  if (!place) throw new Error('The page has no place for the pane.');
  const now = (): number => clock.now();
  const wordsFor = async (locale: string): Promise<Words> =>
    createWords({ ...(await loadCatalogue(locale)), locale, now });

  let locale = navigator.language;
  // Without any words there is no pane: the shell stays, says so, and the file is asked for again.
  let words = await loadAgain(
    () => wordsFor(locale),
    clock,
    () => showShellTrouble(document),
  );
  // The message speaks as the pane does, until the person has chosen; then the choice stays, whatever Outlook says.
  let chosen: LaterLanguage | undefined;
  let coming: Language | undefined;
  let hasChosen = false;
  const dressed = (theme: Appearance['theme']): Appearance => {
    const { language } = chosen ?? words;
    return {
      theme,
      words,
      message: { language, words: chosen && requestWords(chosen), coming, choose: chooseAndKeep },
    };
  };
  const dressAgain = (): void => appearance.set(dressed(appearance.store.getState().theme));
  async function choose(language: Language): Promise<void> {
    coming = language;
    hasChosen = true;
    dressAgain();
    const loaded = await within(clock, WORDS_LIMIT_MS, loadLaterLanguage(language)).catch(() => undefined);
    // A later choice is on its way.
    if (coming !== language) return;
    coming = undefined;
    // Where the file did not come, English stands in its place: the language before is the better one.
    if (loaded !== TIMED_OUT && loaded?.language === language) chosen = loaded;
    dressAgain();
  }

  async function chooseAndKeep(language: Language): Promise<void> {
    void storage.write(MEMORY_KEYS.letterLanguage, language);
    await choose(language);
  }
  /** Whoever asks again writes to the same administrator (U22). */
  async function chooseAsBefore(): Promise<void> {
    const kept = await storage.read(MEMORY_KEYS.letterLanguage);
    const language = LANGUAGES.find((one) => one === kept);
    if (language !== undefined && !hasChosen) await choose(language);
  }

  const appearance = createStore<Appearance>(dressed(host.theme()));
  host.onThemeChanged((theme) => appearance.set({ ...appearance.store.getState(), theme }));
  const follow = async (profile: HostProfile): Promise<void> => {
    const told = localeToSpeak(profile.locale, navigator.language);
    if (told === locale && words.language === languageFor(locale)) return;
    locale = told;
    // A file that does not come leaves the words that are there.
    words = await wordsFor(locale).catch(() => words);
    dressAgain();
  };
  void host.ready().then(follow);
  void chooseAsBefore();
  // A host that came later than anybody waited has a language as well.
  host.onMailboxChanged((profile) => void follow(profile));

  createRoot(place).render(
    <App store={app.store} appearance={appearance.store} clock={clock} support={support} send={app.send} />,
  );
}
