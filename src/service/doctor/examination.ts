import type { X509Certificate } from 'node:crypto';
import { APPLICATION_FIELDS, parseApplication, type Application } from '../../core/registration/application';
import type { TenantId } from '../../core/tenant';
import type { Clock } from '../../ports';
import { timeLimit } from '../clock';
import type { Database } from '../database/database';
import type { Settings } from '../settings';
import { createAppTokens, type TokenAnswer } from '../tenant/app-token';
import { createGraphReader, type GraphAnswer, type GraphReader } from '../tenant/graph-reader';

/** The certificate that a server shows, and why a browser would not trust it. */
export interface ShownCertificate {
  readonly certificate: X509Certificate;
  readonly distrust: string | undefined;
}

/** What the doctor reaches of the world. */
export interface DoctorWorld {
  readonly clock: Clock;
  readonly fetch: typeof globalThis.fetch;
  /** Undefined where nothing answers. Never rejects. */
  certificateAt(origin: string): Promise<ShownCertificate | undefined>;
  openDatabase(settings: Settings): Promise<Database>;
  /** The status with which the service that listens on this machine answers; undefined where none does. Never rejects. */
  statusHere(settings: Settings, path: string): Promise<number | undefined>;
  /** The text of a file; undefined where there is none. */
  fileText(path: string): string | undefined;
  exists(path: string): boolean;
  /** Whether this user may read and change what is in a folder. */
  mayWrite(folder: string): boolean;
}

/** An answer by http, or none. */
export type Answered =
  | { readonly ok: true; readonly status: number; readonly headers: Headers; readonly text: string }
  | { readonly ok: false; readonly why: string };

const LIMIT_MS = 10_000;

/** One installation under examination. What several checks need is asked for once. */
export interface Examination {
  readonly settings: Settings;
  readonly paneOrigin: string;
  readonly world: DoctorWorld;
  get(url: string): Promise<Answered>;
  /** What the service says of itself by its public address. */
  readyz(): Promise<Answered>;
  /** Whether the service on this machine is ready, also where its public address does not lead to it from here. */
  isReadyHere(): Promise<boolean>;
  /** Of the tenant in which the application is registered; undefined where the settings do not name it. */
  homeToken(): Promise<TokenAnswer | undefined>;
  /** The registration, as the application itself may read it; undefined without a token. */
  application(): Promise<GraphAnswer<Application> | undefined>;
  tokenIn(tenant: TenantId): Promise<TokenAnswer>;
  /** Asks Graph with a token, within a limit of time. */
  read<T>(accessToken: string, ask: (graph: GraphReader) => Promise<T>): Promise<T>;
}

export function createExamination(settings: Settings, paneOrigin: string, world: DoctorWorld): Examination {
  const { clock, fetch } = world;
  const { cloud, clientId, homeTenant } = settings;
  const askToken = createAppTokens(settings, fetch, clock);

  const limited = async <T>(task: (signal: AbortSignal) => Promise<T>): Promise<T> => {
    const limit = timeLimit(clock, LIMIT_MS);
    return task(limit.signal).finally(() => limit.end());
  };
  const tokenIn = (tenant: TenantId): Promise<TokenAnswer> => limited((signal) => askToken(tenant, signal));
  const read = <T>(accessToken: string, ask: (graph: GraphReader) => Promise<T>): Promise<T> =>
    limited((signal) =>
      ask(createGraphReader({ graphOrigin: cloud.graphOrigin, accessToken, signal, fetch, clock })),
    );

  const homeToken = once(async () => (homeTenant === undefined ? undefined : tokenIn(homeTenant)));
  const application = once(async () => {
    const token = await homeToken();
    if (!token?.ok) return undefined;
    const path = `/v1.0/applications(appId='${clientId}')?$select=${APPLICATION_FIELDS}`;
    return read(token.accessToken, (graph) => graph.one(path, parseApplication));
  });

  const get = (url: string): Promise<Answered> =>
    limited(async (signal) => {
      try {
        const answer = await fetch(url, { signal, redirect: 'manual' });
        return {
          ok: true,
          status: answer.status,
          headers: answer.headers,
          text: await answer.text(),
        };
      } catch (error) {
        return { ok: false, why: reasonOf(error) };
      }
    });

  return {
    settings,
    paneOrigin,
    world,
    homeToken,
    application,
    tokenIn,
    read,
    isReadyHere: once(async () => (await world.statusHere(settings, '/readyz')) === 200),
    get,
    readyz: once(() => get(`${settings.publicOrigin}/readyz`)),
  };
}

const once = <T>(ask: () => Promise<T>): (() => Promise<T>) => {
  let asked: Promise<T> | undefined;
  return () => (asked ??= ask());
};

/** Node's fetch says `fetch failed` and keeps the reason behind it. */
function reasonOf(error: unknown): string {
  const { cause } = error as { cause?: unknown };
  for (const one of [cause, error]) {
    const { code, message } = (one ?? {}) as { code?: unknown; message?: unknown };
    if (typeof code === 'string') return code;
    if (typeof message === 'string' && message !== '' && one === error) return message;
  }
  return 'no answer';
}
