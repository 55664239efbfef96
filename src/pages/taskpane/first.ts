import { createBrowserClock } from '../../adapters/browser/clock';
import { createBrowserLastStates } from '../../adapters/browser/last-states';
import { cameFromCache } from '../../adapters/browser/page-cache';
import { hasBridge } from '../../adapters/msal/bridge';
import { hostFilesAhead } from '../../adapters/office/host-files';
import { readLastTheme } from '../../adapters/office/last-theme';
import { addOfficeScript } from '../../adapters/office/script';
import { lastStateIn } from '../../core/pane/last-state';
import { shellWordsFor } from '../../ui/strings/shell-words';
import { readPaneSettings } from '../shell/settings';
import { showShellTrouble, translateShell } from '../shell/shell';
import { afterFirstFrame } from './frames';
import { showLastState } from './last-state';
import { dressShell } from './shell-theme';

/*
 * The pane's first script stands in the page itself, behind all that the page shows. It has fetched what only a script can
 * tell: which part of MSAL this host needs, and which parts of office.js. It says in the person's language what the page
 * says, in the colours that Outlook had last, and what was confirmed last, so that the first frame has it. The scripts that
 * take their time run after that frame.
 */

const fetchAhead = (
  href: string,
  how: Partial<Pick<HTMLLinkElement, 'crossOrigin' | 'fetchPriority'>> = {},
): void =>
  document.head.append(
    Object.assign(document.createElement('link'), { rel: 'preload', as: 'script', ...how, href }),
  );
const atItsEnd = (script: HTMLScriptElement, task: () => void): void => {
  for (const end of ['load', 'error']) script.addEventListener(end, task);
};
const run = (src: string): HTMLScriptElement => {
  const script = Object.assign(document.createElement('script'), { src });
  // Whoever asks for the same script later would wait for the events of this one, which have passed.
  atItsEnd(script, () => script.remove());
  document.head.append(script);
  return script;
};
/** The pane's own script: asked for again until it comes, as an instance of another version may have been asked. */
function runAgain(src: string): HTMLScriptElement {
  const script = run(src);
  script.addEventListener('error', () => {
    showShellTrouble(document);
    setTimeout(runAgain, 3_000, src);
  });
  return script;
}

const { entry, bridged, standard, screens } = document.currentScript?.dataset ?? {};
const officeJs = document.querySelector<HTMLLinkElement>('link#office-js-ahead')?.href;
const settings = readPaneSettings(document);
const isBridged = settings !== undefined && hasBridge(window, settings);
const msal = settings && (isBridged ? bridged : standard);
// What the browser has already takes it no time to fetch, but time of its one thread to be asked for ahead.
const hasAll = cameFromCache(window.performance);
afterFirstFrame(window, () => {
  // Each runs when it comes. MSAL mostly comes first: the pane's own script then need not ask for it.
  if (msal !== undefined) run(msal);
  const own = entry === undefined ? undefined : runAgain(entry);
  // Where there is a bridge, the pane asks Microsoft before Outlook has introduced itself: its script runs first, for office.js
  // keeps the thread for as long as the question would wait.
  const awaited = isBridged ? own : undefined;
  if (officeJs)
    addOfficeScript(
      document,
      officeJs,
      awaited && ((start) => atItsEnd(awaited, () => setTimeout(start, 0))),
    );
  // Nobody waits for the screens yet.
  if (!hasAll) for (const href of screens?.split(' ') ?? []) fetchAhead(href, { fetchPriority: 'low' });
});
if (msal !== undefined) fetchAhead(msal);
if (officeJs && !hasAll)
  for (const { href, anonymously } of hostFilesAhead(window, officeJs))
    fetchAhead(href, anonymously ? { crossOrigin: 'anonymous' } : {});

translateShell(document, shellWordsFor(navigator.language));
dressShell(document, readLastTheme(window));
const nowMs = createBrowserClock().now();
const lastState = settings && lastStateIn(createBrowserLastStates(window).read(), nowMs);
if (lastState) showLastState(document, lastState, { locale: navigator.language, nowMs });
