import type { FastifyRequest } from 'fastify';
import type { App } from './app';
import { isOwnNetwork, parseAddress, type TrustedProxies } from './client-address';
import { ruleOf } from './route-rules';

/**
 * Looks at what arrives whether TRUST_PROXY can be right, and says it once in the log where it cannot: a wrong number
 * makes one client of many, or lets a client choose who it is. Only where a client is counted: who asks whether the service
 * is well, as a health check, a load balancer or a scraper, comes around the proxies with right and asks for nobody.
 */
export function watchProxySetting(app: App, trust: TrustedProxies): void {
  const said = new Set<string>();
  const say = (text: string): void => {
    if (said.has(text)) return;
    said.add(text);
    app.log.warn(text);
  };
  app.addHook('onRequest', (request, _reply, done) => {
    const doubt = doubtOf(trust, request);
    // Asked last: Fastify makes the options of a route anew for whoever asks, and nearly nothing is in doubt.
    if (doubt !== undefined && countsSomebody(request)) say(doubt);
    done();
  });
}

function countsSomebody({ method, routeOptions }: FastifyRequest): boolean {
  const { counts = [], countsLater = [] } = ruleOf(method, routeOptions.url ?? '') ?? {};
  return counts.length + countsLater.length > 0;
}

function doubtOf(trust: TrustedProxies, request: FastifyRequest): string | undefined {
  if (trust !== false && typeof trust !== 'number') return undefined;
  const hops = trust === false ? 0 : trust;
  // Node has joined the lines of this header, where there were several.
  const header = request.headers['x-forwarded-for'];
  const forwarded = typeof header !== 'string' || header === '' ? 0 : header.split(',').length;
  if (forwarded < hops) {
    return `TRUST_PROXY is ${String(hops)}, and a request came with fewer addresses in X-Forwarded-For: it came around a proxy, or the number is too large and clients can choose their address`;
  }
  const client = forwarded > hops ? parseAddress(request.ip) : undefined;
  if (client && isOwnNetwork(client)) {
    return `TRUST_PROXY is ${String(hops)}, and the client that it finds is a machine on the own network that has forwarded addresses too: all clients behind it count as one`;
  }
  return undefined;
}
