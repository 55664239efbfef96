import { loadAgain } from '../../adapters/browser/load-again';
import { createApprovalApp } from '../../app/create-approval-app';
import type { PaneSettings } from '../../core/api/pane-settings';
import { setupOf } from '../../core/setup';
import { approvalShellWordsFor } from '../../ui/strings/approval/shell-words';
import { readPaneSettings } from '../shell/settings';
import { showShellTrouble, translateShell } from '../shell/shell';
import { pageLocale } from './page-locale';
import { createApprovalPorts } from './ports';

/*
 * The approval page's composition root: the shared link, the pane's dialog, and both ways back from Microsoft. The story
 * goes on while the page's script is being fetched; a dialog is often at Microsoft before it has come.
 */

const locale = pageLocale(window);
translateShell(document, approvalShellWordsFor(locale));
const settings = readPaneSettings(document);
if (settings) start(settings);
else showShellTrouble(document);

function start(known: PaneSettings): void {
  const ports = createApprovalPorts(window, known);
  // A dialog goes on to Microsoft all the same.
  const pageScript = loadAgain(
    () => import(/* webpackChunkName: "approval-page", webpackPreload: true */ './show-page'),
    ports.clock,
    () => showShellTrouble(document),
  );
  const app = createApprovalApp(ports, setupOf(known, window.location.origin));
  const place = document.getElementById('approval');
  void pageScript.then(({ showPage }) => showPage({ app, clock: ports.clock, locale, place, window }));
}
