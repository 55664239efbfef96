import { PERMISSION_SET } from '../core/permission-set';
import type { Clock } from '../ports';
import { createApprovals } from './approvals';
import { createBackgroundLog } from './background-log';
import { systemClock } from './clock';
import type { Database } from './database/database';
import { ABOUT_DEAFNESS } from './database/hearing';
import type { openJobQueue } from './database/job-queue';
import { migrate } from './database/migrations';
import { openNews } from './database/news';
import { ABOUT_SHORT_ROOM } from './database/room';
import { ABOUT_UNUSED, isUnused } from './database/unused';
import { watchWrites } from './database/write-watch';
import { endOfHeld } from './held-certificate';
import { startHousekeeping } from './housekeeping';
import type { App } from './http/app';
import { PROVED_AT_MOST, type Proof } from './http/caller';
import { createLimits, type LimitName, type LimitRule } from './http/limits';
import type { LogDestination } from './http/log';
import { createMetrics } from './http/metrics';
import { loadPages } from './http/pages';
import { securityHeadersOf } from './http/security-headers';
import { serve } from './http/serve';
import { createServer } from './http/server';
import { jobsOfService } from './jobs/jobs-of-service';
import { bringAlong } from './ledger/bring-along';
import { foldNames } from './ledger/folded';
import { keepLedger } from './ledger/housekeeping';
import { createLedgerList } from './ledger/list';
import { createMemory } from './memory';
import { loadServiceKey } from './requests/service-key';
import { watchRoom } from './room-watch';
import type { Settings } from './settings';
import { createStopping } from './stopping';
import type { TenantReader } from './tenant/reader';
import { createTenants } from './tenants';
import { addressesOf } from './webhooks/addresses';
import { createWebhookFailures } from './webhooks/failures';

/** What the service stands on; all but the database have a default. */
export interface ServiceParts {
  /** Stays the caller's: it is closed after the service. */
  readonly database: Database;
  readonly clock?: Clock;
  /** How Microsoft is reached. */
  readonly fetch?: typeof globalThis.fetch;
  readonly tenantReader?: TenantReader;
  readonly logTo?: LogDestination;
  readonly limitRules?: Partial<Record<LimitName, LimitRule>>;
  /** Opens the queue of what is done without being asked; without it that is not done. */
  readonly openJobQueue?: typeof openJobQueue;
}

/**
 * Builds the consent status service, ready to listen (or to be asked with `inject`). `close()` stops taking, ends the
 * streams, finishes what is under way and resolves. Throws a `SettingsError` when a setting turns out wrong.
 */
export async function createService(settings: Settings, parts: ServiceParts): Promise<App> {
  const { clock = systemClock } = parts;
  const stopping = createStopping();
  const { database, proveWrites } = watchWrites(stopping.limitedDatabase(parts.database), clock);
  const fetch = stopping.limited(parts.fetch ?? globalThis.fetch);
  const pages = loadPages(settings);

  const headers = securityHeadersOf(settings.publicOrigin);
  const app = createServer(settings, headers, parts.logTo);
  const log = createBackgroundLog(app.log);
  const onTrouble = log.trouble;

  await migrate(database);
  if (await isUnused(database)) app.log.warn({ change: ABOUT_UNUSED.change }, ABOUT_UNUSED.because);
  const [stateKey, limitKey] = await Promise.all([
    loadServiceKey(database, clock, 'state', settings.stateKey),
    loadServiceKey(database, clock, 'rate-limits', settings.stateKey),
  ]);

  const metrics = createMetrics();
  const limits = createLimits(database, limitKey, parts.limitRules);
  const news = await openNews(database, clock, log.hearing);
  const room = watchRoom({ database, clock, onTrouble, onShort: log.room });
  const tenants = createTenants({
    settings,
    database,
    clock,
    fetch,
    reader: parts.tenantReader,
    news,
    metrics,
    log,
    onToTell:
      settings.webhooks &&
      ((type) => {
        metrics.toTell(type);
        jobs.wakeWebhooks();
      }),
  });
  const { registration, checks, ledger, recorder, domains } = tenants;
  const addresses = addressesOf(settings.webhooks?.urls ?? []);
  const failures = createWebhookFailures(database, clock, addresses);
  const jobs = jobsOfService({
    settings,
    database,
    clock,
    fetch,
    openQueue: parts.openJobQueue,
    addresses,
    failures,
    checks,
    recorded: recorder.allWritten,
    metrics,
    log: app.log,
    onTrouble,
    hasStopped: stopping.hasBegun,
  });
  const approvals = createApprovals({
    settings,
    database,
    clock,
    fetch,
    stateKey,
    news,
    checks,
    metrics,
    onTrouble,
  });
  const { followUps, spreadChecks, streams } = approvals;
  const proved = createMemory<Proof>(clock, PROVED_AT_MOST);

  stopping.watchConnections(app.server);
  await serve(app, {
    settings,
    headers,
    pages,
    clock,
    fetch,
    limits,
    metrics,
    proved,
    tenants,
    approvals,
    list: createLedgerList(database, clock),
    jobs,
    failures,
    proveWrites,
    shortcomings: () => {
      const [deaf, hindered] = [news.deafness(), jobs.hindrance()];
      const [atHome, ending] = [registration?.trouble(), endOfHeld(settings.credential, clock.now())];
      return [
        ...(deaf ? [ABOUT_DEAFNESS[deaf.kind]] : []),
        ...(hindered ? [hindered.about] : []),
        ...(room.isShort() ? [ABOUT_SHORT_ROOM] : []),
        ...(atHome ? [atHome] : []),
        ...(ending ? [ending] : []),
      ];
    },
    isStopping: stopping.hasBegun,
  });

  // From here on the service works without being asked.
  const stopHousekeeping = startHousekeeping({
    database,
    clock,
    sweepLimits: limits.sweep,
    keepLedger: () => keepLedger(database, clock, settings.historyKeptMs),
    onTrouble,
  });
  const broughtAlong = bringAlong(database, ledger, PERMISSION_SET).catch(onTrouble);
  const namesFolded = foldNames(database, () => !stopping.hasBegun()).catch(onTrouble);
  await Promise.all([registration?.start(), followUps.start(), spreadChecks.start()]);
  jobs.start();

  app.addHook('preClose', async () => {
    stopping.begin();
    streams.close();
    // The server closes next, and with it every connection whose answer has ended, whether or not its last part was sent
    // (https://github.com/nodejs/node/blob/v24.x/lib/_http_server.js, closeIdleConnections): a stream would be cut.
    await stopping.answersSent();
  });
  // Nobody asks any more. First ends who begins something, then what these have begun, then what all of them stand on.
  app.addHook('onClose', async () => {
    streams.close();
    await Promise.all([registration?.stop(), followUps.stop(), spreadChecks.stop()]);
    await jobs.stop();
    await Promise.all([stopHousekeeping(), room.stop()]);
    proved.close();
    limits.close();
    await checks.close();
    await Promise.all([recorder.allWritten(), domains.allNoted(), broughtAlong, namesFolded]);
    await news.close();
    stopping.end();
  });
  await app.ready();
  return app;
}
