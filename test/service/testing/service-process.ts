import { spawn, type ChildProcess } from 'node:child_process';
import { copyFileSync, existsSync, renameSync } from 'node:fs';
import path from 'node:path';
import { buildSync } from 'esbuild';
import { cachedEmptyDatabase } from '../../tools/empty-database-cache';

const ROOT = path.resolve(__dirname, '../../..');

/** Two folders deep, as the service's own bundle: it looks for package.json from there. */
const BUNDLE = path.join(ROOT, '.cache/service-under-test/main.js');

/** The service as a process, started from its source. */
export interface ServiceProcess {
  readonly child: ChildProcess;
  /** Resolves with the output when it holds the text. */
  says(text: RegExp): Promise<RegExpExecArray>;
  readonly ended: Promise<{ readonly code: number | null; readonly output: string }>;
}

let bundled: string | undefined;

/**
 * The source as one file: to translate it file by file takes longer than the whole start, and a busy machine then passes
 * the limits of the tests.
 */
function bundle(): string {
  const own = `${BUNDLE}.${String(process.pid)}`;
  buildSync({
    entryPoints: [path.join(ROOT, 'src/service/main.ts')],
    outfile: own,
    bundle: true,
    platform: 'node',
    target: 'node20.20',
    packages: 'external',
    format: 'cjs',
    sourcemap: 'inline',
    logLevel: 'silent',
  });
  // Tests that run side by side write the same file: each finds a whole one.
  renameSync(own, BUNDLE);
  // As in the build; where nobody has made it yet, a first start takes seconds longer.
  const empty = cachedEmptyDatabase();
  if (existsSync(empty)) {
    copyFileSync(empty, `${own}.br`);
    renameSync(`${own}.br`, path.join(path.dirname(BUNDLE), 'empty-database.br'));
  }
  return BUNDLE;
}

/** @param args what follows `main.js`; none starts the service */
export function startProcess(
  environment: Readonly<Record<string, string>>,
  args: readonly string[] = [],
  as: { readonly cwd?: string; readonly uid?: number; readonly gid?: number } = {},
): ServiceProcess {
  const child = spawn(process.execPath, [(bundled ??= bundle()), ...args], {
    cwd: ROOT,
    ...as,
    env: { PATH: process.env['PATH'] ?? '', TZ: 'UTC', ENV_FILE: '', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const looks = new Set<() => void>();
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8');
    stream.on('data', (chunk: string) => {
      output += chunk;
      for (const look of looks) look();
    });
  }
  const ended = new Promise<{ code: number | null; output: string }>((resolve) => {
    child.once('close', (code) => resolve({ code, output }));
  });
  return {
    child,
    ended,
    says: (text) =>
      new Promise((resolve, reject) => {
        const look = (): void => {
          const found = text.exec(output);
          if (!found) return;
          looks.delete(look);
          resolve(found);
        };
        looks.add(look);
        void ended.then(() => reject(new Error(`ended without saying ${String(text)}:\n${output}`)));
        look();
      }),
  };
}
