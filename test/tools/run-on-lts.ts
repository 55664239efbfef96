import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { SKIPPED } from './exit-codes';

const ROOT = path.resolve(__dirname, '../..');
/** Node's current long-term support (https://nodejs.org/en/about/previous-releases): what README and Dockerfile recommend. */
export const LTS = 24;

/**
 * What differs between versions of Node is what the service and the setup stand on: sockets, TLS, files, WebAssembly,
 * processes. Core is pure, the pane runs in browsers, and the attacks take minutes whatever Node runs them, so those are
 * run on the oldest version alone.
 */
const TESTS = [
  'test/service/http',
  'test/service/database',
  'test/service/requests',
  'test/service/tenant',
  'test/service/doctor',
  'test/service/main.test.ts',
  'test/service/settings.test.ts',
  'test/setup',
];
const LIMIT_MS = 8 * 60_000;

/** npm's packages of the program itself; the package `node` would run a script of its own at installation. */
const PACKAGE = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}@${String(LTS)}`;

/** Runs Node of that version, which npm fetches into its cache. */
function onLts(args: readonly string[], show: boolean) {
  return spawnSync('npm', ['exec', '--yes', `--package=${PACKAGE}`, '--', 'node', ...args], {
    cwd: ROOT,
    encoding: 'utf8',
    timeout: LIMIT_MS,
    shell: process.platform === 'win32',
    stdio: show ? 'inherit' : 'pipe',
  });
}

/** `npm run test:lts`: the tests of what runs in Node, on the current long-term support instead of the oldest version. */
function main(): void {
  const { stdout, stderr } = onLts(['--version'], false);
  if (!stdout.trim().startsWith(`v${String(LTS)}.`)) {
    console.warn(
      `*** SKIPPED: nothing was tested on Node ${String(LTS)}, for npm did not bring it.\n${stderr.trim()}`,
    );
    process.exitCode = SKIPPED;
    return;
  }
  console.log(`on Node ${stdout.trim()}`);
  process.exitCode = onLts(['node_modules/jest/bin/jest.js', '--ci', ...TESTS], true).status ?? 1;
}

if (require.main === module) main();
