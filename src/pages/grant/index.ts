import { createApprovalApp, type ApprovalPorts } from '../../app/create-approval-app';
import { PERMISSION_SET } from '../../core/permission-set';
import { approvalShellWordsFor } from '../../ui/strings/approval/shell-words';
import { readPaneSettings } from '../shell/settings';
import { admitTrouble, translateShell } from '../shell/shell';
import { createApprovalPorts } from './ports';

/*
 * The grant page's composition root: the shared link, the pane's dialog, and both ways back from Microsoft. The story
 * goes on while the face is being fetched; a dialog is often at Microsoft before it has one.
 */

translateShell(document, approvalShellWordsFor(navigator.language));
const settings = readPaneSettings(document);
if (settings) start();
else admitTrouble(document);

function start(): void {
  if (!settings) return;
  const { clientId, loginOrigin, graphOrigin } = settings;
  // The receipt is asked for in the face, so the face is there before the first one is composed.
  let compose: ApprovalPorts['composeReceipt'] = () => {
    throw new Error('A receipt was asked for before the page had a face.');
  };
  const ports = createApprovalPorts(window, settings, (receipt) => compose(receipt));
  const face = import(/* webpackChunkName: "grant-face", webpackPreload: true */ './face');
  const app = createApprovalApp(ports, {
    set: PERMISSION_SET,
    clientId,
    loginOrigin,
    graphOrigin,
    origin: window.location.origin,
  });
  face
    .then(async ({ showApprovalFace }) => {
      compose = await showApprovalFace({
        app,
        clock: ports.clock,
        place: document.getElementById('grant'),
        window,
      });
    })
    // The script could not be fetched. A dialog goes on to Microsoft all the same.
    .catch(() => admitTrouble(document));
}
