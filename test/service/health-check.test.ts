import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import http from 'node:http';
import https from 'node:https';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { isHealthy } from '../../src/service/health-check';
import { DEMO } from '../simulator/entra/demo-seed';
import { makeCertificate } from '../simulator/entra/testing/world';
import { freePort } from '../tools/postgres';
import { makePaneFolder } from './testing/pane-folder';
import { startProcess, type ServiceProcess } from './testing/service-process';

const START_LIMIT_MS = 120_000;

/** What follows `main.js` in the image's health check. */
const [, check = ''] =
  /^HEALTHCHECK [^[]*CMD \["node", "dist\/service\/main\.js", "([\w-]+)"\]$/m.exec(
    readFileSync(path.resolve(__dirname, '../../deploy/Dockerfile'), 'utf8').replaceAll('\\\n', ' '),
  ) ?? [];

const folder = mkdtempSync(path.join(os.tmpdir(), 'extendsync-health-'));
const pane = makePaneFolder();
let running: ChildProcess | undefined;
afterEach(() => {
  running?.kill('SIGKILL');
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
  pane.remove();
});

async function environmentOn(host: string): Promise<Readonly<Record<string, string>>> {
  return {
    HOST: host,
    PORT: String(await freePort()),
    PUBLIC_ORIGIN: 'https://localhost:3000',
    CLIENT_ID: DEMO.appId,
    CLIENT_SECRET: 'secret',
    TRUST_PROXY: '1',
    DATA_DIR: path.join(folder, 'data'),
    PANE_DIR: pane.folder,
  };
}
const start = async (environment: Readonly<Record<string, string>>): Promise<ServiceProcess> => {
  const started = startProcess(environment);
  running = started.child;
  await started.says(/listening at/);
  return started;
};
const asks = async (environment: Readonly<Record<string, string>>): Promise<number | null> =>
  (await startProcess(environment, [check]).ended).code;

test(
  'the image’s health check finds the service, and is no request that came around a proxy: the first such one is told',
  async () => {
    const environment = await environmentOn('0.0.0.0');
    expect(await asks(environment)).toBe(1);
    const service = await start(environment);
    expect(await asks(environment)).toBe(0);
    const origin = `http://127.0.0.1:${environment['PORT'] ?? ''}`;
    // Nor is a scraper or a load balancer, which may ask for any page.
    for (const at of ['/readyz', '/metrics', '/', '/taskpane.html']) await fetch(origin + at);
    const around = await fetch(`${origin}/api/consent`);
    expect(around.status).toBe(401);
    service.child.kill('SIGTERM');
    const lines = (await service.ended).output.split('\n');
    const about = lines.filter((line) => line.includes('TRUST_PROXY'));
    expect(about).toEqual([expect.stringContaining('fewer addresses in X-Forwarded-For')]);
    // What came before it was not the reason.
    const last = lines.findIndex((line) => line.includes('"/taskpane.html"'));
    expect(lines.indexOf(about[0] ?? '')).toBeGreaterThan(last);
  },
  START_LIMIT_MS,
);

test(
  'the image’s health check finds a service that speaks https itself, at its own address and port',
  async () => {
    const tls = await makeCertificate();
    const files = {
      TLS_CERT_FILE: path.join(folder, 'cert.pem'),
      TLS_KEY_FILE: path.join(folder, 'key.pem'),
    };
    writeFileSync(files.TLS_CERT_FILE, tls.cert);
    writeFileSync(files.TLS_KEY_FILE, tls.key);
    const environment = { ...(await environmentOn('127.0.0.2')), ...files };
    expect(await asks(environment)).toBe(1);
    await start(environment);
    expect(await asks(environment)).toBe(0);
    expect((await startProcess({ ...environment, PORT: 'x' }, [check]).ended).output).toMatch(
      /^ {2}PORT: must/m,
    );
  },
  START_LIMIT_MS,
);

test(
  '13.2: the doctor beside a running service knows who holds its database, though the public address does not lead there',
  async () => {
    const nowhere = 'https://localhost:1';
    const environment = {
      ...(await environmentOn('0.0.0.0')),
      PUBLIC_ORIGIN: nowhere,
      CLOUD: 'custom',
      LOGIN_ORIGIN: nowhere,
      GRAPH_ORIGIN: nowhere,
      HOST_ORIGINS: 'https://outlook.example',
    };
    await start(environment);
    const { output } = await startProcess(environment, ['doctor']).ended;
    expect(output).toMatch(/^ok {7}database: The running service holds /m);
    expect(output).toMatch(/^FAILED {3}service: The service is ready on this machine, but not at /m);
  },
  START_LIMIT_MS,
);

test('the health check asks its own machine also where Node asks all others by a proxy', async () => {
  // As NODE_USE_ENV_PROXY makes it on Node 24: whoever names no agent of their own asks by this one.
  const agents = [http.globalAgent, https.globalAgent] as const;
  const nowhere = { port: 1 };
  [http.globalAgent, https.globalAgent] = [new http.Agent(nowhere), new https.Agent(nowhere)];
  const tls = await makeCertificate();
  const answer: http.RequestListener = (_, reply) => reply.end('ok');
  const servers = [http.createServer(answer), https.createServer({ cert: tls.cert, key: tls.key }, answer)];
  try {
    const healthy = servers.map(async (server, place) => {
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      return isHealthy({
        HOST: '127.0.0.1',
        PORT: String((server.address() as AddressInfo).port),
        TLS_CERT_FILE: place === 0 ? '' : 'cert.pem',
      });
    });
    expect(await Promise.all(healthy)).toEqual([true, true]);
  } finally {
    [http.globalAgent, https.globalAgent] = agents;
    for (const server of servers) server.close();
  }
});
