import type { FastifyRequest } from 'fastify';
import type { App } from './app';
import { isOwnNetwork, parseAddress } from './client-address';
import type { WriteWatch } from '../database/write-watch';
import type { Metrics } from './metrics';
import { sendProblem } from './problem';
import type { Shortcoming } from '../shortcoming';

/** For those who run the service: is it alive, is it ready, what are the figures, what does the API look like. */
export function operationsRoutes(
  app: App,
  parts: {
    readonly proveWrites: WriteWatch['proveWrites'];
    readonly shortcomings: () => readonly Shortcoming[];
    readonly metrics: Metrics;
    readonly isStopping: () => boolean;
    /** Undefined where the figures have a port of their own. */
    readonly metricsFor: { readonly publicHost: string } | undefined;
  },
): void {
  const { proveWrites, shortcomings, metrics, isStopping, metricsFor } = parts;
  const hidden = { schema: { hide: true }, logLevel: 'warn' } as const;

  // However many ask at once: they are not counted, for a balancer that is refused takes the instance away.
  let asked: Promise<void> | undefined;
  const databaseTakesWrites = (): Promise<void> =>
    (asked ??= proveWrites().finally(() => {
      asked = undefined;
    }));

  // Watchers often ask with HEAD.
  const watched = { ...hidden, method: ['GET', 'HEAD'] };
  app.route({
    ...watched,
    url: '/healthz',
    handler: (_request, reply) => reply.header('cache-control', 'no-store').send({ status: 'alive' }),
  });

  app.route({
    ...watched,
    url: '/readyz',
    handler: async (_request, reply) => {
      if (isStopping()) return sendProblem(reply, 'stopping');
      try {
        await databaseTakesWrites();
      } catch {
        return sendProblem(reply, 'store-unavailable');
      }
      reply.header('cache-control', 'no-store');
      const found = shortcomings();
      if (found.length === 0) return reply.send({ status: 'ready' });
      // The panes get their answers: a load balancer that took every instance away for it would make it worse.
      return reply.send({
        status: 'degraded',
        because: found.map(({ because }) => because).join('; '),
        change: found.map(({ change }) => change).join('; '),
      });
    },
  });

  app.get('/metrics', hidden, async (request, reply) => {
    if (!metricsFor || !isNearby(request, metricsFor.publicHost)) return sendProblem(reply, 'not-found');
    return reply
      .type(metrics.contentType)
      .header('cache-control', 'no-store')
      .send(await metrics.text());
  });

  // The routes are all there when the first call comes. One text serves all calls, however many wait for it to be read.
  let description: Buffer | undefined;
  app.get('/api/openapi.json', { schema: { hide: true } }, (_request, reply) => {
    description ??= Buffer.from(JSON.stringify(app.swagger()));
    return reply.type('application/json; charset=utf-8').send(description);
  });
}

/** Headers that proxies add; `x-forwarded-…` beside them. */
const PROXY_HEADERS = [
  'forwarded',
  'via',
  'x-real-ip',
  'x-client-ip',
  'true-client-ip',
  'cf-connecting-ip',
  'x-azure-clientip',
  'x-original-forwarded-for',
] as const;

/**
 * The figures are for one's own network: not for what came through a proxy or under the public name, nor from outside.
 * A proxy that adds no header and changes the name cannot be told: METRICS_PORT is for those.
 */
function isNearby(request: FastifyRequest, publicHost: string): boolean {
  const { headers, raw } = request;
  const isProxied =
    PROXY_HEADERS.some((name) => headers[name] !== undefined) ||
    Object.keys(headers).some((name) => name.startsWith('x-forwarded-'));
  if (isProxied || headers.host?.toLowerCase() === publicHost) return false;
  const address = parseAddress(raw.socket.remoteAddress ?? '');
  return address !== undefined && isOwnNetwork(address);
}
