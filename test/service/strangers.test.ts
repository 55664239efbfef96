import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseConsentAnswer } from '../../src/core/api';
import { PERMISSION_SET } from '../../src/core/permission-set';
import { DEMO, demoSeed } from '../simulator/entra/demo-seed';
import { startEntra, type SimulatedEntra } from '../simulator/entra/entra';
import { makeCertificate } from '../simulator/entra/testing/world';
import { fetchTrusting } from './testing/fetch-trusting';
import { makePaneFolder } from './testing/pane-folder';
import { separationOf } from './testing/separation';
import { startProcess, type ServiceProcess } from './testing/service-process';

/*
 * What strangers tried on the service, as a process in front of the simulated Microsoft: to find out who is a customer, to
 * use up what a company needs, to make the service work. Contoso is a customer, Fabrikam is not.
 */

const START_LIMIT_MS = 120_000;
jest.setTimeout(90_000);

const PUBLIC_ORIGIN = 'https://consent.example';
const scratch = mkdtempSync(path.join(os.tmpdir(), 'extendsync-strangers-'));
const pane = makePaneFolder();
let entra: SimulatedEntra;
let service: ServiceProcess;
let origin: string;
let token: string;
/** What Microsoft was asked, since a test forgot it. */
const asked: Parameters<SimulatedEntra['log']['add']>[0][] = [];

beforeAll(async () => {
  const tls = await makeCertificate();
  const authority = path.join(scratch, 'microsoft.pem');
  writeFileSync(authority, tls.cert);
  entra = await startEntra({
    tls,
    seed: demoSeed({
      permissions: PERMISSION_SET,
      webRedirectUris: ['/consent/return', '/consent/look'].map((at) => PUBLIC_ORIGIN + at),
    }),
  });
  entra.directory.grantForTenant('contoso.example');
  const add = entra.log.add.bind(entra.log);
  entra.log.add = (event) => {
    asked.push(event);
    add(event);
  };
  service = startProcess({
    PORT: '0',
    PUBLIC_ORIGIN,
    CLIENT_ID: DEMO.appId,
    CLIENT_SECRET: DEMO.clientSecret,
    CLOUD: 'custom',
    LOGIN_ORIGIN: entra.origin,
    GRAPH_ORIGIN: entra.origin,
    NODE_EXTRA_CA_CERTS: authority,
    DATA_DIR: path.join(scratch, 'data'),
    PANE_DIR: pane.folder,
    TRUST_PROXY: '1',
    LOG_LEVEL: 'info',
  });
  const answer = await fetchTrusting(tls.cert)(`${entra.origin}/simulated/broker/token`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      userId: DEMO.users.mia,
      clientId: DEMO.appId,
      scope: `api://${DEMO.appId}/access_as_user`,
    }),
  });
  token = ((await answer.json()) as { access_token: string }).access_token;
  const [, port = ''] = await service.says(/listening at http:\/\/127\.0\.0\.1:(\d+)/);
  origin = `http://127.0.0.1:${port}`;
}, START_LIMIT_MS);
afterAll(async () => {
  service.child.kill('SIGKILL');
  await service.ended;
  await entra.stop();
  rmSync(scratch, { recursive: true, force: true });
  pane.remove();
});

/** One call from an address. */
const call = (target: string, address: string, init: RequestInit = {}): Promise<Response> =>
  fetch(origin + target, {
    redirect: 'manual',
    ...init,
    headers: { 'x-forwarded-for': address, ...(init.headers as Record<string, string> | undefined) },
  });
const make = (tenant: string, address: string): Promise<Response> =>
  call('/api/requests', address, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ tenant }),
  });
const idOf = async (made: Response): Promise<string> => ((await made.json()) as { id: string }).id;
const begin = (id: string, address: string): Promise<Response> =>
  call(`/api/requests/${id}/attempts`, address, { method: 'POST' });
const stateOf = async (begun: Response): Promise<string> => {
  const { consentUrl } = (await begun.json()) as { consentUrl: string };
  return new URL(consentUrl).searchParams.get('state') ?? '';
};
/** Microsoft's answer, made by somebody who never was there. */
const comeBack = (tenant: string, state: string, address: string): Promise<Response> =>
  call(
    `/consent/return?${new URLSearchParams({ admin_consent: 'True', tenant, state }).toString()}`,
    address,
  );
const isSentToLook = (answer: Response): boolean =>
  /\/oauth2\/v2\.0\/authorize\?.*prompt=none/.test(answer.headers.get('location') ?? '');
/** What Microsoft was asked about anything but a name's tenant and the keys. */
const questions = (): readonly string[] =>
  asked.filter(({ family }) => family !== 'openid').map(({ family, path: at }) => `${family} ${at}`);
const miasAnswer = async () => {
  const answer = await call('/api/consent', '192.0.2.1', { headers: { authorization: `Bearer ${token}` } });
  return parseConsentAnswer(await answer.json());
};
/** All at once, as a machine sends them. */
const times = <T>(count: number, work: (index: number) => Promise<T>): Promise<T[]> =>
  Promise.all(Array.from({ length: count }, (_, index) => work(index)));

test('S8: 300 returns that name a company, from requests for others, ask nothing about it and take nothing from it', async () => {
  const known = await miasAnswer();
  expect(known).toMatchObject({ outcome: 'checked', proof: { by: 'application' } });
  asked.length = 0;
  const addresses = ['203.0.113.1', '203.0.113.2', '203.0.113.3'];
  for (const address of addresses) {
    const returned = await times(100, async (index) => {
      const id = await idOf(await make(`junk-${address.slice(-1)}-${String(index)}.example`, address));
      return comeBack(DEMO.tenants.contoso, await stateOf(await begin(id, address)), address);
    });
    expect(returned.filter(isSentToLook)).toHaveLength(100);
  }
  expect(questions()).toEqual([]);
  expect(asked.filter(({ path: at }) => at.includes(DEMO.tenants.contoso))).toEqual([]);
  // The grant is known as before, without a new question.
  expect(await miasAnswer()).toEqual(known);
  const id = await idOf(await make('contoso.example', '192.0.2.1'));
  const begun = await begin(id, '192.0.2.1');
  expect(begun.status).toBe(201);
  expect(isSentToLook(await comeBack(DEMO.tenants.contoso, await stateOf(begun), '192.0.2.1'))).toBe(true);
});

/**
 * So many bursts of each kind are measured at first, and ten more as long as they look apart, which chance alone does with
 * few: 30 on average where nothing is to be found, and all of them once in a thousand times.
 */
const BURSTS = { first: 20, more: 10, most: 180 } as const;
/** The attack reached 0.90, 0.84 and 0.77. What reaches 0.77 passes here once in 30 times, 0.84 never in 300 tries. */
const TELLING = 0.6;
/** Only what looks apart takes longer than some seconds. */
const MEASURING_LIMIT_MS = 300_000;

/** How long the service has computed so far, by the system's account of its threads; undefined where there is none. */
function computedMs(): number | undefined {
  const tasks = `/proc/${String(service.child.pid)}/task`;
  if (!existsSync(tasks)) return undefined;
  const nanoseconds = readdirSync(tasks).map((task) =>
    Number(readFileSync(path.join(tasks, task, 'schedstat'), 'utf8').split(' ')[0]),
  );
  return nanoseconds.reduce((sum, one) => sum + one, 0) / 1e6;
}
/** Waits until the service has nothing more to do than to say that it is alive. */
async function comesToRest(): Promise<void> {
  for (let before = computedMs(); before !== undefined;) {
    await new Promise((resolve) => setTimeout(resolve, 25));
    const now = computedMs() ?? 0;
    if (now - before < 3) return;
    before = now;
  }
}

test.each([
  [20, 0],
  [40, 40],
])(
  'S2: bursts of %d returns, with Microsoft %d ms away, take the same for a customer and for others',
  async (returns, delayMs) => {
    entra.directory.injectFault({ trouble: { kind: 'latency', delayMs } });
    expect(await miasAnswer()).toMatchObject({ outcome: 'checked', proof: { by: 'application' } });
    const tenants = [
      ['contoso.example', DEMO.tenants.contoso],
      ['fabrikam.example', DEMO.tenants.fabrikam],
    ] as const;
    const ids = await Promise.all(tenants.map(async ([name]) => idOf(await make(name, '198.51.100.1'))));
    let addresses = 0;
    /** How long a burst, and a call after it, waits for its answers; and how long the service computes for it. */
    const burst = async (kind: 0 | 1) => {
      addresses += 1;
      const address = `198.18.${String(returns)}.${String(addresses)}`;
      const id = ids[kind] ?? '';
      const states = await times(returns, async () => stateOf(await begin(id, address)));
      const [beganMs, computedBeforeMs] = [performance.now(), computedMs()];
      const answers = await times(returns, (index) =>
        comeBack(tenants[kind][1], states[index] ?? '', address),
      );
      await call('/readyz', address);
      const waitedMs = performance.now() - beganMs;
      await comesToRest();
      const computed = (computedMs() ?? 0) - (computedBeforeMs ?? 0);
      expect(answers.filter(isSentToLook)).toHaveLength(returns);
      return { waitedMs, computedMs: computed };
    };
    // What is slow the first time, as finding out whose names these are, tells nothing about either.
    await burst(0);
    await burst(1);
    asked.length = 0;
    const waitedMs: [number[], number[]] = [[], []];
    const workedMs: [number[], number[]] = [[], []];
    let separations: readonly number[] = [];
    for (let enough: number = BURSTS.first; enough <= BURSTS.most; enough += BURSTS.more) {
      while (waitedMs[0].length < enough) {
        // In turns, so that nothing else that changes meanwhile falls on one of them.
        for (const kind of waitedMs[0].length % 2 === 0 ? ([0, 1] as const) : ([1, 0] as const)) {
          const took = await burst(kind);
          waitedMs[kind].push(took.waitedMs);
          workedMs[kind].push(took.computedMs);
        }
      }
      separations = [separationOf(...waitedMs), separationOf(...workedMs)];
      if (separations.every((separation) => separation <= TELLING)) break;
    }
    const med = (all: number[]) => Math.round(all.toSorted((a, b) => a - b)[all.length >> 1] ?? 0);
    console.log(separations, waitedMs[0].length, waitedMs.map(med), workedMs.map(med));
    for (const separation of separations) expect(separation).toBeLessThanOrEqual(TELLING);
    expect(asked).toEqual([]);
    entra.directory.clearFaults();
  },
  MEASURING_LIMIT_MS,
);
