import { readdir, rm } from 'node:fs/promises';
import path from 'node:path';

/**
 * Empties a data folder, so that the service's next start finds nothing that was known. That start unpacks the build's empty
 * database.
 */
export async function renewServiceData(dataDir: string): Promise<void> {
  const names = await readdir(dataDir);
  await Promise.all(names.map((name) => rm(path.join(dataDir, name), { recursive: true, force: true })));
}
