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
  LOOK_LEADS_MS,
  needsPersonalFacts,
  proofIn,
  provesSituation,
  type Known,
} from './judgement';
import {
  createKeptFacts,
  GRANTED_FOR_MS,
  knownWith,
  NOT_GRANTED_FOR_MS,
  staysDeleted,
  stillCounts,
  whileWaiting,
  type KeptRow,
} from './kept-facts';
import { CLOCKS_DIFFER_MS } from '../clock';
import { createMemory, dropOldest } from '../memory';
import { CHANNEL, type Database } from '../database/database';
import type { News } from '../database/news';
import { CHECK_LIMIT_MS, type TenantReader } from './reader';
import { ASK_LIMIT_MS, type RegistrationCheck } from './registration';
import type { LookFacts, PersonalFacts, TenantFacts } from './facts';

/** By then a check is over, with what is asked at home. */
export const CHECKED_WITHIN_MS = CHECK_LIMIT_MS + ASK_LIMIT_MS + 1_000;
/**
 * A grant that is told at this age is asked for again behind the answer's back: whoever came once it counts no more would
 * wait for Microsoft. A check has its time in what is left.
 */
export const RENEWED_AFTER_MS = GRANTED_FOR_MS - CHECKED_WITHIN_MS;
/** How many users' lookups are kept; the oldest go first. */
const LOOKUPS_AT_MOST = 10_000;
const TROUBLES_AT_MOST = 10_000;
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

/** Whoever that is, and since when: what a look set going goes on by itself, long after they came. */
interface Asker {
  readonly by: AskedBy;
  /** Undefined: they ask now. */
  readonly cameAtMs?: number | undefined;
}

/** When the organisation's own people came; undefined where it was nobody of theirs. They alone bring it back once it is deleted. */
const itsPeopleCameAt = ({ by, cameAtMs }: Asker, nowMs: number): number | undefined =>
  by === 'pane' || by === 'approval' ? (cameAtMs ?? nowMs) : undefined;

/** What Microsoft has just answered; `personal` where it was asked about a user as well. */
export interface Answered {
  readonly tenant: TenantId;
  readonly by: AskedBy;
  readonly known: Known;
  readonly personal: PersonalFacts | undefined;
  /** When the organisation's own people came, who set it off; undefined where nobody of theirs did. */
  readonly cameAtMs: number | undefined;
}

/** Questions to Microsoft about tenants, shared by all who ask. */
export interface TenantChecks {
  /** Reads what is kept of a tenant, and asks Microsoft nothing. */
  read(tenant: TenantId): Promise<KeptRow>;
  /** The answer for one caller, of what was read for this very question. Most callers get the same object. */
  answer(caller: Caller, row: KeptRow): Promise<ConsentAnswer>;
  /** What holds for everybody in the tenant. */
  answerForTenant(tenant: TenantId): Promise<ConsentAnswer>;
  /**
   * Asks Microsoft about a tenant, for all who ask next. What still counts is told again; where somebody waits for the
   * proof of a situation that it does not prove, Microsoft is asked all the same.
   * @param cameAtMs when whoever set it off came, where that is longer ago: of an organisation that was deleted since then
   * nothing is kept
   */
  check(tenant: TenantId, by: AskedBy, awaited?: Situation, cameAtMs?: number): Promise<Checked>;
  /**
   * An administrator was here and looked, or only came: what was known before counts no more, in any instance. `found` is
   * undefined where the grants were not read.
   */
  learn(tenant: TenantId, found: LookFacts | undefined): Promise<void>;
  /**
   * Keeps what the organisation does with ExtendSync, where nothing is kept or one of those that it `replaces`; and nothing
   * where the organisation was deleted after its administrator said so.
   */
  keepSituation(
    tenant: TenantId,
    situation: Situation,
    replaces: readonly string[],
    saidAtMs: number,
  ): Promise<void>;
  /** What the organisation does with ExtendSync, as far as it is kept. */
  situationOf(tenant: TenantId): Promise<Situation | undefined>;
  /** Resolves when nothing is asked behind the answers' backs any more. */
  close(): Promise<void>;
}

/** What a check has found about a tenant. */
export interface Checked {
  /** Whether what a situation needs is proved for everybody; without one, everything. */
  proves(situation: Situation | undefined): boolean;
  /** Whether the tenant is done, whatever it needs. */
  readonly isProved: boolean;
  /** Whether that rests on what an administrator's look has seen, be it long ago, and not on the application's own reading. */
  readonly isByLook: boolean;
  /** Whether Microsoft gave an answer. */
  readonly isAnswered: boolean;
  /** Whether it was asked for this check: else what it said before counts still, or it wants to be left alone. */
  readonly isAsked: boolean;
  /** How long Microsoft wants to be left alone. */
  readonly retryAfterMs: number | undefined;
}

/** Whether an answer that still counts is not enough for whoever asks. */
type TooLittle = (old: Known) => boolean;
const ENOUGH: TooLittle = () => false;

/** What is known, and whether Microsoft was asked for it. */
interface Landed {
  readonly known: Known;
  readonly isAsked: boolean;
}

interface Flight {
  readonly landing: Promise<Landed>;
  /** The number of the tenant's last hint that was known when it started: whoever knows of a later one boards another. */
  readonly hintNumber: number;
  /** A hint came after it had started: it may land with old news, and nobody else boards it. */
  isOutdated: boolean;
}

/** A reading of what concerns one user alone: under way, or kept for a while. */
interface CachedLookup {
  readonly tenant: TenantId;
  /** As of a flight. */
  readonly hintNumber: number;
  readonly landing: Promise<PersonalFacts>;
  /** Undefined while the reading is under way: then it serves all who ask. */
  untilMs: number | undefined;
}

/** From here on the first hints of organisations are numbered, so that their numbers fit into a column for 68 years. */
const HINTS_SINCE_MS = Date.UTC(2026, 0, 1);

/**
 * The number of an organisation's first hint: by the second, so that it is above all that it had before a deletion took
 * them out. A check under way may still have one of those. Else the hints of an organisation stay, one row for each whose
 * administrator was ever here, as the ledger has one.
 */
const firstHintNumber = (nowMs: number): number => Math.max(1, Math.floor((nowMs - HINTS_SINCE_MS) / 1_000));

export function createTenantChecks(parts: {
  readonly database: Database;
  readonly clock: Clock;
  readonly reader: TenantReader;
  /** Undefined where nobody knows the registration's home tenant. */
  readonly registration: Pick<RegistrationCheck, 'vouches' | 'inPlaceOf'> | undefined;
  readonly news: News;
  readonly set: PermissionSet;
  /** Told after each question to Microsoft, for the figures. */
  readonly onChecked: (facts: TenantFacts, tookMs: number) => void;
  /** Told what each question has found, for the ledger. Nobody waits for it. */
  readonly onAnswered: (answered: Answered) => void;
  readonly onTrouble: (error: unknown) => void;
}): TenantChecks {
  const { database, clock, reader, registration, news, set, onChecked, onAnswered, onTrouble } = parts;
  const flights = new Map<TenantId, Flight>();
  const lookups = new Map<string, CachedLookup>();
  const kept = createKeptFacts(database, clock, set, { endsLooks: registration !== undefined });
  const renewals = new Set<Promise<unknown>>();
  /** What a renewal got in place of an answer: nobody is told while the old one counts, and Microsoft gets its rest. */
  const troubles = createMemory<Known>(clock, TROUBLES_AT_MOST);
  /** What was made of what is known, for all in a tenant of whom nothing in particular has to be known. */
  const answers = new WeakMap<Known, ConsentAnswer>();
  /** Where whoever is let in needs nothing that the tenant has not. */
  const alike = new WeakSet<Known>();

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

  /** What Microsoft said in place of an answer, while it wants to be left alone. */
  const patienceFor = (tenant: TenantId): Known | undefined => {
    const trouble = troubles.get(tenant);
    return trouble && whileWaiting(trouble, clock.now());
  };

  /**
   * What Microsoft has told of a tenant, as far as it may be judged. That nothing is granted, or that the application is
   * switched off, is also the answer to a fault of our registration, for all tenants at once: home has to vouch for it.
   * That nothing is granted is what most say who come, and is vouched for where it is news. It ends a look for good, and
   * Entra's servers take as long to know a restored registration as a new service principal, so then for longer.
   */
  const believed = async (row: KeptRow, facts: TenantFacts, checkedAtMs: number): Promise<TenantFacts> => {
    const mayBeOurs = facts.kind === 'nothing-granted' || facts.kind === 'application-disabled';
    if (!mayBeOurs || !registration) return facts;
    const endsLook = contradictsLook(knownWith(row, { facts, checkedAtMs }, checkedAtMs));
    const isNews = row.facts?.kind !== 'nothing-granted' || facts.kind !== 'nothing-granted';
    if (!isNews && !endsLook) return facts;
    return (await registration.vouches(endsLook ? LOOK_LEADS_MS : 0)) ? facts : registration.inPlaceOf(facts);
  };

  /** Asks Microsoft, also where what is kept still counts and is `tooLittle`. */
  const lookUp = async (tenant: TenantId, asker: Asker, tooLittle: TooLittle): Promise<Landed> => {
    const row = await kept.read(tenant);
    const old = stillCounts(row, clock.now());
    if (old && !tooLittle(old)) return { known: old, isAsked: false };
    const waiting = patienceFor(tenant);
    const isAsked = waiting === undefined;
    const checkedAtMs = clock.now();
    const facts = waiting?.facts ?? (await believed(row, await reader.read(tenant), checkedAtMs));
    if (isAsked) onChecked(facts, clock.now() - checkedAtMs);
    const known = knownWith(row, { facts, checkedAtMs }, checkedAtMs);
    if (old && facts.kind === 'no-answer' && stillCounts(row, clock.now())) {
      const pauseMs = Math.max(facts.retryAfterMs ?? 0, NOT_GRANTED_FOR_MS);
      troubles.keep(tenant, known, checkedAtMs + pauseMs);
      return { known: old, isAsked };
    }
    const cameAtMs = itsPeopleCameAt(asker, checkedAtMs);
    await kept.keep(row, known, clock.now(), cameAtMs);
    onAnswered({ tenant, by: asker.by, known, personal: undefined, cameAtMs });
    return { known, isAsked };
  };

  /** One question at a time for each tenant: whoever asks meanwhile waits for the same answer. */
  const fly = (tenant: TenantId, asker: Asker, hintNumber: number, tooLittle: TooLittle): Promise<Landed> => {
    const current = flights.get(tenant);
    if (current && !current.isOutdated && current.hintNumber >= hintNumber) return current.landing;
    const landing = lookUp(tenant, asker, tooLittle).finally(() => {
      if (flights.get(tenant) === flight) flights.delete(tenant);
    });
    const flight: Flight = { landing, hintNumber, isOutdated: false };
    flights.set(tenant, flight);
    return landing;
  };

  const isAging = ({ facts, checkedAtMs }: Known): boolean =>
    facts.kind === 'token' && clock.now() - checkedAtMs >= RENEWED_AFTER_MS;

  const renew = (tenant: TenantId, asker: Asker, hintNumber: number): void => {
    if (flights.has(tenant) || troubles.get(tenant)) return;
    const renewal = fly(tenant, asker, hintNumber, isAging)
      .catch(onTrouble)
      .finally(() => renewals.delete(renewal));
    renewals.add(renewal);
  };

  const know = async (
    tenant: TenantId,
    asker: Asker,
    row: KeptRow,
    tooLittle: TooLittle = ENOUGH,
  ): Promise<Landed & { readonly hintNumber: number }> => {
    const hintNumber = row.hint_number;
    const known = stillCounts(row, clock.now());
    if (!known || tooLittle(known))
      return { ...(await fly(tenant, asker, hintNumber, tooLittle)), hintNumber };
    if (isAging(known)) renew(tenant, asker, hintNumber);
    return { known, isAsked: false, hintNumber };
  };

  const sameForAll = (tenant: TenantId, known: Known): ConsentAnswer => {
    const made = answers.get(known) ?? judgeConsent(tenant, known, set);
    answers.set(known, made);
    return made;
  };

  const knowPersonally = (
    caller: Caller,
    known: Known,
    hintNumber: number,
  ): Promise<PersonalFacts> | undefined => {
    const { facts } = known;
    const provesAssignment = clock.now() - caller.tokenIssuedAtMs <= TOKEN_PROVES_ASSIGNMENT_MS;
    if (facts.kind !== 'token' || facts.directory.kind !== 'read') return undefined;
    const { directory } = facts;
    const wants = { assignment: directory.assignmentRequired && !provesAssignment };
    if (!wants.assignment && alike.has(known)) return undefined;
    if (!needsPersonalFacts(known, set, provesAssignment)) {
      alike.add(known);
      return undefined;
    }
    const name = `${caller.tenant} ${caller.userId} ${String(wants.assignment)}`;
    const cached = lookups.get(name);
    const isInTime = cached && (cached.untilMs === undefined || clock.now() < cached.untilMs);
    if (isInTime && cached.hintNumber >= hintNumber) return cached.landing;
    const askedAtMs = clock.now();
    const lookup: CachedLookup = {
      tenant: caller.tenant,
      hintNumber,
      landing: reader.readPersonal(caller.tenant, directory, caller.userId, wants),
      untilMs: undefined,
    };
    lookups.delete(name);
    lookups.set(name, lookup);
    dropOldest(lookups, LOOKUPS_AT_MOST);
    const forget = (): void => {
      if (lookups.get(name) === lookup) lookups.delete(name);
    };
    lookup.landing.then((found) => {
      // A user who could not be read says nothing about the organisation: what it has was told by the check.
      if (found.scopes === undefined) {
        forget();
        return;
      }
      const cameAtMs = known.checkedAtMs;
      onAnswered({ tenant: caller.tenant, by: 'pane', known, personal: found, cameAtMs });
      // What is missing may come at any moment, from the user's own hand and without a look.
      lookup.untilMs =
        askedAtMs + (isPersonallyFine(found, known, set) ? GRANTED_FOR_MS : NOT_GRANTED_FOR_MS);
    }, forget);
    return lookup.landing;
  };

  const hint = async (tenant: TenantId): Promise<void> => {
    outdate(tenant);
    await database.query(
      `with hinted as (
         insert into tenant_hints as h (tenant_id, number, hinted_at) values ($1, $3, $2)
         on conflict (tenant_id) do update set number = h.number + 1, hinted_at = excluded.hinted_at
         returning tenant_id
       )
       select pg_notify('${CHANNEL}', 'hint:' || tenant_id) from hinted`,
      [tenant, new Date(clock.now()), firstHintNumber(clock.now())],
    );
    // A flight that started while the hint was on its way to the database may not have seen it.
    outdate(tenant);
  };

  return {
    read: kept.read,
    async answer(caller, row) {
      const { known, hintNumber } = await know(caller.tenant, { by: 'pane' }, row);
      const personal = await knowPersonally(caller, known, hintNumber);
      return personal ? judgeConsent(caller.tenant, known, set, personal) : sameForAll(caller.tenant, known);
    },
    async answerForTenant(tenant) {
      const { known } = await know(tenant, { by: 'approval' }, await kept.read(tenant));
      return sameForAll(tenant, known);
    },
    async check(tenant, by, awaited, cameAtMs) {
      // An answer in which Microsoft asked for patience lacks nothing that asking once more could bring.
      const lacksIt: TooLittle = (old) =>
        awaited !== undefined && old.facts.kind !== 'no-answer' && !provesSituation(old, awaited, set);
      const { known, isAsked } = await know(tenant, { by, cameAtMs }, await kept.read(tenant), lacksIt);
      const { facts: last } = (lacksIt(known) ? patienceFor(tenant) : undefined) ?? known;
      return {
        isAnswered: known.facts.kind !== 'no-answer',
        isAsked,
        isProved: isProved(known, set),
        isByLook: proofIn(known)?.by === 'look',
        proves: (situation) => provesSituation(known, situation, set),
        retryAfterMs: last.kind === 'no-answer' ? last.retryAfterMs : undefined,
      };
    },
    async learn(tenant, found) {
      if (found) {
        // As with checks: a look from the future is always replaced, or it would shut out all others until its time.
        await database.query(
          `insert into tenant_looks as l (tenant_id, seen_at, facts) values ($1, $2, $3::jsonb)
           on conflict (tenant_id) do update set seen_at = excluded.seen_at, facts = excluded.facts
             where l.seen_at <= excluded.seen_at or l.seen_at > $4`,
          [tenant, new Date(clock.now()), JSON.stringify(found), new Date(clock.now() + CLOCKS_DIFFER_MS)],
        );
      }
      await hint(tenant);
    },
    async keepSituation(tenant, situation, replaces, saidAtMs) {
      await database.query(
        `insert into tenant_situations as s (tenant_id, situation, set_at)
         select $1::text, $2::text, $3::timestamptz
         where not exists (select from tenants where tenant_id = $1 and ${staysDeleted('deleted_at', '$3', '$4')})
         on conflict (tenant_id) do update set situation = excluded.situation, set_at = excluded.set_at
           where s.situation = any($5::text[])`,
        [tenant, situation, new Date(saidAtMs), new Date(clock.now() + CLOCKS_DIFFER_MS), replaces],
      );
    },
    async situationOf(tenant) {
      const [row] = await database.query<{ situation: string }>(
        'select situation from tenant_situations where tenant_id = $1',
        [tenant],
      );
      return parseSituation(row?.situation);
    },
    async close() {
      stopHearing();
      troubles.close();
      kept.close();
      await Promise.all(renewals);
    },
  };
}
