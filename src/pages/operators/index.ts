import { loadAgain } from '../../adapters/browser/load-again';
import { createOperatorsApp } from '../../app/create-operators-app';
import type { PaneSettings } from '../../core/api/pane-settings';
import { readPaneSettings } from '../shell/settings';
import { showShellTrouble } from '../shell/shell';
import { createOperatorsPorts } from './ports';

/* The operators' composition root. Nobody waits for it in Outlook: it has its own scripts, and the pane loads none of them. */

const settings = readPaneSettings(document);
if (settings) start(settings);
else showShellTrouble(document);

function start(known: PaneSettings): void {
  const ports = createOperatorsPorts(window, known);
  // Beside the first silent question to Microsoft.
  const pageScript = loadAgain(
    () => import(/* webpackChunkName: "operators-page", webpackPreload: true */ './show-page'),
    ports.clock,
    () => showShellTrouble(document),
  );
  const { store, send } = createOperatorsApp(ports);
  const place = document.getElementById('operators');
  void pageScript.then(({ showPage }) => showPage({ store, send, clock: ports.clock, place, window }));
}
