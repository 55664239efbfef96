import { createApp } from '../../app/create-app';
import { PERMISSION_SET } from '../../core/permission-set';
import { loadCatalogue } from '../../ui/strings/load-catalogue';
import { shellWordsFor } from '../../ui/strings/shell-words';
import { loadAgain } from './load-again';
import { createPanePorts, type Speech } from './ports';
import { readPaneSettings } from '../shell/settings';
import { admitTrouble, translateShell } from '../shell/shell';

/*
 * The pane's composition root. Outlook, MSAL and the pane's screens get ready side by side: the check does not wait for
 * React, and React does not wait for MSAL.
 */

translateShell(document, shellWordsFor(navigator.language));
const settings = readPaneSettings(document);
if (settings) start();
else admitTrouble(document);

function start(): void {
  if (!settings) return;
  const { clientId, loginOrigin, graphOrigin } = settings;
  // Whatever leaves the pane is pressed on a screen, so the screens are there before the first word is needed.
  let speech: Speech | undefined;
  const spoken = (): Speech => {
    if (!speech) throw new Error('Something was to leave the pane before it had a screen.');
    return speech;
  };
  const { ports, support } = createPanePorts(window, settings, {
    compose: (request) => spoken().compose(request),
    words: () => spoken().words(),
  });
  // Ahead of need, beside the screens that will ask for it; they hear of a failure.
  loadCatalogue(navigator.language).catch(() => undefined);
  const screens = loadAgain(
    () => import(/* webpackChunkName: "screens", webpackPreload: true */ './show-pane'),
    ports.clock,
    () => admitTrouble(document),
  );
  const setup = { set: PERMISSION_SET, clientId, loginOrigin, graphOrigin, origin: window.location.origin };
  const app = createApp(ports, setup);
  void screens.then(async ({ showPane }) => {
    const place = document.getElementById('pane');
    speech = await showPane({ app, host: ports.host, clock: ports.clock, support, place });
  });
}
