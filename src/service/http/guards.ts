import type { FastifyRequest, onRequestHookHandler, preHandlerAsyncHookHandler } from 'fastify';
import type { App } from './app';
import { LIMIT_RULES, type Limits } from './limits';
import { sendProblem } from './problem';
import { isBounded, ROUTE_RULES, subjectOf, type RouteRule } from './route-rules';

/**
 * Enforces the rules of `route-rules.ts` on every route that is added after this call. What decides is the route that
 * the router found, never the spelling of the address: `/%61pi/consent` is `/api/consent`.
 */
export function guardRoutes(app: App, limits: Limits, rules = ROUTE_RULES): void {
  app.addHook('onRoute', (route) => {
    const { url } = route;
    const methods = [route.method].flat();
    for (const method of methods) {
      const rule = rules[`${method} ${url}`];
      if (!rule && !isRefusal(method)) throw new Error(`${method} ${url} has no row in ROUTE_RULES`);
      if (rule && !isBounded(rule)) throw new Error(`${method} ${url} costs something, and counts nothing`);
      if (!rule || (rule.from === 'anywhere' && rule.counts.length === 0)) continue;
      if (methods.length > 1)
        throw new Error(`${url} takes several methods, of which one has rules of its own`);
      // Found here, once, and not for each call.
      route.onRequest = [lookWhereFrom(rule), route.onRequest ?? []].flat();
      if (rule.counts.length > 0)
        route.preHandler = [countCalls(rule, limits), route.preHandler ?? []].flat();
    }
  });
}

const lookWhereFrom =
  (rule: RouteRule): onRequestHookHandler =>
  (request, reply, done) => {
    if (mayComeFrom(rule, request)) done();
    else sendProblem(reply, 'cross-site');
  };

const countCalls =
  ({ counts }: RouteRule, limits: Limits): preHandlerAsyncHookHandler =>
  async (request, reply) => {
    for (const name of counts) {
      const subject = subjectOf(request, LIMIT_RULES[name].by);
      const taken = subject && (await limits.take(name, subject));
      if (taken?.ok === false) {
        await sendProblem(reply, 'too-many-requests', { retryAfterMs: taken.retryAfterMs });
        return;
      }
    }
  };

const REFUSED_METHODS = ['HEAD', 'OPTIONS'] as const;
const isRefusal = (method: string): boolean => REFUSED_METHODS.some((refused) => refused === method);

/**
 * HEAD and OPTIONS, where a route does not take them itself, are refused at once: they run no handler and count nothing.
 */
export function refuseOtherMethods(app: App): void {
  for (const [url, methods] of methodsByUrl()) {
    const missing = REFUSED_METHODS.filter((method) => !methods.includes(method));
    // The wildcard would take every address: what no route knows stays unknown.
    if (url === '/*' || missing.length === 0) continue;
    app.route({
      method: missing,
      url,
      schema: { hide: true },
      handler: (_request, reply) =>
        sendProblem(reply.header('allow', methods.join(', ')), 'method-not-allowed'),
    });
  }
}

function methodsByUrl(): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const route of Object.keys(ROUTE_RULES)) {
    const [method = '', url = ''] = route.split(' ');
    found.set(url, [...(found.get(url) ?? []), method]);
  }
  return found;
}

/**
 * Asks the headers in which browsers say for what they fetch (https://www.w3.org/TR/fetch-metadata/). Browsers that do
 * not send them cannot read the answers either: none carries CORS headers.
 */
function mayComeFrom({ from }: RouteRule, { headers }: FastifyRequest): boolean {
  switch (from) {
    case 'anywhere':
      return true;
    case 'own-pages':
      return headers['sec-fetch-site'] !== 'cross-site';
    case 'navigation':
      // A frame is a navigation as well; only the destination tells it from a page.
      return (headers['sec-fetch-dest'] ?? 'document') === 'document';
    default:
      return from satisfies never;
  }
}
