/**
 * The service as a process to be measured: as it is run, but that nobody is turned away, unless REAL_LIMITS is set. What a
 * limit costs is part of the measure, what it refuses is not.
 */
import { systemClock } from '../../../src/service/clock';
import { openJobQueue } from '../../../src/service/database/job-queue';
import { openDatabase } from '../../../src/service/database/open-database';
import { LIMIT_RULES } from '../../../src/service/http/limits';
import { listeningAt } from '../../../src/service/http/server';
import { createService } from '../../../src/service/service';
import { readSettings } from '../../../src/service/settings';

const WIDE = 1_000_000;

async function serve(): Promise<void> {
  const settings = readSettings(process.env);
  const database = await openDatabase(settings, systemClock);
  const limitRules = Object.fromEntries(
    Object.entries(LIMIT_RULES).map(([name, rule]) => [
      name,
      process.env['REAL_LIMITS'] === undefined ? { ...rule, points: WIDE } : rule,
    ]),
  );
  const app = await createService(settings, { database, clock: systemClock, openJobQueue, limitRules });
  await app.listen(listeningAt(settings));
  process.once('SIGTERM', () => {
    void app.close().then(() => database.close());
  });
}

serve().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
