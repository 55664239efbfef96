import { createHash, randomBytes } from 'node:crypto';
import { generate } from 'selfsigned';
import { DEMO, demoSeed, type DemoSeedOptions } from '../demo-seed';
import { startEntra, type SimulatedEntra } from '../entra';
import type { GraphPermission } from '../seed';
import { Browser } from './browser';
import { ask, type Answer, type Ask } from './https-client';
import { ManualClock } from './manual-clock';

export const SPA_REDIRECT = 'https://pane.example/redirect.html';
export const WEB_REDIRECT = 'https://pane.example/consent/return';
export const LOOK_REDIRECT = 'https://pane.example/consent/look';
export const API_SCOPE = `api://${DEMO.appId}/access_as_user`;

export const PERMISSIONS: readonly GraphPermission[] = [
  { scope: 'openid', kind: 'delegated' },
  { scope: 'profile', kind: 'delegated' },
  { scope: 'email', kind: 'delegated' },
  { scope: 'offline_access', kind: 'delegated' },
  { scope: 'User.Read', kind: 'delegated' },
  { scope: 'Mail.ReadWrite', kind: 'delegated' },
  { scope: 'MailboxSettings.ReadWrite', kind: 'delegated' },
  { scope: 'Mail.ReadWrite', kind: 'application' },
  { scope: 'User.Read.All', kind: 'application' },
  { scope: 'Directory.Read.All', kind: 'application' },
];

export interface TestCertificate {
  readonly key: string;
  readonly cert: string;
}

/** A certificate for localhost, made on the spot; on an elliptic curve, where a key is there at once. */
export const makeCertificate = (): Promise<TestCertificate> => certificateWith({ keyType: 'ec' });

/** One with which msal-node proves who an application is: it signs with RSA. */
export const makeClientCertificate = (): Promise<TestCertificate> => certificateWith({ keySize: 2048 });

async function certificateWith(key: Parameters<typeof generate>[1]): Promise<TestCertificate> {
  const made = await generate([{ name: 'commonName', value: 'localhost' }], {
    ...key,
    algorithm: 'sha256',
    extensions: [
      { name: 'basicConstraints', cA: true },
      {
        name: 'subjectAltName',
        altNames: [
          { type: 2, value: 'localhost' },
          { type: 7, ip: '127.0.0.1' },
        ],
      },
    ],
  });
  return { key: made.private, cert: made.cert };
}

/** The key that jest has made for all worlds of a run: an RSA key of their own would take each of them a fifth of a second. */
export const SIGNING_KEY = process.env['TEST_SIGNING_KEY'];

export interface Pkce {
  readonly verifier: string;
  readonly challenge: string;
}

export function makePkce(): Pkce {
  const verifier = randomBytes(32).toString('base64url');
  return { verifier, challenge: createHash('sha256').update(verifier).digest('base64url') };
}

/** The running simulation with what tests do to it. */
export interface EntraWorld {
  readonly entra: SimulatedEntra;
  readonly clock: ManualClock;
  readonly ca: string;
  ask(path: string, options?: Ask): Promise<Answer>;
  /** A form to the token endpoint; `origin` as a page's fetch would send it. */
  token(tenant: string, form: Readonly<Record<string, string>>, origin?: string): Promise<Answer>;
  broker(userId: string, scope: string, more?: Readonly<Record<string, string>>): Promise<Answer>;
  graph(path: string, accessToken: string): Promise<Answer>;
  appToken(tenant: string): Promise<string>;
  browser(): Browser;
  authorizeUrl(tenant: string, pkce: Pkce, more?: Readonly<Record<string, string>>): string;
  adminConsentUrl(tenant: string, more?: Readonly<Record<string, string>>): string;
  stop(): Promise<void>;
}

export async function startWorld(options: Partial<DemoSeedOptions> = {}): Promise<EntraWorld> {
  const tls = await makeCertificate();
  // The real present, since msal-node and jose read the system's clock.
  const clock = new ManualClock(Date.now());
  const entra = await startEntra({
    tls,
    clock,
    signingKey: SIGNING_KEY,
    seed: demoSeed({
      permissions: PERMISSIONS,
      spaRedirectUris: [SPA_REDIRECT],
      webRedirectUris: [WEB_REDIRECT, LOOK_REDIRECT],
      ...options,
    }),
  });
  const askHere = (path: string, how?: Ask): Promise<Answer> => ask(`${entra.origin}${path}`, tls.cert, how);
  const token: EntraWorld['token'] = (tenant, form, origin) =>
    askHere(`/${tenant}/oauth2/v2.0/token`, {
      body: new URLSearchParams({ client_id: DEMO.appId, ...form }).toString(),
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        ...(origin === undefined ? {} : { origin }),
      },
    });
  return {
    entra,
    clock,
    ca: tls.cert,
    ask: askHere,
    token,
    broker: (userId, scope, more) =>
      askHere('/simulated/broker/token', {
        body: JSON.stringify({ userId, clientId: DEMO.appId, scope, ...more }),
      }),
    graph: (path, accessToken) =>
      askHere(`/v1.0${path}`, { headers: { authorization: `Bearer ${accessToken}` } }),
    async appToken(tenant) {
      const answer = await token(tenant, {
        grant_type: 'client_credentials',
        client_secret: DEMO.clientSecret,
        scope: 'https://graph.microsoft.com/.default',
      });
      return String(answer.json()['access_token']);
    },
    browser: () => new Browser(entra.origin, tls.cert),
    authorizeUrl: (tenant, pkce, more) =>
      `${entra.origin}/${tenant}/oauth2/v2.0/authorize?${new URLSearchParams({
        client_id: DEMO.appId,
        response_type: 'code',
        redirect_uri: SPA_REDIRECT,
        scope: `openid profile offline_access ${API_SCOPE}`,
        code_challenge: pkce.challenge,
        code_challenge_method: 'S256',
        response_mode: 'query',
        state: 'the-state',
        nonce: 'the-nonce',
        ...more,
      }).toString()}`,
    adminConsentUrl: (tenant, more) =>
      `${entra.origin}/${tenant}/v2.0/adminconsent?${new URLSearchParams({
        client_id: DEMO.appId,
        scope: 'https://graph.microsoft.com/.default',
        redirect_uri: WEB_REDIRECT,
        state: 'the-state',
        ...more,
      }).toString()}`,
    stop: () => entra.stop(),
  };
}

export function claimsOf(token: unknown): Record<string, unknown> {
  const part = String(token).split('.')[1] ?? '';
  return JSON.parse(Buffer.from(part, 'base64url').toString('utf8')) as Record<string, unknown>;
}
