import { createServer } from 'node:http';
import type { App } from './app';
import { earlyRefusals, PATIENCE } from './early-refusals';
import { refusalOf } from '../system-refusal';
import type { Metrics } from './metrics';
import { problemOf } from './problem';

/** The figures on a port of their own, which no proxy of the service's leads to: from when `app` listens until it closes. */
export function serveMetricsApart(
  app: App,
  metrics: Metrics,
  address: { readonly port: number; readonly host: string },
  headers: Readonly<Record<string, string>>,
): void {
  const limits = {
    headersTimeout: PATIENCE.headersMs,
    requestTimeout: PATIENCE.requestMs,
    connectionsCheckingInterval: PATIENCE.lookEveryMs,
  };
  const server = createServer(limits, (request, response) => {
    const answer = (status: number, contentType: string, body: string): void => {
      response.writeHead(status, { ...headers, 'content-type': contentType, 'cache-control': 'no-store' });
      response.end(body);
    };
    const refuse = (name: 'not-found' | 'internal-error'): void => {
      const problem = problemOf(name);
      answer(problem.status, 'application/problem+json', JSON.stringify(problem));
    };
    if (request.method !== 'GET' || request.url !== '/metrics') {
      refuse('not-found');
      return;
    }
    metrics.text().then(
      (text) => {
        answer(200, metrics.contentType, text);
      },
      () => {
        refuse('internal-error');
      },
    );
  });
  server.on('clientError', earlyRefusals(headers).clientErrorHandler);
  app.addHook('onReady', async () => {
    await new Promise<void>((resolve, reject) => {
      server.once('error', (error) => {
        reject(refusalOf('METRICS_PORT', `${address.host}:${String(address.port)}`, error));
      });
      server.listen(address, resolve);
    });
    app.log.info({ at: server.address() }, 'figures at /metrics');
  });
  app.addHook('preClose', async () => {
    server.close();
    server.closeAllConnections();
  });
}
