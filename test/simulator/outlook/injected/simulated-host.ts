/**
 * What the simulated host does inside the pane, injected by the pane proxy as the first script of each page. SIMULATED.
 */
import { simulatedHostIn } from '../window-name';
import { installBridge } from './bridge-relay';
import { denyStorage } from './denied-storage';
import { troubleDialogs } from './dialog-trouble';
import { moveClock } from './moved-clock';
import { provideMicrosoftAjax } from './ms-ajax';
import { playNewerOffice } from './newer-office';

/** Replaced when the script is bundled: the origin of the simulated Outlook. */
declare const OUTLOOK_ORIGIN: string;
/** Written in front of the script by the proxy: how far the world's clock is ahead; 0 while nobody has touched it. */
declare const SIMULATED_AHEAD_MS: number;

const host = simulatedHostIn(window.name);
moveClock(OUTLOOK_ORIGIN, Math.max(SIMULATED_AHEAD_MS, host?.aheadMs ?? 0));
provideMicrosoftAjax();

const inPane = window.parent !== window && window.opener === null && !window.name.includes('isDialog');

if (host && inPane) {
  // Dialogs get no bridge: AzureAD/microsoft-authentication-library-for-js issue 7684.
  if (host.bridge) installBridge(OUTLOOK_ORIGIN);
  if (host.popups === 'blocked') window.open = () => null;
  if (host.trouble === 'storage-denied') denyStorage();
  troubleDialogs(host.trouble);
  playNewerOffice(OUTLOOK_ORIGIN);
}
