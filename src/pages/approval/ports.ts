import { createBrowserChance } from '../../adapters/browser/chance';
import { createBrowserClipboard } from '../../adapters/browser/clipboard';
import { createBrowserClock } from '../../adapters/browser/clock';
import { createBrowserLog } from '../../adapters/browser/log';
import { createTenantDiscovery } from '../../adapters/browser/tenant-discovery';
import { createBrowserVisibility } from '../../adapters/browser/visibility';
import { takeAnswer } from '../../adapters/msal/redirect';
import { tellParent } from '../../adapters/office/parent';
import { createOfficeReady } from '../../adapters/office/ready';
import { createApprovalClient } from '../../adapters/service/approval-client';
import { createServiceClient } from '../../adapters/service/client';
import { createRequestsClient } from '../../adapters/service/requests-client';
import type { ApprovalPorts } from '../../app/create-approval-app';
import type { PaneSettings } from '../../core/api/pane-settings';
import { parseArrival } from '../../core/approval/arrival';
import { isParted, parseTabMemory, TAB_MEMORY_KEY, type TabMemory } from '../../core/approval/memory';
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
  const answer = takeAnswer(window);
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
    return createPageProbe({ window, settings, service, clock, online, answer });
  }, online);

  const storage = createTabStorage(window);
  const tab = createTab(window, answer !== undefined);
  const readMemory = async (): Promise<TabMemory> => parseTabMemory(await storage.read(TAB_MEMORY_KEY));
  const meetOffice = (): void => {
    loadOffice(window.document);
    void ready.whenReady();
  };

  // What will be needed is fetched beside the rest.
  if (answer !== undefined) probe.prepare();
  const { kind } = parseArrival(search);
  if (kind === 'dialog' || kind === 'returned' || kind === 'direct' || kind === 'bare') {
    void readMemory().then((kept) => {
      if ((kind === 'dialog' || kept.dialog) && !isParted(kept, tab.hasOpener())) meetOffice();
      else if (kind === 'returned' || kind === 'direct') probe.prepare();
    });
  }

  return {
    clock,
    chance: createBrowserChance(window.crypto),
    probe,
    signInHere: (tenant) => probe.signInHere(tenant),
    requests: { ...createRequestsClient(access), ...approval },
    looks: { begin: approval.beginLook, read: approval.readLook },
    discoverTenant: createTenantDiscovery({ loginOrigin: settings.loginOrigin, fetch, clock }),
    async tellParent(text) {
      if (isParted(await readMemory(), tab.hasOpener())) return false;
      loadOffice(window.document);
      return tellParent(window, ready, clock, origin, text);
    },
    tab,
    storage,
    clipboard: createBrowserClipboard(window),
    visibility,
    log: createBrowserLog(clock),
  };
}
