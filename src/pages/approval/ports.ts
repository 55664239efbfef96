import { createBrowserChance } from '../../adapters/browser/chance';
import { createBrowserClipboard } from '../../adapters/browser/clipboard';
import { createBrowserClock } from '../../adapters/browser/clock';
import { createBrowserLog } from '../../adapters/browser/log';
import { createTenantDiscovery } from '../../adapters/browser/tenant-discovery';
import { createBrowserVisibility } from '../../adapters/browser/visibility';
import { tellParent } from '../../adapters/office/parent';
import { createOfficeReady } from '../../adapters/office/ready';
import { createApprovalClient } from '../../adapters/service/approval-client';
import { createServiceClient } from '../../adapters/service/client';
import type { ApprovalPorts } from '../../app/create-approval-app';
import type { PaneSettings } from '../../core/api/pane-settings';
import { parseArrival } from '../../core/approval/arrival';
import { parseTabMemory, TAB_MEMORY_KEY } from '../../core/approval/memory';
import { createLateProbe } from './late-probe';
import { loadOffice } from './load-office';
import { createTab } from './tab';
import { createTabStorage } from './tab-storage';

/** The approval page's ports on the real browser, the real Office dialog and the real Microsoft. */
export function createApprovalPorts(
  window: Window & typeof globalThis,
  settings: PaneSettings,
): ApprovalPorts {
  const { origin, search } = window.location;
  const clock = createBrowserClock();
  const fetch = window.fetch.bind(window);
  const visibility = createBrowserVisibility(window);
  const access = { origin, fetch, clock, accepted: {} };
  const service = createServiceClient(access);
  const approval = createApprovalClient(access);
  const ready = createOfficeReady(window, clock);
  const online = (): boolean => visibility.online();
  const probe = createLateProbe(async () => {
    const { createPageProbe } = await import(/* webpackChunkName: "approval-probe" */ './probe');
    return createPageProbe({ window, settings, service, clock, online });
  }, online);

  const storage = createTabStorage(window);
  const meetOffice = (): void => {
    loadOffice(window.document);
    void ready.whenReady();
  };

  // What will be needed is fetched beside the rest.
  const { kind } = parseArrival(search);
  if (kind === 'dialog') meetOffice();
  if (kind === 'returned' || kind === 'direct' || kind === 'bare') {
    void storage.read(TAB_MEMORY_KEY).then((kept) => {
      if (parseTabMemory(kept).dialog) meetOffice();
      else if (kind !== 'bare') probe.prepare();
    });
  }

  return {
    clock,
    chance: createBrowserChance(window.crypto),
    probe,
    requests: { ...service, ...approval },
    looks: { begin: approval.beginLook, read: approval.readLook },
    discoverTenant: createTenantDiscovery({ loginOrigin: settings.loginOrigin, fetch, clock }),
    tellParent: (text) => {
      loadOffice(window.document);
      return tellParent(window, ready, clock, origin, text);
    },
    tab: createTab(window),
    storage,
    clipboard: createBrowserClipboard(window),
    visibility,
    log: createBrowserLog(clock),
  };
}
