import { spawnSync, type ChildProcess } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request as httpsRequest } from 'node:https';
import { createServer, type AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { DEMO } from '../simulator/entra/demo-seed';
import { makeCertificate } from '../simulator/entra/testing/world';
import { NOBODY, nobodyReaches } from '../support/nobody';
import { makePaneFolder } from './testing/pane-folder';
import { connectRaw } from './testing/raw-connection';
import { startProcess, type ServiceProcess } from './testing/service-process';

const START_LIMIT_MS = 120_000;

/** Of util-linux. */
const LIMIT = 'prlimit';

const running: ChildProcess[] = [];

function start(...what: Parameters<typeof startProcess>): ServiceProcess {
  const started = startProcess(...what);
  running.push(started.child);
  return started;
}

interface Answer {
  readonly status: number;
  readonly text: string;
}
const ask = (port: string, ca: string, target: string, method = 'GET', body?: object): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const request = httpsRequest(
      {
        host: 'localhost',
        port,
        path: target,
        method,
        ca,
        agent: false,
        headers: body ? { 'content-type': 'application/json' } : {},
      },
      (response) => {
        let text = '';
        response.setEncoding('utf8');
        response.on('data', (chunk: string) => {
          text += chunk;
        });
        response.on('end', () => resolve({ status: response.statusCode ?? 0, text }));
        response.on('error', reject);
      },
    );
    request.on('error', reject);
    request.end(body ? JSON.stringify(body) : undefined);
  });

afterEach(() => {
  for (const child of running.splice(0)) child.kill('SIGKILL');
});

test(
  'a start without its settings ends with a message that names them, and no stack',
  async () => {
    const { code, output } = await start({ CLIENT_ID: 'x' }).ended;
    expect(code).toBe(1);
    expect(output).toMatch(/PUBLIC_ORIGIN: is missing/);
    expect(output).toMatch(/CLIENT_ID: must be a GUID/);
    expect(output).not.toMatch(/\n\s+at /);
  },
  START_LIMIT_MS,
);

test.each([
  ['--help', 0],
  ['healthy', 2],
])(
  'main.js %s says what there is, and starts nothing',
  async (word, exitCode) => {
    const { code, output } = await start({}, [word]).ended;
    expect([code, output]).toEqual([
      exitCode,
      expect.stringMatching(/^main\.js +starts the service\nmain\.js doctor/),
    ]);
  },
  START_LIMIT_MS,
);

test(
  'a file of settings that cannot be read is told by its name, by the doctor in its own form too',
  async () => {
    const environment = { ENV_FILE: os.tmpdir() };
    const started = await start(environment).ended;
    expect(started.code).toBe(1);
    expect(started.output).toMatch(/^ {2}ENV_FILE: .* is a folder\. Name a file \(EISDIR\)$/m);
    expect(started.output).not.toMatch(/\n\s+at /);
    const doctor = await start(environment, ['doctor', '--json']).ended;
    expect(doctor.code).toBe(1);
    expect(JSON.parse(doctor.output)).toMatchObject({
      findings: [{ check: 'settings', details: [expect.stringMatching(/^ENV_FILE .*is a folder/)] }],
    });
  },
  START_LIMIT_MS,
);

describe('one process is a whole installation', () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'extendsync-main-'));
  const pane = makePaneFolder();

  test(
    'a start that fails half-way ends, with what was wrong',
    async () => {
      const taken = createServer();
      await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
      const { port } = taken.address() as AddressInfo;
      const environment = {
        PORT: String(port),
        PUBLIC_ORIGIN: 'https://localhost:3000',
        CLIENT_ID: DEMO.appId,
        CLIENT_SECRET: 'secret',
        DATA_DIR: path.join(folder, 'half-way'),
        PANE_DIR: pane.folder,
      };
      const onTakenPort = await start(environment).ended;
      expect(onTakenPort.code).toBe(1);
      expect(onTakenPort.output).toContain(
        `  PORT: something listens at 127.0.0.1:${String(port)} already. Stop it, or give another port (EADDRINUSE)`,
      );
      const others = await start({ ...environment, PORT: '0', METRICS_PORT: String(port) }).ended;
      expect(others.code).toBe(1);
      expect(others.output).toContain('  METRICS_PORT: something listens at');
      const elsewhere = await start({ ...environment, HOST: '192.0.2.1' }).ended;
      expect(elsewhere.output).toContain('  HOST: is no address of this machine');
      for (const { output } of [onTakenPort, others, elsewhere]) expect(output).not.toMatch(/\n\s+at /);
      taken.close();
      const withoutPane = await start({ ...environment, PANE_DIR: folder }).ended;
      expect(withoutPane.code).toBe(1);
      expect(withoutPane.output).toMatch(/^ {2}PANE_DIR: .* holds no taskpane\.html/m);
    },
    START_LIMIT_MS,
  );

  const isRoot = process.getuid?.() === 0;
  const ordinary = isRoot ? NOBODY : {};
  const canTry = !isRoot || nobodyReaches(__dirname, process.execPath);
  test(
    `a data folder that ${canTry ? 'an ordinary user' : 'nobody (NOT TRIED: an ordinary user cannot reach the tests or Node)'} may not make is told by the start and before it by the doctor`,
    async () => {
      const closed = path.join(folder, 'closed');
      mkdirSync(closed);
      const file = path.join(folder, 'file');
      writeFileSync(file, '');
      chmodSync(folder, 0o755);
      chmodSync(closed, 0o555);
      const environment = {
        PORT: '0',
        PUBLIC_ORIGIN: 'https://localhost:1',
        CLIENT_ID: DEMO.appId,
        CLIENT_SECRET: 'secret',
        CLOUD: 'custom',
        LOGIN_ORIGIN: 'https://localhost:1',
        GRAPH_ORIGIN: 'https://localhost:1',
        PANE_DIR: pane.folder,
      };
      const tried = [
        ...(canTry ? [[path.join(closed, '.data'), /this user may not use .*closed\/\.data/] as const] : []),
        [path.join(file, 'data'), /a part of .* is no folder/] as const,
      ];
      for (const [at, words] of tried) {
        const as = { ...(canTry ? ordinary : {}), cwd: closed };
        const DATA_DIR = path.relative(closed, at);
        const started = await start({ ...environment, DATA_DIR }, [], as).ended;
        expect(started.code).toBe(1);
        expect(started.output).toMatch(new RegExp(`^  DATA_DIR: ${words.source}`, 'm'));
        expect(started.output).not.toMatch(/\n\s+at /);
        const doctor = await start({ ...environment, DATA_DIR }, ['doctor'], as).ended;
        expect(doctor.output).toMatch(/FAILED {3}database: .*this user may not/);
      }
    },
    START_LIMIT_MS,
  );

  const limits = (...args: readonly string[]) => spawnSync(LIMIT, args).status === 0;
  const canLimit = limits('--version');
  test(
    `D2: a disk that takes nothing any more ends the process ${canLimit ? 'with a line that names DATA_DIR' : '(NOT TRIED: this machine has no prlimit)'}`,
    async () => {
      if (!canLimit) return;
      const service = start({
        PORT: '0',
        PUBLIC_ORIGIN: 'https://localhost:3000',
        CLIENT_ID: DEMO.appId,
        CLIENT_SECRET: 'secret',
        DATA_DIR: path.join(folder, 'full'),
        PANE_DIR: pane.folder,
      });
      const [, origin = ''] = await service.says(/listening at (http:\/\/127\.0\.0\.1:\d+)/);
      const make = () =>
        fetch(`${origin}/api/requests`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ tenant: DEMO.tenants.contoso }),
        });
      expect((await make()).status).toBe(201);
      // Each write beyond the first bytes of a file is refused.
      limits('--pid', String(service.child.pid), '--fsize=8192');
      while (service.child.exitCode === null && (await make().catch(() => undefined)));
      const { code, output } = await service.ended;
      expect(code).toBe(1);
      expect(output).toMatch(
        /^The service cannot go on:\n {2}DATA_DIR: the embedded database at .*\/full has ended \(could not write to .*: File too large\)/m,
      );
      expect(output).not.toMatch(/second error|killed by timeout|\n\s+at /);
    },
    START_LIMIT_MS,
  );

  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
    pane.remove();
  });

  test(
    'it serves https by itself, stops at SIGTERM with its streams and with who never said a word of TLS (S5), and a restart has lost nothing, after a crash neither (S9)',
    async () => {
      const tls = await makeCertificate();
      writeFileSync(path.join(folder, 'cert.pem'), tls.cert);
      writeFileSync(path.join(folder, 'key.pem'), tls.key);
      const environment = {
        PORT: '0',
        HOST: '127.0.0.1',
        PUBLIC_ORIGIN: 'https://localhost:3000',
        CLIENT_ID: DEMO.appId,
        CLIENT_SECRET: 'secret',
        DATA_DIR: path.join(folder, 'data'),
        PANE_DIR: pane.folder,
        TLS_CERT_FILE: path.join(folder, 'cert.pem'),
        TLS_KEY_FILE: path.join(folder, 'key.pem'),
      };
      const first = start(environment);
      const [, port = ''] = await first.says(/listening at https:\/\/127\.0\.0\.1:(\d+)/);
      expect((await ask(port, tls.cert, '/taskpane.html')).text).toContain('<title>taskpane</title>');
      const made = await ask(port, tls.cert, '/api/requests', 'POST', { tenant: DEMO.tenants.contoso });
      const { id } = JSON.parse(made.text) as { id: string };

      const stream = ask(port, tls.cert, `/api/requests/${id}/events`);
      // The stream counts as soon as it is open.
      while (!/extendsync_event_streams 1/.test((await ask(port, tls.cert, '/metrics')).text));
      const silent = await Promise.all([connectRaw(Number(port)), connectRaw(Number(port), '\x16\x03\x01')]);
      const beganMs = Date.now();
      first.child.kill('SIGTERM');
      expect((await stream).text).toContain('"kind":"made"');
      const { code, output } = await first.ended;
      expect(code).toBe(0);
      expect(Date.now() - beganMs).toBeLessThan(5_000);
      for (const { socket } of silent) socket.destroy();
      expect(output).not.toContain(id);

      // A crash, this time: nothing is given free in an orderly way.
      const second = start(environment);
      const [, secondPort = ''] = await second.says(/listening at https:\/\/127\.0\.0\.1:(\d+)/);
      expect((await ask(secondPort, tls.cert, `/api/requests/${id}/openings`, 'POST')).status).toBe(200);
      second.child.kill('SIGKILL');
      await second.ended;

      const third = start(environment);
      const [, thirdPort = ''] = await third.says(/listening at https:\/\/127\.0\.0\.1:(\d+)/);
      // `node main.js | reader`, and the reader ends: the log has nowhere to go, and the service goes on (15.3).
      third.child.stdout?.destroy();
      const events = await ask(thirdPort, tls.cert, `/api/requests/${id}/events`, 'DELETE');
      expect(events.status).toBe(404);
      expect((await ask(thirdPort, tls.cert, `/api/requests/${id}`, 'DELETE')).status).toBe(204);
      third.child.kill('SIGTERM');
      expect((await third.ended).code).toBe(0);
      expect(existsSync(path.join(folder, 'data'))).toBe(true);
    },
    START_LIMIT_MS,
  );
});
