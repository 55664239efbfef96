import { isIP } from 'node:net';
import type { App } from './app';

/** Two years, as the preload list wants it. */
const HSTS = 'max-age=63072000; includeSubDomains';

/**
 * What every answer carries, the earliest refusals included: those are written before any hook runs, some of them by
 * Node's parser. So this is a list, and no plugin's hook. Cross-Origin-Opener-Policy is a page's own affair (`pages.ts`).
 */
export function securityHeadersOf(publicOrigin: string): Readonly<Record<string, string>> {
  const { hostname } = new URL(publicOrigin);
  // On a developer's machine the header would bind everything else on localhost to https, for two years.
  const isDevelopment =
    hostname === 'localhost' || hostname.endsWith('.localhost') || isIP(hostname.replace(/[[\]]/g, '')) !== 0;
  return {
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'permissions-policy': 'clipboard-write=(self), camera=(), geolocation=(), microphone=(), payment=()',
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
    ...(isDevelopment ? {} : { 'strict-transport-security': HSTS }),
  };
}

/** Puts the headers on everything that a route, or the lack of one, answers. */
export function sendSecurityHeaders(app: App, headers: Readonly<Record<string, string>>): void {
  app.addHook('onRequest', (_request, reply, done) => {
    reply.headers(headers);
    done();
  });
}
