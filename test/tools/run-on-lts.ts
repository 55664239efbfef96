import { spawn, spawnSync } from 'node:child_process';
import path from 'node:path';
import { SKIPPED } from './exit-codes';
import { JEST } from './jest-command';

const ROOT = path.resolve(__dirname, '../..');
/** Node's current long-term support (https://nodejs.org/en/about/previous-releases): what README and Dockerfile recommend. */
export const LTS = 24;

/** Whether `version`, as `process.version` has it, is of that line: all of jest has then run on it already. */
export const isLts = (version: string): boolean => version.startsWith(`v${String(LTS)}.`);

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
 * `npm run test:lts`: all of jest, or the tests that are named, on the current long-term support instead of the oldest
 * version.
 */
async function main(): Promise<void> {
  const node = findLts();
  if (node === undefined) {
    process.exitCode = SKIPPED;
    return;
  }
  // Without npm between, which would not hand the end on.
  const args = [...JEST.nodeOptions, JEST.script, ...JEST.args, ...process.argv.slice(2)];
  process.exitCode = await runInGroup(node, args, LIMIT_MS);
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
