/** Start of the simulated Outlook's page. SIMULATED */
import type { HostState, ScenarioApplied } from '../control-api';
import { hostOptionsQuery, parseHostOptions } from '../host-options';
import { openPanel } from '../panel/panel';
import { certificateHelp } from './certificate-help';
import { openOutlook } from './outlook-window';
import { element } from './element';
import { forgetPane } from './forget-pane';

async function hostState(): Promise<HostState> {
  const response = await fetch('/simulated/host/state');
  return (await response.json()) as HostState;
}

/** A scenario in the address is played once; a reload must find the world as it was left. */
async function playScenario(name: string): Promise<void> {
  const response = await fetch('/simulated/host/scenario', {
    method: 'POST',
    body: JSON.stringify({ name }),
  });
  if (!response.ok) throw new Error(`There is no scenario "${name}".`);
  const applied = (await response.json()) as ScenarioApplied;
  const query = new URLSearchParams(location.search);
  query.delete('scenario');
  for (const [key, value] of new URLSearchParams(hostOptionsQuery(applied.host))) {
    if (!query.has(key)) query.set(key, value);
  }
  history.replaceState(null, '', `?${query.toString()}`);
}

async function start(): Promise<void> {
  const scenario = new URLSearchParams(location.search).get('scenario');
  if (scenario !== null) await playScenario(scenario);
  const state = await hostState();
  if (scenario !== null) await forgetPane(state.paneOrigin);
  const options = parseHostOptions(location.search);
  const panel = openPanel(state, options.panel === 'open');
  const outlook = openOutlook({
    state,
    options,
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
