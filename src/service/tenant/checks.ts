import type { ConsentAnswer } from '../../core/api/consent-answer';
import type { PermissionSet } from '../../core/permissions';
import { parseSituation, type Situation } from '../../core/situation';
import type { TenantId } from '../../core/tenant';
import type { Clock } from '../../ports';
import {
  contradictsLook,
  isPersonallyFine,
  isProved,
  judgeConsent,
  needsPersonalFacts,
  provesSituation,
  type Known,
} from './judgement';
import { CHANNEL, type Database } from '../database/database';
import type { News } from '../database/news';
import type { TenantReader } from './reader';
import type { LookFacts, PersonalFacts, TenantFacts } from './facts';

/** A grant is rarely taken back, and who takes it back waits a minute. */
const GRANTED_FOR_MS = 60_000;
/** Long enough that a full office opening Outlook is one question, short enough that nobody notices. */
const NOT_GRANTED_FOR_MS = 5_000;
/** After a look somebody has just acted: for so long "not granted" is asked anew each time, until the grant has spread. */
const HINT_WINDOW_MS = 10 * 60_000;
/** How far the clocks of two instances may differ. A check from further in the future was made by a wrong clock. */
const CLOCKS_DIFFER_MS = 5_000;
/** How many users' lookups are kept; the oldest go first. */
const LOOKUPS_AT_MOST = 10_000;
/**
 * A token that Entra issued a moment ago proves that the user may use the application (else AADSTS50105). Entra dates
 * tokens up to five minutes back (https://github.com/openid/AppAuth-iOS/issues/264); the other five are the token's age.
 */
const TOKEN_PROVES_ASSIGNMENT_MS = 10 * 60_000;

/** The signed-in user who asks, as the token proves it. */
export interface Caller {
  readonly tenant: TenantId;
  /** The user's object id in the tenant. */
  readonly userId: string;
  readonly tokenIssuedAtMs: number;
  /** Application roles of ours that the user holds. */
  readonly roles?: readonly string[] | undefined;
}

/** Who set off a question to Microsoft about a tenant. */
export type AskedBy = 'pane' | 'approval' | 'operator' | 'sweep';

/** What Microsoft has just answered; `personal` where it was asked about a user as well. */
export interface Answered {
  readonly tenant: TenantId;
  readonly by: AskedBy;
  readonly known: Known;
  readonly personal: PersonalFacts | undefined;
}

/** Questions to Microsoft about tenants, shared by all who ask. */
export interface TenantChecks {
  /** The answer for one caller. */
  answer(caller: Caller): Promise<ConsentAnswer>;
  /** What holds for everybody in the tenant. */
  answerForTenant(tenant: TenantId): Promise<ConsentAnswer>;
  /** Asks Microsoft about a tenant, for all who ask next. */
  check(tenant: TenantId, by?: AskedBy): Promise<Checked>;
  /**
   * An administrator was here and looked, or only came: what was known before counts no more, in any instance. `found` is
   * undefined where the grants were not read.
   */
  learn(tenant: TenantId, found: LookFacts | undefined): Promise<void>;
  /** Keeps what the organisation does with ExtendSync. */
  keepSituation(tenant: TenantId, situation: Situation): Promise<void>;
  /** What the organisation does with ExtendSync, as far as it is kept. */
  situationOf(tenant: TenantId): Promise<Situation | undefined>;
  close(): void;
}

/** What a check has found about a tenant. */
export interface Checked {
  /** Whether what a situation needs is proved for everybody; without one, everything. */
  proves(situation: Situation | undefined): boolean;
  /** Whether the tenant is done, whatever it needs. */
  readonly isProved: boolean;
  /** Whether Microsoft gave an answer. */
  readonly isAnswered: boolean;
  /** How long Microsoft wants to be left alone. */
  readonly retryAfterMs: number | undefined;
}

interface Flight {
  readonly landing: Promise<Known>;
  /** A hint came after it had started: it may land with old news, and nobody else boards it. */
  isOutdated: boolean;
}

/** A reading of what concerns one user alone: under way, or kept for a while. */
interface CachedLookup {
  readonly tenant: TenantId;
  readonly landing: Promise<PersonalFacts>;
  /** Undefined while the reading is under way: then it serves all who ask. */
  untilMs: number | undefined;
}

/** What the database knows before a check. */
interface Row {
  readonly hint_number: number;
  readonly hinted_at: Date | null;
  readonly checked_with: number | null;
  readonly checked_at: Date | null;
  readonly facts: TenantFacts | null;
  readonly seen_at: Date | null;
  readonly look: LookFacts | null;
  readonly situation: string | null;
}

export function createTenantChecks(parts: {
  readonly database: Database;
  readonly clock: Clock;
  readonly reader: TenantReader;
  readonly news: News;
  readonly set: PermissionSet;
  /** Told after each question to Microsoft, for the figures. */
  readonly onChecked: (facts: TenantFacts, tookMs: number) => void;
  /** Told what each question has found, for the ledger. Nobody waits for it. */
  readonly onAnswered: (answered: Answered) => void;
}): TenantChecks {
  const { database, clock, reader, news, set, onChecked, onAnswered } = parts;
  const flights = new Map<TenantId, Flight>();
  const lookups = new Map<string, CachedLookup>();

  const outdate = (tenant: TenantId): void => {
    const flight = flights.get(tenant);
    if (flight) flight.isOutdated = true;
    for (const [name, lookup] of lookups) if (lookup.tenant === tenant) lookups.delete(name);
  };
  const stopHearing = news.onHint((tenantId) => {
    if (tenantId === undefined) lookups.clear();
    for (const tenant of tenantId === undefined ? [...flights.keys()] : [tenantId as TenantId])
      outdate(tenant);
  });

  const lookUp = async (tenant: TenantId, by: AskedBy): Promise<Known> => {
    const [row] = await database.query<Row>(
      `select coalesce(h.number, 0) as hint_number, h.hinted_at, c.hint_number as checked_with, c.checked_at, c.facts,
         l.seen_at, l.facts as look, s.situation
       from (select $1::text as tenant_id) t
       left join tenant_hints h using (tenant_id)
       left join tenant_checks c using (tenant_id)
       left join tenant_looks l using (tenant_id)
       left join tenant_situations s using (tenant_id)`,
      [tenant],
    );
    const kept = row && stillCounts(row, clock.now(), set);
    if (kept) return kept;
    const checkedAtMs = clock.now();
    const facts = await reader.read(tenant);
    onChecked(facts, clock.now() - checkedAtMs);
    const known: Known = {
      facts,
      checkedAtMs,
      look: row && lookIn(row),
      situation: parseSituation(row?.situation),
    };
    // For good: whoever installs the application anew must not find the old look.
    if (contradictsLook(known)) {
      await database.query('delete from tenant_looks where tenant_id = $1 and seen_at = $2', [
        tenant,
        row?.seen_at,
      ]);
    }
    // A check that began before a hint never replaces one that began after it; one from the future is always replaced,
    // or it would stand until its time has come. Of an organisation that was deleted meanwhile nothing is kept.
    await database.query(
      `insert into tenant_checks as c (tenant_id, hint_number, checked_at, facts)
       select $1::text, $2::int, $3::timestamptz, $4::jsonb
       where not exists (
         select from tenants where tenant_id = $1 and deleted_at is not null and (deleted_at >= $3 or $6))
       on conflict (tenant_id) do update
         set hint_number = excluded.hint_number, checked_at = excluded.checked_at, facts = excluded.facts
         where (c.hint_number, c.checked_at) <= (excluded.hint_number, excluded.checked_at)
           or (c.hint_number <= excluded.hint_number and c.checked_at > $5)`,
      [
        tenant,
        row?.hint_number ?? 0,
        new Date(checkedAtMs),
        JSON.stringify(facts),
        new Date(clock.now() + CLOCKS_DIFFER_MS),
        by === 'sweep',
      ],
    );
    onAnswered({ tenant, by, known, personal: undefined });
    return known;
  };

  const know = (tenant: TenantId, by: AskedBy): Promise<Known> => {
    const current = flights.get(tenant);
    if (current && !current.isOutdated) return current.landing;
    const landing = lookUp(tenant, by).finally(() => {
      if (flights.get(tenant) === flight) flights.delete(tenant);
    });
    const flight: Flight = { landing, isOutdated: false };
    flights.set(tenant, flight);
    return landing;
  };

  const knowPersonally = (caller: Caller, known: Known): Promise<PersonalFacts> | undefined => {
    const { facts } = known;
    const provesAssignment = clock.now() - caller.tokenIssuedAtMs <= TOKEN_PROVES_ASSIGNMENT_MS;
    if (facts.kind !== 'token' || facts.directory.kind !== 'read') return undefined;
    if (!needsPersonalFacts(known, set, provesAssignment)) return undefined;
    const { directory } = facts;
    const wants = { assignment: directory.assignmentRequired && !provesAssignment };
    const name = `${caller.tenant} ${caller.userId} ${String(wants.assignment)}`;
    const cached = lookups.get(name);
    if (cached && (cached.untilMs === undefined || clock.now() < cached.untilMs)) return cached.landing;
    const askedAtMs = clock.now();
    const lookup: CachedLookup = {
      tenant: caller.tenant,
      landing: reader.readPersonal(caller.tenant, directory, caller.userId, wants),
      untilMs: undefined,
    };
    lookups.delete(name);
    lookups.set(name, lookup);
    const [oldest] = lookups.keys();
    if (lookups.size > LOOKUPS_AT_MOST && oldest !== undefined) lookups.delete(oldest);
    const forget = (): void => {
      if (lookups.get(name) === lookup) lookups.delete(name);
    };
    // What is missing may come at any moment, from the user's own hand and without a look.
    lookup.landing.then((found) => {
      onAnswered({ tenant: caller.tenant, by: 'pane', known, personal: found });
      if (found.scopes === undefined) forget();
      else
        lookup.untilMs =
          askedAtMs + (isPersonallyFine(found, known, set) ? GRANTED_FOR_MS : NOT_GRANTED_FOR_MS);
    }, forget);
    return lookup.landing;
  };

  const hint = async (tenant: TenantId): Promise<void> => {
    outdate(tenant);
    await database.query(
      `with hinted as (
         insert into tenant_hints as h (tenant_id, number, hinted_at) values ($1, 1, $2)
         on conflict (tenant_id) do update set number = h.number + 1, hinted_at = excluded.hinted_at
         returning tenant_id
       )
       select pg_notify('${CHANNEL}', 'hint:' || tenant_id) from hinted`,
      [tenant, new Date(clock.now())],
    );
    // A flight that started while the hint was on its way to the database may not have seen it.
    outdate(tenant);
  };

  return {
    async answer(caller) {
      const known = await know(caller.tenant, 'pane');
      return judgeConsent(caller.tenant, known, set, await knowPersonally(caller, known));
    },
    answerForTenant: async (tenant) => judgeConsent(tenant, await know(tenant, 'approval'), set),
    async check(tenant, by = 'approval') {
      const known = await know(tenant, by);
      return {
        isAnswered: known.facts.kind !== 'no-answer',
        isProved: isProved(known, set),
        proves: (situation) => provesSituation(known, situation, set),
        retryAfterMs: known.facts.kind === 'no-answer' ? known.facts.retryAfterMs : undefined,
      };
    },
    async learn(tenant, found) {
      if (found) {
        await database.query(
          `insert into tenant_looks as l (tenant_id, seen_at, facts) values ($1, $2, $3::jsonb)
           on conflict (tenant_id) do update set seen_at = excluded.seen_at, facts = excluded.facts
             where l.seen_at <= excluded.seen_at`,
          [tenant, new Date(clock.now()), JSON.stringify(found)],
        );
      }
      await hint(tenant);
    },
    async keepSituation(tenant, situation) {
      await database.query(
        `insert into tenant_situations (tenant_id, situation, set_at) values ($1, $2, $3)
         on conflict (tenant_id) do update set situation = excluded.situation, set_at = excluded.set_at`,
        [tenant, situation, new Date(clock.now())],
      );
    },
    async situationOf(tenant) {
      const [row] = await database.query<{ situation: string }>(
        'select situation from tenant_situations where tenant_id = $1',
        [tenant],
      );
      return parseSituation(row?.situation);
    },
    close: stopHearing,
  };
}

const lookIn = ({ look, seen_at }: Row): Known['look'] =>
  look && seen_at ? { facts: look, seenAtMs: seen_at.getTime() } : undefined;

/** What the last check found, as long as it may be told again. */
function stillCounts(row: Row, nowMs: number, set: PermissionSet): Known | undefined {
  if (row.facts === null || row.checked_at === null) return undefined;
  const known: Known = {
    facts: row.facts,
    checkedAtMs: row.checked_at.getTime(),
    look: lookIn(row),
    situation: parseSituation(row.situation),
  };
  const sinceMs = nowMs - known.checkedAtMs;
  if (sinceMs < -CLOCKS_DIFFER_MS) return undefined;
  const ageMs = Math.max(0, sinceMs);
  // Microsoft asked for patience: a hint does not change that.
  if (known.facts.kind === 'no-answer' && known.facts.retryAfterMs !== undefined) {
    const leftMs = known.facts.retryAfterMs - ageMs;
    if (leftMs > 0) return { ...known, facts: { ...known.facts, retryAfterMs: leftMs } };
  }
  if (row.checked_with !== row.hint_number) return undefined;
  if (isProved(known, set)) return ageMs <= GRANTED_FOR_MS ? known : undefined;
  const isHinted = row.hinted_at !== null && nowMs - row.hinted_at.getTime() < HINT_WINDOW_MS;
  return !isHinted && ageMs <= NOT_GRANTED_FOR_MS ? known : undefined;
}
