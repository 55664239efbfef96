import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { create } from 'tar';
import { builtWith, nameOf, readLock, withDependencies, type Lock } from './shipped-packages';

const ROOT = path.resolve(__dirname, '../..');
/** The archive's one folder. */
const FOLDER = 'extendsync-outlook';
/** The build's parts that run, and the papers that go with them. */
const BUILT = ['pane', 'service', 'manifest.xml'] as const;
const PAPERS = ['LICENSE', 'README.md', 'docs', 'assets/pictures', 'deploy'] as const;
/** Packages inside of packages have places of their own in the list, and what compose is told of this machine stays here. */
const LEFT_OUT = ['node_modules', '.env'];

/**
 * `npm run package`: one archive from what `npm run build` has made, dist/extendsync-outlook.tgz. It holds the service's
 * packages themselves, so that Node alone starts it, and their lock file, so that it can be seen what they are. The same
 * commit gives the same bytes: names are sorted, times are the commit's, rights and owners are nobody's in particular.
 */
async function main(dist: string): Promise<void> {
  const stage = await mkdtemp(path.join(tmpdir(), 'extendsync-package-'));
  try {
    const target = path.join(stage, FOLDER);
    await fill(target, dist);
    const file = path.join(dist, `${FOLDER}.tgz`);
    await create(
      {
        cwd: stage,
        file,
        gzip: { level: 9 },
        portable: true,
        mtime: new Date(commitSeconds() * 1000),
        noDirRecurse: true,
        // What the umask of the machine has left of the rights is no part of the build.
        filter: (_name, stat) => {
          const isFolder = 'isDirectory' in stat && stat.isDirectory();
          stat.mode = ((stat.mode ?? 0) & ~0o777) | (isFolder ? 0o755 : 0o644);
          return true;
        },
      },
      [FOLDER, ...(await entriesIn(stage, FOLDER))],
    );
    const digest = createHash('sha256')
      .update(await readFile(file))
      .digest('hex');
    console.log(`package: ${path.relative(ROOT, file)}, sha256 ${digest}`);
  } finally {
    await rm(stage, { recursive: true, force: true });
  }
}

async function fill(target: string, dist: string): Promise<void> {
  const lock = readLock(ROOT);
  const asked = builtWith(dist, 'service');
  const places = withDependencies(lock, asked);
  const copies = [
    ...BUILT.map((name) => [path.join(dist, name), `dist/${name}`] as const),
    [path.join(dist, 'licences.txt'), 'licences.txt'] as const,
    ...PAPERS.map((name) => [path.join(ROOT, name), name] as const),
    ...places.map((place) => [path.join(ROOT, place), place] as const),
  ];
  for (const [from, to] of copies) {
    await mkdir(path.dirname(path.join(target, to)), { recursive: true });
    await cp(from, path.join(target, to), {
      recursive: true,
      filter: (source) => source === from || !LEFT_OUT.includes(path.basename(source)),
    });
  }
  const write = (name: string, value: object): Promise<void> =>
    writeFile(path.join(target, name), `${JSON.stringify(value, undefined, 2)}\n`);
  const manifest = packageJson(lock, asked);
  await write('package.json', manifest);
  await write('package-lock.json', {
    name: manifest.name,
    version: manifest.version,
    lockfileVersion: 3,
    requires: true,
    packages: { '': manifest, ...Object.fromEntries(places.map((place) => [place, lock.packages[place]])) },
  });
}

function packageJson(lock: Lock, asked: readonly string[]) {
  const {
    name = FOLDER,
    version = '',
    license,
    engines,
  } = (lock.packages[''] ?? {}) as {
    name?: string;
    version?: string;
    license?: string;
    engines?: object;
  };
  return {
    name,
    version,
    license,
    engines,
    private: true,
    scripts: { start: 'node dist/service/main.js', doctor: 'node dist/service/main.js doctor' },
    dependencies: Object.fromEntries(
      asked.map((place) => [nameOf(place), lock.packages[place]?.version ?? '']),
    ),
  };
}

/**
 * All files and folders below a folder, in an order that no file system decides. A folder that is not in the archive would get
 * its rights from the umask of who unpacks it, and under a narrow one the service's user could not enter it.
 */
async function entriesIn(base: string, folder: string): Promise<string[]> {
  const entries = await readdir(path.join(base, folder), { withFileTypes: true, recursive: true });
  return entries
    .filter((entry) => entry.isFile() || entry.isDirectory())
    .map((entry) => path.relative(base, path.join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .toSorted();
}

/** When the commit was made, for the files' times (https://reproducible-builds.org/docs/source-date-epoch/). */
function commitSeconds(): number {
  const given = process.env['SOURCE_DATE_EPOCH'];
  if (given !== undefined && /^\d+$/.test(given)) return Number(given);
  try {
    return Number(
      execFileSync('git', ['log', '-1', '--format=%ct'], {
        cwd: ROOT,
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore'],
      }),
    );
  } catch {
    // Not a clone: what npm gives all of its files' times to, 1985.
    return 499_162_500;
  }
}

main(path.resolve(ROOT, process.argv[2] ?? 'dist')).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
