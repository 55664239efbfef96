import { isIP } from 'node:net';
import type { App } from './app';
import { sendProblem } from './problem';

/** Two years, as the preload list wants it. */
const HSTS = 'max-age=63072000; includeSubDomains';

/**
 * What every answer carries. Cross-Origin-Opener-Policy is left out on purpose: Office's dialogs talk to their opener.
 */
export function securityHeaders(app: App, publicOrigin: string): void {
  const { hostname } = new URL(publicOrigin);
  // On a developer's machine the header would bind everything else on localhost to https, for two years.
  const isDevelopment =
    hostname === 'localhost' || hostname.endsWith('.localhost') || isIP(hostname.replace(/[[\]]/g, '')) !== 0;

  app.addHook('onRequest', async (request, reply) => {
    reply
      .header('x-content-type-options', 'nosniff')
      .header('referrer-policy', 'no-referrer')
      .header(
        'permissions-policy',
        'clipboard-write=(self), camera=(), geolocation=(), microphone=(), payment=()',
      )
      .header('content-security-policy', "default-src 'none'; frame-ancestors 'none'");
    if (!isDevelopment) reply.header('strict-transport-security', HSTS);
    // The pane is of the same origin; a form or a script of another site has no business with the API. Browsers that
    // do not send the header cannot read the answers either: none carries CORS headers.
    if (request.headers['sec-fetch-site'] === 'cross-site' && request.url.startsWith('/api/')) {
      await sendProblem(reply, 'cross-site');
    }
  });
}
