import { spawn } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { withEnvFileThere } from '../../src/service/env-file';
import { OUTLOOK_ORIGINS, readSettings } from '../../src/service/settings';
import { PORTS } from '../simulator/ports';
import { startWorld } from '../simulator/world';
import { installTrustedCertificate, readTrustedCertificate } from './certificates';
import { endWith } from './exit-codes';
import { DEVELOPMENT } from './manifest-addresses';
import { isOnIpv6 } from './other-loopback';
import { openInBrowser } from './open-in-browser';
import {
  forRealOutlook,
  manifestFor,
  PACKAGE,
  sideload,
  wishOf,
  type Addition,
  type Behind,
  type Served,
} from './sideloading';
import { buildWhenStale } from './stale-build';
import { whenToldToEnd } from './told-to-end';

/*
 * `npm run sideload`: builds, serves the pane and the service on https://localhost:3000 with a certificate that this
 * machine trusts, and puts the add-in into Outlook, or shows where to. `--simulated`: with the simulated Microsoft behind
 * it. `--web`: into the browser's Outlook. `npm run sideload:stop` takes it out again, or shows where to.
 */

const ROOT = path.resolve(__dirname, '../..');
const CACHE = path.join(ROOT, '.cache/sideload');
const LOOK_EVERY_MS = 1_000;
/** The newest part is enough to see that the pane was loaded. */
const KEPT_LOG_CHARS = 100_000;

const PORT_IS_TAKEN = `Something else listens on port ${String(PORTS.pane)}, which the manifest names: end it first.`;

const manifestOf = (behind: Behind): string => path.join(CACHE, behind, 'manifest.xml');
/** An empty file beside the manifest, named after the way in which Outlook got it. */
const noteOf = ({ behind, way }: Addition): string => path.join(CACHE, behind, way);
const ADDITIONS = (['real', 'simulated'] as const).flatMap((behind) =>
  (['by-tool', 'by-hand'] as const).map((way) => ({ behind, way })),
);

async function writeManifest(behind: Behind, what: Parameters<typeof manifestFor>[0]): Promise<void> {
  const [xml = '', packageJson = '{}'] = await Promise.all(
    ['manifest.xml', 'package.json'].map((name) => readFile(path.join(ROOT, name), 'utf8')),
  );
  const { version } = JSON.parse(packageJson) as { version: string };
  const file = manifestOf(behind);
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, manifestFor(what, xml, version));
}

const interrupted = (): Promise<number> =>
  new Promise((resolve) => {
    whenToldToEnd(() => resolve(0));
  });

/** The product's own service. What its settings lack is said by name, before anything is installed or opened. */
async function serveReal(): Promise<Served> {
  const here = { PUBLIC_ORIGIN: DEVELOPMENT.paneOrigin, PORT: String(PORTS.pane) };
  const settings = withEnvFileThere(process.env);
  readSettings({ ...settings, ...here, TLS_CERT_FILE: '', TLS_KEY_FILE: '' });
  if (await isOnIpv6(PORTS.pane)) throw new Error(PORT_IS_TAKEN);
  await buildWhenStale();
  await writeManifest('real', { settings });
  const { certFile, keyFile } = await installTrustedCertificate();
  let log = '';
  const service = spawn(process.execPath, ['--enable-source-maps', path.join(ROOT, 'dist/service/main.js')], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      DATA_DIR: path.join(CACHE, 'data'),
      ...process.env,
      // Its lines tell when it stands, and when Outlook has loaded the pane.
      LOG_LEVEL: 'info',
      ...here,
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
    log: () => log,
    ended: Promise.race([exited, interrupted()]),
    stop: async () => {
      service.kill('SIGTERM');
      await exited;
    },
  };
}

async function serveSimulated(): Promise<Served> {
  await buildWhenStale();
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
    throw new Error(PORT_IS_TAKEN);
  }
  await writeManifest('simulated', { loginOrigin: world.entra.origin });
  return {
    panel: world.outlookUrl({ panel: 'alone', scenario: 'not-asked' }),
    log: () => world.service.log(),
    ended,
    stop: () => world.stop(),
  };
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
    canAdd: () => process.platform === 'win32' && existsSync(path.join(ROOT, 'node_modules', PACKAGE)),
    debug,
    manifestOf,
    remember: (addition) => writeFileSync(noteOf(addition), ''),
    remembered: () => ADDITIONS.filter((addition) => existsSync(noteOf(addition))),
    serve: (behind) => (behind === 'simulated' ? serveSimulated() : serveReal()),
    openInBrowser,
    say: (line) => console.log(line),
    pause: () => pause(LOOK_EVERY_MS),
  });

endWith(main);
