import { spawn, spawnSync } from 'node:child_process';
import path from 'node:path';
import { SKIPPED } from './exit-codes';

const ROOT = path.resolve(__dirname, '../..');
/** Node's current long-term support (https://nodejs.org/en/about/previous-releases): what README and Dockerfile recommend. */
export const LTS = 24;

/**
 * What differs between versions of Node is what the service, the setup and the tools stand on: sockets, TLS, files,
 * WebAssembly, processes. These tests have each of it: the settings, a start and a stop as a process that speaks https on
 * its own database, both databases and who may use them, what Microsoft is asked, the registration, the tools and the
 * doctor. Left out are the rest of the service, which stands on the same, the simulator, core, which is pure, and the pane,
 * which runs in browsers: `npm test` runs these beside the build, which leaves one of two cores free, and all of jest twice
 * does not fit into the half hour of the suite.
 */
export const IN_SUITE: readonly string[] = [
  'test/service/settings.test.ts',
  'test/service/main.test.ts',
  'test/service/stopping.test.ts',
  'test/service/database',
  'test/service/doctor',
  'test/service/tenant',
  'test/setup',
  'test/tools',
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
async function main(): Promise<void> {
  const node = findLts();
  if (node === undefined) {
    process.exitCode = SKIPPED;
    return;
  }
  // Without npm between, which would not hand the end on.
  const named = process.argv.slice(2);
  const args = named[0] === '--in-suite' ? ['--runInBand', ...IN_SUITE] : named.length > 0 ? named : TESTS;
  process.exitCode = await runInGroup(node, ['node_modules/jest/bin/jest.js', '--ci', ...args], LIMIT_MS);
}

/**
 * Runs a program that starts others, with their output on ours. Past the limit, and when this process is told to end, all of
 * them end: whoever ends the first one alone leaves the services behind that its tests have started. Resolves with its exit
 * code, and with 1 where it was ended.
 */
export function runInGroup(program: string, args: readonly string[], limitMs: number): Promise<number> {
  const isGroup = process.platform !== 'win32';
  const child = spawn(program, args, {
    cwd: ROOT,
    stdio: ['ignore', 'inherit', 'inherit'],
    detached: isGroup,
  });
  const endAll = (): void => {
    if (child.pid === undefined) return;
    try {
      // A negative id is the group of which it is the first (kill(2)).
      if (isGroup) process.kill(-child.pid, 'SIGKILL');
      else child.kill('SIGKILL');
    } catch {
      // All of them have ended.
    }
  };
  const limit = setTimeout(endAll, limitMs);
  process.once('SIGINT', endAll);
  process.once('SIGTERM', endAll);
  return new Promise((resolve) => {
    const finish = (code: number | null): void => {
      clearTimeout(limit);
      process.off('SIGINT', endAll);
      process.off('SIGTERM', endAll);
      endAll();
      resolve(code ?? 1);
    };
    child.once('error', () => finish(1));
    child.once('exit', finish);
  });
}

if (require.main === module)
  main().catch((error: unknown) => {
    console.error(error);
    process.exitCode = 1;
  });
