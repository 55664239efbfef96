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
    // It waits for nothing that somebody works on: the next hour takes that.
    `with over as (
       select h.tenant_id, h.number from tenant_history h join tenants t using (tenant_id)
       where h.at < $1 and h.number < t.changes for update of h skip locked
     )
     delete from tenant_history h using over where h.tenant_id = over.tenant_id and h.number = over.number`,
    [new Date(clock.now() - historyKeptMs)],
  );
}
