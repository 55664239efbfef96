import { hasBridge } from '../../adapters/msal/bridge';
import { readPaneSettings } from '../shell/settings';

/*
 * The page's first script, and so small that it is there long before the others: only a script can tell which part of MSAL
 * this host needs. It has that part fetched beside the scripts that will ask for it. Without it they ask all the same.
 */

const settings = readPaneSettings(document);
const { bridged, standard } = document.currentScript?.dataset ?? {};
const href = settings && (hasBridge(window, settings) ? bridged : standard);
if (href !== undefined)
  document.head.append(Object.assign(document.createElement('link'), { rel: 'preload', as: 'script', href }));
