import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { Webhook } from 'standardwebhooks';
import type { WebhookMessage } from '../../../src/core/ledger/webhook';
import { makeCertificate } from '../../simulator/entra/testing/world';
import { fetchTrusting } from './fetch-trusting';

export const WEBHOOK_SECRET = `whsec_${Buffer.from('a secret of twenty-four bytes!').toString('base64')}`;

export interface Received {
  readonly path: string;
  readonly id: string;
  /** What the library has verified. */
  readonly message: WebhookMessage;
}

/** Somebody else's server that takes webhooks: what its library does not verify, it answers with 401 and forgets. */
export interface WebhookReceiver {
  readonly origin: string;
  /** As the service reaches it. */
  readonly fetch: typeof globalThis.fetch;
  readonly received: Received[];
  /** How it answers to a path; undefined: never. By default with 204. */
  answer: (path: string) => number | undefined;
  stop(): Promise<void>;
}

export async function startWebhookReceiver(): Promise<WebhookReceiver> {
  const tls = await makeCertificate();
  const webhook = new Webhook(WEBHOOK_SECRET);
  const received: Received[] = [];
  const server = createServer({ cert: tls.cert, key: tls.key }, (request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const path = request.url ?? '';
      const headers = Object.fromEntries(
        Object.entries(request.headers).flatMap(([name, value]) =>
          typeof value === 'string' ? [[name, value]] : [],
        ),
      );
      try {
        const message = webhook.verify(Buffer.concat(chunks), headers) as WebhookMessage;
        received.push({ path, id: headers['webhook-id'] ?? '', message });
      } catch {
        response.writeHead(401).end();
        return;
      }
      const status = receiver.answer(path);
      if (status !== undefined)
        response.writeHead(status, status < 400 && status >= 300 ? { location: '/elsewhere' } : {}).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const receiver: WebhookReceiver = {
    origin: `https://127.0.0.1:${String((server.address() as AddressInfo).port)}`,
    fetch: fetchTrusting(tls.cert),
    received,
    answer: () => 204,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return receiver;
}
