import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { withEnvFile } from '../../src/service/env-file';
import { OUTLOOK_ORIGINS } from '../../src/service/settings';
import { PORTS } from '../simulator/ports';
import { startWorld } from '../simulator/world';
import { installTrustedCertificate, readTrustedCertificate } from './certificates';
import { endWith } from './exit-codes';
import { DEVELOPMENT } from './manifest-addresses';
import { openInBrowser } from './open-in-browser';
import {
  forRealOutlook,
  manifestFor,
  PACKAGE,
  sideload,
  wishOf,
  type Behind,
  type Served,
} from './sideloading';
import { buildWhenStale } from './stale-build';

/*
 * `npm run sideload`: builds, serves the pane and the service on https://localhost:3000 with a certificate that this
 * machine trusts, and puts the add-in into Outlook, or shows where to. `--simulated`: with the simulated Microsoft behind
 * it. `--web`: into the browser's Outlook. `npm run sideload:stop` takes it out again.
 */

const ROOT = path.resolve(__dirname, '../..');
const CACHE = path.join(ROOT, '.cache/sideload');
const LOOK_EVERY_MS = 1_000;
/** The newest part is enough to see that the pane was loaded. */
const KEPT_LOG_CHARS = 100_000;

const manifestOf = (behind: Behind): string => path.join(CACHE, behind, 'manifest.xml');

async function writeManifest(behind: Behind, what: Parameters<typeof manifestFor>[0]): Promise<string> {
  const [xml = '', packageJson = '{}'] = await Promise.all(
    ['manifest.xml', 'package.json'].map((name) => readFile(path.join(ROOT, name), 'utf8')),
  );
  const { version } = JSON.parse(packageJson) as { version: string };
  const file = manifestOf(behind);
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, manifestFor(what, xml, version));
  return file;
}

const interrupted = (): Promise<number> =>
  new Promise((resolve) => {
    process.once('SIGINT', () => resolve(0));
    process.once('SIGTERM', () => resolve(0));
  });

/** The product's own service; what it misses (CLIENT_ID and a secret at least) it says itself, by name. */
async function serveReal(): Promise<Served> {
  const manifest = await writeManifest('real', {
    settings: withEnvFile(process.env, ROOT),
  });
  const { certFile, keyFile } = await installTrustedCertificate();
  let log = '';
  const service = spawn(process.execPath, ['--enable-source-maps', path.join(ROOT, 'dist/service/main.js')], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      DATA_DIR: path.join(CACHE, 'data'),
      ...process.env,
      // Its lines tell when Outlook has loaded the pane.
      LOG_LEVEL: 'info',
      PUBLIC_ORIGIN: DEVELOPMENT.paneOrigin,
      PORT: String(PORTS.pane),
      TLS_CERT_FILE: certFile,
      TLS_KEY_FILE: keyFile,
    },
  });
  service.stdout.on('data', (chunk: Buffer) => {
    process.stdout.write(chunk);
    log = (log + chunk.toString('utf8')).slice(-KEPT_LOG_CHARS);
  });
  const exited = new Promise<number>((resolve, reject) => {
    service.once('error', reject);
    service.once('exit', (code) => resolve(code ?? 0));
  });
  return {
    manifest,
    log: () => log,
    ended: Promise.race([exited, interrupted()]),
    stop: async () => {
      service.kill('SIGTERM');
      await exited;
    },
  };
}

async function serveSimulated(): Promise<Served> {
  const certificate = await readTrustedCertificate(await installTrustedCertificate());
  const ended = interrupted();
  const world = await startWorld({
    ports: PORTS,
    certificate,
    realOutlook: true,
    anyMailbox: true,
    serviceSettings: forRealOutlook(OUTLOOK_ORIGINS.global),
  });
  if (world.paneOrigin !== DEVELOPMENT.paneOrigin) {
    await world.stop();
    throw new Error(
      `Something else listens on port ${String(PORTS.pane)}, which the manifest names: end it first.`,
    );
  }
  return {
    manifest: await writeManifest('simulated', { loginOrigin: world.entra.origin }),
    panel: world.outlookUrl({ panel: 'alone', scenario: 'not-asked' }),
    log: () => world.service.log(),
    ended,
    stop: () => world.stop(),
  };
}

async function serve(behind: Behind): Promise<Served> {
  await buildWhenStale();
  return behind === 'simulated' ? serveSimulated() : serveReal();
}

async function debug(...args: readonly string[]): Promise<number> {
  const cli = path.join(ROOT, 'node_modules', PACKAGE, 'cli.js');
  return new Promise((resolve, reject) => {
    spawn(process.execPath, [cli, ...args], { cwd: ROOT, stdio: 'inherit' })
      .once('error', reject)
      .once('exit', (code) => resolve(code ?? 1));
  });
}

const main = async (): Promise<number> =>
  sideload(wishOf(process.argv.slice(2)), {
    canAdd: () => existsSync(path.join(ROOT, 'node_modules', PACKAGE)),
    debug,
    manifests: () => (['real', 'simulated'] as const).map(manifestOf).filter((file) => existsSync(file)),
    serve,
    openInBrowser,
    say: (line) => console.log(line),
    pause: () => pause(LOOK_EVERY_MS),
  });

endWith(main);
