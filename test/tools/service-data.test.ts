import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { renewServiceData, templateOfThisBuild } from './service-data';

test('what a data folder held is gone, and at most an empty database stands there', async () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'extendsync-data-'));
  try {
    mkdirSync(path.join(folder, 'postgres'));
    writeFileSync(path.join(folder, 'postgres/known'), 'what was known');
    writeFileSync(path.join(folder, 'claim'), 'whose it was');
    await renewServiceData(folder);
    const template = await templateOfThisBuild().catch(() => undefined);
    expect(readdirSync(folder)).toEqual(
      template !== undefined && existsSync(template) ? readdirSync(template) : [],
    );
    expect(existsSync(path.join(folder, 'postgres/known'))).toBe(false);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
