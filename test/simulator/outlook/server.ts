/**
 * The simulated Outlook's web server: the page, office.js unmodified from its npm package, the broker's redirect page, the
 * mailboxes' roaming settings and the control API.
 */
import { readFile } from 'node:fs/promises';
import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import { dirname, join } from 'node:path';
import { bundleBrowserScript } from './bundle';
import { serviceActions, type HostState, type ScenarioApplied, type ServiceAction } from './control-api';
import { MailboxStore } from './mailbox-store';
import { ONE_SITE, type SiteNames } from '../site-names';
import { sendFile } from './static-files';
import { WEBHOOK_PATH } from '../webhook-receiver';

/** Where Microsoft's build of office.js is served from. */
export const OFFICE_JS_PATH = '/office-js/office.js';
/** The page to which the broker's sign-in comes back. */
export const BROKER_REDIRECT_PATH = '/broker-redirect.html';

export interface OutlookServerOptions {
  readonly tls: { readonly key: string; readonly cert: string };
  /** 0 lets the system choose. */
  readonly port?: number;
  /** The name in its origin, and the one under which pages load office.js. Default: localhost. */
  readonly names?: Pick<SiteNames, 'outlook' | 'officeJs'>;
  /** The world as the page and its panel need to know it; asked anew each time. */
  readonly state: () => HostState;
  applyScenario(name: string): Promise<ScenarioApplied | undefined>;
  steerService(action: ServiceAction): Promise<void>;
  putForward(ms: number): void;
  fillLedger(): Promise<void>;
  /** A webhook of the service; answers whether it bore the right signature. */
  takeWebhook(headers: IncomingHttpHeaders, body: string): boolean;
  reset(): Promise<void>;
}

export interface OutlookServer {
  readonly origin: string;
  /** Where pages load office.js from. */
  readonly officeJsUrl: string;
  readonly mailboxes: MailboxStore;
  stop(): Promise<void>;
}

const officeFolder = dirname(require.resolve('@microsoft/office-js/dist/office.js'));
const pageFolder = join(__dirname, 'page');
/** Roaming settings may have 32 KB; everything else is smaller. */
const MAX_BODY_BYTES = 256 * 1024;

async function readText(request: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += (chunk as Buffer).length;
    if (size > MAX_BODY_BYTES) return undefined;
    chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks).toString('utf8');
}

async function readJson(request: IncomingMessage): Promise<unknown> {
  try {
    return JSON.parse((await readText(request)) ?? '');
  } catch {
    return undefined;
  }
}

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null
    ? (value as Readonly<Record<string, unknown>>)[name]
    : undefined;
}

function parseSettings(value: unknown): Readonly<Record<string, string>> | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const entries = Object.entries(value);
  return entries.every((entry): entry is [string, string] => typeof entry[1] === 'string')
    ? Object.fromEntries(entries)
    : undefined;
}

/** Nobody is kept waiting longer, whatever became of the window that held it. */
const HELD_AT_MOST_MS = 60_000;

/** Holds office.js back for a while, for a host in which it comes late. */
function createGate(): { hold(held: boolean): void; comes(): Promise<void> } {
  let opened: Promise<void> = Promise.resolve();
  let open: () => void = () => undefined;
  return {
    hold: (held) => {
      open();
      if (!held) return;
      opened = new Promise((resolve) => {
        const limit = setTimeout(resolve, HELD_AT_MOST_MS);
        open = () => {
          clearTimeout(limit);
          resolve();
        };
      });
    },
    comes: () => opened,
  };
}

/** Starts the server; resolves when it listens. */
export async function startOutlookServer(options: OutlookServerOptions): Promise<OutlookServer> {
  const mailboxes = new MailboxStore();
  const officeJs = createGate();
  const script = await bundleBrowserScript('host/main.ts');
  const style = await readFile(join(pageFolder, 'style.css'), 'utf8');
  const sockets = new Set<Socket>();

  function send(response: ServerResponse, status: number, type: string, body: string): void {
    response.writeHead(status, {
      'content-type': `${type}; charset=utf-8`,
      'content-length': Buffer.byteLength(body),
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    });
    response.end(body);
  }

  const sendJson = (response: ServerResponse, status: number, value: unknown): void =>
    send(response, status, 'application/json', JSON.stringify(value));

  async function sendPage(response: ServerResponse, name: string): Promise<void> {
    const { entraOrigin, paneOrigin } = options.state();
    response.setHeader(
      'content-security-policy',
      [
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self' 'unsafe-inline'",
        "img-src 'self' data:",
        `connect-src 'self' ${entraOrigin} ${paneOrigin}`,
        `frame-src ${paneOrigin} ${entraOrigin}`,
        "base-uri 'none'",
        "form-action 'none'",
      ].join('; '),
    );
    send(response, 200, 'text/html', await readFile(join(pageFolder, name), 'utf8'));
  }

  async function settings(
    request: IncomingMessage,
    response: ServerResponse,
    mailbox: string,
  ): Promise<void> {
    if (request.method === 'PUT') {
      const saved = parseSettings(await readJson(request));
      if (!saved) return sendJson(response, 400, { error: 'settings must map names to JSON texts' });
      mailboxes.save(mailbox, saved);
    }
    sendJson(response, 200, mailboxes.settingsOf(mailbox));
  }

  async function control(request: IncomingMessage, response: ServerResponse, path: string): Promise<void> {
    if (request.method === 'GET' && path === 'state') return sendJson(response, 200, options.state());
    if (path.startsWith('settings/')) {
      return settings(request, response, decodeURIComponent(path.slice('settings/'.length)));
    }
    if (request.method !== 'POST') return sendJson(response, 404, { error: 'no such control' });
    const body = await readJson(request);
    if (path === 'scenario') {
      const applied = await options.applyScenario(String(field(body, 'name') ?? ''));
      if (applied) mailboxes.clear();
      return sendJson(response, applied ? 200 : 404, applied ?? { error: 'no such scenario' });
    }
    if (path === 'service') {
      const action = serviceActions.find((known) => known === field(body, 'action'));
      if (!action)
        return sendJson(response, 400, { error: `action must be one of ${serviceActions.join(', ')}` });
      await options.steerService(action);
      return sendJson(response, 200, options.state());
    }
    if (path === 'clock') {
      const forwardMs = field(body, 'forwardMs');
      if (typeof forwardMs !== 'number' || !(forwardMs > 0))
        return sendJson(response, 400, { error: 'forwardMs must be a number above 0' });
      options.putForward(forwardMs);
      return sendJson(response, 200, options.state());
    }
    if (path === 'office-js') {
      officeJs.hold(field(body, 'held') === true);
      return sendJson(response, 200, {});
    }
    if (path === 'ledger') {
      await options.fillLedger();
      return sendJson(response, 200, options.state());
    }
    if (path === 'reset') {
      mailboxes.clear();
      await options.reset();
      return sendJson(response, 200, options.state());
    }
    sendJson(response, 404, { error: 'no such control' });
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = (request.url ?? '/').split('?')[0] ?? '/';
    if (path === '/') return sendPage(response, 'index.html');
    if (path === BROKER_REDIRECT_PATH) return sendPage(response, 'broker-redirect.html');
    if (path === '/host.js') return send(response, 200, 'text/javascript', script);
    if (path === '/style.css') return send(response, 200, 'text/css', style);
    if (path.startsWith('/simulated/host/')) {
      return control(request, response, path.slice('/simulated/host/'.length));
    }
    if (path === WEBHOOK_PATH && request.method === 'POST') {
      const isVerified = options.takeWebhook(request.headers, (await readText(request)) ?? '');
      response.writeHead(isVerified ? 204 : 401).end();
      return;
    }
    if (path === OFFICE_JS_PATH) await officeJs.comes();
    if (
      path.startsWith('/office-js/') &&
      (await sendFile(response, officeFolder, path.slice('/office-js/'.length)))
    ) {
      return;
    }
    if (await sendFile(response, pageFolder, path.slice(1))) return;
    send(response, 404, 'text/plain', 'The SIMULATED Outlook has no such page.');
  }

  const server = createServer(options.tls, (request, response) => {
    answer(request, response).catch((error: unknown) => {
      if (response.headersSent) response.destroy();
      else sendJson(response, 500, { error: String(error) });
    });
  });
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  const names = options.names ?? ONE_SITE;

  return {
    origin: `https://${names.outlook}:${port}`,
    officeJsUrl: `https://${names.officeJs}:${port}${OFFICE_JS_PATH}`,
    mailboxes,
    stop: () =>
      new Promise((resolve) => {
        officeJs.hold(false);
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}
