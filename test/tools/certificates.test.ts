import { X509Certificate } from 'node:crypto';
import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import https from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { loadCertificate } from './certificates';

const DAY_MS = 24 * 60 * 60 * 1000;

describe('the development certificate', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'certs-'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  test('is made on the spot and trusted by a client that has its file, by name and by both addresses', async () => {
    const { key, cert, certFile } = await loadCertificate(folder);
    const server = https.createServer({ key, cert }, (_request, response) => response.end('hello'));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    try {
      const ca = await readFile(certFile, 'utf8');
      expect(await get(`https://localhost:${String(port)}/`, ca)).toBe('hello');
      expect(await get(`https://127.0.0.1:${String(port)}/`, ca)).toBe('hello');
      await expect(get(`https://localhost:${String(port)}/`, undefined)).rejects.toThrow(/self.signed/);
      expect(new X509Certificate(cert).checkIP('::1')).toBe('::1');
      // 15.1: the service finds a world's Microsoft by its names.
      expect(new X509Certificate(cert).checkHost('login.example')).toBe('login.example');
    } finally {
      server.closeAllConnections();
      server.close();
    }
  });

  test('is kept while it is good for a week and replaced after', async () => {
    const now = new Date('2026-11-01T00:00:00Z');
    const first = await loadCertificate(folder, now);
    expect(await loadCertificate(folder, new Date(now.getTime() + 350 * DAY_MS))).toEqual(first);
    const second = await loadCertificate(folder, new Date(now.getTime() + 359 * DAY_MS));
    expect(second.cert).not.toBe(first.cert);
    expect(await readFile(second.certFile, 'utf8')).toBe(second.cert);
  });

  test('is replaced when the files are garbage or do not belong together', async () => {
    const good = await loadCertificate(folder);
    await writeFile(good.certFile, 'garbage');
    const second = await loadCertificate(folder);
    expect(new X509Certificate(second.cert).checkHost('localhost')).toBe('localhost');
    await writeFile(path.join(path.dirname(second.certFile), 'localhost.key'), good.key);
    const third = await loadCertificate(folder);
    expect(third.cert).not.toBe(second.cert);
  });

  test('is the same for all who ask at the same time', async () => {
    const pairs = await Promise.all(Array.from({ length: 5 }, () => loadCertificate(folder)));
    expect(new Set(pairs.map((pair) => pair.cert)).size).toBe(1);
    expect(await readdir(folder)).toEqual(['localhost']);
  });
});

function get(url: string, ca: string | undefined): Promise<string> {
  return new Promise((resolve, reject) => {
    https
      .get(url, { ca, agent: false, family: 4 }, (response) => {
        let text = '';
        response.on('data', (chunk: Buffer) => (text += chunk.toString()));
        response.on('end', () => {
          resolve(text);
        });
      })
      .on('error', reject);
  });
}
