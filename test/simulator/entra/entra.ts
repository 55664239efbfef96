import { createServer } from 'node:https';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import type { Clock } from '../../../src/ports';
import { Directory, type RedirectKind } from './directory';
import { EventLog } from './event-log';
import { Exchange, readBody } from './exchange';
import { makeSigningKeys } from './keys';
import { handle } from './routes';
import type { Seed } from './seed';
import { ONE_SITE, type SiteNames } from '../site-names';
import type { EntraState } from './state';

export interface EntraOptions {
  /** PEM texts. */
  readonly tls: { readonly key: string; readonly cert: string };
  /** 0 or absent: the system picks one. */
  readonly port?: number;
  /** The names of the login host and of Graph in their origins. Default: both are localhost. */
  readonly names?: Pick<SiteNames, 'login' | 'graph'>;
  /** Absent: the system's clock. */
  readonly clock?: Clock;
  readonly seed: Seed;
  /** The key with which all tenants sign, as PEM. Absent: a new one at every start. */
  readonly signingKey?: string | undefined;
}

/** The running simulation of Microsoft Entra and Microsoft Graph. */
export interface SimulatedEntra {
  /** Of the login host, e.g. `https://localhost:3002`. */
  readonly origin: string;
  /** The same server, which answers for Graph as well. */
  readonly graphOrigin: string;
  readonly directory: Directory;
  /** Protocol events without tokens, newest last. */
  readonly log: EventLog;
  /** The one origin whose pages may call `/simulated/*`. */
  setHostOrigin(origin: string): void;
  /** Registers a redirect address after the start, e.g. the host's own. */
  addRedirectUri(uri: string, kind?: RedirectKind): void;
  /** Back to the seed; also forgets sessions, codes and refresh tokens. */
  reset(): void;
  /** Ends the server and every connection; resolves when nothing is left. */
  stop(): Promise<void>;
}

const SYSTEM_CLOCK: Clock = {
  now: () => Date.now(),
  after: (ms, task) => {
    const timer = setTimeout(task, ms);
    return () => clearTimeout(timer);
  },
};

/** Starts the simulated tenant on HTTPS. Rejects when the port is taken. */
export async function startEntra(options: EntraOptions): Promise<SimulatedEntra> {
  const clock = options.clock ?? SYSTEM_CLOCK;
  const names = options.names ?? ONE_SITE;
  const directory = new Directory(options.seed, clock);
  const log = new EventLog(clock);
  const keys = await makeSigningKeys(options.signingKey);
  const server = createServer({ key: options.tls.key, cert: options.tls.cert });
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    // Loopback only: whoever reaches the simulation can do anything in it.
    server.listen(options.port ?? 0, '127.0.0.1', () => {
      server.off('error', reject);
      resolve();
    });
  });
  const { port } = server.address() as AddressInfo;
  const state: EntraState = {
    origin: `https://${names.login}:${port}`,
    graphOrigin: `https://${names.graph}:${port}`,
    clock,
    directory,
    keys,
    log,
    codes: new Map(),
    refreshTokens: new Map(),
    deviceCodes: new Map(),
    sessions: new Map(),
    opaqueTokens: new Map(),
    hostOrigin: undefined,
  };
  const reset = (): void => {
    directory.reset();
    log.clear();
    for (const memory of [
      state.codes,
      state.refreshTokens,
      state.deviceCodes,
      state.sessions,
      state.opaqueTokens,
    ])
      memory.clear();
  };
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    void serve(state, request, response, reset);
  });
  return {
    origin: state.origin,
    graphOrigin: state.graphOrigin,
    directory,
    log,
    setHostOrigin(origin) {
      state.hostOrigin = origin;
    },
    addRedirectUri(uri, kind) {
      directory.addRedirectUri(uri, kind);
    },
    reset,
    stop() {
      return new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      });
    },
  };
}

async function serve(
  state: EntraState,
  request: IncomingMessage,
  response: ServerResponse,
  reset: () => void,
): Promise<void> {
  response.on('error', () => response.destroy());
  const body = await readBody(request);
  if (!body.ok && body.why === 'cut') return;
  const exchange = new Exchange(request, response, state.origin, body.ok ? body.text : '');
  exchange.keepsOpener = state.directory.has('opener-kept');
  if (!body.ok) {
    exchange.sendText(413, 'Too long');
    return;
  }
  try {
    await handle(state, exchange, reset);
  } catch (error) {
    // A mistake of the simulation: visible to the caller, without ending the server.
    exchange.outcome = `mistake: ${error instanceof Error ? error.message : String(error)}`;
    exchange.sendText(500, exchange.outcome);
    logMistake(state, exchange);
  }
}

function logMistake(state: EntraState, exchange: Exchange): void {
  state.log.add({
    family: 'mistake',
    method: exchange.method,
    path: exchange.url.pathname,
    status: 500,
    outcome: exchange.outcome,
  });
}
