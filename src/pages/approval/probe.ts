import { createTenantDiscovery } from '../../adapters/browser/tenant-discovery';
import { createMsalProbe } from '../../adapters/msal/probe';
import { askOf, signInHere, withAnswer } from '../../adapters/msal/sign-in-here';
import type { ServiceClient } from '../../adapters/service/client';
import type { PaneSettings } from '../../core/api/pane-settings';
import { PERMISSION_SET } from '../../core/permission-set';
import type { TenantId } from '../../core/tenant';
import type { Clock, ConsentProbe } from '../../ports';

interface PageProbeParts {
  readonly window: Window & typeof globalThis;
  readonly settings: PaneSettings;
  readonly service: Pick<ServiceClient, 'consent'>;
  readonly clock: Clock;
  readonly online: () => boolean;
  /** What Microsoft answered to a sign-in in this window. */
  readonly answer: string | undefined;
}

export interface PageProbe extends ConsentProbe {
  readonly signInHere: (tenant: TenantId | undefined) => Promise<boolean>;
}

/**
 * The pane's own probe, outside Outlook: no host, no mailbox and no broker, so that MSAL's standard client asks for
 * whoever is signed in at Microsoft in this browser.
 */
export function createPageProbe(parts: PageProbeParts): PageProbe {
  const { window, settings, service, clock, online, answer } = parts;
  const { origin } = window.location;
  const fetch = window.fetch.bind(window);
  const probe = createMsalProbe({
    settings,
    permissionSet: PERMISSION_SET,
    origin,
    loadStandard: answer === undefined ? undefined : withAnswer(answer),
    wentFor: answer === undefined ? undefined : askOf(answer),
    host: () => Promise.resolve({ locale: window.navigator.language, canOpenDrafts: false }),
    mayHaveBroker: () => Promise.resolve(false),
    discoverTenant: createTenantDiscovery({ loginOrigin: settings.loginOrigin, fetch, clock }),
    service,
    clock,
    online,
    window,
    fetch,
  });
  return {
    ...probe,
    signInHere: (tenant) => signInHere({ settings, origin, window, clock }, tenant, probe.nextSignIn()),
  };
}
