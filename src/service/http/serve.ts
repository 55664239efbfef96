import fastifySwagger from '@fastify/swagger';
import type { FastifyRequest } from 'fastify';
import type { Clock } from '../../ports';
import type { Approvals } from '../approvals';
import type { WriteWatch } from '../database/write-watch';
import type { ServiceJobs } from '../jobs/service-jobs';
import type { LedgerList } from '../ledger/list';
import type { Memory } from '../memory';
import type { Settings } from '../settings';
import type { Caller } from '../tenant/checks';
import type { Tenants } from '../tenants';
import type { WebhookFailureList } from '../webhooks/failures';
import type { App } from './app';
import { createFindCaller, type Proof } from './caller';
import { clientOf } from './client-address';
import { consentRoute } from './consent-route';
import { refuseEarly } from './early-refusals';
import { eventRoute } from './event-route';
import { guardRoutes, refuseOtherMethods } from './guards';
import type { Limits } from './limits';
import { logAnswer, routeOf } from './log';
import { lookRoute } from './look-route';
import { looksRoutes } from './looks-routes';
import type { Metrics } from './metrics';
import { serveMetricsApart } from './metrics-server';
import { operationsRoutes } from './operations-routes';
import type { Shortcoming } from '../shortcoming';
import { createOperatorGuard } from './operator-guard';
import { operatorRoutes } from './operator-routes';
import { pageRoutes, type Page } from './pages';
import { watchProxySetting } from './proxy-setting';
import { requestRoutes } from './request-routes';
import { returnRoute } from './return-route';
import { sendSecurityHeaders } from './security-headers';
import { createSignedIn, mayAskForKeys } from './signed-in';
import { cutUnread } from './unread-answers';
import { webhookRoutes } from './webhook-routes';

/** What the service answers, and what goes before each answer and follows it. */
export async function serve(
  app: App,
  parts: {
    readonly settings: Settings;
    readonly headers: Readonly<Record<string, string>>;
    readonly pages: readonly Page[];
    readonly clock: Clock;
    readonly fetch: typeof globalThis.fetch;
    readonly limits: Limits;
    readonly metrics: Metrics;
    /** The tokens that have held. */
    readonly proved: Memory<Proof>;
    readonly tenants: Tenants;
    readonly approvals: Approvals;
    readonly list: LedgerList;
    readonly jobs: ServiceJobs;
    readonly failures: WebhookFailureList;
    readonly proveWrites: WriteWatch['proveWrites'];
    readonly shortcomings: () => readonly Shortcoming[];
    readonly isStopping: () => boolean;
  },
): Promise<void> {
  const { settings, headers, clock, fetch, limits, metrics, jobs, failures } = parts;
  const { publicOrigin, homeTenant, metricsPort } = settings;

  sendSecurityHeaders(app, headers);
  cutUnread(app);
  refuseEarly(app, headers);
  watchProxySetting(app, settings.trustProxy);
  guardRoutes(app, limits);
  noteAnswers(app, metrics);
  await describe(app, settings);

  const { checks, ledger, recorder, domains, resolveTenant } = parts.tenants;
  const { requests, attempts, followUps, streams, looks, lookSignIn, takeLook, spreadChecks } =
    parts.approvals;
  const findCaller = createFindCaller(settings, fetch, clock, parts.proved);
  const callerOf = async (request: FastifyRequest): Promise<Caller | undefined> => {
    const { authorization } = request.headers;
    if (authorization === undefined) return undefined;
    const found = await findCaller(authorization, mayAskForKeys(limits, clientOf(request)));
    return found.ok ? found.caller : undefined;
  };
  const signedIn = createSignedIn({ findCaller, limits });
  consentRoute(app, { signedIn, checks, limits });

  const guard = createOperatorGuard(homeTenant, { signedIn, limits });
  const recorded = recorder.allWritten;
  webhookRoutes(app, { guard, failures, onRetry: jobs.wakeWebhooks });
  operatorRoutes(app, { guard, ledger, list: parts.list, domains, checks, clock, recorded });

  requestRoutes(app, { settings, requests, attempts, resolveTenant, checks, domains, callerOf });
  eventRoute(app, { requests, streams });
  returnRoute(app, { requests, attempts, resolveTenant, followUps, lookSignIn, limits, clock });
  lookRoute(app, { clock, looks, lookSignIn, takeLook, checks, spreadChecks, requests, limits });
  looksRoutes(app, { requests, looks, lookSignIn, resolveTenant, checks });

  operationsRoutes(app, {
    proveWrites: parts.proveWrites,
    shortcomings: parts.shortcomings,
    metrics,
    isStopping: parts.isStopping,
    metricsFor: metricsPort === undefined ? { publicHost: new URL(publicOrigin).host } : undefined,
  });
  if (metricsPort !== undefined)
    serveMetricsApart(app, metrics, { port: metricsPort, host: settings.host }, headers);
  await pageRoutes(app, settings.paneDir, parts.pages);
  refuseOtherMethods(app);
}

/** Each answer is logged and counted. */
function noteAnswers(app: App, metrics: Metrics): void {
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
}

/** What is registered after this stands in /api/openapi.json. */
async function describe(app: App, { version, publicOrigin }: Settings): Promise<void> {
  await app.register(fastifySwagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: 'ExtendSync consent status service', version },
      servers: [{ url: publicOrigin }],
      components: {
        securitySchemes: { accessToken: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } },
      },
    },
  });
}
