import { createBrowserChance } from '../../adapters/browser/chance';
import { createBrowserClipboard } from '../../adapters/browser/clipboard';
import { createBrowserClock } from '../../adapters/browser/clock';
import { createBrowserLastStates } from '../../adapters/browser/last-states';
import { createBrowserLog } from '../../adapters/browser/log';
import { createBrowserPeers, peersBrowser } from '../../adapters/browser/peers';
import { openBrowserValues } from '../../adapters/browser/storage';
import { createTenantDiscovery } from '../../adapters/browser/tenant-discovery';
import { createBrowserVisibility } from '../../adapters/browser/visibility';
import { msalVersion } from '../../adapters/msal/client';
import { createMsalProbe } from '../../adapters/msal/probe';
import { createOfficeHost } from '../../adapters/office/host';
import { createOfficeReady } from '../../adapters/office/ready';
import { createOfficeStorage } from '../../adapters/office/storage';
import { createServiceClient } from '../../adapters/service/client';
import type { Ports } from '../../app/create-app';
import type { PaneSettings } from '../../core/api/pane-settings';
import { PERMISSION_SET } from '../../core/permission-set';
import type { SupportReader } from '../../ui/pane/support-reader';
import { createHandOver } from './hand-over';
import { createLateDialogs } from './late-dialogs';
import { createLateHints } from './late-hints';
import { createLateRequests } from './late-requests';

/** The pane's ports on the real browser, the real Outlook and the real Microsoft, and what its later screens read. */
export function createPanePorts(
  window: Window & typeof globalThis,
  settings: PaneSettings,
): { readonly ports: Ports; readonly support: SupportReader } {
  const { origin } = window.location;
  const clock = createBrowserClock();
  const chance = createBrowserChance(window.crypto);
  const fetch = window.fetch.bind(window);
  const ready = createOfficeReady(window, clock);
  const host = createOfficeHost(window, ready, clock);
  const visibility = createBrowserVisibility(window);
  const access = { origin, fetch, clock, accepted: {} };
  const service = createServiceClient(access);
  const clipboard = createBrowserClipboard(window);
  const log = createBrowserLog(clock);
  const handOver = createHandOver({
    window,
    settings,
    clock,
    host,
    ready,
    clipboard,
    files: async () =>
      (
        await import(/* webpackChunkName: "later-hand-over" */ '../../adapters/browser/files')
      ).createBrowserFiles(window, clock),
    log,
    msalVersion: () => msalVersion(window, settings),
  });
  const ports: Ports = {
    clock,
    chance,
    host,
    visibility,
    clipboard,
    log,
    handOverDiagnostics: handOver.handOverDiagnostics,
    openLetter: handOver.openLetter,
    requests: createLateRequests(async () =>
      (
        await import(/* webpackChunkName: "later-after-verdict" */ '../../adapters/service/requests-client')
      ).createRequestsClient(access),
    ),
    probe: createMsalProbe({
      settings,
      permissionSet: PERMISSION_SET,
      origin,
      host: () => host.ready(),
      hostNow: () => host.now(),
      mayHaveBroker: () => host.mayHaveBroker(),
      discoverTenant: createTenantDiscovery({ loginOrigin: settings.loginOrigin, fetch, clock }),
      service,
      clock,
      online: () => visibility.online(),
      window,
      fetch,
    }),
    hints: createLateHints(
      async () =>
        (
          await import(/* webpackChunkName: "later-hints" */ '../../adapters/service/hints')
        ).createServiceHints({ origin, fetch, clock, chance }),
      clock,
    ),
    dialogs: createLateDialogs(async () =>
      (
        await import(/* webpackChunkName: "later-after-verdict" */ '../../adapters/office/dialogs')
      ).createOfficeDialogs(window, ready, clock, origin),
    ),
    lastStates: createBrowserLastStates(window),
    storage: createOfficeStorage(ready, clock, openBrowserValues(window)),
    peers: createBrowserPeers(peersBrowser(window), visibility),
  };
  return { ports, support: handOver };
}
