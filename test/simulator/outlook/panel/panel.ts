/** The control panel: a drawer beside Outlook, plainly not part of it. SIMULATED */
import type { HostState } from '../control-api';
import type { HostOptions } from '../host-options';
import { drawings, element, icon } from '../host/element';
import type { OutlookWindow } from '../host/outlook-window';
import { clockPart } from './clock-part';
import { consentPart } from './consent-part';
import type { PanelContext, PanelPart } from './context';
import { hostClient } from './host-client';
import { logPart } from './log-part';
import { peoplePart } from './people-part';
import { scenarioPart } from './scenario-part';
import { operatorsPart } from './operators-part';
import { servicePart } from './service-part';
import { createTenantClient } from './tenant-client';
import { troublePart } from './trouble-part';
import { windowPart } from './window-part';

export interface Panel {
  readonly root: HTMLElement;
  /** The button in Outlook's header that opens and closes the drawer. */
  readonly toggle: HTMLElement;
  log(line: string): void;
  /** Shows the world as it is now, when the drawer is open. */
  refresh(): void;
  /** Gives the panel its window; called once, when Outlook is drawn. */
  steer(outlook: OutlookWindow): void;
}

/** Often enough to watch a grant spread; only while the drawer is open and seen. */
const LOOK_EVERY_MS = 2_000;

export function openPanel(first: HostState, opened: HostOptions['panel'], played: string | undefined): Panel {
  const isOpen = opened !== 'closed';
  let host = first;
  let parts: readonly PanelPart[] = [];
  let isRefreshing = false;
  const tenant = createTenantClient(first.entraOrigin);
  const log = logPart();
  const said = element('p', { class: 'note', role: 'status' });
  const body = element('div', {});
  const root = element(
    'aside',
    { class: 'panel', id: 'simulation-panel', 'aria-label': 'Simulation controls', hidden: !isOpen },
    element('h2', {}, 'Simulation controls'),
    element(
      'p',
      { class: 'panel-intro' },
      element('span', { class: 'badge' }, 'SIMULATED'),
      ' Steers the pretended Microsoft behind this Outlook.',
    ),
    said,
    body,
  );
  const toggle = element(
    'button',
    {
      type: 'button',
      'aria-expanded': String(isOpen),
      'aria-controls': 'simulation-panel',
      onclick: () => {
        root.hidden = !root.hidden;
        toggle.setAttribute('aria-expanded', String(!root.hidden));
        void refresh();
      },
    },
    icon(drawings.controls),
    'Simulation controls',
  );

  async function refresh(): Promise<void> {
    if (root.hidden || isRefreshing || parts.length === 0) return;
    isRefreshing = true;
    try {
      const [newHost, state] = await Promise.all([hostClient.state(), tenant.state()]);
      host = newHost ?? host;
      for (const part of parts) part.show({ host, tenant: state });
    } finally {
      isRefreshing = false;
    }
  }

  setInterval(() => {
    if (document.visibilityState === 'visible') void refresh();
  }, LOOK_EVERY_MS);

  return {
    root,
    toggle,
    log: log.add,
    refresh: () => void refresh(),
    steer: (outlook) => {
      const context: PanelContext = {
        outlook,
        tenant,
        host: () => host,
        act: (words, action) => {
          said.textContent = '';
          void action().then(async (wrong) => {
            said.textContent = wrong === undefined ? words : `That did not work: ${wrong}`;
            log.add(`panel: ${words}`);
            await refresh();
          });
        },
      };
      // Of a real Outlook neither the window nor the clock can be steered.
      parts =
        opened === 'alone'
          ? [
              scenarioPart(context, played),
              consentPart(context),
              servicePart(context),
              troublePart(context),
              log,
            ]
          : [
              scenarioPart(context, played),
              peoplePart(context),
              consentPart(context),
              clockPart(context),
              windowPart(context),
              servicePart(context),
              operatorsPart(context),
              troublePart(context),
              log,
            ];
      body.replaceChildren(...parts.map((part) => part.root));
      void refresh();
    },
  };
}
