import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { DEMO } from '../simulator/entra/demo-seed';
import { makePaneFolder } from './testing/pane-folder';
import { connectRaw, type RawConnection } from './testing/raw-connection';
import { startProcess, type ServiceProcess } from './testing/service-process';

/*
 * The attacks of the security findings against the service as a process. Each test leaves the process as it found it, and
 * the last one stops it.
 */

const START_LIMIT_MS = 120_000;
jest.setTimeout(60_000);

const scratch = mkdtempSync(path.join(os.tmpdir(), 'extendsync-attacks-'));
const pane = makePaneFolder();
let service: ServiceProcess;
let port: number;
let origin: string;
/** Takes its time while the other tests run, each with what came of it and after how long. */
let slow: readonly Promise<{ readonly text: string; readonly tookMs: number }>[];

const SETTINGS = {
  PORT: '0',
  PUBLIC_ORIGIN: 'https://consent.example',
  CLIENT_ID: DEMO.appId,
  CLIENT_SECRET: 'secret',
  DATA_DIR: path.join(scratch, 'data'),
  PANE_DIR: pane.folder,
  TRUST_PROXY: '1',
  LOG_LEVEL: 'info',
} as const;

beforeAll(async () => {
  service = startProcess(SETTINGS);
  const [, found = ''] = await service.says(/listening at http:\/\/127\.0\.0\.1:(\d+)/);
  port = Number(found);
  origin = `http://127.0.0.1:${found}`;
  const head = 'POST /api/requests HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\n';
  slow = [
    byteByByte('GET / HTTP/1.1\r\nhost: x\r\n', 'a'),
    byteByByte(`${head}content-length: 500\r\n\r\n`, ' '),
  ];
}, START_LIMIT_MS);
afterAll(() => {
  service.child.kill('SIGKILL');
  rmSync(scratch, { recursive: true, force: true });
  pane.remove();
});

const makeRequest = async (address = '192.0.2.1'): Promise<string> => {
  const answer = await fetch(`${origin}/api/requests`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-forwarded-for': address },
    body: JSON.stringify({ tenant: 'contoso.example' }),
  });
  return ((await answer.json()) as { id: string }).id;
};
const openStreams = async (): Promise<number> => {
  const text = await (await fetch(`${origin}/metrics`)).text();
  return Number(/^extendsync_event_streams (\d+)/m.exec(text)?.[1]);
};
const listen = (id: string, method = 'GET', times = 1): Promise<RawConnection> => {
  const one = `${method} /api/requests/${id}/events HTTP/1.1\r\nhost: x\r\nx-forwarded-for: 203.0.113.5\r\naccept: text/event-stream\r\n\r\n`;
  return connectRaw(port, one.repeat(times));
};

/** A request that never ends; resolves when the service has enough of it. */
async function byteByByte(begin: string, byte: string): Promise<{ text: string; tookMs: number }> {
  const beganMs = Date.now();
  const connection = await connectRaw(port, begin);
  const drip = setInterval(() => connection.socket.write(byte), 500);
  const text = await connection.closed;
  clearInterval(drip);
  return { text, tookMs: Date.now() - beganMs };
}

test('S1: HEAD on an event stream takes no listener’s place', async () => {
  const id = await makeRequest();
  for (let round = 0; round < 25; round += 1) {
    const head = await listen(id, 'HEAD');
    expect(await head.hears('\r\n\r\n')).toMatch(/^HTTP\/1\.1 405 /);
    head.socket.destroy();
  }
  expect(await openStreams()).toBe(0);
  const own = await listen(id);
  expect(await own.hears('"made"')).toContain('200 OK');
  own.socket.destroy();
});

test('S1: a listener who reads nothing, or is gone at once, has a place no longer than its connection', async () => {
  const id = await makeRequest();
  const silent = await Promise.all(
    Array.from({ length: 15 }, async () => {
      const connection = await listen(id);
      connection.socket.pause();
      return connection;
    }),
  );
  for (let round = 0; round < 15; round += 1) (await listen(id)).socket.destroy();
  for (const { socket } of silent) socket.destroy();
  while ((await openStreams()) > 0) await pause(50);
  const own = await listen(id);
  expect(await own.hears('"made"')).toContain('200 OK');
  own.socket.destroy();
});

test('S1: nor have listeners that wait for their turn on one connection a place after its end', async () => {
  const ahead = await listen(await makeRequest(), 'GET', 9);
  while ((await openStreams()) < 9) await pause(50);
  ahead.socket.destroy();
  for (let tries = 0; tries < 100 && (await openStreams()) > 0; tries += 1) await pause(50);
  expect(await openStreams()).toBe(0);
});

test('S1: who fills a request with listeners does not keep others from it', async () => {
  const id = await makeRequest();
  const crowd = await Promise.all(Array.from({ length: 25 }, () => listen(id)));
  while ((await openStreams()) < 20) await pause(50);
  const fromElsewhere = new AbortController();
  const answer = await fetch(`${origin}/api/requests/${id}/events`, {
    headers: { 'x-forwarded-for': '192.0.2.77' },
    signal: fromElsewhere.signal,
  });
  expect(answer.status).toBe(200);
  fromElsewhere.abort();
  for (const { socket } of crowd) socket.destroy();
});

test('who asks a thousand times at once and waits for no answer is cut off', async () => {
  const one = 'GET /api/openapi.json HTTP/1.1\r\nhost: x\r\n\r\n';
  const ahead = await Promise.all(Array.from({ length: 5 }, () => connectRaw(port, one.repeat(1_300))));
  for (const { closed } of ahead) expect((await closed).length).toBeLessThan(2_000_000);
  expect((await fetch(`${origin}/healthz`)).status).toBe(200);
});

test.each(['/%61pi/consent', '/api/%63onsent', 'http://x/api/consent'])(
  'S6: another page reaches nothing by the spelling %s',
  async (target) => {
    const image = await connectRaw(
      port,
      `GET ${target} HTTP/1.1\r\nhost: x\r\nsec-fetch-site: cross-site\r\nconnection: close\r\n\r\n`,
    );
    expect(await image.closed).toMatch(/^HTTP\/1\.1 403 [\s\S]*urn:extendsync:problem:cross-site/);
  },
);

test('S6: nor a request by another spelling of its address', async () => {
  const id = await makeRequest();
  const headers = { 'sec-fetch-site': 'cross-site' };
  const answer = await fetch(`${origin}/%61pi/requests/${id}/openings`, { method: 'POST', headers });
  expect(answer.status).toBe(403);
});

test.each([
  ['400', 'no HTTP', 'hello\r\n\r\n'],
  ['400', 'a method that nobody knows', 'FETCH / HTTP/1.1\r\nhost: x\r\n\r\n'],
  ['400', 'no host', 'GET /healthz HTTP/1.1\r\nconnection: close\r\n\r\n'],
  [
    '400',
    'an escape that is none',
    'GET /api/requests/%E0%A4%A/events HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n',
  ],
  [
    '414',
    'a parameter that is too long',
    `POST /api/requests/secret${'a'.repeat(300)}/openings HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n`,
  ],
  [
    '417',
    'an expectation',
    'POST /api/requests HTTP/1.1\r\nhost: x\r\nexpect: secret\r\nconnection: close\r\n\r\n',
  ],
  ['431', 'headers that are too large', `GET / HTTP/1.1\r\nhost: x\r\nsecret: ${'a'.repeat(20_000)}\r\n\r\n`],
  ['405', 'a tunnel', 'CONNECT secret.example:443 HTTP/1.1\r\nhost: x\r\n\r\n'],
  [
    '400',
    'two lengths',
    'POST /api/requests HTTP/1.1\r\nhost: x\r\ncontent-length: 1\r\ncontent-length: 2\r\n\r\na',
  ],
])('S15: %s, %s, is a problem under our headers and repeats nothing', async (status, _what, said) => {
  const text = await (await connectRaw(port, said)).closed;
  expect(text).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
  const lower = text.toLowerCase();
  for (const header of [
    'content-type: application/problem+json',
    'x-content-type-options: nosniff',
    'referrer-policy: no-referrer',
    "content-security-policy: default-src 'none'",
    'strict-transport-security: max-age=63072000',
    'cache-control: no-store',
  ])
    expect(lower).toContain(header);
  expect(lower).toContain('"type":"urn:extendsync:problem:');
  expect(lower).not.toMatch(/secret|%e0/);
});

test('S9: another service on the same data folder does not start, whatever its temporary folder', async () => {
  const elsewhere = path.join(scratch, 'tmp');
  mkdirSync(elsewhere);
  const { code, output } = await startProcess({ ...SETTINGS, TMPDIR: elsewhere }).ended;
  expect(code).toBe(1);
  expect(output).toMatch(/^ {2}DATA_DIR: another process uses /m);
  // The first one has lost nothing by it.
  expect(await makeRequest()).toMatch(/^[\w-]{22}$/);
});

test('S18: a service that would believe every client about its address does not start', async () => {
  const { code, output } = await startProcess({ ...SETTINGS, TRUST_PROXY: 'true' }).ended;
  expect(code).toBe(1);
  expect(output).toMatch(/^ {2}TRUST_PROXY: true would let every client choose its address/m);
});

test('S16: a request that arrives a byte at a time is cut when the service says so', async () => {
  for (const { text, tookMs } of await Promise.all(slow)) {
    expect(text).toMatch(/^HTTP\/1\.1 408 [\s\S]*urn:extendsync:problem:too-slow/);
    // 15 seconds, looked at each second, on a busy machine.
    expect(tookMs).toBeLessThan(25_000);
  }
});

test('S5: at SIGTERM the service ends within five seconds and with code 0, whatever clients do', async () => {
  const ids = await Promise.all(Array.from({ length: 50 }, () => makeRequest('192.0.2.200')));
  const streams = ids.flatMap((id) => Array.from({ length: 20 }, () => listen(id)));
  const clients = await Promise.all([
    ...streams,
    ...Array.from({ length: 20 }, () => connectRaw(port)),
    connectRaw(port, 'GET / HTTP/1.1\r\nhost: x\r\nhalf-a-head'),
    connectRaw(
      port,
      'POST /api/requests HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 500\r\n\r\n{',
    ),
    connectRaw(port, 'GET /healthz HTTP/1.1\r\nhost: x\r\n\r\n'),
  ]);
  while ((await openStreams()) < 1_000) await pause(250);
  expect(await openStreams()).toBe(1_000);
  const beganMs = Date.now();
  service.child.kill('SIGTERM');
  const { code } = await service.ended;
  expect(code).toBe(0);
  expect(Date.now() - beganMs).toBeLessThan(5_000);
  for (const { socket } of clients) socket.destroy();
});

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
