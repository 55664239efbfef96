import { createApp } from '../../app/create-app';
import type { PaneSettings } from '../../core/api/pane-settings';
import { PERMISSION_SET } from '../../core/permission-set';
import { loadCatalogue } from '../../ui/strings/load-catalogue';
import { shellWordsFor } from '../../ui/strings/shell-words';
import { followLastState, showLastState } from './last-state';
import { loadAgain } from './load-again';
import { createPanePorts } from './ports';
import { readPaneSettings } from '../shell/settings';
import { showShellTrouble, translateShell } from '../shell/shell';

/*
 * The pane's composition root. Outlook, MSAL and the pane's screens get ready side by side: the check does not wait for
 * React, and React does not wait for MSAL. What was confirmed last waits for none of them.
 */

translateShell(document, shellWordsFor(navigator.language));
const settings = readPaneSettings(document);
if (settings) start(settings);
else showShellTrouble(document);

function start(known: PaneSettings): void {
  const { clientId, loginOrigin, graphOrigin } = known;
  const { ports, support } = createPanePorts(window, known);
  // Ahead of need, beside the screens that will ask for it; they hear of a failure.
  loadCatalogue(navigator.language).catch(() => undefined);
  const screens = loadAgain(
    () => import(/* webpackChunkName: "screens", webpackPreload: true */ './show-pane'),
    ports.clock,
    () => showShellTrouble(document),
  );
  const { origin } = window.location;
  const app = createApp(ports, { set: PERMISSION_SET, clientId, loginOrigin, graphOrigin, origin });
  const { lastState } = app.store.getState();
  if (lastState) {
    showLastState(document, lastState, { locale: navigator.language, nowMs: ports.clock.now() });
    followLastState(document, app.store);
  }
  const place = document.getElementById('pane');
  void screens.then(({ showPane }) =>
    showPane({ app, host: ports.host, clock: ports.clock, storage: ports.storage, support, place }),
  );
}
