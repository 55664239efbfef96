import { ARRIVING_MS } from '../../core/api/request-news';
import type { PermissionSet } from '../../core/permissions';
import { parseSituation } from '../../core/situation';
import type { TenantId } from '../../core/tenant';
import type { Clock } from '../../ports';
import { CLOCKS_DIFFER_MS } from '../clock';
import { createMemory } from '../memory';
import { inBatches } from '../database/batches';
import type { Database } from '../database/database';
import type { LookFacts, TenantFacts } from './facts';
import { readLookFacts, readTenantFacts } from './read-facts';
import { contradictsLook, isProved, LOOK_LEADS_MS, type Known } from './judgement';

/** A grant is rarely taken back, and who takes it back waits a minute. */
export const GRANTED_FOR_MS = 60_000;
/** Long enough that a full office opening Outlook is one question, short enough that nobody notices. */
export const NOT_GRANTED_FOR_MS = 5_000;
/** So many tenants' rows lie in this process; each is read anew a minute later, when hardly anything in it counts still. */
const ROWS_AT_MOST = 5_000;

/** What the database knows of a tenant before a check. */
interface Row {
  readonly tenant_id: string;
  readonly hint_number: number;
  readonly hinted_at: Date | null;
  readonly checked_with: number | null;
  readonly checked_at: Date | null;
  readonly facts: TenantFacts | null;
  readonly seen_at: Date | null;
  readonly look: LookFacts | null;
  readonly situation: string | null;
  /** Differs as soon as anybody has written what the row was read from. */
  readonly version: string;
}

/** The same, with what follows of it as long as it stands. */
export interface KeptRow extends Row {
  /** What the last check found. */
  readonly known: Known | undefined;
  readonly isProved: boolean;
}

/** What checks have found, in the database, where every instance finds it. */
export interface KeptFacts {
  read(tenant: TenantId): Promise<KeptRow>;
  /**
   * Keeps what a check has found that was begun when `row` was read.
   * @param cameAtMs when the organisation's own people came, who set it off; undefined where nobody of theirs did
   */
  keep(row: KeptRow, known: Known, nowMs: number, cameAtMs: number | undefined): Promise<void>;
  close(): void;
}

/**
 * Whether an organisation was deleted and stays so, in SQL: its own people alone bring it back, when they come after its
 * deletion. One in the future is dated by a clock that was ahead; nobody knows when it was, and it keeps nobody out.
 * @param cameAt the parameter that says when they came; null where nobody of theirs did
 * @param ahead the parameter from which on a time is in the future
 */
export const staysDeleted = (deletedAt: string, cameAt: string, ahead: string): string =>
  `(${deletedAt} is not null and (${cameAt}::timestamptz is null or ${deletedAt} between ${cameAt} and ${ahead}))`;

/** Who wrote each row: PostgreSQL's own number of the transaction (https://www.postgresql.org/docs/current/ddl-system-columns.html). */
const VERSION = `concat_ws(' ', ${['tenant_hints', 'tenant_checks', 'tenant_looks', 'tenant_situations']
  .map((table) => `coalesce((select xmin::text from ${table} where tenant_id = t.tenant_id), '-')`)
  .join(', ')})`;
const CHANGED = `select t.tenant_id from unnest($1::text[], $2::text[]) as t (tenant_id, version)
  where t.version <> ${VERSION}`;
const ROWS = `select t.tenant_id, coalesce(h.number, 0) as hint_number, h.hinted_at, c.hint_number as checked_with,
    c.checked_at, c.facts, l.seen_at, l.facts as look, s.situation, ${VERSION} as version
  from unnest($1::text[]) as t (tenant_id)
  left join tenant_hints h using (tenant_id)
  left join tenant_checks c using (tenant_id)
  left join tenant_looks l using (tenant_id)
  left join tenant_situations s using (tenant_id)`;

/**
 * @param endsLooks whether a look ends with what contradicts it: only where somebody tells a fault of our registration from
 * a tenant that has granted nothing. Else it rests as long as it is contradicted.
 */
export function createKeptFacts(
  database: Database,
  clock: Clock,
  set: PermissionSet,
  { endsLooks }: { readonly endsLooks: boolean },
): KeptFacts {
  const memory = createMemory<KeptRow>(clock, ROWS_AT_MOST);

  /** Which of these tenants have another row by now; those of which none is remembered are among them. */
  const changedAmong = async (
    tenants: readonly string[],
    rows: ReadonlyMap<string, KeptRow>,
  ): Promise<readonly string[]> => {
    if (rows.size === 0) return tenants;
    const changed = await database.query<{ readonly tenant_id: string }>(
      CHANGED,
      [tenants, tenants.map((tenant) => rows.get(tenant)?.version ?? '')],
      'often',
    );
    return changed.map(({ tenant_id }) => tenant_id);
  };

  return {
    // The database is asked after the question, always: what a hint or another instance has changed is seen at once. Only
    // what it says has not changed is taken from memory.
    read: inBatches(async (tenants) => {
      const asked = [...new Set(tenants)];
      const rows = new Map<string, KeptRow>();
      for (const tenant of asked) {
        const row = memory.get(tenant);
        if (row) rows.set(tenant, row);
      }
      const changed = await changedAmong(asked, rows);
      const fresh = changed.length === 0 ? [] : await database.query<Row>(ROWS, [changed]);
      for (const told of fresh) {
        // One that cannot be read must not take along those who were asked about beside it.
        const row: Row = {
          ...told,
          facts: readTenantFacts(told.facts) ?? null,
          look: readLookFacts(told.look) ?? null,
        };
        const known =
          row.facts && row.checked_at
            ? knownWith(row, { facts: row.facts, checkedAtMs: row.checked_at.getTime() }, clock.now())
            : undefined;
        const kept = { ...row, known, isProved: known !== undefined && isProved(known, set) };
        rows.set(row.tenant_id, kept);
        memory.keep(row.tenant_id, kept, clock.now() + GRANTED_FOR_MS);
      }
      return tenants.map((tenant) => {
        const row = rows.get(tenant);
        if (!row) throw new Error('no row for a tenant');
        return row;
      });
    }),

    async keep({ tenant_id: tenant, hint_number, seen_at }, known, nowMs, cameAtMs) {
      // For good: whoever installs the application anew must not find the old look.
      if (endsLooks && contradictsLook(known)) {
        await database.query('delete from tenant_looks where tenant_id = $1 and seen_at = $2', [
          tenant,
          seen_at,
        ]);
      }
      // A check that began before a hint never replaces one that began after it. One from the future is always
      // replaced, or it would stand until its time has come; so is one that was under way when its hint was deleted with
      // its organisation. Of an organisation that is deleted nothing is kept.
      await database.query(
        `insert into tenant_checks as c (tenant_id, hint_number, checked_at, facts)
         select $1::text, $2::int, $3::timestamptz, $4::jsonb
         where not exists (
           select from tenants where tenant_id = $1 and ${staysDeleted('deleted_at', '$6', '$5')})
         on conflict (tenant_id) do update
           set hint_number = excluded.hint_number, checked_at = excluded.checked_at, facts = excluded.facts
           where (c.hint_number, c.checked_at) <= (excluded.hint_number, excluded.checked_at)
             or (c.hint_number <= excluded.hint_number and c.checked_at > $5)
             or c.hint_number > coalesce((select number from tenant_hints where tenant_id = $1), 0)`,
        [
          tenant,
          hint_number,
          new Date(known.checkedAtMs),
          JSON.stringify(known.facts),
          new Date(nowMs + CLOCKS_DIFFER_MS),
          cameAtMs === undefined ? null : new Date(cameAtMs),
        ],
      );
    },

    close: () => memory.close(),
  };
}

/** What Microsoft has said, together with what else is kept of the tenant. */
export const knownWith = (row: Row, told: Pick<Known, 'facts' | 'checkedAtMs'>, nowMs: number): Known => ({
  ...told,
  look: row.look && row.seen_at ? lookOf(row.look, row.seen_at.getTime(), nowMs) : undefined,
  situation: parseSituation(row.situation),
});

/**
 * A look that is contradicted is deleted (where a fault of our registration can be told from that), and only an
 * administrator can make another: so clocks may differ by more here than for a check, which costs a question.
 */
const lookOf = (facts: LookFacts, seenAtMs: number, nowMs: number): Known['look'] => ({
  facts,
  seenAtMs,
  isAhead: seenAtMs - nowMs >= LOOK_LEADS_MS,
});

/** What the last check found, as long as it may be told again. */
export function stillCounts(row: KeptRow, nowMs: number): Known | undefined {
  const { known } = row;
  if (!known) return undefined;
  const sinceMs = nowMs - known.checkedAtMs;
  if (sinceMs < -CLOCKS_DIFFER_MS) return undefined;
  const ageMs = Math.max(0, sinceMs);
  // Microsoft asked for patience: a hint does not change that.
  const patient = whileWaiting(known, nowMs);
  if (patient) return patient;
  if (row.checked_with !== row.hint_number) return undefined;
  if (row.isProved) return ageMs <= GRANTED_FOR_MS ? known : undefined;
  // After a look somebody has just acted: "not granted" is asked anew each time, until the grant has spread.
  const isHinted = row.hinted_at !== null && nowMs - row.hinted_at.getTime() < ARRIVING_MS;
  return !isHinted && ageMs <= NOT_GRANTED_FOR_MS ? known : undefined;
}

/** An answer in which Microsoft asks to be left alone, with what is left of its wait; undefined once that is over. */
export function whileWaiting(known: Known, nowMs: number): Known | undefined {
  const { facts, checkedAtMs } = known;
  if (facts.kind !== 'no-answer' || facts.retryAfterMs === undefined) return undefined;
  const leftMs = facts.retryAfterMs - Math.max(0, nowMs - checkedAtMs);
  return leftMs > 0 ? { ...known, facts: { ...facts, retryAfterMs: leftMs } } : undefined;
}
