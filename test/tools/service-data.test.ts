import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { renewServiceData } from './service-data';

test('what a data folder held is gone', async () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'extendsync-data-'));
  try {
    mkdirSync(path.join(folder, 'postgres'));
    writeFileSync(path.join(folder, 'postgres/known'), 'what was known');
    writeFileSync(path.join(folder, 'claim'), 'whose it was');
    await renewServiceData(folder);
    expect(readdirSync(folder)).toEqual([]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
