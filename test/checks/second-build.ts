import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { build } from '../tools/checks';

const ROOT = path.resolve(__dirname, '../..');
const CACHE = path.join(ROOT, '.cache');
/** The build's result. Source maps are for who mends the pane, and are not shipped. */
const PARTS = ['pane', 'service', 'packages', 'chunks.json', 'licences.txt', 'extendsync-outlook.tgz'];

/** The digest of each file of a build. */
function digests(dist: string): ReadonlyMap<string, string> {
  const files = PARTS.flatMap((part) => {
    const place = path.join(dist, part);
    return statSync(place).isDirectory()
      ? readdirSync(place, { recursive: true, encoding: 'utf8' }).map((name) => path.join(part, name))
      : [part];
  }).filter((name) => statSync(path.join(dist, name)).isFile());
  return new Map(
    files.map((name) => [
      name,
      createHash('sha256')
        .update(readFileSync(path.join(dist, name)))
        .digest('hex'),
    ]),
  );
}

/** Runs a step as another machine would: another time zone, another language, nobody's rights left but the owner's. */
function run(...args: readonly string[]): void {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    cwd: ROOT,
    encoding: 'utf8',
    env: { ...process.env, TZ: 'Pacific/Kiritimati', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' },
  });
  if (status !== 0) throw new Error(`${args.join(' ')} failed:\n${stdout}${stderr}`);
}

/** Builds what `npm run package` builds a second time, elsewhere and without a cache, and compares every file. */
function main(): void {
  const first = path.join(ROOT, 'dist');
  mkdirSync(CACHE, { recursive: true });
  const second = mkdtempSync(path.join(CACHE, 'second-build-'));
  process.umask(0o077);
  try {
    run('--import', 'tsx', 'test/tools/make-package.ts', first);
    run(build.script, ...build.args, '--env', `dist=${second}`, '--env', 'cache=none');
    for (const [step, ...options] of [
      ['write-manifest'],
      ['write-licences'],
      ['write-empty-database', '--anew'],
      ['make-package'],
    ] as const)
      run('--import', 'tsx', `test/tools/${step}.ts`, second, ...options);
    const [one, other] = [digests(first), digests(second)];
    const different = [...new Set([...one.keys(), ...other.keys()])].filter(
      (name) => one.get(name) !== other.get(name),
    );
    if (one.size < 50) throw new Error(`Only ${String(one.size)} files were compared.`);
    if (different.length > 0) throw new Error(`Two builds differ in ${different.join(', ')}.`);
    console.log(`two builds are the same: ${String(one.size)} files`);
  } finally {
    rmSync(second, { recursive: true, force: true });
  }
}

if (require.main === module) main();
