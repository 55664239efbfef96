import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { Agent, request as httpRequest, type ClientRequest, type IncomingMessage } from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { BROWSER_COOKIE } from '../../../src/service/http/browser-cookie';
import { registeredPermissions } from '../../simulator/app-registration';
import { DEMO, demoSeed } from '../../simulator/entra/demo-seed';
import { startEntra, type SimulatedEntra } from '../../simulator/entra/entra';
import { settingsForEntra } from '../../simulator/entra/service-settings';
import type { SeedUser } from '../../simulator/entra/seed';
import { Browser } from '../../simulator/entra/testing/browser';
import { ask } from '../../simulator/entra/testing/https-client';
import { createServiceProcess, type ServiceProcess } from '../../simulator/service-process';
import { loadCertificate } from '../../tools/certificates';

/** What a thousand open panes of one organisation cost. */
export interface CrowdFigures {
  readonly panes: number;
  /** Token requests of the service at Entra while all panes asked at once about a tenant that nobody had asked about. */
  readonly tokensForAll: number;
  /** From the first question sent to the last answer read. */
  readonly answerAllMs: number;
  readonly listeners: number;
  /** From the first stream opened to the last one that has said its first word. */
  readonly listenAllMs: number;
  /** Token requests while they listened and nothing happened. */
  readonly tokensWhileListening: number;
  /** Token requests after one admin had granted, one of them for their look, and all panes asked again at once. */
  readonly tokensAfterGrant: number;
  /** From the admin's return to the last answer, all panes asking at the return. */
  readonly answerAfterGrantMs: number;
}

const ROOT = path.resolve(__dirname, '../../..');
const PUBLIC_ORIGIN = 'https://consent.example';
const DOMAIN = 'contoso.example';
/** A request has at most 20 listeners, a tenant may make 600 requests in an hour: a few panes listen to each. */
const LISTENERS_PER_REQUEST = 4;
const TOKENS_AT_ONCE = 16;

const userOf = (index: number): SeedUser => ({
  id: randomUUID(),
  upn: `person${String(index)}@${DOMAIN}`,
  displayName: `Person ${String(index)}`,
  tenantId: DEMO.tenants.contoso,
  role: 'user',
});

interface Reply {
  readonly status: number;
  readonly body: string;
  /** Where a redirect leads. */
  readonly location: string | undefined;
}

/** Each pane has an address of its own, as behind a load balancer. */
const addressOf = (index: number): string =>
  `10.${String((index >> 16) & 255)}.${String((index >> 8) & 255)}.${String(index & 255)}`;

async function readAll(message: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

/** A client of the service's own port, where the load balancer stands in production. */
class Panes {
  readonly #address: ServiceProcess['address'];
  readonly #agent = new Agent({ keepAlive: true });
  readonly #streams: ClientRequest[] = [];

  constructor(address: ServiceProcess['address']) {
    this.#address = address;
  }

  #send(index: number, options: { method?: string; path: string; headers?: Record<string, string> }) {
    return httpRequest({
      ...this.#address,
      agent: this.#agent,
      method: options.method ?? 'GET',
      path: options.path,
      headers: { ...options.headers, 'x-forwarded-for': addressOf(index), 'x-forwarded-proto': 'https' },
    });
  }

  ask(
    index: number,
    options: { method?: string; path: string; headers?: Record<string, string>; json?: unknown },
  ): Promise<Reply> {
    return new Promise((resolve, reject) => {
      const { json, ...rest } = options;
      const headers = {
        ...rest.headers,
        ...(json === undefined ? {} : { 'content-type': 'application/json' }),
      };
      const request = this.#send(index, { ...rest, headers });
      request.on('error', reject);
      request.on('response', (message) => {
        const { statusCode: status = 0 } = message;
        const { location } = message.headers;
        readAll(message).then((body) => resolve({ status, body, location }), reject);
      });
      request.end(json === undefined ? undefined : JSON.stringify(json));
    });
  }

  /** Opens an event stream and resolves at its first word; it stays open until `end`. */
  listen(index: number, requestId: string): Promise<void> {
    return new Promise((resolve, reject) => {
      const request = this.#send(index, {
        path: `/api/requests/${requestId}/events`,
        headers: { accept: 'text/event-stream' },
      });
      this.#streams.push(request);
      request.on('error', reject);
      request.on('response', (message) => {
        // Cut at the end of the benchmark.
        message.on('error', () => undefined);
        if (message.statusCode !== 200) {
          message.resume();
          reject(new Error(`The service let nobody listen: ${String(message.statusCode)}.`));
          return;
        }
        message.once('data', () => resolve());
      });
      request.end();
    });
  }

  end(): void {
    for (const stream of this.#streams) stream.destroy();
    this.#agent.destroy();
  }
}

const range = (count: number): readonly number[] => Array.from({ length: count }, (_, index) => index);

/** One token of our own API for each person, as their hosts' brokers get them. */
async function tokensFor(
  entra: SimulatedEntra,
  cert: string,
  people: readonly SeedUser[],
): Promise<readonly string[]> {
  const tokens: string[] = [];
  const waiting = people.map((person, index) => ({ person, index }));
  const work = async (): Promise<void> => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const answer = await ask(`${entra.origin}/simulated/broker/token`, cert, {
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({
          userId: next.person.id,
          clientId: DEMO.appId,
          scope: `api://${DEMO.appId}/access_as_user`,
        }),
      });
      const { access_token: token } = answer.json();
      if (typeof token !== 'string') throw new Error(`No token for a pane: ${answer.text.slice(0, 300)}`);
      tokens[next.index] = token;
    }
  };
  await Promise.all(range(TOKENS_AT_ONCE).map(work));
  return tokens;
}

/** Counts what the service asks of Entra's token endpoint from the call on. */
function countTokens(entra: SimulatedEntra): () => number {
  entra.log.clear();
  return () => {
    const events = entra.log.list();
    const first = events[0]?.number ?? 0;
    const last = events.at(-1)?.number ?? 0;
    if (events.length > 0 && last - first + 1 !== events.length)
      throw new Error('The log of the simulated Entra has gaps.');
    if (events.length >= 300) throw new Error('The log of the simulated Entra may have run over.');
    return events.filter(({ family }) => family === 'token').length;
  };
}

const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const startMs = performance.now();
  await work();
  return performance.now() - startMs;
};

/**
 * The built service with its embedded database, and a simulated organisation of so many people: all ask at once, all
 * listen at once, an admin grants, all ask again.
 */
export async function measureCrowd(panes: number): Promise<CrowdFigures> {
  const ending: (() => Promise<void> | void)[] = [];
  try {
    const { key, cert, certFile } = await loadCertificate();
    const people = range(panes).map(userOf);
    const seed = demoSeed({
      permissions: registeredPermissions,
      webRedirectUris: [`${PUBLIC_ORIGIN}/consent/return`, `${PUBLIC_ORIGIN}/consent/look`],
    });
    const entra = await startEntra({
      tls: { key, cert },
      seed: { ...seed, users: [...seed.users, ...people] },
    });
    ending.push(() => entra.stop());
    const dataDir = await mkdtemp(path.join(os.tmpdir(), 'extendsync-crowd-'));
    ending.push(() => rm(dataDir, { recursive: true, force: true }));
    const service = await createServiceProcess({
      entry: path.join(ROOT, 'dist/service/main.js'),
      settings: {
        PUBLIC_ORIGIN,
        ...settingsForEntra(entra.origin),
        OFFICE_JS_URL: 'https://office.example/office.js',
        HOST_ORIGINS: 'https://outlook.example',
        DATA_DIR: dataDir,
        PANE_DIR: path.join(ROOT, 'dist/pane'),
        TRUST_PROXY: '1',
        NODE_EXTRA_CA_CERTS: certFile,
      },
    });
    ending.push(() => service.stop());
    await service.start();
    const crowd = new Panes(service.address);
    ending.push(() => crowd.end());

    // An older, smaller grant: people get tokens of our API, and wait for the rest.
    entra.directory.setTenantGrant(
      DOMAIN,
      registeredPermissions.filter(({ scope }) => scope !== 'User.Read.All'),
    );
    const tokens = await tokensFor(entra, cert, people);

    const askAll = async (expected: 'granted' | 'not granted'): Promise<void> => {
      const replies = await Promise.all(
        tokens.map((token, index) =>
          crowd.ask(index, { path: '/api/consent', headers: { authorization: `Bearer ${token}` } }),
        ),
      );
      for (const { status, body } of replies) {
        if (status !== 200) throw new Error(`A pane was answered ${String(status)}: ${body.slice(0, 300)}`);
        const { permissions = [] } = JSON.parse(body) as { permissions?: readonly { state: string }[] };
        const isGranted = permissions.length > 0 && permissions.every(({ state }) => state === 'tenant');
        if (isGranted !== (expected === 'granted')) throw new Error(`A pane was told: ${body.slice(0, 600)}`);
      }
    };

    const tokensForAll = countTokens(entra);
    const answerAllMs = await timed(() => askAll('not granted'));
    const afterAsking = tokensForAll();

    const requests: string[] = [];
    for (const index of range(Math.ceil(panes / LISTENERS_PER_REQUEST))) {
      const made = await crowd.ask(index, {
        method: 'POST',
        path: '/api/requests',
        json: { tenant: DOMAIN },
      });
      const { id } = JSON.parse(made.body) as { id?: string };
      if (id === undefined) throw new Error(`No request was made: ${made.body.slice(0, 300)}`);
      requests.push(id);
    }
    const tokensWhileListening = countTokens(entra);
    const listenAllMs = await timed(() =>
      Promise.all(range(panes).map((index) => crowd.listen(index, requests[index % requests.length] ?? ''))),
    );
    const afterListening = tokensWhileListening();

    const browser = { cookie: `${BROWSER_COOKIE}=${'b'.repeat(22)}` };
    const attempt = await crowd.ask(0, {
      method: 'POST',
      path: `/api/requests/${requests[0] ?? ''}/attempts`,
      headers: browser,
    });
    const { consentUrl = '' } = JSON.parse(attempt.body) as { consentUrl?: string };
    const admin = new Browser(entra.origin, cert);
    await admin.open(consentUrl);
    await admin.press('Adele Admin adele@contoso.example');
    await admin.press('Accept');
    const tokensAfterGrant = countTokens(entra);
    const comesBack = async (): Promise<string> => {
      const { pathname, search } = admin.landedAt;
      return (await crowd.ask(0, { path: pathname + search, headers: browser })).location ?? '';
    };
    const answerAfterGrantMs = await timed(async () => {
      // The return leads on to the look, and the look back again.
      await admin.open(await comesBack());
      await comesBack();
      await askAll('granted');
    });
    return {
      panes,
      tokensForAll: afterAsking,
      answerAllMs,
      listeners: panes,
      listenAllMs,
      tokensWhileListening: afterListening,
      tokensAfterGrant: tokensAfterGrant(),
      answerAfterGrantMs,
    };
  } finally {
    for (const end of ending.toReversed()) await end();
  }
}
