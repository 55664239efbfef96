/** The proxy over real HTTPS, in HTTP/1.1 and HTTP/2, before a service that the test plays. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { connect } from 'node:http2';
import { request as httpsRequest } from 'node:https';
import type { AddressInfo } from 'node:net';
import { loadCertificate } from '../tools/certificates';
import { SIMULATED_HOST_PATH, startPaneProxy, type PaneProxy } from './pane-proxy';

type Play = (request: IncomingMessage, response: ServerResponse) => void;

let ca: string;
let proxy: PaneProxy;
let service: Server;
let port = 0;
let play: Play;

beforeAll(async () => {
  const { key, cert } = await loadCertificate();
  ca = cert;
  proxy = await startPaneProxy({
    tls: { key, cert },
    service: () => ({ host: '127.0.0.1', port }),
    outlookOrigin: () => 'https://localhost:3001',
  });
});

afterAll(() => proxy.stop());

beforeEach(() => startService(0));

afterEach(() => stopService());

async function startService(onPort: number): Promise<void> {
  service = createServer((request, response) => play(request, response));
  await new Promise<void>((resolve) => service.listen(onPort, '127.0.0.1', resolve));
  port = (service.address() as AddressInfo).port;
}

function stopService(): Promise<void> {
  return new Promise((resolve) => {
    service.close(() => resolve());
    service.closeAllConnections();
  });
}

interface Answer {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

function ask(
  path: string,
  headers: Readonly<Record<string, string>> = {},
  method = 'GET',
  body = '',
  at: Pick<PaneProxy, 'origin'> = proxy,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = httpsRequest(`${at.origin}${path}`, { ca, method, headers, agent: false }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: Buffer.concat(chunks).toString('utf8'),
        }),
      );
    });
    request.on('error', reject);
    request.end(body);
  });
}

const document = { 'sec-fetch-dest': 'iframe', 'accept-encoding': 'br, gzip' };
const PAGE = '<!doctype html><html><head><script src="/main.js"></script></head><body>\u00fc</body></html>';

function sendPage(response: ServerResponse): void {
  response.writeHead(200, {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': "script-src 'self'",
    'cache-control': 'no-cache',
    etag: '"one"',
  });
  response.end(PAGE);
}

test('a page gets one script more, its other headers stay, and it is asked for without compression', async () => {
  const seen: IncomingMessage['headers'][] = [];
  play = (request, response) => {
    seen.push(request.headers);
    sendPage(response);
  };
  const answer = await ask('/taskpane.html?x=1', document);
  expect(answer.body).toBe(PAGE.replace('<head>', `<head><script src="${SIMULATED_HOST_PATH}"></script>`));
  expect(answer.headers).toMatchObject({
    'content-security-policy': "script-src 'self'",
    etag: '"one"',
    'content-length': String(Buffer.byteLength(answer.body)),
  });
  expect(seen[0]).toMatchObject({
    'accept-encoding': 'identity',
    'x-forwarded-proto': 'https',
    'x-forwarded-host': new URL(proxy.origin).host,
    host: new URL(proxy.origin).host,
    'x-forwarded-for': '127.0.0.1',
  });
});

test('13.4: before a real Outlook a page stays as it is, and there is no host of ours', async () => {
  play = (request, response) =>
    request.url === '/taskpane.html' ? sendPage(response) : response.writeHead(404).end();
  const { key, cert } = await loadCertificate();
  const plain = await startPaneProxy({ tls: { key, cert }, service: () => ({ host: '127.0.0.1', port }) });
  try {
    expect((await ask('/taskpane.html', document, 'GET', '', plain)).body).toBe(PAGE);
    expect((await ask(SIMULATED_HOST_PATH, {}, 'GET', '', plain)).status).toBe(404);
  } finally {
    await plain.stop();
  }
});

test('a forged address of the client is kept in front of the true one', async () => {
  play = (request, response) => response.end(request.headers['x-forwarded-for']);
  expect((await ask('/api/x', { 'x-forwarded-for': '10.9.8.7' })).body).toBe('10.9.8.7, 127.0.0.1');
});

test('files keep their compression, bodies and cookies pass both ways', async () => {
  play = (request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      response.writeHead(201, {
        'content-encoding': 'br',
        'set-cookie': ['a=1', 'b=2'],
        'content-type': 'text/html',
      });
      response.end(
        `${request.headers['accept-encoding'] ?? ''}|${request.headers.cookie ?? ''}|${Buffer.concat(chunks).toString()}`,
      );
    });
  };
  const answer = await ask(
    '/api/requests',
    { 'accept-encoding': 'br', cookie: 'c=3' },
    'POST',
    '{"tenant":1}',
  );
  expect(answer).toMatchObject({ status: 201, body: 'br|c=3|{"tenant":1}' });
  expect(answer.headers['set-cookie']).toEqual(['a=1', 'b=2']);
});

test('the injected script is served by the proxy and knows the Outlook that it may trust', async () => {
  play = (_request, response) => response.end('not the service');
  const script = await ask(SIMULATED_HOST_PATH);
  expect(script.headers['content-type']).toBe('text/javascript; charset=utf-8');
  expect(script.body).toContain('https://localhost:3001');
  expect(script.body).toContain('nestedAppAuthBridge');
});

test('while the service is away, pages and files come from memory, the API says 502', async () => {
  play = (request, response) => {
    if (request.url === '/main.js')
      response.writeHead(200, { 'content-type': 'text/javascript' }).end('main()');
    else if (request.url === '/api/consent') response.writeHead(200).end('{}');
    else sendPage(response);
  };
  await ask('/taskpane.html', document);
  await ask('/main.js');
  await ask('/api/consent');
  await stopService();
  expect((await ask('/taskpane.html?other=query', document)).body).toContain(SIMULATED_HOST_PATH);
  expect((await ask('/main.js')).body).toBe('main()');
  expect((await ask('/api/consent')).status).toBe(502);
  expect((await ask('/never-seen.js')).status).toBe(502);
  await startService(0);
});

test('a page that the service can no longer make comes from memory too', async () => {
  play = (_request, response) => sendPage(response);
  await ask('/grant.html', document);
  play = (_request, response) => response.writeHead(503).end('unavailable');
  expect(await ask('/grant.html', document)).toMatchObject({ status: 200 });
  expect(await ask('/api/consent')).toMatchObject({ status: 503, body: 'unavailable' });
});

test('server-sent events arrive one by one, and a reader who leaves is noticed', async () => {
  let next: (() => void) | undefined;
  const left = new Promise<void>((resolve) => {
    play = (request, response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      response.write('data: one\n\n');
      next = () => response.write('data: two\n\n');
      request.on('close', () => resolve());
    };
  });
  const heard: string[] = [];
  await new Promise<void>((resolve, reject) => {
    const request = httpsRequest(
      `${proxy.origin}/api/requests/1/events`,
      { ca, agent: false },
      (response) => {
        response.on('data', (chunk: Buffer) => {
          heard.push(chunk.toString());
          if (heard.length === 1) next?.();
          else {
            request.destroy();
            resolve();
          }
        });
        response.on('error', () => undefined);
      },
    );
    request.on('error', reject);
    request.end();
  });
  expect(heard).toEqual(['data: one\n\n', 'data: two\n\n']);
  await left;
});

test('a stream whose service dies is cut, so that the browser notices', async () => {
  play = (_request, response) => {
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    response.write('data: one\n\n', () => response.destroy());
  };
  await expect(ask('/api/requests/1/events')).rejects.toThrow(/aborted|hang up/);
});

test('over HTTP/2 pages and streams work as well, and a dead service resets the stream', async () => {
  play = (request, response) => {
    if (request.url !== '/api/events') return sendPage(response);
    response.writeHead(200, { 'content-type': 'text/event-stream', connection: 'keep-alive' });
    response.write('data: one\n\n', () => response.destroy());
  };
  const session = connect(proxy.origin, { ca });
  const read = (path: string): Promise<{ body: string; code: number | undefined }> =>
    new Promise((resolve) => {
      const stream = session.request({ ':path': path, 'sec-fetch-dest': 'document' });
      let body = '';
      stream.on('data', (chunk: Buffer) => (body += chunk.toString()));
      stream.on('error', () => undefined);
      stream.on('close', () => resolve({ body, code: stream.rstCode }));
    });
  expect((await read('/taskpane.html')).body).toContain(SIMULATED_HOST_PATH);
  expect(await read('/api/events')).toEqual({ body: 'data: one\n\n', code: 2 });
  session.close();
});
