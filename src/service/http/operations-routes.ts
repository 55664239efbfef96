import type { FastifyRequest } from 'fastify';
import type { App } from './app';
import { isOwnNetwork, parseAddress } from './client-address';
import type { Database } from '../database/database';
import type { Metrics } from './metrics';
import { sendProblem } from './problem';

/** For those who run the service: is it alive, is it ready, what are the figures, what does the API look like. */
export function operationsRoutes(
  app: App,
  parts: { readonly database: Database; readonly metrics: Metrics; readonly isStopping: () => boolean },
): void {
  const { database, metrics, isStopping } = parts;
  const hidden = { schema: { hide: true }, logLevel: 'warn' } as const;

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
        await database.query('select 1');
      } catch {
        return sendProblem(reply, 'store-unavailable');
      }
      return reply.header('cache-control', 'no-store').send({ status: 'ready' });
    },
  });

  app.get('/metrics', hidden, async (request, reply) => {
    if (!isNearby(request)) return sendProblem(reply, 'not-found');
    return reply
      .type(metrics.contentType)
      .header('cache-control', 'no-store')
      .send(await metrics.text());
  });

  app.get('/api/openapi.json', { schema: { hide: true } }, (_request, reply) => reply.send(app.swagger()));
}

/** The figures are for one's own network: not for what came through a proxy, nor from outside. */
function isNearby(request: FastifyRequest): boolean {
  const { headers, raw } = request;
  if (headers['x-forwarded-for'] !== undefined || headers.forwarded !== undefined) return false;
  const address = parseAddress(raw.socket.remoteAddress ?? '');
  return address !== undefined && isOwnNetwork(address);
}
