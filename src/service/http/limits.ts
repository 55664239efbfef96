import { createHmac } from 'node:crypto';
import { createCounts, isOfWrongClock } from '../database/counts';
import type { Database } from '../database/database';
import { systemClock } from '../clock';
import { createMemory, type Memory } from '../memory';
import type { Client } from './client-address';

export interface LimitRule {
  readonly points: number;
  readonly seconds: number;
}

/**
 * How often something may be done. Each limit counts one address, one address for one tenant, one address for one
 * request or one look, or one signed-in user. None counts a tenant or a request alone: strangers could use up such a budget, and
 * what is left of it would tell them what others do. A whole company stands behind one address, so the limits are wide:
 * they stop machines, not offices.
 */
export const LIMIT_RULES = {
  /** An office of some hundred people tries the add-in on the same morning. */
  'make-by-address': { by: 'address', points: 300, seconds: 600 },
  'make-by-address-and-tenant': { by: 'address-and-tenant', points: 600, seconds: 3600 },
  'open-by-address': { by: 'address', points: 300, seconds: 600 },
  'attempt-by-address': { by: 'address', points: 120, seconds: 600 },
  'attempt-by-address-and-request': { by: 'address-and-request', points: 60, seconds: 600 },
  /** Counted for returns that carry a state of ours, and for nothing else. */
  'return-by-address-and-request': { by: 'address-and-request', points: 60, seconds: 600 },
  'look-by-address': { by: 'address', points: 120, seconds: 600 },
  /**
   * Approvals from elsewhere: they carry no state that we gave to their browser, and set off a look. Past these the page
   * asks by itself.
   */
  'unasked-return-by-address': { by: 'address', points: 300, seconds: 600 },
  'unasked-return-by-address-and-tenant': { by: 'address-and-tenant', points: 60, seconds: 600 },
  /** Somebody reloads where Microsoft has sent them; nobody does so for long, and each look is used up once. */
  'replayed-look-by-address-and-look': { by: 'address-and-look', points: 10, seconds: 600 },
  /** The page asks every other second while a grant spreads. */
  'look-answer-by-address': { by: 'address', points: 300, seconds: 60 },
  /** Long polls of a thousand panes behind one address come to about 2,500 in a minute. */
  'listen-by-address': { by: 'address', points: 6000, seconds: 60 },
  'listen-by-address-and-request': { by: 'address-and-request', points: 120, seconds: 60 },
  /** A pane asks at most 12 times in 5 minutes; a user may have several devices. */
  'consent-by-user': { by: 'user', points: 60, seconds: 60 },
  /** An operator scrolls through pages of a hundred, and reads what stands behind some of them. */
  'ledger-by-user': { by: 'user', points: 1200, seconds: 60 },
  'ledger-check-by-user': { by: 'user', points: 60, seconds: 60 },
  'bad-token-by-address': { by: 'address', points: 300, seconds: 60 },
  /** Questions to Microsoft for the signing keys of one tenant, and of whichever. Whoever shows good tokens needs few. */
  'keys-by-address-and-tenant': { by: 'address-and-tenant', points: 60, seconds: 60 },
  'keys-by-address': { by: 'address', points: 300, seconds: 60 },
} as const satisfies Record<string, LimitRule & { readonly by: LimitBy }>;

/** Whom a limit counts. */
export type LimitBy = 'address' | 'address-and-tenant' | 'address-and-request' | 'address-and-look' | 'user';

export type LimitName = keyof typeof LIMIT_RULES;

/** Whom a call is counted for: an address, or a user; and what the call is about, where the limit tells such apart. */
export interface Subject {
  readonly who: Client | string;
  readonly about?: string | undefined;
}

export type Taken = { readonly ok: true } | { readonly ok: false; readonly retryAfterMs: number };

/** Counts in the database, so that all instances count together. Rejects only when the database is away. */
export interface Limits {
  take(name: LimitName, subject: Subject): Promise<Taken>;
  /** Whether this instance has already turned the subject away and its time is not over. Asks nobody. */
  isTurnedAway(name: LimitName, subject: Subject): Taken;
  /** Forgets what has run out. */
  sweep(): Promise<void>;
  close(): void;
}

const TURNED_AWAY_AT_MOST = 10_000;
/** Whoever calls calls again: so many digests are remembered, each for so long. */
const DIGESTS_AT_MOST = 10_000;
const DIGEST_KNOWN_MS = 10 * 60_000;
/**
 * All addresses of one /48 of IPv6 together get as much as so many of them: a /48 is what one site gets (RFC 6177), and
 * without this it would have 65,536 budgets. The factor leaves room for networks that put several customers into one.
 */
export const NETWORK_FACTOR = 8;

export function createLimits(
  database: Database,
  key: Uint8Array,
  rules: Partial<Record<LimitName, LimitRule>> = {},
): Limits {
  const counts = createCounts(database);
  // Addresses and tenants are counted, not kept: the database holds a keyed digest, and this process some of the names for
  // as long as it takes not to compute one for every request.
  const digests = createMemory<string>(systemClock, DIGESTS_AT_MOST);
  const digest = (text: string): string => {
    const known = digests.get(text);
    if (known !== undefined) return known;
    const made = createHmac('sha256', key).update(text).digest('base64url').slice(0, 22);
    digests.keep(text, made, Date.now() + DIGEST_KNOWN_MS);
    return made;
  };
  const keyOf = ({ who, about }: Subject): string => {
    const name = typeof who === 'string' ? who : who.address;
    return digest(about === undefined ? name : `${name} ${about}`);
  };

  // Refusals that save work and decide nothing: who was turned away, by their limit, and until when; and which counts are
  // spent, a network's among them. Both by the machine's time, as the windows are.
  const turnedAway = createMemory<number>(systemClock, TURNED_AWAY_AT_MOST);
  const spent = createMemory<number>(systemClock, TURNED_AWAY_AT_MOST);
  const endIn = (memory: Memory<number>, name: string, { seconds }: LimitRule): number | undefined => {
    const endsAtMs = memory.get(name);
    return endsAtMs === undefined || isOfWrongClock(endsAtMs, seconds * 1_000, Date.now())
      ? undefined
      : endsAtMs;
  };

  /** Counts one call, and answers whether it is within the limit and when its window ends. */
  const count = async (
    name: string,
    rule: LimitRule,
  ): Promise<{ readonly ok: boolean; readonly endsAtMs: number }> => {
    const spentUntilMs = endIn(spent, name, rule);
    // Whoever has spent everything is turned away without a visit to the database.
    if (spentUntilMs !== undefined) return { ok: false, endsAtMs: spentUntilMs };
    const { place, endsAtMs } = await counts.add(name, rule.seconds * 1_000);
    if (place > rule.points) spent.keep(name, endsAtMs, endsAtMs);
    return { ok: place <= rule.points, endsAtMs };
  };
  const ruleOf = (name: LimitName): LimitRule => rules[name] ?? LIMIT_RULES[name];

  return {
    async take(name, subject) {
      const rule = ruleOf(name);
      const own = keyOf(subject);
      const wide =
        LIMIT_RULES[name].by === 'address' && typeof subject.who !== 'string'
          ? subject.who.network
          : undefined;
      // Counted even when the address is over: the network's count must not depend on which of its addresses call.
      const [taken, network] = await Promise.all([
        count(`${name}:${own}`, rule),
        wide === undefined
          ? undefined
          : count(`${name}-network:${digest(wide)}`, { ...rule, points: rule.points * NETWORK_FACTOR }),
      ]);
      if (taken.ok && network?.ok !== false) return { ok: true };
      // The wait is told from the client's own window: when others began is nobody's business.
      turnedAway.keep(`${name} ${own}`, taken.endsAtMs, taken.endsAtMs);
      return { ok: false, retryAfterMs: roundedWait(taken.endsAtMs - Date.now()) };
    },
    isTurnedAway(name, subject) {
      const untilMs = endIn(turnedAway, `${name} ${keyOf(subject)}`, ruleOf(name));
      return untilMs === undefined
        ? { ok: true }
        : { ok: false, retryAfterMs: roundedWait(untilMs - Date.now()) };
    },
    // Windows begin and end by the machine's time, whatever clock the rest of the service has.
    sweep: () => counts.sweep(Date.now()),
    close() {
      digests.close();
      turnedAway.close();
      spent.close();
    },
  };
}

/** A wait in steps of ten seconds, or of a minute where it is longer: nobody learns to the millisecond when a window began. */
function roundedWait(ms: number): number {
  const step = ms > 60_000 ? 60_000 : 10_000;
  return Math.max(Math.ceil(ms / step), 1) * step;
}
