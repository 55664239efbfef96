import type {
  SeenBy,
  TenantChange,
  TenantCounts,
  TenantEntry,
  TenantPage,
  TenantQuery,
  TenantSort,
  TenantWithHistory,
} from '../../core/ledger/api';
import type { TenantState } from '../../core/ledger/state';
import type { PermissionId, ProvedBy } from '../../core/permissions';
import type { Situation } from '../../core/situation';
import { domainNamed, type DomainName, type TenantId } from '../../core/tenant';
import type { Clock } from '../../ports';
import type { Database } from '../database/database';
import { readCounts } from './counts';
import { readCursor, writeCursor, type Place } from './cursor';
import { DOMAINS_AT_MOST } from './domains';
import { folded } from './folded';

const DAY_MS = 24 * 60 * 60_000;
const HISTORY_AT_MOST = 500;

/** The ledger of organisations, as the operators read it. */
export interface LedgerList {
  /** One page; undefined where `cursor` is none that this list has given out. */
  page(query: TenantQuery, cursor: string | undefined, limit: number): Promise<TenantPage | undefined>;
  /** The ids of all that the query means, in its order: one moment's, for whoever reads them while the list moves. */
  ids(query: TenantQuery): Promise<readonly TenantId[]>;
  /** Those of these organisations that the query means now, in their order here. */
  entries(query: TenantQuery, ids: readonly TenantId[]): Promise<readonly TenantEntry[]>;
  find(tenant: TenantId): Promise<TenantWithHistory | undefined>;
  counts(days: number): Promise<TenantCounts>;
}

interface Row {
  readonly tenant_id: TenantId;
  readonly name: string | null;
  readonly state: TenantState;
  readonly missing: readonly PermissionId[];
  readonly situation: Situation | null;
  readonly proof: ProvedBy | null;
  readonly since: Date;
  readonly checked_at: Date | null;
  readonly trouble: NonNullable<TenantEntry['trouble']>['because'] | null;
  readonly trouble_at: Date | null;
  readonly granted_version: number | null;
  readonly first_seen_at: Date;
  readonly seen_by: SeenBy;
  readonly deleted_at: Date | null;
  readonly domains: readonly DomainName[];
  readonly open_requests: number;
  readonly oldest_request_at: Date | null;
  /** What the list is sorted by, as the database writes it. */
  readonly place: string;
}

/** By what the list is sorted: indexed, and never null. */
const PLACES: Readonly<Record<TenantSort, { readonly sql: string; readonly type: 'text' | 'timestamptz' }>> =
  {
    name: { sql: 'sort_name', type: 'text' },
    since: { sql: 'since', type: 'timestamptz' },
    checked: { sql: "coalesce(checked_at, '-infinity')", type: 'timestamptz' },
    seen: { sql: 'first_seen_at', type: 'timestamptz' },
  };

export function createLedgerList(database: Database, clock: Clock): LedgerList {
  const read = async (
    where: string,
    values: readonly unknown[],
    order: string,
    place: string,
    limit: number,
  ): Promise<readonly Row[]> => {
    const now = `$${String(values.length + 1)}`;
    // Domains and requests are looked up for the page's own rows alone, and nothing is read that nobody shows.
    return database.query<Row>(
      `select t.tenant_id, t.name, t.state, t.missing, t.situation, t.proof, t.since, t.checked_at, t.trouble,
         t.trouble_at, t.granted_version, t.first_seen_at, t.seen_by, t.deleted_at, t.place,
         array(select domain from tenant_domains where tenant_id = t.tenant_id order by domain limit ${String(DOMAINS_AT_MOST)})
           as domains,
         r.open_requests, r.oldest_request_at
       from (select *, (${place})::text as place from tenants where ${where} order by ${order} limit ${String(limit)}) t
       left join lateral (
         select count(*)::int as open_requests, min(made_at) as oldest_request_at from requests
         where waiting_tenant_id = t.tenant_id and withdrawn_at is null and expires_at > ${now}
           and t.state <> 'granted'
       ) r on true
       order by ${order}`,
      [...values, new Date(clock.now())],
    );
  };

  /** A query in SQL: what is wanted, to be joined by `and`, its values, and the order. */
  const asked = (query: TenantQuery) => {
    const place = PLACES[query.sort];
    const values: unknown[] = [];
    const value = (one: unknown): string => `$${String(values.push(one))}`;
    const wanted: string[] = ['true'];
    // A deleted one stands in no state, as in the counts, for no time, and is used in no way.
    if (query.states.length > 0 || query.situation !== undefined || query.olderThanDays !== undefined)
      wanted.push('deleted_at is null');
    if (query.states.length > 0) wanted.push(`state = any (${value(query.states)})`);
    if (query.situation === 'unknown') wanted.push('situation is null');
    else if (query.situation !== undefined) wanted.push(`situation = ${value(query.situation)}`);
    if (query.olderThanDays !== undefined)
      wanted.push(`since <= ${value(new Date(clock.now() - query.olderThanDays * DAY_MS))}`);
    if (query.text !== undefined) {
      const part = value(`%${escapeLike(folded(query.text))}%`);
      // A name in letters of its own stands there as DNS has it.
      const domain = value(`%${escapeLike(domainNamed(query.text) ?? folded(query.text))}%`);
      wanted.push(
        `(sort_name like ${part} or tenant_id like ${part}
           or tenant_id in (select tenant_id from tenant_domains where domain like ${domain}))`,
      );
    }
    const direction = query.descending ? 'desc' : 'asc';
    const order = `${place.sql} ${direction}, tenant_id ${direction}`;
    return { place, order, values, value, wanted };
  };

  /** The rows that follow a place, and whether more do. */
  const following = async (query: TenantQuery, after: Place | undefined, limit: number) => {
    const { place, order, values, value, wanted } = asked(query);
    if (after)
      wanted.push(
        `(${place.sql}, tenant_id) ${query.descending ? '<' : '>'} (${value(after.place)}::${place.type}${
          place.type === 'text' ? ' collate "C"' : ''
        }, ${value(after.tenantId)})`,
      );
    const rows = await read(wanted.join(' and '), values, order, place.sql, limit + 1);
    return { shown: rows.slice(0, limit), hasMore: rows.length > limit };
  };

  /**
   * What has moved before that row since, the oldest first: whatever moves once more comes at the end again, so that
   * nothing is missed. An organisation may be told a second time, as it stands then.
   */
  const moved = async (query: TenantQuery, after: Place, limit: number): Promise<TenantPage> => {
    const { shown, hasMore } = await following({ ...query, descending: false }, after, limit);
    const last = shown.at(-1);
    const next = { after: last ? placeOf(last) : after, isMoved: true };
    return { tenants: shown.map(entryOf), next: hasMore ? writeCursor(next) : undefined };
  };

  return {
    async page(query, cursor, limit) {
      const { type } = PLACES[query.sort];
      const from = cursor === undefined ? undefined : readCursor(cursor, type);
      if (cursor !== undefined && !from) return undefined;
      if (from?.isMoved) return moved(query, from.after, limit);
      const { shown, hasMore } = await following(query, from?.after, limit);
      const tenants = shown.map(entryOf);
      const [top] = shown;
      const last = shown.at(-1);
      // By the latest time first, one that is asked about while somebody reads jumps over the place they have come to.
      const first =
        query.descending && type === 'timestamptz' ? (from ? from.first : top && placeOf(top)) : undefined;
      if (hasMore && last)
        return { tenants, next: writeCursor({ after: placeOf(last), first, isMoved: false }) };
      if (!from || !first) return { tenants, next: undefined };
      const rest = await moved(query, first, limit - tenants.length);
      return { tenants: [...tenants, ...rest.tenants], next: rest.next };
    },

    async ids(query) {
      const { order, values, wanted } = asked(query);
      // As one text: a hundred thousand rows of one id each would take the embedded database's thread for much longer.
      const [row] = await database.query<{ readonly ids: string | null }>(
        `select string_agg(tenant_id, ' ' order by ${order}) as ids from tenants where ${wanted.join(' and ')}`,
        values,
      );
      return (row?.ids?.split(' ') ?? []) as TenantId[];
    },

    async entries(query, ids) {
      const { values, value, wanted } = asked(query);
      wanted.push(`tenant_id = any (${value(ids)}::text[])`);
      const rows = await read(wanted.join(' and '), values, 'tenant_id', 'tenant_id', ids.length);
      const found = new Map(rows.map((row) => [row.tenant_id, row]));
      return ids.flatMap((id) => {
        const row = found.get(id);
        return row === undefined ? [] : [entryOf(row)];
      });
    },

    async find(tenant) {
      const [row] = await read('tenant_id = $1', [tenant], 'tenant_id', 'tenant_id', 1);
      if (!row) return undefined;
      const history = await database.query<{
        readonly at: Date;
        readonly state: TenantState;
        readonly missing: readonly PermissionId[];
        readonly situation: Situation | null;
        readonly proof: ProvedBy | null;
        readonly set_version: number;
      }>(
        `select at, state, missing, situation, proof, set_version from tenant_history
         where tenant_id = $1 order by number desc limit ${String(HISTORY_AT_MOST)}`,
        [tenant],
      );
      return {
        tenant: entryOf(row),
        history: history.map(({ at, state, missing, situation, proof, set_version }): TenantChange => ({
          at: at.toISOString(),
          state,
          missing,
          situation: situation ?? undefined,
          proof: proof ?? undefined,
          setVersion: set_version,
        })),
      };
    },

    counts: (days) => readCounts(database, clock, days),
  };
}

const placeOf = ({ place, tenant_id }: Row): Place => ({ place, tenantId: tenant_id });

const entryOf = (row: Row): TenantEntry => ({
  tenantId: row.tenant_id,
  name: row.name ?? undefined,
  domains: row.domains,
  state: row.state,
  missing: row.missing,
  situation: row.situation ?? undefined,
  proof: row.proof ?? undefined,
  since: row.since.toISOString(),
  checkedAt: row.checked_at?.toISOString(),
  trouble:
    row.trouble !== null && row.trouble_at !== null
      ? { because: row.trouble, at: row.trouble_at.toISOString() }
      : undefined,
  grantedVersion: row.granted_version ?? undefined,
  openRequests: { count: row.open_requests, oldestAt: row.oldest_request_at?.toISOString() },
  firstSeenAt: row.first_seen_at.toISOString(),
  seenBy: row.seen_by,
  deletedAt: row.deleted_at?.toISOString(),
});

const escapeLike = (text: string): string => text.replace(/[\\%_]/g, (character) => `\\${character}`);
