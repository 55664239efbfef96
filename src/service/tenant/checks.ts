import type { ConsentAnswer } from '../../core/api';
import type { PermissionSet } from '../../core/permissions';
import type { TenantId } from '../../core/tenant';
import type { Clock } from '../../ports';
import { isGrantedForTenant, isPersonallyFine, judgeConsent, needsPersonalFacts } from './judgement';
import { CHANNEL, type Database } from '../database/database';
import type { News } from '../database/news';
import type { TenantReader } from './reader';
import type { PersonalFacts, TenantFacts } from './facts';

/** A grant is rarely taken back, and who takes it back waits a minute. */
const GRANTED_FOR_MS = 60_000;
/** Long enough that a full office opening Outlook is one question, short enough that nobody notices. */
const NOT_GRANTED_FOR_MS = 5_000;
/** After a hint somebody has just acted: for so long "not granted" is asked anew each time, until the grant has spread. */
const HINT_WINDOW_MS = 10 * 60_000;
/** So far the clocks of two instances may differ. What was checked later than that was checked by a clock that was wrong. */
const CLOCKS_DIFFER_MS = 5_000;
/** The facts of so many users are kept; the oldest go first. */
const PERSONS_AT_MOST = 10_000;
/** A token that Entra issued a moment ago proves that the user may use the application (else AADSTS50105). */
const TOKEN_PROVES_ASSIGNMENT_MS = 5 * 60_000;

/** The signed-in user who asks, as the token proves it. */
export interface Caller {
  readonly tenant: TenantId;
  /** The user's object id in the tenant. */
  readonly userId: string;
  readonly tokenIssuedAtMs: number;
}

/** Questions to Microsoft about tenants, shared by all who ask. */
export interface TenantChecks {
  /** The answer for one caller. */
  answer(caller: Caller): Promise<ConsentAnswer>;
  /** Asks about a tenant so that the next callers find the answer; resolves when Microsoft has answered. */
  refresh(tenant: TenantId): Promise<void>;
  /** Something may have happened in the tenant: whatever was known before counts no more, in any instance. */
  hint(tenant: TenantId): Promise<void>;
  close(): void;
}

interface Known {
  readonly facts: TenantFacts;
  readonly checkedAtMs: number;
}

interface Flight {
  readonly landing: Promise<Known>;
  /** A hint came after it had started: it may land with old news, and nobody else boards it. */
  isOutdated: boolean;
}

/** What one user's reading found, or is about to find. */
interface Person {
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
}

export function createTenantChecks(parts: {
  readonly database: Database;
  readonly clock: Clock;
  readonly reader: TenantReader;
  readonly news: News;
  readonly set: PermissionSet;
  /** Told after each question to Microsoft, for the figures. */
  readonly onChecked: (facts: TenantFacts, tookMs: number) => void;
}): TenantChecks {
  const { database, clock, reader, news, set, onChecked } = parts;
  const flights = new Map<TenantId, Flight>();
  const persons = new Map<string, Person>();

  const outdate = (tenant: TenantId): void => {
    const flight = flights.get(tenant);
    if (flight) flight.isOutdated = true;
    for (const [name, person] of persons) if (person.tenant === tenant) persons.delete(name);
  };
  const stopHearing = news.onHint((tenantId) => {
    if (tenantId === undefined) persons.clear();
    for (const tenant of tenantId === undefined ? [...flights.keys()] : [tenantId as TenantId])
      outdate(tenant);
  });

  const lookUp = async (tenant: TenantId): Promise<Known> => {
    const [row] = await database.query<Row>(
      `select coalesce(h.number, 0) as hint_number, h.hinted_at, c.hint_number as checked_with, c.checked_at, c.facts
       from (select $1::text as tenant_id) t
       left join tenant_hints h using (tenant_id)
       left join tenant_checks c using (tenant_id)`,
      [tenant],
    );
    const kept = row && stillCounts(row, clock.now(), set);
    if (kept) return kept;
    const checkedAtMs = clock.now();
    const facts = await reader.read(tenant);
    onChecked(facts, clock.now() - checkedAtMs);
    // A check that began before a hint never replaces one that began after it; one from the future is always replaced,
    // or it would stand until its time has come.
    await database.query(
      `insert into tenant_checks as c (tenant_id, hint_number, checked_at, facts) values ($1, $2, $3, $4::jsonb)
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
      ],
    );
    return { facts, checkedAtMs };
  };

  const know = (tenant: TenantId): Promise<Known> => {
    const current = flights.get(tenant);
    if (current && !current.isOutdated) return current.landing;
    const landing = lookUp(tenant).finally(() => {
      if (flights.get(tenant) === flight) flights.delete(tenant);
    });
    const flight: Flight = { landing, isOutdated: false };
    flights.set(tenant, flight);
    return landing;
  };

  const knowPersonally = (caller: Caller, facts: TenantFacts): Promise<PersonalFacts> | undefined => {
    const provesAssignment = clock.now() - caller.tokenIssuedAtMs <= TOKEN_PROVES_ASSIGNMENT_MS;
    if (facts.kind !== 'token' || facts.directory.kind !== 'read') return undefined;
    if (!needsPersonalFacts(facts, set, provesAssignment)) return undefined;
    const { directory } = facts;
    const wants = { assignment: directory.assignmentRequired && !provesAssignment };
    const name = `${caller.tenant} ${caller.userId} ${String(wants.assignment)}`;
    const known = persons.get(name);
    if (known && (known.untilMs === undefined || clock.now() < known.untilMs)) return known.landing;
    const askedAtMs = clock.now();
    const person: Person = {
      tenant: caller.tenant,
      landing: reader.readPersonal(caller.tenant, directory, caller.userId, wants),
      untilMs: undefined,
    };
    persons.delete(name);
    persons.set(name, person);
    const [oldest] = persons.keys();
    if (persons.size > PERSONS_AT_MOST && oldest !== undefined) persons.delete(oldest);
    const forget = (): void => {
      if (persons.get(name) === person) persons.delete(name);
    };
    // What is missing may come at any moment, from the user's own hand and without a hint.
    person.landing.then((found) => {
      if (found.scopes === undefined) forget();
      else
        person.untilMs =
          askedAtMs + (isPersonallyFine(found, facts, set) ? GRANTED_FOR_MS : NOT_GRANTED_FOR_MS);
    }, forget);
    return person.landing;
  };

  return {
    async answer(caller) {
      const { facts, checkedAtMs } = await know(caller.tenant);
      const personal = await knowPersonally(caller, facts);
      return judgeConsent({
        tenantId: caller.tenant,
        facts,
        checkedAtMs,
        set,
        ...(personal ? { personal } : {}),
      });
    },
    async refresh(tenant) {
      await know(tenant);
    },
    async hint(tenant) {
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
    },
    close: stopHearing,
  };
}

/** What the last check found, as long as it may be told again. */
function stillCounts(row: Row, nowMs: number, set: PermissionSet): Known | undefined {
  if (row.facts === null || row.checked_at === null) return undefined;
  const known: Known = { facts: row.facts, checkedAtMs: row.checked_at.getTime() };
  const sinceMs = nowMs - known.checkedAtMs;
  if (sinceMs < -CLOCKS_DIFFER_MS) return undefined;
  const ageMs = Math.max(0, sinceMs);
  // Microsoft asked for patience: a hint does not change that.
  if (known.facts.kind === 'no-answer' && known.facts.retryAfterMs !== undefined) {
    const leftMs = known.facts.retryAfterMs - ageMs;
    if (leftMs > 0) return { ...known, facts: { ...known.facts, retryAfterMs: leftMs } };
  }
  if (row.checked_with !== row.hint_number) return undefined;
  if (isGrantedForTenant(known.facts, set)) return ageMs <= GRANTED_FOR_MS ? known : undefined;
  const isHinted = row.hinted_at !== null && nowMs - row.hinted_at.getTime() < HINT_WINDOW_MS;
  return !isHinted && ageMs <= NOT_GRANTED_FOR_MS ? known : undefined;
}
