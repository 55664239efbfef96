import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { freePort } from './postgres';

/** Where Debian's package puts it. */
const NGINX = '/usr/sbin/nginx';
const OURS = path.resolve(__dirname, '../../deploy/nginx.conf');
const READY_WITHIN_MS = 10_000;

export const isNginxInstalled = (): boolean => existsSync(NGINX);

/**
 * Debian's nginx with `deploy/nginx.conf`, in front of a service on 127.0.0.1. Of the file only what it asks operators to
 * put in is put in, and the ports, which are free ones. Throws when nginx does not take the file or does not start.
 */
export async function startNginx(behind: {
  readonly port: number;
  readonly certFile: string;
  readonly keyFile: string;
}): Promise<{
  readonly port: number;
  readonly plainPort: number;
  /** Everything that it has written into its logs, once it is stopped. */
  readonly written: Promise<string>;
  stop(): Promise<void>;
}> {
  const folder = await mkdtemp(path.join(tmpdir(), 'extendsync-nginx-'));
  const accessLog = path.join(folder, 'access.log');
  const [port, plainPort] = [await freePort(), await freePort()];
  const site = put(await readFile(OURS, 'utf8'), {
    'server 127.0.0.1:3000;': `server 127.0.0.1:${String(behind.port)};`,
    'listen 80;': `listen 127.0.0.1:${String(plainPort)};`,
    'listen 443 ssl http2;': `listen 127.0.0.1:${String(port)} ssl http2;`,
    // The machine that tests may have no IPv6.
    'listen [::]:80;': '',
    'listen [::]:443 ssl http2;': '',
    'server_name consent.example.com;': 'server_name localhost;',
    '/var/log/nginx/access.log': accessLog,
    '/etc/extendsync/tls/fullchain.pem': behind.certFile,
    '/etc/extendsync/tls/privkey.pem': behind.keyFile,
  });
  await mkdir(path.join(folder, 'conf.d'));
  await writeFile(path.join(folder, 'conf.d/extendsync.conf'), site);
  await writeFile(path.join(folder, 'nginx.conf'), mainConfiguration(folder));

  const log: string[] = [];
  const nginx = spawn(NGINX, ['-p', folder, '-c', 'nginx.conf', '-e', 'stderr'], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  nginx.stderr.on('data', (chunk: Buffer) => log.push(chunk.toString()));
  const ended = new Promise<void>((resolve) => nginx.once('close', () => resolve()));
  const killWithUs = (): void => void nginx.kill('SIGTERM');
  process.once('exit', killWithUs);
  const written = ended.then(async () => log.join('') + (await readFile(accessLog, 'utf8').catch(() => '')));
  const stop = async (): Promise<void> => {
    process.off('exit', killWithUs);
    nginx.kill('SIGTERM');
    await written;
    await rm(folder, { recursive: true, force: true });
  };
  const deadlineMs = Date.now() + READY_WITHIN_MS;
  while (!(await listens(port))) {
    if (nginx.exitCode !== null || Date.now() > deadlineMs) {
      await stop();
      throw new Error(`nginx did not start:\n${log.join('')}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return { port, plainPort, written, stop };
}

/** What Debian's nginx.conf says around conf.d/*.conf, with everything that it writes in one folder. */
const mainConfiguration = (folder: string): string => `
${process.getuid?.() === 0 ? 'user root;' : ''}
daemon off;
worker_processes 1;
pid ${folder}/nginx.pid;
error_log stderr warn;
events {}
http {
  access_log ${folder}/access.log;
  gzip on;
  ${['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${folder}/${name};`).join('\n  ')}
  include ${folder}/conf.d/*.conf;
}
`;

/** Throws when one of the places is not in the text. */
function put(text: string, values: Readonly<Record<string, string>>): string {
  return Object.entries(values).reduce((site, [place, value]) => {
    if (!site.includes(place)) throw new Error(`deploy/nginx.conf has no place for ${place}`);
    return site.replaceAll(place, () => value);
  }, text);
}

function listens(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}
