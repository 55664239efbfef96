import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { migrate } from '../../src/service/database/migrations';
import { openPglite } from '../../src/service/database/pglite';
import { TEMPLATES, templateOfThisBuild } from './service-data';

/** Makes the template of a data folder for this build where there is none; those of other builds go. */
export async function prepareServiceData(): Promise<void> {
  const template = await templateOfThisBuild();
  if (existsSync(template)) return;
  await rm(TEMPLATES, { recursive: true, force: true });
  await mkdir(TEMPLATES, { recursive: true });
  const made = await mkdtemp(path.join(TEMPLATES, 'making-'));
  const database = await openPglite(made);
  try {
    await migrate(database);
  } finally {
    await database.close();
  }
  // In one step, so that nobody copies half of it.
  await rename(made, template);
}
