import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { pgliteVersion } from '../../src/service/database/empty-database';

const ROOT = path.resolve(__dirname, '../..');
/** Whatever changes the empty database. */
const MADE_OF = [
  'src/service/database',
  'src/service/jobs/service-jobs.ts',
  'src/service/webhooks/webhooks.ts',
  'test/tools/write-empty-database.ts',
];

/** Where the empty database of this source lies once `write-empty-database.ts` has made it. */
export function cachedEmptyDatabase(): string {
  const files = MADE_OF.flatMap((name) => {
    const place = path.join(ROOT, name);
    return name.endsWith('.ts')
      ? [place]
      : readdirSync(place)
          .toSorted()
          .map((file) => path.join(place, file));
  });
  const digest = createHash('sha256').update(pgliteVersion());
  for (const file of files) digest.update(readFileSync(file));
  return path.join(ROOT, '.cache/empty-database', `${digest.digest('hex').slice(0, 16)}.br`);
}
