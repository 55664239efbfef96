import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { SKIPPED } from './exit-codes';

const ROOT = path.resolve(__dirname, '../..');
/** Node's current long-term support (https://nodejs.org/en/about/previous-releases): what README and Dockerfile recommend. */
export const LTS = 24;

/**
 * What differs between versions of Node is what the service and the setup stand on: sockets, TLS, files, WebAssembly,
 * processes. These tests have each of it: the settings, a start and a stop as a process that speaks https on its own
 * database, the claim on the data folder, and the doctor. `npm test` runs them beside the build, which leaves one of two
 * cores free. Core is pure and the pane runs in browsers; all of jest twice does not fit into the half hour of the suite.
 */
export const IN_SUITE: readonly string[] = [
  'test/service/settings.test.ts',
  'test/service/main.test.ts',
  'test/service/database/data-dir-claim.test.ts',
  'test/service/doctor',
];
/** What `npm run test:lts` runs where nothing is named: all that runs in Node when the product does. */
const TESTS: readonly string[] = ['test/service', 'test/setup'];
const LIMIT_MS = 15 * 60_000;

/** npm's packages of the program itself; the package `node` would run a script of its own at installation. */
const PACKAGE = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}@${String(LTS)}`;

/** Where Node of that version lies in npm's cache; undefined, with the reason printed, where npm does not bring it. */
function findLts(): string | undefined {
  const asked = [
    'exec',
    '--yes',
    `--package=${PACKAGE}`,
    '--',
    'node',
    '-p',
    'process.execPath+process.version',
  ];
  const { stdout, stderr } = spawnSync('npm', asked, {
    cwd: ROOT,
    encoding: 'utf8',
    timeout: LIMIT_MS,
    shell: process.platform === 'win32',
  });
  const [, found] = new RegExp(`^(.*)v${String(LTS)}\\.[\\d.]+$`, 'm').exec(stdout.trim()) ?? [];
  if (found === undefined)
    console.warn(
      `*** SKIPPED: nothing was tested on Node ${String(LTS)}, for npm did not bring it.\n${stderr.trim()}`,
    );
  return found;
}

/**
 * `npm run test:lts`: the tests of what stands on Node, on the current long-term support instead of the oldest version.
 * `--in-suite` is for `npm test`; anything else is handed to jest.
 */
function main(): void {
  const node = findLts();
  if (node === undefined) {
    process.exitCode = SKIPPED;
    return;
  }
  // Without npm between: a run that takes too long is ended, and nothing of it is left.
  const named = process.argv.slice(2);
  const args = named[0] === '--in-suite' ? ['--runInBand', ...IN_SUITE] : named.length > 0 ? named : TESTS;
  const { status } = spawnSync(node, ['node_modules/jest/bin/jest.js', '--ci', ...args], {
    cwd: ROOT,
    timeout: LIMIT_MS,
    stdio: 'inherit',
  });
  process.exitCode = status ?? 1;
}

if (require.main === module) main();
