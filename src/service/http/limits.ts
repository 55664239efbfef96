import { createHmac } from 'node:crypto';
import { isIPv6 } from 'node:net';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import type { Database } from '../database/database';

export interface LimitRule {
  readonly points: number;
  readonly seconds: number;
}

/**
 * How often something may be done. A whole company stands behind one address, so limits by address are wide: they stop
 * machines, not offices.
 */
export const LIMIT_RULES = {
  /** An office of some hundred people tries the add-in on the same morning. */
  'make-by-address': { points: 300, seconds: 600 },
  'make-by-tenant': { points: 600, seconds: 3600 },
  'open-by-address': { points: 300, seconds: 600 },
  'attempt-by-address': { points: 120, seconds: 600 },
  'attempt-by-request': { points: 60, seconds: 600 },
  /** Each attempt that returns costs questions to Microsoft. */
  'attempt-by-tenant': { points: 240, seconds: 600 },
  'return-by-address': { points: 120, seconds: 600 },
  /** Long polls of a thousand panes behind one address come to about 2,500 in a minute. */
  'listen-by-address': { points: 6000, seconds: 60 },
  'listen-by-request': { points: 120, seconds: 60 },
  /** A pane asks at most 12 times in 5 minutes; a user may have several devices. */
  'consent-by-user': { points: 60, seconds: 60 },
  'bad-token-by-address': { points: 300, seconds: 60 },
} as const satisfies Record<string, LimitRule>;

export type LimitName = keyof typeof LIMIT_RULES;

export type Taken = { readonly ok: true } | { readonly ok: false; readonly retryAfterMs: number };

/** Counts in the database, so that all instances count together. Rejects only when the database is away. */
export interface Limits {
  take(name: LimitName, subject: string): Promise<Taken>;
  /** Whether this instance has already turned the subject away and its time is not over. Asks nobody. */
  isTurnedAway(name: LimitName, subject: string): Taken;
  /** Forgets what has run out. */
  sweep(): Promise<void>;
}

/** A list of refusals that saves work and decides nothing: when it is full it begins anew. */
const TURNED_AWAY_AT_MOST = 10_000;

/** What the limiter calls its client; a name's only user. */
interface Query {
  readonly text: string;
  readonly values?: readonly unknown[];
}

export function createLimits(
  database: Database,
  key: Uint8Array,
  rules: Partial<Record<LimitName, LimitRule>> = {},
): Limits {
  const client = {
    query: async ({ text, values }: Query) => {
      const rows = await database.query(text, values);
      return { rows, rowCount: rows.length };
    },
  };
  const limiters = new Map(
    (Object.keys(LIMIT_RULES) as LimitName[]).map((name) => {
      const { points, seconds } = rules[name] ?? LIMIT_RULES[name];
      const limiter = new RateLimiterPostgres({
        storeClient: client,
        storeType: 'client',
        tableName: 'rate_limits',
        tableCreated: true,
        clearExpiredByTimeout: false,
        keyPrefix: name,
        points,
        duration: seconds,
        // Whoever has spent everything is turned away without a visit to the database.
        inMemoryBlockOnConsumed: points + 1,
      });
      return [name, limiter] as const;
    }),
  );
  const limiterOf = (name: LimitName): RateLimiterPostgres => {
    const limiter = limiters.get(name);
    if (!limiter) throw new Error(`there is no limit called ${name}`);
    return limiter;
  };
  // Addresses and tenants are counted, not kept: the database holds a keyed digest.
  const digest = (subject: string): string =>
    createHmac('sha256', key).update(subject).digest('base64url').slice(0, 22);

  const turnedAway = new Map<string, number>();

  return {
    async take(name, subject) {
      try {
        await limiterOf(name).consume(digest(subject));
        return { ok: true };
      } catch (refusal) {
        if (!(refusal instanceof RateLimiterRes)) throw refusal;
        const retryAfterMs = Math.max(refusal.msBeforeNext, 1000);
        if (turnedAway.size >= TURNED_AWAY_AT_MOST) turnedAway.clear();
        turnedAway.set(`${name} ${digest(subject)}`, Date.now() + retryAfterMs);
        return { ok: false, retryAfterMs };
      }
    },
    isTurnedAway(name, subject) {
      const retryAfterMs = (turnedAway.get(`${name} ${digest(subject)}`) ?? 0) - Date.now();
      return retryAfterMs > 0 ? { ok: false, retryAfterMs } : { ok: true };
    },
    async sweep() {
      // The limiter counts by the machine's time, whatever clock the rest of the service has.
      await database.query('delete from rate_limits where expire < $1', [Date.now()]);
    },
  };
}

/** The part of an address that one client holds: an IPv6 client has a whole /64. */
export function clientOf(address: string): string {
  if (!isIPv6(address) || address.startsWith('::ffff:')) return address;
  const [head = '', tail] = address.split('%')[0]?.split('::') ?? [];
  const before = head === '' ? [] : head.split(':');
  const after = tail === undefined || tail === '' ? [] : tail.split(':');
  const missing = tail === undefined ? 0 : 8 - before.length - after.length;
  return [...before, ...Array.from({ length: missing }, () => '0'), ...after]
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':');
}
