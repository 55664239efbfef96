import { execFileSync, spawn, spawnSync, type ChildProcess } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { parse } from 'yaml';
import { startIn } from '../../service/testing/unit-file';
import { DEMO } from '../../simulator/entra/demo-seed';
import { freePort } from '../../tools/postgres';
import { replay, type Container } from './dockerfile';

const ROOT = path.resolve(__dirname, '../../..');
const read = (name: string): string => readFileSync(path.join(ROOT, name), 'utf8');
const dockerfile = read('deploy/Dockerfile');

let root: string;
let container: Container;
let app: string;
let service: ChildProcess | undefined;

test.describe.configure({ mode: 'serial' });
test.beforeAll(() => {
  test.setTimeout(240_000);
  const composeSettings = path.join(ROOT, 'deploy/.env');
  const isPlaced = !existsSync(composeSettings);
  if (isPlaced) writeFileSync(composeSettings, 'POSTGRES_PASSWORD=ours\n');
  try {
    execFileSync(process.execPath, ['--import', 'tsx', 'test/tools/make-package.ts'], { cwd: ROOT });
  } finally {
    if (isPlaced) rmSync(composeSettings);
  }
  root = mkdtempSync(path.join(tmpdir(), 'extendsync-bare-'));
  // Whoever the container runs as goes through it.
  chmodSync(root, 0o755);
  container = replay(dockerfile, ROOT, root);
  app = container.workFolder;
});
test.afterAll(() => {
  service?.kill('SIGKILL');
  rmSync(root, { recursive: true, force: true });
});

/** Runs `node` and nothing else of this machine, as the image would. */
const node = (args: readonly string[], settings: Readonly<Record<string, string>>) => {
  expect(args[0]).toBe('node');
  return [
    process.execPath,
    args.slice(1),
    { cwd: app, env: { ...container.environment, ...settings }, ...container.user },
  ] as const;
};

test('13.5: the Dockerfile’s steps in an empty folder: it starts with Node alone, is healthy, serves the pane, and stops', async () => {
  test.setTimeout(240_000);
  const port = await freePort();
  const settings = {
    PORT: String(port),
    PUBLIC_ORIGIN: 'https://consent.example',
    CLIENT_ID: DEMO.appId,
    CLIENT_SECRET: 'secret',
  };
  const healthy = () => spawnSync(...node(container.healthCheck, settings)).status;
  expect(healthy()).toBe(1);
  const [program, args, options] = node(container.command, settings);
  const started = spawn(program, [...args], { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
  service = started;
  let output = '';
  for (const stream of [started.stdout, started.stderr])
    stream.on('data', (chunk) => (output += String(chunk)));
  const ended = new Promise<number | null>((resolve) => started.once('close', resolve));
  await expect.poll(() => output, { timeout: 150_000 }).toContain('listening at');
  expect(healthy()).toBe(0);
  const pane = await fetch(`http://127.0.0.1:${String(port)}/taskpane.html`);
  expect(await pane.text()).toContain('<script');
  const licences = await fetch(`http://127.0.0.1:${String(port)}/assets/licences.txt`);
  expect(await licences.text()).toMatch(/^react \d[\d.]*, MIT$/m);
  started.kill('SIGTERM');
  expect(await ended).toBe(0);
  expect(readdirSync(container.environment['DATA_DIR'] ?? '')).toContain('postgres');
});

test('13.5: who runs it may change nothing of the program', () => {
  test.skip(container.user === undefined, 'Only root can become somebody else: nothing was tried.');
  const [program, , options] = node(['node'], {});
  const tries = ['dist/service/main.js', 'dist/pane/taskpane.html', 'node_modules/fastify/fastify.js'];
  const script = `for (const file of ${JSON.stringify(tries)}) { try { require('fs').accessSync(file, 2); console.log(file); } catch {} }`;
  expect(spawnSync(program, ['-e', script], options).stdout.toString()).toBe('');
});

test('13.5: unpacked by root under a narrow umask, all of it can be read by who runs it', () => {
  const place = path.join(root, 'narrow');
  const archive = path.join(ROOT, 'dist/extendsync-outlook.tgz');
  // What root's tar does by itself, everybody's does with -p.
  const unpack = `umask 077; mkdir "${place}"; tar -xpzf "${archive}" -C "${place}"`;
  expect(spawnSync('sh', ['-c', unpack]).status).toBe(0);
  const closed = readdirSync(place, { recursive: true, encoding: 'utf8' }).filter((name) => {
    const stat = statSync(path.join(place, name));
    const rights = stat.isDirectory() ? 0o755 : 0o644;
    return (stat.mode & 0o777) !== rights;
  });
  expect(closed).toEqual([]);
});

test('13.5: the archive holds no settings, neither the installation’s nor compose’s', () => {
  const names = readdirSync(app, { recursive: true, encoding: 'utf8' });
  expect(names).toContain(path.join('deploy', 'compose.yaml'));
  expect(names.filter((name) => path.basename(name) === '.env')).toEqual([]);
});

test('13.5: the archive’s lock file is the one of what lies in it, and doctor runs from it', () => {
  const npm = spawnSync('npm ls --all --package-lock-only', { cwd: app, shell: true, encoding: 'utf8' });
  expect(npm.stderr).toBe('');
  const lock = JSON.parse(readFileSync(path.join(app, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, { version: string }>;
  };
  const places = Object.keys(lock.packages).filter((place) => place !== '');
  expect(places.length).toBeGreaterThan(50);
  for (const place of places) {
    const { version } = JSON.parse(readFileSync(path.join(app, place, 'package.json'), 'utf8')) as {
      version: string;
    };
    expect([place, version]).toEqual([place, lock.packages[place]?.version]);
  }
  const [program, args, options] = node(['node', 'dist/service/main.js', 'doctor', '--json'], {
    CLIENT_ID: 'x',
  });
  const doctor = spawnSync(program, args, { ...options, encoding: 'utf8' });
  expect(doctor.status).toBe(1);
  expect(doctor.stdout).toContain('CLIENT_ID');
});

test('13.5: what systemd and compose start is in the archive, with settings that the service knows', () => {
  const known = [...read('src/service/settings-fields.ts').matchAll(/^ {2}([A-Z]+(?:_[A-Z]+)*): /gm)].map(
    ([, name = '']) => name,
  );
  const unit = readFileSync(path.join(app, 'deploy/extendsync.service'), 'utf8');
  const { folder, nodeOptions, file } = startIn(unit);
  expect(existsSync(path.join(root, folder, file))).toBe(true);
  expect(nodeOptions).toContain('--enable-source-maps');
  // A database that comes back minutes later finds a service that still tries.
  expect(unit).toMatch(/^StartLimitIntervalSec=0$/m);
  expect(unit).toMatch(/^RestartSec=5$/m);
  // The image starts Node with the options that the benchmark has measured.
  expect(container.command).toEqual(['node', ...nodeOptions, file]);
  const compose = parse(readFileSync(path.join(app, 'deploy/compose.yaml'), 'utf8')) as {
    services: { service: { environment: Record<string, string>; volumes: string[] } };
  };
  const { environment, volumes } = compose.services.service;
  expect(volumes).toEqual([`../secrets:${folder}/secrets:ro`]);
  const named = [
    ...Object.keys(environment),
    ...[...(/^Environment=(.*)$/m.exec(unit)?.[1]?.matchAll(/(\w+)=/g) ?? [])].map(([, name = '']) => name),
    ...Object.keys(container.environment),
  ];
  const ownToNode = ['NODE_ENV', 'ENV_FILE'];
  expect(named.filter((name) => !known.includes(name) && !ownToNode.includes(name))).toEqual([]);
});

interface ComposedService {
  readonly network_mode?: string;
  readonly networks: readonly string[];
  readonly ports?: readonly string[];
  readonly command?: readonly [shell: string, option: string, script: string];
}

test('13.5: in compose nginx alone can be reached, and finds a service that was started again', () => {
  const { services } = parse(read('deploy/compose.yaml')) as {
    services: Readonly<Record<string, ComposedService>>;
  };
  const all = Object.entries(services);
  // What uses another's network goes dead with it.
  expect(all.filter(([, { network_mode: mode }]) => mode !== undefined)).toEqual([]);
  expect(all.flatMap(([name, { ports }]) => (ports ? [name] : []))).toEqual(['nginx']);
  expect(Object.fromEntries(all.map(([name, { networks }]) => [name, networks]))).toEqual({
    service: ['front', 'back'],
    nginx: ['front'],
    database: ['back'],
  });
  const [shell = '', option = '', script = ''] = services['nginx']?.command ?? [];
  const start = "exec nginx -g 'daemon off; worker_rlimit_nofile 32768;'";
  expect(script.endsWith(` && ${start}`)).toBe(true);
  const site = path.join(root, 'default.conf');
  const main = path.join(root, 'nginx.conf');
  writeFileSync(main, 'events {\n    worker_connections  1024;\n}\n');
  const replaced = script
    .replace('/etc/extendsync/nginx.conf', path.join(ROOT, 'deploy/nginx.conf'))
    .replaceAll('/etc/nginx/conf.d/default.conf', site)
    .replace('/proc/net/if_inet6', path.join(root, 'if_inet6'))
    .replace('/etc/nginx/nginx.conf', main)
    .replace(start, 'true');
  execFileSync(shell, [option, replaced]);
  const text = readFileSync(site, 'utf8');
  expect(text).toMatch(
    /^upstream extendsync \{\n {2}zone extendsync 64k; resolver 127\.0\.0\.11 valid=5s; server service:3000 resolve;\n/m,
  );
  expect(text).not.toMatch(/127\.0\.0\.1\b/);
  // A8: clients of both kinds, and on a kernel without IPv6 nginx starts all the same.
  const listens = (lines: string) => lines.match(/listen .*;/g);
  expect(listens(text)).toEqual(['listen 80;', 'listen 443 ssl http2;']);
  expect(listens(readFileSync(path.join(ROOT, 'deploy/nginx.conf'), 'utf8'))).toEqual([
    'listen 80;',
    'listen [::]:80;',
    'listen 443 ssl http2;',
    'listen [::]:443 ssl http2;',
  ]);
  // Room for the panes: the service holds 20,000 streams.
  expect(readFileSync(main, 'utf8')).toBe('events {\n    worker_connections 16384;\n}\n');
});

test('13.5: systemd takes the unit', () => {
  test.skip(
    spawnSync('systemd-analyze', ['--version']).status !== 0,
    'systemd-analyze is not installed: the unit was not looked at.',
  );
  const verified = spawnSync(
    'systemd-analyze',
    ['verify', '--man=no', path.join(app, 'deploy/extendsync.service')],
    { encoding: 'utf8' },
  );
  // That the program and the settings lie elsewhere on this machine is no fault of the unit.
  const faults = verified.stderr
    .split('\n')
    .filter((line) => line.includes('extendsync.service') && !/node is not executable/.test(line));
  expect(faults).toEqual([]);
});
