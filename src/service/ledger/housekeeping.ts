import type { Clock } from '../../ports';
import type { Database } from '../database/database';

/**
 * Counts how many organisations stand in which state today, and takes out the history that is older than it is kept. The
 * newest change of an organisation stays: it says since when the entry is what it is.
 */
export async function keepLedger(database: Database, clock: Clock, historyKeptMs: number): Promise<void> {
  const today = new Date(clock.now()).toISOString().slice(0, 10);
  await database.query(
    `with counted as (
       select state, count(*)::int as count from tenants where deleted_at is null group by state
     ),
     gone as (
       delete from tenant_counts where day = $1::date and state not in (select state from counted)
     )
     insert into tenant_counts (day, state, count) select $1::date, state, count from counted
     on conflict (day, state) do update set count = excluded.count`,
    [today],
  );
  const before = new Date(clock.now() - historyKeptMs);
  await database.query(
    `delete from tenant_history h using tenants t
     where h.tenant_id = t.tenant_id and h.at < $1 and h.number < t.changes`,
    [before],
  );
  await database.query('delete from tenant_counts where day < $1::date', [before.toISOString().slice(0, 10)]);
}
