import {
  EVENTS_KEPT,
  type RequestEvent,
  type RequestEventKind,
  type ReturnFailure,
} from '../../core/api/request-events';
import { REQUEST_LIFETIME_MS, type NewRequest, type RequestId } from '../../core/api/requests';
import { parseSituation, type Situation } from '../../core/situation';
import { parseDomain, parseTenantId, type DomainName, type TenantId } from '../../core/tenant';
import type { Clock } from '../../ports';
import { inBatches } from '../database/batches';
import { CHANNEL, type Database } from '../database/database';
import { newRequestId, requestKeyOf, type RequestKey } from './request-id';

/** So many requests of one organisation, the newest, hear of a proof. Whoever waits by an older one asks at the pane's pace. */
export const PROOF_TOLD_AT_MOST = 500;
/** A request that has heard of a proof, and of nothing since, is told of the next one after this long. */
const PROOF_STANDS = '1 minute';

/** So many are told at once: all that are kept of one request. */
export const EVENTS_A_PAGE = 200;

/** A request as it is stored: without its id, which only those who hold the link know. */
export interface StoredRequest {
  readonly key: RequestKey;
  readonly tenant: TenantId | DomainName;
  /** What the asking side calls the tenant. It is told again and proves nothing. */
  readonly domain?: DomainName | undefined;
  readonly situation?: Situation | undefined;
  readonly madeAtMs: number;
  readonly expiresAtMs: number;
  readonly isWithdrawn: boolean;
  /** The tenant that it is shown to be about: a token of its own people, or an administrator's look, came with it. */
  readonly shownTenant?: TenantId | undefined;
}

/** Requests and what happened to them. A request that has expired is not there any more. */
export interface RequestStore {
  /** `from`: the tenant whose token whoever makes it has shown, where it is the request's own. */
  make(wanted: NewRequest, from: TenantId | undefined): Promise<StoredRequest & { readonly id: RequestId }>;
  find(id: RequestId): Promise<StoredRequest | undefined>;
  /** Notes that somebody opened the link; only the first opening becomes an event. */
  open(key: RequestKey): Promise<void>;
  /** False when it had been withdrawn before. */
  withdraw(key: RequestKey): Promise<boolean>;
  /** Notes that a look in this tenant belonged to the request: it hears of the proof. */
  waitFor(key: RequestKey, tenant: TenantId): Promise<void>;
  /**
   * Tells that there is proof, of these situations, to the requests of looks in the tenant and to those of its own people
   * that asked for one of them or named none. Nobody else who made a request in a company's name learns by it that the
   * company is a customer. One that has heard it and nothing since is not told again at once: else look after look would
   * write for all requests that anybody of the tenant has made. Later it is, for the next proof may be of more.
   */
  recordProof(tenant: TenantId, proved: readonly Situation[]): Promise<void>;
  /** What happened after event number `after`, in order, `EVENTS_A_PAGE` at most. */
  eventsAfter(key: RequestKey, after: number): Promise<readonly RequestEvent[]>;
}

interface RequestRow {
  readonly id_hash: RequestKey;
  readonly tenant: string;
  readonly domain: string | null;
  readonly situation: string | null;
  readonly made_at: Date;
  readonly expires_at: Date;
  readonly withdrawn_at: Date | null;
  readonly waiting_tenant_id: string | null;
}

interface Asked {
  readonly key: RequestKey;
  readonly after: number;
}

interface EventRow {
  /** Whose answer it belongs to, from 1. */
  readonly place: number;
  readonly number: number;
  readonly kind: RequestEventKind;
  readonly at: Date;
  readonly failure: ReturnFailure | null;
}

/**
 * CTEs that record an event for the rows of the CTE `chosen` (id_hash and the event's number), and fold the events that are
 * too many. Parameter $1 is the time.
 * `TELL_RECORDED` belongs in the select list of what follows: it tells all instances.
 * @param kind the SQL of the kind of event, which may name columns of `chosen`
 * @param failure the same of what ended a visit to Microsoft's page
 */
export const recordChosen = (kind: string, failure = 'null::text'): string => `
  recorded as (
    insert into request_events (id_hash, number, kind, at, failure)
    select id_hash, number, ${kind}, $1::timestamptz, ${failure} from chosen
    returning id_hash
  ),
  folded as (
    delete from request_events e using chosen
    where e.id_hash = chosen.id_hash and e.number <= chosen.number - ${String(EVENTS_KEPT)} and exists (
      select from request_events later
      where later.id_hash = e.id_hash and later.number > e.number and later.kind = e.kind
    )
  )`;
export const TELL_RECORDED = `pg_notify('${CHANNEL}', 'request:' || recorded.id_hash)`;

export function createRequestStore(database: Database, clock: Clock): RequestStore {
  const now = (): Date => new Date(clock.now());
  // When an instance dies, all its panes come to the others together, and each names its request.
  const rowOf = inBatches<RequestKey, RequestRow | undefined>(async (keys) => {
    const rows = await database.query<RequestRow>(
      `select id_hash, tenant, domain, situation, made_at, expires_at, withdrawn_at, waiting_tenant_id
       from requests where id_hash = any($1::text[]) and expires_at > $2`,
      [[...new Set(keys)], now()],
    );
    const found = new Map(rows.map((row) => [row.id_hash, row]));
    return keys.map((key) => found.get(key));
  });
  // What happens to a request wakes all who listen to it: they read it together.
  const eventsOf = inBatches<Asked, readonly RequestEvent[]>(async (asked) => {
    const questions = new Map(asked.map((one) => [`${one.key} ${String(one.after)}`, one]));
    const rows = await database.query<EventRow>(
      `select asked.place::int as place, e.number, e.kind, e.at, e.failure
       from unnest($1::text[], $2::int[]) with ordinality as asked (id_hash, after, place)
       cross join lateral (
         select number, kind, at, failure from request_events
         where request_events.id_hash = asked.id_hash and request_events.number > asked.after
         order by number limit ${String(EVENTS_A_PAGE)}
       ) e
       order by asked.place, e.number`,
      [[...questions.values()].map(({ key }) => key), [...questions.values()].map(({ after }) => after)],
    );
    const found = new Map<string, RequestEvent[]>([...questions.keys()].map((name) => [name, []]));
    const lists = [...found.values()];
    for (const { place, number, kind, at, failure } of rows)
      lists[place - 1]?.push({
        number,
        kind,
        at: at.toISOString(),
        ...(failure === null ? {} : { failure }),
      });
    return asked.map(({ key, after }) => found.get(`${key} ${String(after)}`) ?? []);
  });
  return {
    async make(wanted, from) {
      const id = newRequestId();
      const key = requestKeyOf(id);
      const madeAtMs = clock.now();
      const expiresAtMs = madeAtMs + REQUEST_LIFETIME_MS;
      await database.query(
        `with made as (
           insert into requests
             (id_hash, tenant, made_at, expires_at, situation, domain, waiting_tenant_id, last_event)
           values ($1, $2, $3, $4, $5, $6, $7, 1)
         )
         insert into request_events (id_hash, number, kind, at) values ($1, 1, 'made', $3)`,
        [
          key,
          wanted.tenant,
          new Date(madeAtMs),
          new Date(expiresAtMs),
          wanted.situation ?? null,
          wanted.domain ?? null,
          from ?? null,
        ],
      );
      return { ...wanted, id, key, madeAtMs, expiresAtMs, isWithdrawn: false };
    },

    async find(id) {
      const key = requestKeyOf(id);
      const row = await rowOf(key);
      const tenant = row && (parseTenantId(row.tenant) ?? parseDomain(row.tenant));
      const situation = parseSituation(row?.situation);
      const domain = parseDomain(row?.domain);
      return (
        row &&
        tenant && {
          key,
          tenant,
          domain,
          situation,
          madeAtMs: row.made_at.getTime(),
          expiresAtMs: row.expires_at.getTime(),
          isWithdrawn: row.withdrawn_at !== null,
          shownTenant: parseTenantId(row.waiting_tenant_id),
        }
      );
    },

    async open(key) {
      await database.query(
        `with chosen as (
           update requests set opened_at = $1, last_event = last_event + 1
           where id_hash = $3 and opened_at is null
           returning id_hash, last_event as number
         ), ${recordChosen('$2::text')}
         select ${TELL_RECORDED} from recorded`,
        [now(), 'opened', key],
      );
    },

    async withdraw(key) {
      const rows = await database.query(
        `with chosen as (
           update requests set withdrawn_at = $1, last_event = last_event + 1
           where id_hash = $3 and withdrawn_at is null
           returning id_hash, last_event as number
         ),
         unplanned as (delete from follow_ups using chosen where follow_ups.id_hash = chosen.id_hash),
         ${recordChosen('$2::text')}
         select ${TELL_RECORDED} from recorded`,
        [now(), 'withdrawn', key],
      );
      return rows.length > 0;
    },

    async waitFor(key, tenant) {
      await database.query('update requests set waiting_tenant_id = $2 where id_hash = $1', [key, tenant]);
    },

    async recordProof(tenant, proved) {
      await database.query(
        `with newest as (
           select id_hash from requests
           where withdrawn_at is null and expires_at > $1 and waiting_tenant_id = $3
             and (situation is null or situation = any($4::text[]))
           order by made_at desc limit ${String(PROOF_TOLD_AT_MOST)}
         ),
         concerned as (
           select r.id_hash from requests r
           where r.id_hash in (select id_hash from newest) and r.withdrawn_at is null and not exists (
             select from request_events e
             where e.id_hash = r.id_hash and e.number = r.last_event and e.kind = $2::text
               and e.at > $1::timestamptz - interval '${PROOF_STANDS}'
           )
           order by r.id_hash for update of r
         ),
         chosen as (
           update requests r set last_event = r.last_event + 1 from concerned
           where r.id_hash = concerned.id_hash
           returning r.id_hash, r.last_event as number
         ), ${recordChosen('$2::text')}
         select ${TELL_RECORDED} from recorded`,
        [now(), 'proved', tenant, proved],
      );
    },

    eventsAfter: (key, after) => eventsOf({ key, after }),
  };
}
