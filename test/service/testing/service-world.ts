import { setTimeout as turn } from 'node:timers/promises';
import type { InjectOptions } from 'fastify';
import { parseConsentAnswer, type ConsentAnswer } from '../../../src/core/api/consent-answer';
import { RETURN_MARK } from '../../../src/core/api/paths';
import { parseRequestEvents, type RequestEvent } from '../../../src/core/api/request-events';
import { PERMISSION_SET } from '../../../src/core/permission-set';
import type { Situation } from '../../../src/core/situation';
import type { App } from '../../../src/service/http/app';
import { BROWSER_COOKIE } from '../../../src/service/http/browser-cookie';
import type { Database } from '../../../src/service/database/database';
import { createService, type ServiceParts } from '../../../src/service/service';
import type { Settings } from '../../../src/service/settings';
import { DEMO, demoSeed } from '../../simulator/entra/demo-seed';
import { startEntra, type SimulatedEntra } from '../../simulator/entra/entra';
import { Browser } from '../../simulator/entra/testing/browser';
import { ask } from '../../simulator/entra/testing/https-client';
import { makeCertificate, SIGNING_KEY } from '../../simulator/entra/testing/world';
import { ManualClock } from '../../support/manual-clock';
import { fetchTrusting } from './fetch-trusting';
import { makePaneFolder } from './pane-folder';
import { userToken } from './user-token';

export const PUBLIC_ORIGIN = 'https://consent.example';

export type Injected = Awaited<ReturnType<App['inject']>>;

/** The simulated Microsoft with the real service in front of it. */
export interface ServiceWorld {
  readonly entra: SimulatedEntra;
  readonly clock: ManualClock;
  readonly settings: Settings;
  readonly fetch: typeof globalThis.fetch;
  /** Of the simulated Microsoft, as PEM: what a process of its own must trust. */
  readonly certificate: string;
  /** Every line of every service's log. */
  readonly logLines: string[];
  /** Starts the service on a database; `stopServices` ends it. */
  startService(database: Database, parts?: Partial<ServiceParts>, settings?: Partial<Settings>): Promise<App>;
  stopServices(): Promise<void>;
  /** A fresh token of our own API, as a user's host gets it without asking the user. */
  tokenOf(userId: string, tenant?: string, clientId?: string): Promise<string>;
  /** Our application's own token for Microsoft Graph: signed by the tenant, but not for us. */
  appTokenOf(tenant: string): Promise<string>;
  /** How many requests of one family Microsoft has had. */
  asked(family: string): number;
  /** How many questions wait for Microsoft's answer, the service's and the browsers'. */
  unanswered(): number;
  browser(): Browser;
  stop(): Promise<void>;
}

export async function startServiceWorld(): Promise<ServiceWorld> {
  const tls = await makeCertificate();
  // The present, because msal-node and jose's key cache read the machine's clock.
  const clock = new ManualClock(Date.now());
  const entra = await startEntra({
    tls,
    clock,
    signingKey: SIGNING_KEY,
    seed: demoSeed({
      permissions: PERMISSION_SET,
      webRedirectUris: ['/consent/return', '/consent/look', '/grant.html'].map(
        (path) => PUBLIC_ORIGIN + path,
      ),
    }),
  });
  let unanswered = 0;
  const counted =
    <Question extends unknown[], T>(asking: (...question: Question) => Promise<T>) =>
    async (...question: Question): Promise<T> => {
      unanswered += 1;
      try {
        return await asking(...question);
      } finally {
        unanswered -= 1;
      }
    };
  const fetch: typeof globalThis.fetch = counted(fetchTrusting(tls.cert));
  const pane = makePaneFolder();
  const services: App[] = [];
  const logLines: string[] = [];
  const settings: Settings = {
    version: '1.2.3',
    port: 0,
    host: '127.0.0.1',
    publicOrigin: PUBLIC_ORIGIN,
    clientId: DEMO.appId,
    credential: { kind: 'secret', secret: DEMO.clientSecret },
    cloud: {
      name: 'custom',
      loginOrigin: entra.origin,
      graphOrigin: entra.origin,
      officeJsUrl: 'https://office.example/lib/office.js',
    },
    hostOrigins: ['https://outlook.example'],
    dataDir: 'unused',
    trustProxy: false,
    logLevel: 'trace',
    paneDir: pane.folder,
    checkEveryMs: 24 * 60 * 60_000,
    historyKeptMs: 730 * 24 * 60 * 60_000,
  };
  return {
    entra,
    clock,
    settings,
    fetch,
    certificate: tls.cert,
    logLines,
    async startService(database, parts = {}, changed = {}) {
      const app = await createService(
        { ...settings, ...changed },
        { database, clock, fetch, logTo: { write: (line) => logLines.push(line) }, ...parts },
      );
      services.push(app);
      return app;
    },
    async stopServices() {
      await Promise.all(services.splice(0).map((service) => service.close()));
    },
    tokenOf: (userId, tenant, clientId) => userToken(fetch, entra.origin, userId, { tenant, clientId }),
    async appTokenOf(tenant) {
      const answer = await fetch(`${entra.origin}/${tenant}/oauth2/v2.0/token`, {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        body: new URLSearchParams({
          grant_type: 'client_credentials',
          client_id: DEMO.appId,
          client_secret: DEMO.clientSecret,
          scope: `${entra.origin}/.default`,
        }).toString(),
      });
      return ((await answer.json()) as { access_token: string }).access_token;
    },
    asked: (family) => entra.log.list().filter((event) => event.family === family).length,
    unanswered: () => unanswered,
    browser: () => new Browser(entra.origin, tls.cert, counted(ask)),
    async stop() {
      await Promise.all(services.splice(0).map((service) => service.close()));
      await entra.stop();
      pane.remove();
    },
  };
}

export const get = (app: App, url: string, headers: InjectOptions['headers'] = {}): Promise<Injected> =>
  app.inject({ method: 'GET', url, headers });

/** What somebody's browser keeps for the service: cookies by their names. */
export type Kept = Map<string, string>;

/** The browser in which everything happens that names no other. */
export const HERE: Kept = new Map([[BROWSER_COOKIE, 'h'.repeat(22)]]);

/** Calls from a browser: what it keeps comes along, and what the answer gives it is kept. */
export async function callFrom(kept: Kept, app: App, options: InjectOptions): Promise<Injected> {
  const cookie = [...kept].map(([name, value]) => `${name}=${value}`).join('; ');
  const answer = await app.inject({
    ...options,
    headers: { ...options.headers, ...(cookie === '' ? {} : { cookie }) },
  });
  for (const { name, value } of answer.cookies) kept.set(name, value);
  return answer;
}

/** `GET /api/consent` with a token; the answer has been parsed by the pane's own parser. */
export async function consentOf(app: App, token: string): Promise<ConsentAnswer> {
  const answer = await get(app, '/api/consent', { authorization: `Bearer ${token}` });
  const parsed = answer.statusCode === 200 ? parseConsentAnswer(answer.json()) : undefined;
  if (!parsed) throw new Error(`not an answer: ${String(answer.statusCode)} ${answer.body}`);
  return parsed;
}

/** The permissions of an answer by state: `{ tenant: ['delegated:User.Read', …], … }`. */
export function byState(answer: ConsentAnswer): Record<string, string[]> {
  if (answer.outcome !== 'checked') throw new Error(`no answer: ${answer.because}`);
  const states: Record<string, string[]> = {};
  for (const { state, kind, scope } of answer.permissions) (states[state] ??= []).push(`${kind}:${scope}`);
  return states;
}

/** Microsoft has been reached and holds the answer back: from here on only the clock can help. */
export async function untilHeldBack(world: ServiceWorld): Promise<void> {
  while (!world.entra.directory.listFaults().some((fault) => fault.hits > 0)) await turn(1);
}

/** The registration is there again after it was deleted, and the service has asked and heard so. */
export async function restoreRegistration({ entra, clock, logLines }: ServiceWorld): Promise<void> {
  const isHeard = () => logLines.some((line) => line.includes('Entra knows the registration'));
  logLines.splice(0);
  entra.directory.setApplicationDeleted(false);
  await clock.advance(60_000);
  while (!isHeard()) await turn(1);
}

export async function makeRequest(
  app: App,
  tenant = 'contoso.example',
  situation?: Situation,
): Promise<{ id: string; link: string }> {
  const payload = situation === undefined ? { tenant } : { tenant, situation };
  const answer = await app.inject({ method: 'POST', url: '/api/requests', payload });
  if (answer.statusCode !== 201) throw new Error(`no request: ${answer.body}`);
  return answer.json<{ id: string; link: string }>();
}

/** What has happened to a request after event number `after`; waits when nothing has. */
export async function eventsOf(
  app: App,
  id: string,
  after = 0,
  waitMs = 0,
): Promise<readonly RequestEvent[]> {
  const answer = await get(
    app,
    `/api/requests/${id}/events?after=${String(after)}&waitMs=${String(waitMs)}`,
    {
      accept: 'application/json',
    },
  );
  const events = answer.statusCode === 200 ? parseRequestEvents(answer.json()) : undefined;
  if (!events) throw new Error(`no events: ${answer.body}`);
  return events;
}

/**
 * Turns the clock on without moving it (timers that were set for now run) until the request has had `count` events: what
 * the service does between a timer and its event takes real time in a real database.
 */
export async function untilEvents(
  clock: ManualClock,
  app: App,
  id: string,
  count: number,
): Promise<readonly RequestEvent[]> {
  for (;;) {
    const events = await eventsOf(app, id);
    if (events.length >= count) return events;
    await clock.advance(0);
  }
}

export const kindsOf = (events: readonly RequestEvent[]): readonly string[] =>
  events.map((event) => event.kind);

/** Begins an attempt; answers Microsoft's consent page. */
export async function attempt(app: App, id: string, kept = HERE): Promise<URL> {
  const answer = await callFrom(kept, app, { method: 'POST', url: `/api/requests/${id}/attempts` });
  if (answer.statusCode !== 201) throw new Error(`no attempt: ${answer.body}`);
  return new URL(answer.json<{ consentUrl: string }>().consentUrl);
}

/**
 * Where the service sends a browser that comes from Microsoft: our approval page, or Microsoft again for the look.
 * @param isOurs whether the page's address must be marked as the service's word, or must not be
 */
export async function sentOn(
  app: App,
  landedAt: URL | string,
  kept = HERE,
  { isOurs } = { isOurs: true },
): Promise<URL> {
  const { pathname, search } = new URL(landedAt, PUBLIC_ORIGIN);
  const answer = await callFrom(kept, app, { method: 'GET', url: pathname + search });
  if (answer.statusCode !== 303) throw new Error(`no redirect: ${String(answer.statusCode)} ${answer.body}`);
  const location = new URL(String(answer.headers.location), PUBLIC_ORIGIN);
  if (location.pathname.endsWith('/oauth2/v2.0/authorize')) return location;
  if (location.pathname !== '/grant.html') throw new Error(`led to ${location.href}`);
  const mark = location.searchParams.get(RETURN_MARK.parameter);
  const cookie = answer.headers['set-cookie'];
  const isMarked =
    /^[\w-]{22}$/.test(mark ?? '') && String(cookie).startsWith(`${RETURN_MARK.cookie}=${String(mark)}; `);
  if (isOurs ? !isMarked : (mark ?? cookie) !== undefined)
    throw new Error(isOurs ? 'the redirect is not marked as ours' : 'the redirect is marked as ours');
  return location;
}

/**
 * Follows the redirects with the browser in which somebody came back, without one as a browser in which nobody is signed
 * in. Answers the approval page's parameters, without the mark that makes them the service's word and without the look's key,
 * which is another one each time.
 */
export async function returnTo(
  app: App,
  landedAt: URL | string,
  browser?: Browser,
  kept = HERE,
  ours = { isOurs: true },
): Promise<URLSearchParams> {
  const page = (await followTo(app, landedAt, browser, kept, ours)).searchParams;
  page.delete(RETURN_MARK.parameter);
  page.delete('look');
  return page;
}

/** The same with the whole address of the approval page. */
export async function followTo(
  app: App,
  landedAt: URL | string,
  browser?: Browser,
  kept = HERE,
  ours = { isOurs: true },
): Promise<URL> {
  let location = await sentOn(app, landedAt, kept, ours);
  while (location.pathname !== '/grant.html') {
    if (!browser) {
      const query = new URLSearchParams({
        error: 'login_required',
        error_description: 'AADSTS50058: A silent sign-in request was sent but no user is signed in.',
        state: location.searchParams.get('state') ?? '',
      });
      location = await sentOn(app, `/consent/look?${query.toString()}`, kept, ours);
    } else {
      await browser.open(location.href);
      location = await sentOn(app, browser.landedAt, kept, ours);
    }
  }
  return location;
}

/** The admin's whole way: the attempt, Microsoft's screens, and back. */
export async function adminAccepts(
  world: ServiceWorld,
  app: App,
  id: string,
  admin: string,
): Promise<URLSearchParams> {
  const browser = world.browser();
  await browser.open((await attempt(app, id)).href);
  await browser.press(admin);
  await browser.press('Accept');
  return returnTo(app, browser.landedAt, browser);
}
