import { createServer, type Server, request as plainRequest, type RequestOptions } from 'node:http';
import { request as tlsRequest } from 'node:https';
import type { AddressInfo } from 'node:net';
import { loadCertificate } from './certificates';
import { isNginxInstalled, startNginx } from './nginx';

const KEY = 'Kq3vXw0Zt5Y8mJ2nR7bLcA';
/** Where keys stand in addresses, and where nobody expects them. */
const TARGETS = [
  `/api/requests/${KEY}/events`,
  `/grant.html?request=${KEY}`,
  `/api/looks/${KEY}`,
  `/consent/look?code=${KEY}&state=${KEY}`,
  `/consent/return?state=${KEY}`,
  `/metrics?${KEY}`,
  `/.well-known/acme-challenge/${KEY}`,
];

/** What nginx answers: the status alone. */
const statusOf = (ask: typeof tlsRequest, options: RequestOptions, body = ''): Promise<number | undefined> =>
  new Promise((resolve, reject) => {
    const request = ask(
      { ...options, host: '127.0.0.1', rejectUnauthorized: false, agent: false },
      (answer) => {
        answer.resume();
        answer.once('end', () => resolve(answer.statusCode));
      },
    );
    request.once('error', reject);
    request.end(body);
  });

let service: Server;
let nginx: Awaited<ReturnType<typeof startNginx>> | undefined;
beforeEach(async () => {
  service = createServer((_request, answer) => answer.end('here'));
  await new Promise<void>((resolve) => service.listen(0, '127.0.0.1', resolve));
});
afterEach(async () => {
  await nginx?.stop();
  service.close();
});

(isNginxInstalled() ? describe : describe.skip)('the shipped configuration of nginx', () => {
  test('writes no key, no address and no name into its logs, whatever goes wrong', async () => {
    const { certFile, keyFile } = await loadCertificate();
    const started = await startNginx({ port: (service.address() as AddressInfo).port, certFile, keyFile });
    nginx = started;
    const headers = { referer: `https://localhost/grant.html?request=${KEY}`, host: 'localhost' };
    const ask = (path: string, more: RequestOptions = {}, body?: string) =>
      statusOf(tlsRequest, { port: started.port, path, headers, ...more }, body);
    const askPlain = (path: string) => statusOf(plainRequest, { port: started.plainPort, path, headers });

    const statuses: (number | undefined)[] = [];
    for (const target of TARGETS) statuses.push(await ask(target), await askPlain(target));
    statuses.push(await ask(`/api/requests/${KEY}/openings`, { method: 'POST' }, 'x'.repeat(10_000)));
    statuses.push(await ask(`/${KEY}${'x'.repeat(20_000)}`));
    // The service is away.
    await new Promise((resolve) => service.close(resolve));
    for (const target of TARGETS) statuses.push(await ask(target));
    await started.stop();

    expect(new Set(statuses)).toEqual(new Set([200, 301, 404, 413, 414, 502]));
    const written = await started.written;
    expect(written).not.toContain(KEY);
    expect(written).not.toMatch(/localhost|127\.0\.0\.1|\?/);
    // And yet it says what came of each.
    const lines = written.trim().split('\n');
    expect(lines.map((line) => Number(/^\S+ [A-Z-]+ (\d{3}) /.exec(line)?.[1]))).toEqual(statuses);
    expect(lines).toContainEqual(expect.stringMatching(/^20\S+ POST 413 \d+\.\d+ service - - -$/));
    expect(lines).toContainEqual(expect.stringMatching(/^20\S+ GET 502 \d+\.\d+ service 502 - [\d.]+$/));
  });
});
