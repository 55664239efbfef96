/**
 * The pane's public origin: HTTPS (HTTP/2 and 1.1) in front of the product's service, as a content delivery network or
 * load balancer stands in front of it in production. It adds one script to each page, the simulated host, and nothing else;
 * before a real Outlook it adds nothing.
 */
import { request as httpRequest, type IncomingMessage } from 'node:http';
import {
  constants,
  createSecureServer,
  type Http2ServerRequest,
  type Http2ServerResponse,
  type ServerHttp2Stream,
} from 'node:http2';
import { request as httpsRequest } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import { bundleBrowserScript } from './outlook/bundle';
import { AnswerMemory, isMemorable, type RememberedAnswer } from './proxy/answer-memory';
import { injectFirstScript } from './proxy/inject-script';

/** Where the injected script lives on the pane's origin. */
export const SIMULATED_HOST_PATH = '/simulated-host.js';

/** A page that forgets what the pane has stored in the browser: a world that begins anew has no past. */
export const FORGET_PATH = '/simulated-forget';

export interface ServiceAddress {
  readonly host: string;
  readonly port: number;
  /** What stands there speaks https, with a certificate of this world's. */
  readonly isSecure?: boolean;
}

export interface PaneProxyOptions {
  readonly tls: { readonly key: string; readonly cert: string };
  /** 0 lets the system choose. */
  readonly port?: number;
  /** The name in its origin. Default: localhost. */
  readonly name?: string;
  /** The service's address on loopback; asked anew for each request, because a restarted service may have moved. */
  readonly service: () => ServiceAddress;
  /**
   * The simulated Outlook's origin, which the injected script trusts; asked once, at the first page. Without it a real
   * Outlook shows the pages, and they stay as they are.
   */
  readonly outlookOrigin?: (() => string) | undefined;
  /** Whether the port of the client is written behind its address, as Azure Application Gateway does (F9). */
  readonly writesPorts?: () => boolean;
  /** How far the world's clock is ahead of the machine's; the pages go by it. */
  readonly aheadMs?: () => number;
}

export interface PaneProxy {
  readonly origin: string;
  stop(): Promise<void>;
}

type Headers = Record<string, string | readonly string[]>;

/** Headers that belong to one connection and not to the message: RFC 9110, section 7.6.1. */
const HOP_BY_HOP = new Set([
  'connection',
  'keep-alive',
  'proxy-authenticate',
  'proxy-authorization',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
  'http2-settings',
]);

function endToEnd(headers: NodeJS.Dict<string | string[]>): Headers {
  const kept: Headers = {};
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined && !name.startsWith(':') && !HOP_BY_HOP.has(name)) kept[name] = value;
  }
  return kept;
}

function one(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value.join(', ') : value;
}

/** A document is what the browser navigates to; only there is HTML expected and must be readable for the injection. */
function wantsDocument(request: Http2ServerRequest): boolean {
  const destination = one(request.headers['sec-fetch-dest']);
  if (destination !== undefined) return destination === 'document' || destination === 'iframe';
  return (one(request.headers.accept) ?? '').includes('text/html');
}

async function bodyOf(message: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/** Starts the proxy; resolves when it listens. */
export async function startPaneProxy(options: PaneProxyOptions): Promise<PaneProxy> {
  const memory = new AnswerMemory();
  const sockets = new Set<Socket>();
  const { outlookOrigin } = options;
  let script: Promise<string> | undefined;

  const server = createSecureServer({ ...options.tls, allowHTTP1: true }, (request, response) => {
    const path = request.url.split('?')[0];
    if (path === SIMULATED_HOST_PATH && outlookOrigin) void answerWithScript(response, outlookOrigin());
    else if (path === FORGET_PATH) answerWithForgetting(response);
    else forward(request, response);
  });
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.setNoDelay(true);
    socket.on('close', () => sockets.delete(socket));
  });
  server.on('sessionError', () => undefined); // a browser that goes away in mid-request is no failure of ours

  async function answerWithScript(response: Http2ServerResponse, trusted: string): Promise<void> {
    try {
      script ??= bundleBrowserScript('injected/simulated-host.ts', {
        OUTLOOK_ORIGIN: trusted,
      });
      const aheadMs = options.aheadMs?.() ?? 0;
      const text = `const SIMULATED_AHEAD_MS = ${aheadMs};\n${await script}`;
      response.writeHead(200, {
        'content-type': 'text/javascript; charset=utf-8',
        'cache-control': aheadMs === 0 ? 'public, max-age=60' : 'no-store',
        'access-control-allow-origin': '*', // Outlook's page asks whether the browser trusts this origin
        'content-length': Buffer.byteLength(text),
      });
      response.end(text);
    } catch (error) {
      script = undefined;
      response.writeHead(500, { 'content-type': 'text/plain; charset=utf-8' });
      response.end(`SIMULATED host script: ${String(error)}`);
    }
  }

  /** The simulated Outlook's page shows this in a frame. (Clear-Site-Data does nothing under a certificate of our own.) */
  function answerWithForgetting(response: Http2ServerResponse): void {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' });
    response.end('<!doctype html><title>SIMULATED</title><script>localStorage.clear()</script>');
  }

  function forward(request: Http2ServerRequest, response: Http2ServerResponse): void {
    const path = request.url.split('?')[0] ?? '/';
    const isDocument = wantsDocument(request);
    const encoding = isDocument ? 'identity' : (one(request.headers['accept-encoding']) ?? 'identity');
    const authority = one(request.headers[':authority']) ?? one(request.headers.host) ?? '';
    const { remoteAddress = '', remotePort = 0 } = request.socket;
    const client = options.writesPorts?.() === true ? `${remoteAddress}:${remotePort}` : remoteAddress;
    const before = one(request.headers['x-forwarded-for']);
    const { host, port, isSecure = false } = options.service();

    const upstream = (isSecure ? httpsRequest : httpRequest)({
      host,
      port,
      ...(isSecure ? { ca: options.tls.cert, servername: 'localhost' } : {}),
      method: request.method,
      path: request.url,
      agent: false,
      headers: {
        ...endToEnd(request.headers),
        host: authority,
        'accept-encoding': encoding,
        'x-forwarded-for': before ? `${before}, ${client}` : client,
        'x-forwarded-proto': 'https',
        'x-forwarded-host': authority,
      },
    });
    let isAnswered = false;

    let isClosed = false;
    response.on('close', () => {
      isClosed = true;
      upstream.destroy();
    });

    const serviceIsAway = (): void => {
      if (isClosed || response.writableEnded) return;
      if (isAnswered) {
        cut(response);
        return;
      }
      isAnswered = true;
      const stale = request.method === 'GET' ? memory.find(path, encoding) : undefined;
      if (stale)
        send(response, { ...stale, headers: { ...stale.headers, warning: '111 - "Revalidation Failed"' } });
      else badGateway(response);
    };

    upstream.on('error', serviceIsAway);
    upstream.on('response', (answer) => {
      const status = answer.statusCode ?? 502;
      if (status >= 500 && request.method === 'GET' && memory.find(path, encoding)) {
        answer.resume();
        serviceIsAway();
        return;
      }
      const headers = endToEnd(answer.headers);
      const isPage =
        outlookOrigin !== undefined && (one(answer.headers['content-type']) ?? '').startsWith('text/html');
      const isPlain = ['identity', undefined].includes(one(answer.headers['content-encoding']));
      const keeps = isMemorable({
        method: request.method,
        path,
        status,
        cacheControl: one(answer.headers['cache-control']),
        setsCookie: answer.headers['set-cookie'] !== undefined,
      });
      if ((isPage && isPlain && request.method !== 'HEAD') || keeps) {
        void bodyOf(answer).then(
          (body) => {
            isAnswered = true;
            const shown =
              isPage && isPlain && body.length > 0
                ? Buffer.from(injectFirstScript(body.toString('utf8'), SIMULATED_HOST_PATH))
                : body;
            const whole = {
              status,
              headers: { ...headers, 'content-length': String(shown.length) },
              body: shown,
            };
            if (keeps) memory.keep(path, encoding, whole);
            send(
              response,
              status === 304 || status === 204 ? { status, headers, body: Buffer.alloc(0) } : whole,
            );
          },
          () => serviceIsAway(),
        );
        return;
      }
      isAnswered = true;
      if (isClosed) return;
      response.writeHead(status, headers as Record<string, string | string[]>);
      answer.on('error', serviceIsAway);
      answer.on('data', (chunk: Buffer) => {
        if (!response.write(chunk)) answer.pause();
      });
      response.on('drain', () => answer.resume());
      answer.on('end', () => response.end());
    });
    request.on('error', () => upstream.destroy());
    request.pipe(upstream);
  }

  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;

  return {
    origin: `https://${options.name ?? 'localhost'}:${port}`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}

/** Ends an answer in the middle, so that the browser notices: a reset stream in HTTP/2, a cut connection in 1.1. */
function cut(response: Http2ServerResponse): void {
  const stream: ServerHttp2Stream | undefined = response.stream;
  if (stream) stream.close(constants.NGHTTP2_INTERNAL_ERROR);
  else response.socket.destroy();
}

function send(response: Http2ServerResponse, answer: RememberedAnswer): void {
  if (response.destroyed) return;
  response.writeHead(answer.status, answer.headers as Record<string, string | string[]>);
  response.end(answer.body);
}

function badGateway(response: Http2ServerResponse): void {
  if (response.destroyed) return;
  response.writeHead(502, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' });
  response.end('<!doctype html><title>502 Bad Gateway</title><h1>502 Bad Gateway</h1>');
}
