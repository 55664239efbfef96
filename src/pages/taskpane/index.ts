import { loadAgain } from '../../adapters/browser/load-again';
import { createApp, type Ports } from '../../app/create-app';
import type { Store } from '../../app/store';
import type { PaneSettings } from '../../core/api/pane-settings';
import type { State } from '../../core/pane/state';
import { setupOf } from '../../core/setup';
import { languageFor, localeToSpeak } from '../../ui/strings/language';
import { loadCatalogue } from '../../ui/strings/load-catalogue';
import { createWords } from '../../ui/strings/words';
import { followLastState } from './last-state';
import { showGreenInShell } from './green-in-shell';
import { createPanePorts } from './ports';
import { screensTurn } from './screens-turn';
import { dressShell } from './shell-theme';
import { readPaneSettings } from '../shell/settings';
import { showShellTrouble } from '../shell/shell';

/*
 * The pane's composition root. Outlook, MSAL and the pane's screens are fetched side by side; the browser's one thread belongs
 * to the question first, and the green check does not wait for React.
 */

const settings = readPaneSettings(document);
// After this script's own stack: whoever records where a request came from, as developer tools do, would have the browser
// parse the whole script once more for its body's stack.
if (settings) queueMicrotask(() => start(settings));
else showShellTrouble(document);

function start(known: PaneSettings): void {
  const { ports, support } = createPanePorts(window, known);
  const app = createApp(ports, setupOf(known, window.location.origin));
  followLastState(document, app.store);
  ports.host.onThemeChanged((theme) => dressShell(document, theme));
  void showGreenEarly(app.store, ports);
  const screens = screensTurn(window, app.store, ports.clock).then(() =>
    loadAgain(
      () => import(/* webpackChunkName: "screens", webpackPreload: true */ './show-pane'),
      ports.clock,
      () => showShellTrouble(document),
    ),
  );
  const place = document.getElementById('pane');
  void screens.then(({ showPane }) =>
    showPane({ app, host: ports.host, clock: ports.clock, storage: ports.storage, support, place }),
  );
}

/** The words are fetched ahead of need: the screens ask for them as well, and hear of a failure. */
async function showGreenEarly(
  store: Store<State>,
  { host, clock }: Pick<Ports, 'host' | 'clock'>,
): Promise<void> {
  const [catalogue, profile] = await Promise.all([
    loadCatalogue(navigator.language).catch(() => undefined),
    host.ready(),
  ]);
  const locale = localeToSpeak(profile.locale, navigator.language);
  // An Outlook in another language than the browser: its words come with the screens.
  if (catalogue?.language !== languageFor(locale)) return;
  showGreenInShell(document, store, createWords({ ...catalogue, locale, now: () => clock.now() }));
}
