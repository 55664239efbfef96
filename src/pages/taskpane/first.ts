import { hasBridge } from '../../adapters/msal/bridge';
import { hostFilesAhead } from '../../adapters/office/host-files';
import { officeScript } from '../../adapters/office/script';
import { readPaneSettings } from '../shell/settings';

/*
 * The page's first script, and so small that it is there long before the others: only a script can tell which part of MSAL
 * this host needs, and which part of office.js. It has those fetched beside the scripts that will ask for them. Without it
 * they ask all the same.
 */

const fetchAhead = (href: string, crossOrigin: 'anonymous' | null): void =>
  document.head.append(
    Object.assign(document.createElement('link'), { rel: 'preload', as: 'script', crossOrigin, href }),
  );

const settings = readPaneSettings(document);
const { bridged, standard } = document.currentScript?.dataset ?? {};
const msal = settings && (hasBridge(window, settings) ? bridged : standard);
if (msal !== undefined) fetchAhead(msal, null);

const officeJs = officeScript(document)?.src;
if (officeJs)
  for (const { href, anonymously } of hostFilesAhead(window, officeJs))
    fetchAhead(href, anonymously ? 'anonymous' : null);
