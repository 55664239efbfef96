import { mkdir, mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { isBuildStale, MADE, MADE_BY_WEBPACK } from './stale-build';

describe('whether dist is stale', () => {
  let root: string;
  beforeEach(async () => {
    root = await mkdtemp(path.join(tmpdir(), 'stale-'));
    await put('src/core/permissions.ts', 100);
    await put('manifest.xml', 100);
    for (const made of MADE) await put(made, 200);
    for (const folder of ['src', 'src/core']) await utimes(path.join(root, folder), 100, 100);
  });
  afterEach(() => rm(root, { recursive: true, force: true }));

  const put = async (name: string, changedAtSeconds: number): Promise<void> => {
    const file = path.join(root, name);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, '');
    await utimes(file, changedAtSeconds, changedAtSeconds);
  };

  test('a build younger than everything that it is made of is fresh', async () => {
    expect(await isBuildStale(root)).toBe(false);
  });

  test.each(['src/core/permissions.ts', 'manifest.xml', 'package.json', 'assets/logo.svg'])(
    'a change of %s makes it stale',
    async (file) => {
      await put(file, 300);
      expect(await isBuildStale(root)).toBe(true);
    },
  );

  test('a source that was removed makes it stale', async () => {
    await rm(path.join(root, 'src/core/permissions.ts'));
    expect(await isBuildStale(root)).toBe(true);
  });

  test.each(MADE)('so does %s missing', async (file) => {
    await rm(path.join(root, file));
    expect(await isBuildStale(root)).toBe(true);
  });

  test('to look at it, a development build is enough, as long as it is younger than its sources', async () => {
    for (const made of MADE) if (!MADE_BY_WEBPACK.includes(made)) await rm(path.join(root, made));
    expect(await isBuildStale(root, MADE_BY_WEBPACK)).toBe(false);
    await put('src/core/permissions.ts', 300);
    expect(await isBuildStale(root, MADE_BY_WEBPACK)).toBe(true);
  });
});
