import { spawn } from 'node:child_process';
import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';

const ROOT = path.resolve(__dirname, '../..');
/** What webpack makes last of either part, for development too. */
export const MADE_BY_WEBPACK = ['dist/pane/taskpane.html', 'dist/service/main.js'];
/** All of it is made last by the build, one per part: the oldest of them tells the age of the build. */
export const MADE = [...MADE_BY_WEBPACK, 'dist/manifest.xml', 'dist/service/empty-database.br'];
const MADE_OF = ['src', 'assets', 'manifest.xml', 'webpack.config.js', 'package.json'];

/**
 * Runs the production build (`npm run build`) when dist, or what is needed of it, is missing or older than its sources. Throws
 * when it fails. With EXTENDSYNC_SKIP_BUILD set nothing is built, for work on tests that need no build.
 */
export async function buildWhenStale(needed: readonly string[] = MADE): Promise<void> {
  if (process.env['EXTENDSYNC_SKIP_BUILD'] !== undefined || !(await isBuildStale(ROOT, needed))) return;
  console.log('Building dist (missing or older than the sources) ...');
  const code = await new Promise<number | null>((resolve, reject) => {
    // npm is a script on Windows, which only a shell can start.
    spawn('npm run build', { cwd: ROOT, shell: true, stdio: ['ignore', 'inherit', 'inherit'] })
      .on('error', reject)
      .on('exit', resolve);
  });
  if (code !== 0) throw new Error('The production build failed; its messages are above.');
}

/** True when a needed part of dist is missing or older than the newest source. */
export async function isBuildStale(root: string, needed: readonly string[] = MADE): Promise<boolean> {
  const built = await Promise.all(needed.map((file) => changedAtMs(path.join(root, file))));
  if (built.some((atMs) => atMs === undefined)) return true;
  const sources = await Promise.all(MADE_OF.map((name) => newestChangeMs(path.join(root, name))));
  return Math.min(...built.map((atMs) => atMs ?? 0)) < Math.max(...sources);
}

async function newestChangeMs(target: string): Promise<number> {
  const atMs = (await changedAtMs(target)) ?? 0;
  const entries = await readdir(target, { withFileTypes: true }).catch(() => []);
  const inside = await Promise.all(entries.map((entry) => newestChangeMs(path.join(target, entry.name))));
  return Math.max(atMs, ...inside);
}

async function changedAtMs(file: string): Promise<number | undefined> {
  return stat(file).then(
    (found) => found.mtimeMs,
    () => undefined,
  );
}
