import { createTenantDiscovery } from '../../adapters/browser/tenant-discovery';
import { createMsalProbe } from '../../adapters/msal/probe';
import type { ServiceClient } from '../../adapters/service/client';
import type { PaneSettings } from '../../core/api/pane-settings';
import { PERMISSION_SET } from '../../core/permission-set';
import type { Clock, ConsentProbe } from '../../ports';

interface PageProbeParts {
  readonly window: Window & typeof globalThis;
  readonly settings: PaneSettings;
  readonly service: Pick<ServiceClient, 'consent'>;
  readonly clock: Clock;
  readonly online: () => boolean;
}

/**
 * The pane's own probe, outside Outlook: no host, no mailbox and no broker, so that MSAL's standard client asks for
 * whoever is signed in at Microsoft in this browser.
 */
export function createPageProbe({ window, settings, service, clock, online }: PageProbeParts): ConsentProbe {
  const fetch = window.fetch.bind(window);
  return createMsalProbe({
    settings,
    permissionSet: PERMISSION_SET,
    origin: window.location.origin,
    host: () => Promise.resolve({ locale: window.navigator.language, canOpenDrafts: false }),
    mayHaveBroker: () => Promise.resolve(false),
    discoverTenant: createTenantDiscovery({ loginOrigin: settings.loginOrigin, fetch, clock }),
    service,
    clock,
    online,
    window,
    fetch,
  });
}
