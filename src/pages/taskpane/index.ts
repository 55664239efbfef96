import { createApp } from '../../app/create-app';
import { PERMISSION_SET } from '../../core/permission-set';
import { loadCatalogue } from '../../ui/strings/load-catalogue';
import { loadAgain } from './load-again';
import { createPanePorts, type Speech } from './ports';
import { readPaneSettings } from './settings';
import { admitTrouble, translateShell } from './shell';

/*
 * The pane's composition root. Outlook, MSAL and the pane's face get ready side by side: the check does not wait for
 * React, and React does not wait for MSAL.
 */

translateShell(document, navigator.language);
const settings = readPaneSettings(document);
if (settings) start();
else admitTrouble(document);

function start(): void {
  if (!settings) return;
  const { clientId, loginOrigin, graphOrigin } = settings;
  // Whatever leaves the pane is pressed in the face, so the face is there before the first word is needed.
  let speech: Speech | undefined;
  const spoken = (): Speech => {
    if (!speech) throw new Error('Something was to leave the pane before it had a face.');
    return speech;
  };
  const { ports, doors } = createPanePorts(window, settings, {
    compose: (request) => spoken().compose(request),
    words: () => spoken().words(),
  });
  // Ahead of need, beside the face that will ask for it; the face hears of a failure.
  loadCatalogue(navigator.language).catch(() => undefined);
  const face = loadAgain(
    () => import(/* webpackChunkName: "face", webpackPreload: true */ './face'),
    ports.clock,
    () => admitTrouble(document),
  );
  const setup = { set: PERMISSION_SET, clientId, loginOrigin, graphOrigin, origin: window.location.origin };
  const app = createApp(ports, setup);
  void face.then(async ({ showFace }) => {
    const place = document.getElementById('pane');
    speech = await showFace({ app, host: ports.host, clock: ports.clock, doors, place });
  });
}
