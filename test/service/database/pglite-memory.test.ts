import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { cachedEmptyDatabase } from '../../tools/empty-database-cache';

const LIMIT_MS = 120_000;

const dataDir = mkdtempSync(path.join(os.tmpdir(), 'extendsync-memory-'));
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

const mostHeldKb = (): number =>
  Number(
    execFileSync(
      process.execPath,
      ['--import', 'tsx', path.resolve(__dirname, '../testing/database-at-work.ts'), dataDir],
      { encoding: 'utf8' },
    ),
  );

test(
  '15.4: the embedded database at work never holds much more than when it rests, on whichever Node',
  () => {
    // Where nobody has built an empty database yet, the first process makes one, which takes 700 MB.
    if (!existsSync(cachedEmptyDatabase())) mostHeldKb();
    const most = mostHeldKb();
    expect(most).toBeGreaterThan(50_000);
    expect(most).toBeLessThan(420_000);
  },
  LIMIT_MS,
);
