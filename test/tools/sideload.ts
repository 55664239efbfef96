import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { installTrustedCertificate } from './certificates';
import { DEVELOPMENT } from './manifest-addresses';
import { buildWhenStale } from './stale-build';

const ROOT = path.resolve(__dirname, '../..');
const MANIFEST = path.join(ROOT, 'dist/manifest.xml');
const PACKAGE = 'office-addin-debugging';
/** What manifest.xml says. */
const ORIGIN = DEVELOPMENT.paneOrigin;

/**
 * `npm run sideload`: builds, serves the pane and the service on https://localhost:3000 with a certificate that this
 * machine trusts, and has office-addin-debugging put the add-in into Outlook. `npm run sideload:stop` takes it out.
 */
async function main(): Promise<number> {
  const stopping = process.argv[2] === 'stop';
  if (!existsSync(path.join(ROOT, 'node_modules', PACKAGE))) {
    console.error(
      [
        `${PACKAGE} is not installed: it is optional, since a part of it does not build everywhere.`,
        `Install it with \`npm install --no-save ${PACKAGE}@7.0.0\`, or add the add-in by hand:`,
        'https://aka.ms/olksideload, My add-ins, Add from file, dist/manifest.xml.',
      ].join('\n'),
    );
    return 1;
  }
  if (stopping) return run('stop', MANIFEST);

  await buildWhenStale();
  const { certFile, keyFile } = await installTrustedCertificate();
  const service = startService(certFile, keyFile);
  const ended = new Promise<void>((resolve) => {
    service.once('exit', () => {
      resolve();
    });
    process.once('SIGINT', resolve);
    process.once('SIGTERM', resolve);
  });
  try {
    const code = await run(
      'start',
      MANIFEST,
      'desktop',
      '--app',
      'outlook',
      '--no-debug',
      '--no-live-reload',
    );
    if (code !== 0) return code;
    console.log(`The add-in is served on ${ORIGIN}. End with Ctrl+C, then \`npm run sideload:stop\`.`);
    await ended;
    return service.exitCode ?? 0;
  } finally {
    service.kill('SIGTERM');
  }
}

/** The product's own service; what it misses (CLIENT_ID and a secret at least) it says itself, by name. */
function startService(certFile: string, keyFile: string): ChildProcess {
  return spawn(process.execPath, ['--enable-source-maps', path.join(ROOT, 'dist/service/main.js')], {
    cwd: ROOT,
    stdio: 'inherit',
    env: {
      DATA_DIR: path.join(ROOT, '.cache/sideload'),
      ...process.env,
      PUBLIC_ORIGIN: ORIGIN,
      PORT: new URL(ORIGIN).port,
      TLS_CERT_FILE: certFile,
      TLS_KEY_FILE: keyFile,
    },
  });
}

async function run(...args: readonly string[]): Promise<number> {
  const cli = path.join(ROOT, 'node_modules', PACKAGE, 'cli.js');
  return new Promise((resolve, reject) => {
    spawn(process.execPath, [cli, ...args], { cwd: ROOT, stdio: 'inherit' })
      .once('error', reject)
      .once('exit', (code) => {
        resolve(code ?? 1);
      });
  });
}

main().then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  },
);
