import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as soon } from 'node:timers/promises';
import { parseConsentAnswer, type ConsentAnswer } from '../../../src/core/api/consent-answer';
import { BROWSER_COOKIE } from '../../../src/service/http/browser-cookie';
import { RENEWED_AFTER_MS } from '../../../src/service/tenant/checks';
import { PERMISSION_SET } from '../../../src/core/permission-set';
import { DEMO, demoSeed } from '../../simulator/entra/demo-seed';
import { startEntra, type SimulatedEntra } from '../../simulator/entra/entra';
import { settingsForEntra } from '../../simulator/entra/service-settings';
import { makeCertificate, SIGNING_KEY } from '../../simulator/entra/testing/world';
import { fetchTrusting } from './fetch-trusting';
import { makePaneFolder } from './pane-folder';
import { PUBLIC_ORIGIN } from './service-world';
import { startProcess } from './service-process';
import { userToken } from './user-token';

type Asked = Parameters<SimulatedEntra['log']['add']>[0];

/** The simulated Microsoft, the service as a process in front of it, and whoever calls it from any address. */
export interface ProcessWorld {
  readonly entra: SimulatedEntra;
  readonly origin: string;
  /** What Microsoft was asked, since a test emptied it. */
  readonly asked: Asked[];
  call(target: string, address: string, init?: RequestInit): Promise<Response>;
  makes(tenant: string, address: string): Promise<Response>;
  begins(id: string, address: string): Promise<Response>;
  /** Brings Microsoft's answer, made up by somebody who never was there. */
  comesBack(tenant: string, state: string, address: string): Promise<Response>;
  /** What the service says of Contoso to Mia, who works there; resolves when nothing is asked of Microsoft for it any more. */
  answersMia(): Promise<ConsentAnswer | undefined>;
  /** What comes of the same question by somebody, by the status. */
  statusFor(user: string): Promise<number>;
  /** How long the service has computed so far, by the system's account of its threads; undefined where there is none. */
  computedMs(): number | undefined;
  stop(): Promise<void>;
}

/** The cookie of the one browser that there is at an address. */
const cookieAt = (address: string): string =>
  `${BROWSER_COOKIE}=${createHash('sha256').update(address).digest('base64url').slice(0, 22)}`;

/** Each call says from which address it comes, as the one proxy that the service trusts. */
export async function startProcessWorld(): Promise<ProcessWorld> {
  const scratch = mkdtempSync(path.join(os.tmpdir(), 'extendsync-process-'));
  const pane = makePaneFolder();
  const tls = await makeCertificate();
  const authority = path.join(scratch, 'microsoft.pem');
  writeFileSync(authority, tls.cert);
  const entra = await startEntra({
    tls,
    signingKey: SIGNING_KEY,
    seed: demoSeed({
      permissions: PERMISSION_SET,
      webRedirectUris: ['/consent/return', '/consent/look'].map((at) => PUBLIC_ORIGIN + at),
    }),
  });
  const asked: Asked[] = [];
  const add = entra.log.add.bind(entra.log);
  entra.log.add = (event) => {
    asked.push(event);
    add(event);
  };
  const service = startProcess({
    PORT: '0',
    PUBLIC_ORIGIN,
    ...settingsForEntra(entra.origin),
    NODE_EXTRA_CA_CERTS: authority,
    DATA_DIR: path.join(scratch, 'data'),
    PANE_DIR: pane.folder,
    TRUST_PROXY: '1',
  });
  const [, port = ''] = await service.says(/listening at http:\/\/127\.0\.0\.1:(\d+)/);
  const origin = `http://127.0.0.1:${port}`;
  const call = (target: string, address: string, init: RequestInit = {}): Promise<Response> =>
    fetch(origin + target, {
      redirect: 'manual',
      ...init,
      headers: {
        'x-forwarded-for': address,
        cookie: cookieAt(address),
        ...(init.headers as Record<string, string> | undefined),
      },
    });
  const signedIn = async (user: string): Promise<RequestInit> => ({
    headers: { authorization: `Bearer ${await userToken(fetchTrusting(tls.cert), entra.origin, user)}` },
  });
  return {
    entra,
    origin,
    asked,
    call,
    statusFor: async (user) => (await call('/api/consent', '192.0.2.1', await signedIn(user))).status,
    makes: (tenant, address) =>
      call('/api/requests', address, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ tenant }),
      }),
    begins: (id, address) => call(`/api/requests/${id}/attempts`, address, { method: 'POST' }),
    comesBack: (tenant, state, address) =>
      call(
        `/consent/return?${new URLSearchParams({ admin_consent: 'True', tenant, state }).toString()}`,
        address,
      ),
    async answersMia() {
      const mia = await signedIn(DEMO.users.mia);
      for (;;) {
        const answer = await call('/api/consent', '192.0.2.1', mia);
        const parsed = parseConsentAnswer(await answer.json());
        // An answer that is nearly a minute old is being renewed: what Microsoft is asked then would be taken for
        // somebody else's doing.
        if (!parsed || Date.now() - Date.parse(parsed.checkedAt) < RENEWED_AFTER_MS) return parsed;
        await soon(20);
      }
    },
    computedMs() {
      const tasks = `/proc/${String(service.child.pid)}/task`;
      if (!existsSync(tasks)) return undefined;
      const nanoseconds = readdirSync(tasks).map((task) =>
        Number(readFileSync(path.join(tasks, task, 'schedstat'), 'utf8').split(' ')[0]),
      );
      return nanoseconds.reduce((sum, one) => sum + one, 0) / 1e6;
    },
    async stop() {
      service.child.kill('SIGKILL');
      await service.ended;
      await entra.stop();
      rmSync(scratch, { recursive: true, force: true });
      pane.remove();
    },
  };
}
