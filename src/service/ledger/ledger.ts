import type { ConsentAnswer } from '../../core/api/consent-answer';
import type { SeenBy } from '../../core/ledger/api';
import { judgeTenant, TENANT_STATES, type Before, type TenantState } from '../../core/ledger/state';
import { webhookTypeOf, type WebhookType } from '../../core/ledger/webhook';
import { PERMISSION_SET_VERSION } from '../../core/permission-set';
import type { PermissionSet } from '../../core/permissions';
import type { DomainName, TenantId } from '../../core/tenant';
import type { Clock } from '../../ports';
import { CLOCKS_DIFFER_MS } from '../clock';
import type { Database } from '../database/database';
import { forgetJobs } from '../database/job-queue';
import { staysDeleted } from '../tenant/kept-facts';
import { folded } from './folded';
import { waitMs } from './waits';

const HOUR_MS = 60 * 60_000;

/** Where it was seen; the sweep asks about the organisations that stand there, and enters none. */
export type SeenIn = SeenBy | 'sweep';

/** What was seen of an organisation. */
export interface Seen {
  readonly tenant: TenantId;
  readonly by: SeenIn;
  readonly answer: ConsentAnswer;
  /** When Microsoft was asked. */
  readonly atMs: number;
  /** When its own people came, who set the question off; undefined where nobody of theirs did. */
  readonly cameAtMs: number | undefined;
  /** Whether Microsoft knows nothing of the application there: then nobody has consented alone either. */
  readonly nobodyHasAny: boolean;
}

/** The ledger of organisations, as it is written. What is read of it stands in `list.ts`. */
export interface Ledger {
  /** Notes what an answer of Microsoft's means. An older answer never replaces a newer one. */
  note(seen: Seen): Promise<void>;
  /** Enters an organisation that nobody has seen yet; true where it was not there. */
  enter(tenant: TenantId, by: SeenBy): Promise<boolean>;
  /**
   * Empties what is kept of an organisation and leaves an entry without a name; false where there is none. When its
   * people use the service again, and then alone, it is entered anew; what an earlier look of theirs has set going ends here.
   * @param domains that are shown to be the organisation's: requests that name one of them are taken out, whoever made them
   */
  forget(tenant: TenantId, domains?: readonly DomainName[]): Promise<boolean>;
}

/** States that mean that an administrator has once approved. */
const GRANTED_ONCE: readonly TenantState[] = ['granted', 'partial', 'withdrawn'];

/** What the ledger may know before an answer, in the order in which the statement picks the state from. */
const BEFORES: readonly Before[] = [
  { wasGranted: false, somePeople: false },
  { wasGranted: true, somePeople: false },
  { wasGranted: false, somePeople: true },
  { wasGranted: true, somePeople: true },
];

/**
 * Whether what stands in the ledger is older than what would take its place, or from the future: that was written by a
 * clock that was ahead, and would shut out everything else until its time has come.
 */
const givesWay = (column: string, to: string, ahead: string): string =>
  `(${column} > ${to} and ${column} <= ${ahead}) is not true`;

/**
 * So long what an instance with a newer permission set has noted is left alone by one with an older set: while instances
 * are exchanged both are asked, and each would tell webhooks that the other is wrong. After it a way back to the older set
 * counts like anything else.
 */
const NEWER_LEADS_MS = HOUR_MS;

/** States that webhooks tell. */
const TOLD = TENANT_STATES.filter((state) => webhookTypeOf(state) !== undefined);

export function createLedger(parts: {
  readonly database: Database;
  readonly clock: Clock;
  readonly set: PermissionSet;
  /** After how long Microsoft is asked again. */
  readonly checkEveryMs: number;
  /** Changes are told by webhooks; called for each that is to be told, once it stands in the ledger. Undefined: none is. */
  readonly onToTell?: ((type: WebhookType) => void) | undefined;
}): Ledger {
  const { database, clock, set, checkEveryMs, onToTell } = parts;

  const aheadOfAll = (): Date => new Date(clock.now() + CLOCKS_DIFFER_MS);

  const noteTrouble = async (
    { tenant, by, atMs }: Seen,
    answer: Extract<ConsentAnswer, { outcome: 'no-answer' }>,
  ): Promise<void> => {
    // Microsoft's wait, or an hour: a tenant that cannot be asked must not be asked more often than others.
    const nextAtMs =
      atMs + Math.max(answer.retryAfterMs ?? 0, waitMs(tenant, Math.min(HOUR_MS, checkEveryMs)));
    await database.query(
      `insert into tenants as t
         (tenant_id, sort_name, state, since, first_seen_at, seen_by, trouble, trouble_at, next_check_at)
       values ($1, $1, 'could-not-tell', $2, $2, $3, $4, $2, $5)
       on conflict (tenant_id) do update
         set trouble = excluded.trouble, trouble_at = excluded.trouble_at, next_check_at = excluded.next_check_at
         where ${givesWay('t.checked_at', 'excluded.trouble_at', '$6')}
           and ${givesWay('t.trouble_at', 'excluded.trouble_at', '$6')} and t.deleted_at is null`,
      [tenant, new Date(atMs), by, answer.because, new Date(nextAtMs), aheadOfAll()],
    );
  };

  return {
    async note(seen) {
      const { tenant, by, answer, atMs, cameAtMs, nobodyHasAny } = seen;
      if (answer.outcome === 'no-answer') {
        await noteTrouble(seen, answer);
        return;
      }
      const judged = BEFORES.flatMap(
        (before) =>
          judgeTenant(answer, { ...before, somePeople: before.somePeople && !nobodyHasAny }, set) ?? [],
      );
      const [first] = judged;
      if (first === undefined) return;
      const { missing, situation, proof } = first;
      // One statement: what was before decides the state, and is read here. Its people bring a deleted organisation back,
      // and nobody else. A change has a number of its own, counted where the row is locked: two instances
      // never note it twice. What is to be told is marked, and so are neither other proofs of the same nor what was long so.
      const [change] = await database.query<{ readonly to_tell: boolean; readonly state: TenantState }>(
        `with found as (
           select ($3::text[])[1 + 2 * (t.some_people_at is not null)::int + (t.granted_version is not null or exists (
             select from tenant_history h where h.tenant_id = $1 and h.state = any ($12)))::int] as state
           from (select $1::text as tenant_id) one left join tenants t using (tenant_id)
           where $8 <> 'sweep' or t.state is not null
         ),
         written as (
           insert into tenants as t (tenant_id, name, sort_name, state, missing, situation, proof, since, checked_at,
             some_people_at, granted_version, first_seen_at, seen_by, changes, next_check_at)
           select $1, $2::text, $15, state, $4::jsonb, $5::text, $6::text, $7::timestamptz, $7,
             case when state = 'only-some-people' then $7 end, case when state = 'granted' then $10::int end,
             $7, $8, 1, $9::timestamptz
           from found
           on conflict (tenant_id) do update set
             name = coalesce(excluded.name, t.name),
             sort_name = case when excluded.name is null then t.sort_name else excluded.sort_name end,
             state = excluded.state, missing = excluded.missing, situation = excluded.situation,
             proof = excluded.proof,
             since = case when t.state = excluded.state then least(t.since, excluded.since) else excluded.since end,
             checked_at = excluded.checked_at, trouble = null, trouble_at = null,
             some_people_at = case when excluded.state = 'only-some-people'
               then coalesce(t.some_people_at, excluded.checked_at) end,
             granted_version = coalesce(excluded.granted_version, t.granted_version),
             changes = t.changes + case when t.changes = 0
               or (t.state, t.missing, t.situation, t.proof)
                 is distinct from (excluded.state, excluded.missing, excluded.situation, excluded.proof)
               then 1 else 0 end,
             next_check_at = excluded.next_check_at,
             first_seen_at = case when t.deleted_at is null then t.first_seen_at else excluded.first_seen_at end,
             seen_by = case when t.deleted_at is null then t.seen_by else excluded.seen_by end,
             deleted_at = null
             where ${givesWay('t.checked_at', 'excluded.checked_at', '$13')}
               and not ${staysDeleted('t.deleted_at', '$14', '$13')}
               and not exists (
                 select from tenant_history h where h.tenant_id = t.tenant_id and h.number = t.changes
                   and h.set_version > $10 and h.at between $16 and $13 and t.deleted_at is null)
           returning tenant_id, changes, seen_by, state
         )
         insert into tenant_history (tenant_id, number, at, state, missing, situation, proof, set_version, to_tell)
         select tenant_id, changes, $7, state, $4::jsonb, $5, $6, $10,
           state = any ($11) and not (seen_by = 'earlier-version' and changes = 1) and not exists (
             select from tenant_history b where b.tenant_id = written.tenant_id and b.number = written.changes - 1
               and (b.state, b.missing, b.situation) is not distinct from (written.state, $4::jsonb, $5))
         from written
         on conflict (tenant_id, number) do nothing
         returning to_tell, state`,
        [
          tenant,
          answer.tenantName ?? null,
          judged.map(({ state }) => state),
          JSON.stringify(missing),
          situation ?? null,
          proof ?? null,
          new Date(atMs),
          by,
          new Date(atMs + waitMs(tenant, checkEveryMs)),
          PERMISSION_SET_VERSION,
          onToTell ? TOLD : [],
          GRANTED_ONCE,
          aheadOfAll(),
          cameAtMs === undefined ? null : new Date(cameAtMs),
          folded(answer.tenantName ?? tenant),
          new Date(atMs - NEWER_LEADS_MS),
        ],
      );
      const type = change?.to_tell ? webhookTypeOf(change.state) : undefined;
      if (type) onToTell?.(type);
    },

    async enter(tenant, by) {
      const now = new Date(clock.now());
      const rows = await database.query(
        `insert into tenants (tenant_id, sort_name, state, since, first_seen_at, seen_by, next_check_at)
         values ($1, $1, 'could-not-tell', $2, $2, $3, $2)
         on conflict (tenant_id) do nothing returning tenant_id`,
        [tenant, now, by],
      );
      return rows.length > 0;
    },

    async forget(tenant, domains = []) {
      const values = [tenant, new Date(clock.now()), domains];
      const empty = () =>
        database.query(
          // Requests and changes are locked before what hangs on them, as `Database` says: a look may hang on another's request.
          // What cannot be empty says the deletion's time and who sees to it. The number of changes stays: a
          // job's id is made of it, and a webhook of an older version has no other.
          `with concerned as (
           select id_hash, waiting_tenant_id = $1 or tenant = $1 or tenant = any ($3::text[]) as is_theirs
           from requests
           where waiting_tenant_id = $1 or tenant = $1 or tenant = any ($3::text[])
             or id_hash in (select id_hash from looks where tenant_id = $1)
           order by id_hash for update
         ),
         changes as (select number from tenant_history where tenant_id = $1 order by number for update),
         emptied as (
           update tenants set name = null, sort_name = tenant_id, state = 'could-not-tell', missing = '[]',
             situation = null, proof = null, since = $2, checked_at = null, trouble = null, trouble_at = null,
             some_people_at = null, granted_version = null, deleted_at = $2, first_seen_at = $2, seen_by = 'operator', next_check_at = $2
           where tenant_id = $1 returning tenant_id
         ),
         domains as (delete from tenant_domains where tenant_id = $1),
         history as (delete from tenant_history where tenant_id = $1 and (select count(*) from changes) >= 0),
         hints as (delete from tenant_hints where tenant_id = $1),
         checks as (delete from tenant_checks where tenant_id = $1),
         looks as (delete from tenant_looks where tenant_id = $1),
         begun_looks as (delete from looks where tenant_id = $1 and (select count(*) from concerned) >= 0),
         look_answers as (delete from look_keys where tenant_id = $1),
         spreading as (delete from spread_checks where tenant_id = $1),
         situations as (delete from tenant_situations where tenant_id = $1),
         requests as (
           delete from requests r using concerned where r.id_hash = concerned.id_hash and is_theirs
         )
         select tenant_id from emptied`,
          values,
        );
      const rows = await empty();
      // A statement sees what stood there when it began. It may have waited for one that wrote of the organisation: from now on
      // none writes, so the second one finds all that is left.
      if (rows.length > 0) await empty();
      await forgetJobs(database, { tenantId: tenant });
      return rows.length > 0;
    },
  };
}
