import type { FastifyRequest } from 'fastify';
import fastifySwagger from '@fastify/swagger';
import { PERMISSION_SET } from '../core/permission-set';
import { requiredOf, scopesOf, type PermissionSet } from '../core/permissions';
import { permissionSetFor } from '../core/situation';
import type { App } from './http/app';
import { createAppTokens } from './tenant/app-token';
import { createAttempts } from './requests/attempts';
import { createCallerCheck, PROVED_AT_MOST, type Proof } from './http/caller';
import type { Clock } from '../ports';
import { systemClock } from './clock';
import { consentRoute } from './http/consent-route';
import type { Database } from './database/database';
import { eventRoute } from './http/event-route';
import { createEventStreams } from './http/event-streams';
import { createFollowUps } from './requests/follow-ups';
import { bringAlong } from './ledger/bring-along';
import { foldNames } from './ledger/folded';
import { keepLedger } from './ledger/housekeeping';
import { createDomains } from './ledger/domains';
import { createLedger } from './ledger/ledger';
import { createLedgerList } from './ledger/list';
import { createRecorder } from './ledger/recorder';
import type { openJobQueue } from './database/job-queue';
import { jobsOfService } from './jobs/jobs-of-service';
import { addressesOf } from './webhooks/addresses';
import { createWebhookFailures } from './webhooks/failures';
import { webhookRoutes } from './http/webhook-routes';
import { createOperatorGuard } from './http/operator-guard';
import { operatorRoutes } from './http/operator-routes';
import { createSignedIn, mayAskForKeys } from './http/signed-in';
import { createLimits, type LimitName, type LimitRule } from './http/limits';
import { logAnswer, routeOf, type LogDestination } from './http/log';
import { createMetrics } from './http/metrics';
import { serveMetricsApart } from './http/metrics-server';
import { migrate } from './database/migrations';
import { ABOUT_DEAFNESS } from './database/hearing';
import { openNews } from './database/news';
import { ABOUT_SHORT_ROOM } from './database/room';
import { watchWrites } from './database/write-watch';
import { operationsRoutes } from './http/operations-routes';
import { loadPages, pageRoutes } from './http/pages';
import { createServer } from './http/server';
import { requestRoutes } from './http/request-routes';
import { createRequestStore } from './requests/store';
import { returnRoute } from './http/return-route';
import { lookRoute } from './http/look-route';
import { looksRoutes } from './http/looks-routes';
import { createLookSignIn } from './http/look-sign-in';
import { createLooks } from './requests/looks';
import { createSpreadChecks } from './requests/spread-checks';
import { createAdministratorLook } from './tenant/administrator-look';
import { createCodeRedemption } from './tenant/administrator-token';
import { guardRoutes, refuseOtherMethods } from './http/guards';
import { refuseEarly } from './http/early-refusals';
import { cutUnread } from './http/unread-answers';
import { clientOf } from './http/client-address';
import { watchProxySetting } from './http/proxy-setting';
import { securityHeadersOf, sendSecurityHeaders } from './http/security-headers';
import { createMemory } from './memory';
import { loadServiceKey } from './requests/service-key';
import type { Settings } from './settings';
import { createStopping } from './stopping';
import { startHousekeeping } from './housekeeping';
import { watchRoom } from './room-watch';
import { createTenantChecks, type Caller } from './tenant/checks';
import { createRegistrationCheck } from './tenant/registration';
import { createTenantReader, type TenantReader } from './tenant/reader';
import { createAskWhose, createTenantResolver } from './tenant/resolver';

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
  const { clientId, cloud, publicOrigin, trustProxy } = settings;
  const pages = loadPages(settings);

  const headers = securityHeadersOf(publicOrigin);
  const app = createServer(settings, headers, parts.logTo);

  await migrate(database);
  const [stateKey, limitKey] = await Promise.all([
    loadServiceKey(database, clock, 'state', settings.stateKey),
    loadServiceKey(database, clock, 'rate-limits', settings.stateKey),
  ]);

  const onTrouble = (error: unknown): void => app.log.error({ err: error }, 'trouble in the background');

  const metrics = createMetrics();
  const limits = createLimits(database, limitKey, parts.limitRules);
  const news = await openNews(database, clock, (deafness) => {
    if (deafness === undefined) {
      app.log.warn({}, 'LISTEN hears again');
      return;
    }
    const { because, change } = ABOUT_DEAFNESS[deafness.kind];
    const reason = deafness.kind === 'not-connected' ? { reason: deafness.reason } : {};
    app.log.error({ change, ...reason }, `${because}: events reach the panes seconds late`);
  });
  const room = watchRoom({
    database,
    clock,
    onTrouble,
    onShort: (isShort) => {
      const { because, change } = ABOUT_SHORT_ROOM;
      if (isShort) app.log.error({ change }, `${because}: where it is full the service ends`);
      else app.log.warn({}, 'the disk of DATA_DIR has room again');
    },
  });
  const requests = createRequestStore(database, clock);
  const attempts = createAttempts(database, clock, stateKey);
  const askWhose = createAskWhose(cloud.loginOrigin, fetch, clock);
  const resolveTenant = createTenantResolver(askWhose, clock);
  // What is not worth a second question: what is optional, and the sign-in's own words, which come with any other.
  const scopesNeededIn = (set: PermissionSet): readonly string[] =>
    requiredOf(set).flatMap((permission) =>
      permission.kind === 'delegated' && !permission.impliedByAnyGrant ? [permission.scope] : [],
    );
  const askToken = createAppTokens(settings, fetch, clock);
  const registration =
    settings.homeTenant === undefined
      ? undefined
      : createRegistrationCheck({
          homeTenant: settings.homeTenant,
          askToken,
          clock,
          onStanding: (standing, code) => {
            if (standing === 'known') app.log.warn({}, 'Entra knows the registration: tenants are judged');
            else if (standing === 'no-token')
              app.log.warn(
                { code },
                'Entra gives no token in HOME_TENANT: until it does, no organisation is newly said to have granted nothing',
              );
            else if (standing === 'disabled')
              app.log.error(
                { code },
                'Entra calls CLIENT_ID switched off in HOME_TENANT too: no organisation is said to have switched it off until the registration is activated, and its enterprise application in HOME_TENANT enabled',
              );
            else
              app.log.error(
                { code },
                'Entra does not know CLIENT_ID in HOME_TENANT: nobody is judged until CLIENT_ID or the registration is right',
              );
          },
        });
  const ownReader =
    parts.tenantReader ??
    createTenantReader({
      clientId,
      graphOrigin: cloud.graphOrigin,
      wantedScopes: scopesNeededIn(permissionSetFor(undefined, PERMISSION_SET)),
      wantedRoles: scopesOf(requiredOf(PERMISSION_SET), 'application'),
      askToken,
      fetch,
      clock,
    });
  const reader = registration?.guard(ownReader) ?? ownReader;
  const ledger = createLedger({
    database,
    clock,
    set: PERMISSION_SET,
    checkEveryMs: settings.checkEveryMs,
    onToTell:
      settings.webhooks &&
      ((type) => {
        metrics.toTell(type);
        jobs.wakeWebhooks();
      }),
  });
  const domains = createDomains({ database, clock, askWhose, onTrouble });
  const recorder = createRecorder({ ledger, set: PERMISSION_SET, onTrouble });
  const checks = createTenantChecks({
    database,
    clock,
    reader,
    registration,
    news,
    set: PERMISSION_SET,
    onAnswered: recorder.record,
    onTrouble,
    onChecked: (facts, tookMs) => {
      metrics.checked(facts, tookMs / 1000);
      if (facts.kind === 'no-answer') {
        app.log.warn({ because: facts.because, code: facts.code }, 'Microsoft gave no answer');
      }
    },
  });
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
  const followUps = createFollowUps({ database, clock, news, onTrouble });
  const spreadChecks = createSpreadChecks({ database, clock, checks, requests, news, onTrouble });
  const looks = createLooks(database, clock, stateKey);
  const lookSignIn = createLookSignIn(settings, looks, PERMISSION_SET);
  const takeLook = createAdministratorLook({
    clientId,
    graphOrigin: cloud.graphOrigin,
    wantedScopes: scopesNeededIn(permissionSetFor('no-autopilot', PERMISSION_SET)),
    redeem: createCodeRedemption(settings, fetch, clock),
    fetch,
    clock,
  });
  const streams = createEventStreams({ requests, news, clock, count: metrics.streaming, onTrouble });

  stopping.watchConnections(app.server);
  sendSecurityHeaders(app, headers);
  cutUnread(app);
  refuseEarly(app, headers);
  watchProxySetting(app, trustProxy);
  guardRoutes(app, limits);
  app.addHook('onResponse', (request, reply, done) => {
    const { method, log } = request;
    // Fastify makes these anew whenever they are asked for.
    const options = request.routeOptions;
    const route = routeOf(options);
    const { statusCode: status, elapsedTime: tookMs } = reply;
    if (options.logLevel !== 'warn') logAnswer(log, { method, route, status, tookMs });
    metrics.answered(route, method, status, tookMs / 1000);
    done();
  });
  await app.register(fastifySwagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: 'ExtendSync consent status service', version: settings.version },
      servers: [{ url: publicOrigin }],
      components: {
        securitySchemes: { accessToken: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } },
      },
    },
  });

  const proved = createMemory<Proof>(clock, PROVED_AT_MOST);
  const findCaller = createCallerCheck(settings, fetch, clock, proved);
  const callerOf = async (request: FastifyRequest): Promise<Caller | undefined> => {
    const { authorization } = request.headers;
    if (authorization === undefined) return undefined;
    const found = await findCaller(authorization, mayAskForKeys(limits, clientOf(request)));
    return found.ok ? found.caller : undefined;
  };
  const signedIn = createSignedIn({ findCaller, limits });
  consentRoute(app, { signedIn, checks, limits });
  const guard = createOperatorGuard(settings.homeTenant, { signedIn, limits });
  webhookRoutes(app, {
    guard,
    failures,
    onRetry: jobs.wakeWebhooks,
  });
  operatorRoutes(app, {
    guard,
    ledger,
    list: createLedgerList(database, clock),
    domains,
    checks,
    clock,
    recorded: recorder.allWritten,
  });
  requestRoutes(app, { settings, requests, attempts, resolveTenant, checks, domains, callerOf });
  eventRoute(app, { requests, streams });
  returnRoute(app, { requests, attempts, resolveTenant, followUps, lookSignIn, limits, clock });
  lookRoute(app, { clock, looks, lookSignIn, takeLook, checks, spreadChecks, requests, limits });
  looksRoutes(app, { requests, looks, lookSignIn, resolveTenant, checks });
  operationsRoutes(app, {
    proveWrites,
    shortcomings: () => {
      const [deaf, hindered] = [news.deafness(), jobs.hindrance()];
      return [
        ...(deaf ? [ABOUT_DEAFNESS[deaf.kind]] : []),
        ...(hindered ? [hindered.about] : []),
        ...(room.isShort() ? [ABOUT_SHORT_ROOM] : []),
      ];
    },
    metrics,
    isStopping: stopping.hasBegun,
    metricsFor: settings.metricsPort === undefined ? { publicHost: new URL(publicOrigin).host } : undefined,
  });
  if (settings.metricsPort !== undefined)
    serveMetricsApart(app, metrics, { port: settings.metricsPort, host: settings.host }, headers);
  await pageRoutes(app, settings.paneDir, pages);
  refuseOtherMethods(app);

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
