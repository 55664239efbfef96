/**
 * What the simulated host does inside the pane, injected by the pane proxy as the first script of each page. SIMULATED.
 */
import { simulatedHostIn } from '../window-name';
import { installBridge } from './bridge-relay';
import { provideMicrosoftAjax } from './ms-ajax';

/** Replaced when the script is bundled: the origin of the simulated Outlook. */
declare const OUTLOOK_ORIGIN: string;

provideMicrosoftAjax();

const host = simulatedHostIn(window.name);
const inPane = window.parent !== window && window.opener === null && !window.name.includes('isDialog');

if (host && inPane) {
  // Dialogs get no bridge: AzureAD/microsoft-authentication-library-for-js issue 7684.
  if (host.bridge) installBridge(OUTLOOK_ORIGIN);
  if (host.popups === 'blocked') window.open = () => null;
}
