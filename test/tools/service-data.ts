import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { cp, readdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';

const ROOT = path.resolve(__dirname, '../..');
export const TEMPLATES = path.join(ROOT, '.cache/service-data');

/** Where this build's template of a data folder lies, once somebody has prepared it: an embedded database with empty tables. */
export async function templateOfThisBuild(): Promise<string> {
  const built = await readFile(path.join(ROOT, 'dist/service/main.js'));
  return path.join(TEMPLATES, createHash('sha256').update(built).digest('hex').slice(0, 16));
}

/**
 * Empties a data folder, so that the service's next start finds nothing that was known. Where there is a template it is
 * filled with that: making an embedded database takes the longest part of a first start.
 */
export async function renewServiceData(dataDir: string): Promise<void> {
  const names = await readdir(dataDir);
  await Promise.all(names.map((name) => rm(path.join(dataDir, name), { recursive: true, force: true })));
  const template = await templateOfThisBuild().catch(() => undefined);
  if (template !== undefined && existsSync(template)) await cp(template, dataDir, { recursive: true });
}
