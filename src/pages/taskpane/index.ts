import { createApp, type Ports } from '../../app/create-app';
import { PERMISSION_SET } from '../../core/permission-set';
import { loadAgain } from './load-again';
import { createPanePorts } from './ports';
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
  // Sharing is pressed in the face, so the face is there before the first request is composed.
  let compose: Ports['compose'] = () => {
    throw new Error('Something was shared before the pane had a face.');
  };
  const ports = createPanePorts(window, settings, (request) => compose(request));
  const face = loadAgain(
    () => import(/* webpackChunkName: "face", webpackPreload: true */ './face'),
    ports.clock,
    () => admitTrouble(document),
  );
  const setup = { set: PERMISSION_SET, clientId, loginOrigin, graphOrigin, origin: window.location.origin };
  const app = createApp(ports, setup);
  void face.then(async ({ showFace }) => {
    const place = document.getElementById('pane');
    compose = await showFace({ app, host: ports.host, clock: ports.clock, place });
  });
}
