/** Start of the simulated Outlook's page. SIMULATED */
import type { HostState, ScenarioApplied } from '../control-api';
import { hostOptionsQuery, parseHostOptions } from '../host-options';
import { openPanel } from '../panel/panel';
import { certificateHelp } from './certificate-help';
import { outlookElsewhere } from './outlook-elsewhere';
import { openOutlook } from './outlook-window';
import { element } from './element';
import { forgetPane } from './forget-pane';

async function hostState(): Promise<HostState> {
  const response = await fetch('/simulated/host/state');
  return (await response.json()) as HostState;
}

/** A scenario in the address is played when the page is opened; a reload must find the world as it was left. */
function isReloaded(): boolean {
  const [how] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  return how?.type === 'reload' || how?.type === 'back_forward';
}

async function playScenario(name: string): Promise<void> {
  const response = await fetch('/simulated/host/scenario', {
    method: 'POST',
    body: JSON.stringify({ name }),
  });
  if (!response.ok) throw new Error(`There is no scenario "${name}".`);
  const applied = (await response.json()) as ScenarioApplied;
  const query = new URLSearchParams(location.search);
  for (const [key, value] of new URLSearchParams(hostOptionsQuery(applied.host))) {
    if (!query.has(key)) query.set(key, value);
  }
  history.replaceState(null, '', `?${query.toString()}`);
}

/** The service may have to start: nobody is left in front of an empty page. */
function showPreparing(scenario: string): void {
  const bars = ['title', 'line', 'line', 'line short'].map((kind) =>
    element('div', { class: `preparing-${kind.replace(' ', ' preparing-')}` }),
  );
  document.body.replaceChildren(
    element(
      'main',
      { class: 'preparing' },
      element('span', { class: 'badge' }, 'SIMULATED'),
      element(
        'p',
        { role: 'status' },
        `The scenario "${scenario}" is being set up; the service begins anew.`,
      ),
      element('div', { 'aria-hidden': 'true' }, ...bars),
    ),
  );
}

async function start(): Promise<void> {
  const scenario = new URLSearchParams(location.search).get('scenario') ?? undefined;
  const plays = scenario !== undefined && !isReloaded();
  if (plays) {
    showPreparing(scenario);
    await playScenario(scenario);
  }
  const state = await hostState();
  if (plays) await forgetPane(state.paneOrigin);
  const options = parseHostOptions(location.search);
  const panel = openPanel(state, options.panel, scenario);
  const outlook =
    options.panel === 'alone'
      ? outlookElsewhere(state, options)
      : openOutlook({
          state,
          options,
          scenario,
          panelToggle: panel.toggle,
          log: panel.log,
          changed: panel.refresh,
        });
  document.body.replaceChildren(element('div', { class: 'page' }, panel.root, outlook.root));
  panel.steer(outlook);
  const help = await certificateHelp(state.paneOrigin, state.entraOrigin);
  if (help) outlook.root.prepend(help);
}

start().catch((error: unknown) => {
  document.body.replaceChildren(
    element(
      'main',
      { class: 'broken' },
      element('h1', {}, 'The SIMULATED Outlook cannot start'),
      String(error),
    ),
  );
});
