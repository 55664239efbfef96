import { spawn, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { SKIPPED } from './exit-codes';
import { JEST } from './jest-command';
import { whenToldToEnd } from './told-to-end';

/** One program that says by its exit code whether all is well. */
export interface Check {
  readonly name: string;
  /** Node's own options. */
  readonly nodeOptions?: readonly string[];
  /** A file for Node to run. */
  readonly script: string;
  readonly args: readonly string[];
}

/** How a check ended; `output` is all that it printed, empty where it printed straight to the terminal. */
export interface Ended {
  readonly name: string;
  readonly ok: boolean;
  /** It could not look, and says so: neither passed nor failed. */
  readonly skipped: boolean;
  readonly output: string;
  readonly tookMs: number;
}

export const ROOT = path.resolve(__dirname, '../..');

/** Not by tsx's own command, which kills a program that is slow to end (`relaySignals` in tsx/dist/cli.mjs). */
const tsx = (name: string, script: string, ...args: string[]): Check => ({
  name,
  nodeOptions: ['--import', 'tsx'],
  script,
  args,
});

export const types: Check = { name: 'types', script: binOf('typescript', 'tsc'), args: ['--noEmit'] };
export const lint: Check = {
  name: 'lint',
  script: binOf('oxlint'),
  args: [
    '-c',
    'test/checks/oxlint.json',
    '--type-aware',
    '--report-unused-disable-directives',
    '-f',
    'unix',
    '.',
  ],
};
export const imports: Check = tsx('imports', 'test/checks/imports.ts');
export const formatting: Check = { name: 'formatting', script: binOf('prettier'), args: ['--check', '.'] };
export const deadCode: Check = {
  name: 'dead code',
  script: binOf('knip'),
  args: ['-c', 'test/checks/knip.json', '--no-progress'],
};
export const unit: Check = { name: 'unit', ...JEST };
export const build: Check = {
  name: 'build',
  script: binOf('webpack'),
  args: ['--env', 'production'],
};
export const manifest: Check = tsx('manifest', 'test/tools/write-manifest.ts');
export const licences: Check = tsx('licences', 'test/tools/write-licences.ts');
export const emptyDatabase: Check = tsx('empty database', 'test/tools/write-empty-database.ts');
export const bundle: Check = tsx('bundle', 'test/checks/bundle.ts');
/** Measures everything once, so that it cannot rot; bytes and counts are held against their aims, times are not. */
export const benchmark: Check = tsx('benchmark', 'test/browser/bench/main.ts', '--short');
export const onLts: Check = tsx('Node LTS', 'test/tools/run-on-lts.ts');
export const browser: Check = {
  name: 'browser',
  script: binOf('@playwright/test', 'playwright'),
  args: ['test', '-c', 'test/browser/playwright.config.ts'],
};

export const packages: Check = tsx('packages', 'test/checks/dependencies.ts');

export const STATIC_CHECKS: readonly Check[] = [types, lint, imports, formatting, deadCode, packages];

const running = new Set<ChildProcess>();
let isEnding = false;
whenToldToEnd((signal) => {
  isEnding = true;
  for (const child of running) child.kill(signal);
});

/**
 * Runs one check to its end; never rejects. Once this process is told to end, no further check starts: it counts as failed.
 * @param show true to let it print as it goes, false to keep what it prints for later
 */
export async function runCheck(
  check: Check,
  show: boolean,
  env: Readonly<Record<string, string>> = {},
): Promise<Ended> {
  if (isEnding)
    return { name: check.name, ok: false, skipped: false, output: 'Not run: told to end.\n', tookMs: 0 };
  const startedMs = Date.now();
  const printed: string[] = [];
  const code = await new Promise<number | null>((resolve) => {
    const child = spawn(process.execPath, [...(check.nodeOptions ?? []), check.script, ...check.args], {
      cwd: ROOT,
      stdio: show ? ['ignore', 'inherit', 'inherit'] : ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, ...env },
    });
    running.add(child);
    child.stdout?.on('data', (chunk: Buffer) => printed.push(chunk.toString()));
    child.stderr?.on('data', (chunk: Buffer) => printed.push(chunk.toString()));
    child.once('error', (error) => {
      printed.push(error.message);
      running.delete(child);
      resolve(null);
    });
    child.once('close', (exitCode) => {
      running.delete(child);
      resolve(exitCode);
    });
  });
  const skipped = code === SKIPPED;
  const tookMs = Date.now() - startedMs;
  return { name: check.name, ok: code === 0 || skipped, skipped, output: printed.join(''), tookMs };
}

/** Runs checks side by side, no more than `atOnce` at a time, and tells of each as it ends. */
export async function runTogether(
  checks: readonly Check[],
  atOnce: number,
  tell: (ended: Ended) => void,
  env: Readonly<Record<string, string>> = {},
): Promise<readonly Ended[]> {
  const waiting = [...checks];
  const ended: Ended[] = [];
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (let check = waiting.shift(); check !== undefined; check = waiting.shift()) {
        const end = await runCheck(check, false, env);
        ended.push(end);
        tell(end);
      }
    }),
  );
  return ended;
}

/** One line of a report, and all that a check printed that could not look. */
export function lineOf({ name, ok, skipped, output, tookMs }: Ended): string {
  const word = skipped ? 'SKIPPED' : ok ? 'ok' : 'FAILED';
  const line = `${word.padEnd(7)}  ${name.padEnd(12)} ${(tookMs / 1000).toFixed(1)} s`;
  return skipped ? `${line}\n${output}` : line;
}

/** The script behind a package's command: started by Node itself, it needs no shell on any system. */
function binOf(name: string, command = name): string {
  const folder = path.join(ROOT, 'node_modules', name);
  const { bin } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as {
    bin?: string | Readonly<Record<string, string>>;
  };
  const script = typeof bin === 'string' ? bin : bin?.[command];
  if (script === undefined) throw new Error(`The package ${name} has no command ${command}.`);
  return path.join(folder, script);
}
