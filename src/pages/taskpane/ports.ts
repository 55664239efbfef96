import { createBrowserChance } from '../../adapters/browser-chance';
import { createBrowserClipboard } from '../../adapters/browser-clipboard';
import { createBrowserClock } from '../../adapters/browser-clock';
import { createBrowserLog } from '../../adapters/browser-log';
import { createBrowserPeers, peersBrowser } from '../../adapters/browser-peers';
import { createBrowserStorage } from '../../adapters/browser-storage';
import { createTenantDiscovery } from '../../adapters/browser-tenant-discovery';
import { createBrowserVisibility } from '../../adapters/browser-visibility';
import { createMsalProbe } from '../../adapters/msal-probe';
import { createOfficeDialogs } from '../../adapters/office-dialogs';
import { createOfficeHost } from '../../adapters/office-host';
import { createOfficeReady } from '../../adapters/office-ready';
import { createOfficeStorage } from '../../adapters/office-storage';
import { createServiceClient } from '../../adapters/service-client';
import { createServiceHints } from '../../adapters/service-hints';
import type { Ports } from '../../app/create-app';
import type { PaneSettings } from '../../core/api';
import { PERMISSION_SET } from '../../core/permission-set';

/** The pane's ports on the real browser, the real Outlook and the real Microsoft. */
export function createPanePorts(
  window: Window & typeof globalThis,
  settings: PaneSettings,
  compose: Ports['compose'],
): Ports {
  const { origin } = window.location;
  const clock = createBrowserClock();
  const chance = createBrowserChance(window.crypto);
  const fetch = window.fetch.bind(window);
  const ready = createOfficeReady(window, clock);
  const host = createOfficeHost(window, ready, clock);
  const visibility = createBrowserVisibility(window);
  const service = createServiceClient({ origin, fetch, clock });
  return {
    clock,
    chance,
    host,
    visibility,
    compose,
    requests: service,
    probe: createMsalProbe({
      settings,
      permissionSet: PERMISSION_SET,
      origin,
      host: () => host.ready(),
      nestedAppAuth: () => host.declaresNestedAppAuth(),
      discoverTenant: createTenantDiscovery({ loginOrigin: settings.loginOrigin, fetch, clock }),
      service,
      clock,
      online: () => visibility.online(),
      window,
      fetch,
    }),
    hints: createServiceHints({ origin, fetch, clock, chance }),
    dialogs: createOfficeDialogs(window, ready, clock, origin),
    clipboard: createBrowserClipboard(window),
    storage: createOfficeStorage(ready, clock, createBrowserStorage(window)),
    peers: createBrowserPeers(peersBrowser(window)),
    log: createBrowserLog(clock),
  };
}
