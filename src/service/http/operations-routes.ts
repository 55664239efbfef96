import { BlockList } from 'node:net';
import type { FastifyRequest } from 'fastify';
import type { App } from './app';
import type { Database } from '../database/database';
import type { Metrics } from './metrics';
import { sendProblem } from './problem';

/** Addresses of machines on one's own network: RFC 1918, RFC 4193, loopback and link-local. */
const NEARBY = new BlockList();
NEARBY.addSubnet('127.0.0.0', 8);
NEARBY.addSubnet('10.0.0.0', 8);
NEARBY.addSubnet('172.16.0.0', 12);
NEARBY.addSubnet('192.168.0.0', 16);
NEARBY.addSubnet('169.254.0.0', 16);
NEARBY.addAddress('::1', 'ipv6');
NEARBY.addSubnet('fc00::', 7, 'ipv6');
NEARBY.addSubnet('fe80::', 10, 'ipv6');

/** For those who run the service: is it alive, is it ready, what are the figures, what does the API look like. */
export function operationsRoutes(
  app: App,
  parts: { readonly database: Database; readonly metrics: Metrics; readonly isStopping: () => boolean },
): void {
  const { database, metrics, isStopping } = parts;
  const hidden = { schema: { hide: true }, logLevel: 'warn' } as const;

  app.get('/healthz', hidden, (_request, reply) =>
    reply.header('cache-control', 'no-store').send({ status: 'alive' }),
  );

  app.get('/readyz', hidden, async (_request, reply) => {
    if (isStopping()) return sendProblem(reply, 'stopping');
    try {
      await database.query('select 1');
    } catch {
      return sendProblem(reply, 'store-unavailable');
    }
    return reply.header('cache-control', 'no-store').send({ status: 'ready' });
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
  const address = raw.socket.remoteAddress?.replace(/^::ffff:/, '') ?? '';
  return NEARBY.check(address, address.includes(':') ? 'ipv6' : 'ipv4');
}
