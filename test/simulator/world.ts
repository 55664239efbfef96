/**
 * The simulated world: Microsoft's tenant, Outlook, the pane's public origin and the product's service behind it, all on
 * this machine. The demo (`npm start`) and the browser tests start the same one.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Clock } from '../../src/ports';
import { loadCertificate, type DevelopmentCertificate } from '../tools/certificates';
import { isOnIpv6 } from '../tools/other-loopback';
import { renewServiceData } from '../tools/service-data';
import { registeredPermissions } from './app-registration';
import { DEMO, demoSeed } from './entra/demo-seed';
import { startEntra, type SimulatedEntra } from './entra/entra';
import type { DirectoryRole } from './entra/seed';
import type { HostState, ScenarioApplied, ServiceAction } from './outlook/control-api';
import type { Person } from './outlook/host/person';
import { hostOptionsQuery, type HostOptions } from './outlook/host-options';
import type { MailboxStore } from './outlook/mailbox-store';
import { BROKER_REDIRECT_PATH, startOutlookServer } from './outlook/server';
import { fillLedger } from './fill-ledger';
import { ORGANISATIONS } from './organisations';
import { startPaneProxy, type ServiceAddress } from './pane-proxy';
import { ONE_SITE, SITE_NAMES } from './site-names';
import { applyScenario } from './scenarios/apply-scenario';
import type { Scenario } from './scenarios/scenario';
import { findScenario, scenarios } from './scenarios/scenarios';
import { createServiceProcess, type ServiceProcess } from './service-process';
import {
  createWebhookReceiver,
  SIMULATED_WEBHOOK_SECRET,
  WEBHOOK_PATH,
  type Delivery,
} from './webhook-receiver';
import { createWorldClock } from './world-clock';

export interface WorldOptions {
  /** Wanted ports; one that is taken is replaced by a free one. Default: the system chooses all. */
  readonly ports?: { readonly pane?: number; readonly outlook?: number; readonly entra?: number };
  /** The tenant's clock. Default: the world's own, which can be put forward. */
  readonly clock?: Clock;
  /**
   * Settings of the product's service beside, or instead of, those that the world gives it. With a DATABASE_URL the
   * world cannot make the service forget: scenarios then meet what it still remembers.
   */
  readonly serviceSettings?: Readonly<Record<string, string>>;
  /**
   * Called when Microsoft stands and before the service starts: registers the application by its own means, and answers the
   * settings that take the place of the seed's client.
   */
  readonly register?: (at: {
    readonly entra: SimulatedEntra;
    readonly paneOrigin: string;
    /** What a process must trust to speak with Microsoft. */
    readonly certFile: string;
  }) => Promise<Readonly<Record<string, string>>>;
  /** Starts something that stands between the pane's origin and the service, as nginx does in an installation. */
  readonly front?: (behind: {
    readonly port: number;
    readonly certFile: string;
    readonly keyFile: string;
  }) => Promise<{
    readonly address: ServiceAddress;
    stop(): Promise<void>;
  }>;
  /** Something else behind the pane's origin instead of the product's service (plain http on loopback). */
  readonly otherService?: { readonly host: string; readonly port: number };
  /** Default: one of this working copy's own, which no browser trusts by itself. */
  readonly certificate?: DevelopmentCertificate;
  /** A real Outlook shows the pane: its pages get no host of ours. */
  readonly realOutlook?: true;
  /** Whoever's mailbox it is finds Contoso behind its domain, and signs in there past Outlook's broker. */
  readonly anyMailbox?: true;
  /** With fifty organisations, the vendor's own tenant known to the service, its operators' page and its webhooks. */
  readonly organisations?: true;
  /** Each part stands under a name of its own, a site of its own, for a browser that is told where the names are. */
  readonly sites?: true;
  /** Further redirect addresses on the pane's origin, as paths, for single-page sign-in. */
  readonly spaRedirectPaths?: readonly string[];
}

/** What can be done with the service; steering is refused when the world runs with `otherService`. */
export type WorldService = ServiceProcess;

export interface World {
  readonly paneOrigin: string;
  readonly outlookOrigin: string;
  readonly officeJsUrl: string;
  readonly entra: SimulatedEntra;
  readonly service: WorldService;
  readonly mailboxes: MailboxStore;
  /** What the service has told by webhooks, the newest first. */
  readonly webhooks: () => readonly Delivery[];
  /** The client id of ExtendSync in this world. */
  readonly clientId: string;
  /** The address of an Outlook window; a scenario in it is played when the page opens. */
  outlookUrl(options?: Partial<HostOptions> & { readonly scenario?: string }): string;
  /** Puts the whole world into a named scenario; throws when there is none of that name. */
  play(scenario: string): Promise<ScenarioApplied>;
  /** Puts the clock of tenant, service and pages forward. Pages that are open follow at their next load, or by their Outlook. */
  putForward(ms: number): void;
  /** Lets the fifty organisations show themselves to the service; rejects in a world without them. */
  fillLedger(): Promise<void>;
  /** Ends everything that was started and removes its files. May be called twice. */
  stop(): Promise<void>;
}

/** Where a world's pages come from, each an origin of its own. */
export const originsOf = ({ paneOrigin, outlookOrigin, entra }: World): readonly string[] => [
  paneOrigin,
  outlookOrigin,
  entra.origin,
];

const ROOT = resolve(__dirname, '../..');
/** Where the pane's sign-in may return to; the pages are the product's. */
const SPA_REDIRECT_PATHS = ['/redirect.html', '/taskpane.html'];
/**
 * Where Microsoft sends an administrator back to: the service, and the page that a link of the pane's own names. They are registered
 * as Web, since only such a code may be redeemed by a server (AADSTS9002327); an address stands in one list only.
 */
const WEB_REDIRECT_PATHS = ['/consent/return', '/consent/look', '/grant.html'];

const ROLE_WORDS: Readonly<Record<DirectoryRole, string>> = {
  user: 'no admin role',
  'global-administrator': 'Global Administrator',
  'privileged-role-administrator': 'Privileged Role Administrator',
  'application-administrator': 'Application Administrator',
  'cloud-application-administrator': 'Cloud Application Administrator',
  'ai-administrator': 'AI Administrator',
  'global-reader': 'Global Reader',
};

/** Tries the wanted port first and lets the system choose when it is taken, on either of localhost's addresses. */
async function onPort<Started>(
  wanted: number | undefined,
  start: (port: number) => Promise<Started>,
): Promise<Started> {
  if (!wanted || (await isOnIpv6(wanted))) return start(0);
  try {
    return await start(wanted);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    return start(0);
  }
}

function notSteered(address: ServiceProcess['address']): WorldService {
  const refuse = (): Promise<never> => Promise.reject(new Error('This world has no service of the product.'));
  return {
    address,
    start: refuse,
    stop: refuse,
    restart: refuse,
    kill: refuse,
    isRunning: () => true,
    forget: refuse,
    hears: refuse,
    clockMoved: () => undefined,
    log: () => '',
  };
}

function peopleOf(entra: SimulatedEntra): readonly Person[] {
  const people = entra.directory.users.filter((user) => user.signInBlocked !== true);
  return people.map((user) => ({
    id: user.id,
    name: user.displayName,
    upn: user.upn,
    tenantId: user.tenantId,
    tenantName: entra.directory.findTenant(user.tenantId)?.displayName ?? '',
    role: ROLE_WORDS[user.role],
  }));
}

/** Starts the world. Rejects, with everything ended again, when a part cannot start. */
export async function startWorld(options: WorldOptions = {}): Promise<World> {
  const ending: (() => Promise<void>)[] = [];
  const clock = createWorldClock();
  const webhooks = createWebhookReceiver();
  let stopped: Promise<void> | undefined;

  async function endAll(): Promise<void> {
    const failures: unknown[] = [];
    for (const end of ending.toReversed()) await end().catch((failure: unknown) => failures.push(failure));
    if (failures.length > 0) throw new AggregateError(failures, 'Parts of the simulated world did not end.');
  }
  const stop = (): Promise<void> => (stopped ??= endAll());

  try {
    const { key, cert, certFile, keyFile } = options.certificate ?? (await loadCertificate());
    const tls = { key, cert };
    const names = options.sites ? SITE_NAMES : ONE_SITE;
    let outlookOrigin = '';
    // Until the service has its place, requests are refused: nothing listens on the discard port (RFC 863).
    let isServiceFresh = true;
    let surroundings: Scenario['surroundings'] = [];
    let forgetServiceData = (): Promise<void> => Promise.resolve();
    let service: WorldService = notSteered(options.otherService ?? { host: '127.0.0.1', port: 9 });

    let front: ServiceAddress | undefined;

    const proxy = await onPort(options.ports?.pane, (port) =>
      startPaneProxy({
        tls,
        port,
        name: names.pane,
        service: () => {
          isServiceFresh = false;
          return front ?? service.address;
        },
        outlookOrigin: options.realOutlook ? undefined : () => outlookOrigin,
        aheadMs: clock.aheadMs,
        writesPorts: () => surroundings.includes('proxy-writes-ports'),
      }),
    );
    ending.push(proxy.stop);
    const paneOrigin = proxy.origin;

    const seed = demoSeed({
      permissions: registeredPermissions,
      spaRedirectUris: [...SPA_REDIRECT_PATHS, ...(options.spaRedirectPaths ?? [])].map(
        (path) => paneOrigin + path,
      ),
      webRedirectUris: WEB_REDIRECT_PATHS.map((path) => paneOrigin + path),
      ...(options.organisations ? { organisations: ORGANISATIONS } : {}),
      ...(options.anyMailbox ? { anyDomainIsContoso: true } : {}),
    });
    const entra = await onPort(options.ports?.entra, (port) =>
      startEntra({ tls, port, names, seed, clock: options.clock ?? clock }),
    );
    ending.push(() => entra.stop());

    const state = (): HostState => ({
      serviceIsRunning: service.isRunning(),
      scenarios: scenarios.map(({ name, title, story, lookAt }) => ({ name, title, story, lookAt })),
      aheadMs: clock.aheadMs(),
      people: peopleOf(entra),
      entraOrigin: entra.origin,
      paneOrigin,
      appDomains: [entra.origin],
      webhooks: webhooks.deliveries(),
    });

    const putForward = (ms: number): void => {
      clock.putForward(ms);
      service.clockMoved();
    };

    /** The service remembers what it has seen; a world that is set anew must not be judged by the one before. */
    async function renewService(shouldRun: boolean): Promise<void> {
      if (options.otherService) return;
      if (!isServiceFresh) {
        if (service.isRunning() && options.serviceSettings?.['DATABASE_URL'] === undefined)
          await service.forget();
        else {
          await service.stop();
          await forgetServiceData();
        }
        isServiceFresh = true;
      }
      if (shouldRun) await service.start();
      else await service.stop();
    }

    const fill = async (): Promise<void> => {
      if (options.organisations !== true) throw new Error('This world has no further organisations.');
      await fillLedger({ entra, paneOrigin, certificate: cert, putForward });
    };

    /** What stands before and behind the service. */
    async function surround(by: Scenario['surroundings']): Promise<void> {
      surroundings = by;
      if (!options.otherService) await service.hears(!by.includes('database-tells-nothing'));
    }

    async function playNamed(name: string): Promise<ScenarioApplied | undefined> {
      const chosen = findScenario(name);
      if (!chosen) return undefined;
      applyScenario(entra, chosen);
      await surround(chosen.surroundings);
      await renewService(chosen.service === 'running');
      return { name, host: chosen.host };
    }

    const steer: Readonly<Record<ServiceAction, () => Promise<void>>> = {
      start: () => service.start(),
      stop: () => service.stop(),
      restart: () => service.restart(),
      kill: () => service.kill(),
    };

    const outlook = await onPort(options.ports?.outlook, (port) =>
      startOutlookServer({
        tls,
        port,
        names,
        state,
        applyScenario: playNamed,
        steerService: (action) => steer[action](),
        putForward,
        fillLedger: fill,
        takeWebhook: webhooks.take,
        reset: async () => {
          entra.reset();
          webhooks.clear();
          await surround([]);
          await renewService(true);
        },
      }),
    );
    ending.push(outlook.stop);
    outlookOrigin = outlook.origin;
    entra.setHostOrigin(outlookOrigin);
    entra.addRedirectUri(outlookOrigin + BROKER_REDIRECT_PATH, 'spa');

    const client = (await options.register?.({ entra, paneOrigin, certFile })) ?? {
      CLIENT_ID: DEMO.appId,
      CLIENT_SECRET: DEMO.clientSecret,
    };
    if (!options.otherService) {
      const dataDir = await mkdtemp(join(tmpdir(), 'extendsync-world-'));
      ending.push(() => rm(dataDir, { recursive: true, force: true }));
      const product = await createServiceProcess({
        entry: join(ROOT, 'dist/service/main.js'),
        aheadMs: clock.aheadMs,
        names: options.sites ? Object.values(names) : [],
        settings: {
          PUBLIC_ORIGIN: paneOrigin,
          ...client,
          ...(options.organisations
            ? {
                HOME_TENANT: DEMO.tenants.extendsync,
                WEBHOOK_URLS: outlookOrigin + WEBHOOK_PATH,
                WEBHOOK_SECRET: SIMULATED_WEBHOOK_SECRET,
              }
            : {}),
          CLOUD: 'custom',
          LOGIN_ORIGIN: entra.origin,
          GRAPH_ORIGIN: entra.graphOrigin,
          OFFICE_JS_URL: outlook.officeJsUrl,
          HOST_ORIGINS: outlookOrigin,
          DATA_DIR: dataDir,
          PANE_DIR: join(ROOT, 'dist/pane'),
          TRUST_PROXY: options.front ? '2' : '1',
          LOG_LEVEL: 'info',
          NODE_EXTRA_CA_CERTS: certFile,
          ...(options.anyMailbox ? { NESTED_APP_AUTH: 'off' } : {}),
          ...options.serviceSettings,
        },
      });
      service = product;
      forgetServiceData = () => renewServiceData(dataDir);
      await forgetServiceData();
      ending.push(() => product.stop());
      const started = await options.front?.({ port: product.address.port, certFile, keyFile });
      if (started) ending.push(started.stop);
      front = started?.address;
      await service.start();
    }

    return {
      paneOrigin,
      outlookOrigin,
      officeJsUrl: outlook.officeJsUrl,
      entra,
      service,
      putForward,
      fillLedger: fill,
      mailboxes: outlook.mailboxes,
      webhooks: webhooks.deliveries,
      clientId: entra.directory.application.appId,
      outlookUrl: ({ scenario, ...host } = {}) => {
        const query = new URLSearchParams(hostOptionsQuery(host));
        if (scenario !== undefined) query.set('scenario', scenario);
        const text = query.toString();
        return text ? `${outlookOrigin}/?${text}` : `${outlookOrigin}/`;
      },
      play: async (name) => {
        const applied = await playNamed(name);
        if (!applied) throw new Error(`There is no scenario "${name}".`);
        // As the panel's button does: what a mailbox remembers of the play before would be its answer in this one.
        outlook.mailboxes.clear();
        return applied;
      },
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}
