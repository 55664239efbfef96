import type { TenantCounts } from '../../core/ledger/api';
import { TENANT_STATES, type TenantState } from '../../core/ledger/state';
import { PERMISSION_SET_VERSION } from '../../core/permission-set';
import type { Clock } from '../../ports';
import type { Database } from '../database/database';

const DAY_MS = 24 * 60 * 60_000;

/** A deleted organisation stands in no state: only its entry is left. */
const COUNT_BY_STATE =
  'select state, count(*)::int as count from tenants where deleted_at is null group by state';

interface Row {
  readonly state: string;
  readonly count: number;
}

/** How many organisations stand in which state now, and stood on the days before on which somebody counted. */
export async function readCounts(database: Database, clock: Clock, days: number): Promise<TenantCounts> {
  const [now, kept] = await Promise.all([
    database.query<Row>(COUNT_BY_STATE),
    database.query<Row & { readonly day: string }>(
      `select day::text as day, state, count from tenant_counts where day >= $1::date and day < $2::date order by day`,
      [dayBefore(clock, days * DAY_MS), dayBefore(clock, 0)],
    ),
  ]);
  const byDay = new Map<string, Row[]>();
  for (const row of kept) byDay.set(row.day, [...(byDay.get(row.day) ?? []), row]);
  return {
    setVersion: PERMISSION_SET_VERSION,
    now: countsOf(now),
    days: [...byDay].map(([day, rows]) => ({ day, counts: countsOf(rows) })),
  };
}

/** Keeps today's counts, and takes out those of days that are too long ago. */
export async function keepCounts(database: Database, clock: Clock, keptMs: number): Promise<void> {
  await database.query(
    // In one order, and a state that has emptied today stays with nought: `Database` says why.
    `insert into tenant_counts (day, state, count)
     select $1::date, state, coalesce(counted.count, 0)
     from (${COUNT_BY_STATE}) counted
     full join (select state from tenant_counts where day = $1::date) earlier using (state)
     order by state
     on conflict (day, state) do update set count = excluded.count`,
    [dayBefore(clock, 0)],
  );
  await database.query(
    `with over as (select day, state from tenant_counts where day < $1::date for update skip locked)
     delete from tenant_counts c using over where c.day = over.day and c.state = over.state`,
    [dayBefore(clock, keptMs)],
  );
}

/** The day, in UTC, so long before now. */
const dayBefore = (clock: Clock, ms: number): string => new Date(clock.now() - ms).toISOString().slice(0, 10);

const countsOf = (rows: readonly Row[]): Readonly<Record<TenantState, number>> =>
  Object.fromEntries(
    TENANT_STATES.map((state) => [state, rows.find((row) => row.state === state)?.count ?? 0]),
  ) as Record<TenantState, number>;
