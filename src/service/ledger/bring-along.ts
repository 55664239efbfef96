import { parseSituation } from '../../core/situation';
import type { PermissionSet } from '../../core/permissions';
import type { TenantId } from '../../core/tenant';
import type { Database } from '../database/database';
import type { Known } from '../tenant/judgement';
import { readLookFacts, readTenantFacts } from '../tenant/read-facts';
import type { Ledger } from './ledger';
import { seenOf } from './seen';

const AT_ONCE = 200;

interface Row {
  readonly tenant_id: TenantId;
  readonly facts: unknown;
  readonly checked_at: Date | null;
  readonly look: unknown;
  readonly seen_at: Date | null;
  readonly situation: string | null;
}

/**
 * Judges the organisations that an earlier version of the service left behind, by what it kept of them: the migration
 * enters them, and cannot judge in SQL. It goes on where an earlier start was cut off, and does nothing once all are
 * judged. Microsoft is not asked: the sweep does that in its time.
 */
export async function bringAlong(database: Database, ledger: Ledger, set: PermissionSet): Promise<void> {
  let after = '';
  for (;;) {
    const rows: readonly Row[] = await database.query<Row>(
      `select t.tenant_id, c.facts, c.checked_at, l.facts as look, l.seen_at, s.situation from tenants t
       left join tenant_checks c using (tenant_id)
       left join tenant_looks l using (tenant_id)
       left join tenant_situations s using (tenant_id)
       where t.seen_by = 'earlier-version' and t.checked_at is null and t.trouble is null
         and t.deleted_at is null and t.tenant_id > $1
       order by t.tenant_id limit ${String(AT_ONCE)}`,
      [after],
    );
    for (const row of rows) {
      const known = knownOf(row);
      if (known === undefined) continue;
      const nobody = { personal: undefined, cameAtMs: undefined };
      await ledger.note(seenOf({ ...nobody, tenant: row.tenant_id, by: 'earlier-version', known }, set));
    }
    const last = rows.at(-1);
    if (last === undefined || rows.length < AT_ONCE) return;
    after = last.tenant_id;
  }
}

/** Of most organisations only the look is kept for more than a day: then that is what is known. */
function knownOf({ checked_at, seen_at, situation, ...kept }: Row): Known | undefined {
  const [facts, look] = [readTenantFacts(kept.facts), readLookFacts(kept.look)];
  const seen = look && seen_at ? { facts: look, seenAtMs: seen_at.getTime() } : undefined;
  const common = { look: seen, situation: parseSituation(situation) };
  if (facts && checked_at) return { ...common, facts, checkedAtMs: checked_at.getTime() };
  if (!seen) return undefined;
  return {
    ...common,
    facts: { kind: 'token', directory: { kind: 'not-permitted' } },
    checkedAtMs: seen.seenAtMs,
  };
}
