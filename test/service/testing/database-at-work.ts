/**
 * A process that opens the embedded database in the folder that is named, has it compute until V8 has compiled what it would
 * compile for speed, and prints the most memory that it held, in KB.
 */
import path from 'node:path';
import { unpackEmptyDatabase } from '../../../src/service/database/empty-database';
import { embeddedFolder } from '../../../src/service/database/embedded-folder';
import { openPglite } from '../../../src/service/database/pglite';
import { cachedEmptyDatabase } from '../../tools/empty-database-cache';

const COMPUTED_MS = 3_000;

async function work(dataDir: string): Promise<void> {
  unpackEmptyDatabase(cachedEmptyDatabase(), embeddedFolder(dataDir));
  const database = await openPglite(dataDir);
  const computedMs = (): number => process.cpuUsage().user / 1_000;
  const begunMs = computedMs();
  while (computedMs() - begunMs < COMPUTED_MS)
    await database.query(
      'select sum(length(number::text) + number * 2) from generate_series(1, 5000) number',
    );
  await database.close();
  console.log(process.resourceUsage().maxRSS);
}

work(path.resolve(process.argv[2] ?? '')).catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
