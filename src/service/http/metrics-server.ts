import { createServer } from 'node:http';
import type { App } from './app';
import type { Metrics } from './metrics';
import { problemOf } from './problem';

/** The figures on a port of their own, which no proxy of the service's leads to: from when `app` listens until it closes. */
export function serveMetricsApart(
  app: App,
  metrics: Metrics,
  address: { readonly port: number; readonly host: string },
  headers: Readonly<Record<string, string>>,
): void {
  const server = createServer((request, response) => {
    const isMetrics = request.method === 'GET' && request.url === '/metrics';
    void (isMetrics ? metrics.text() : Promise.resolve(JSON.stringify(problemOf('not-found')))).then(
      (body) => {
        response.writeHead(isMetrics ? 200 : 404, {
          ...headers,
          'content-type': isMetrics ? metrics.contentType : 'application/problem+json',
          'cache-control': 'no-store',
        });
        response.end(body);
      },
    );
  });
  app.addHook('onReady', async () => {
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(address, resolve);
    });
    app.log.info({ at: server.address() }, 'figures at /metrics');
  });
  app.addHook('preClose', async () => {
    server.close();
    server.closeAllConnections();
  });
}
