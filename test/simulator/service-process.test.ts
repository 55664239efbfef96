/** The steering of a service, tried on a small stand-in that is started as a real process. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createServiceProcess } from './service-process';

const STAND_IN = `
  const server = require('node:http').createServer((request, response) => {
    response.statusCode = request.url === '/readyz' ? 200 : 404;
    response.end(process.env.GREETING);
  });
  server.listen(Number(process.env.PORT), process.env.HOST, () => console.log('ready for ' + process.env.GREETING));
  process.on('SIGTERM', () => { console.log('asked to end'); server.close(); server.closeAllConnections(); });
`;
const REMINDER = `
  setTimeout(() => console.log('reminded on day ' + Math.round((Date.now() - start) / 86400000)), 86400000);
  const start = Date.now();
  ${STAND_IN}
`;
const BROKEN = `console.error('PUBLIC_ORIGIN: is missing'); process.exit(3);`;
const NEVER_READY = `setInterval(() => {}, 1000); console.log('thinking');`;

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'service-process-'));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

async function serviceFrom(source: string, readyWithinMs?: number, aheadMs = () => 0) {
  const entry = join(folder, `${String(source.length)}.cjs`);
  await writeFile(entry, source);
  return createServiceProcess({
    entry,
    settings: { GREETING: 'Mia' },
    aheadMs,
    ...(readyWithinMs === undefined ? {} : { readyWithinMs }),
  });
}

test('it starts with its settings, ends when asked, and starts again at the same address', async () => {
  const service = await serviceFrom(STAND_IN);
  expect(service.isRunning()).toBe(false);
  await service.start();
  await service.start();
  const { host, port } = service.address;
  expect(await (await fetch(`http://${host}:${String(port)}/readyz`)).text()).toBe('Mia');
  await service.stop();
  expect(service.isRunning()).toBe(false);
  await expect(fetch(`http://${host}:${String(port)}/readyz`)).rejects.toThrow('fetch failed');
  await service.restart();
  expect(service.isRunning()).toBe(true);
  expect(service.log().match(/ready for Mia/g)).toHaveLength(2);
  await service.kill();
  expect(service.isRunning()).toBe(false);
  expect(service.log().match(/asked to end/g)).toHaveLength(1);
  await service.stop();
});

test('a service that ends while starting is reported with its own words', async () => {
  const service = await serviceFrom(BROKEN);
  await expect(service.start()).rejects.toThrow('PUBLIC_ORIGIN: is missing');
  expect(service.isRunning()).toBe(false);
});

test('a clock that is put forward moves a running service: its dates and what waits in it', async () => {
  let aheadMs = 0;
  const service = await serviceFrom(REMINDER, undefined, () => aheadMs);
  await service.start();
  expect(service.log()).not.toContain('reminded');
  aheadMs = 86_400_000;
  service.clockMoved();
  while (!service.log().includes('reminded')) await new Promise((resolve) => setImmediate(resolve));
  expect(service.log()).toContain('reminded on day 1');
  await service.kill();
});

test('a service that never becomes ready is ended and reported', async () => {
  const service = await serviceFrom(NEVER_READY, 300);
  await expect(service.start()).rejects.toThrow('did not become ready');
  expect(service.isRunning()).toBe(false);
});
