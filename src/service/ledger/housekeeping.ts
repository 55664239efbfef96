import type { Clock } from '../../ports';
import type { Database } from '../database/database';
import { keepCounts } from './counts';

/**
 * Counts how many organisations stand in which state today, and takes out what is older than it is kept. The newest change
 * of an organisation stays: it says since when the entry is what it is.
 */
export async function keepLedger(database: Database, clock: Clock, historyKeptMs: number): Promise<void> {
  await keepCounts(database, clock, historyKeptMs);
  await database.query(
    `delete from tenant_history h using tenants t
     where h.tenant_id = t.tenant_id and h.at < $1 and h.number < t.changes`,
    [new Date(clock.now() - historyKeptMs)],
  );
}
