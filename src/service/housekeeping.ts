import { ATTEMPT_MEMORY_MS } from './requests/attempts';
import type { Clock } from '../ports';
import type { Database } from './database/database';
import { keepUp } from './database/upkeep';
import { createRounds } from './rounds';

const EVERY_MS = 60 * 60_000;
/** What is known of a tenant is told for a minute at most; a day leaves something to look at when a report comes in. */
const CHECK_MEMORY_MS = 24 * 60 * 60_000;

/**
 * Takes out what has run out, now and every hour; from the second time on it keeps the database up as well. The returned
 * function ends it.
 */
export function startHousekeeping(parts: {
  readonly database: Database;
  readonly clock: Clock;
  /** Takes out what the limits need no more. */
  readonly sweepLimits: () => Promise<void>;
  /** Counts today's states, and takes out the history that is too old. */
  readonly keepLedger: () => Promise<void>;
  readonly onTrouble: (error: unknown) => void;
}): () => Promise<void> {
  const { database, clock, sweepLimits, keepLedger, onTrouble } = parts;
  let isStopped = false;
  /** A start has better things to do than the database's upkeep. */
  let isFirst = true;

  const takeOut = (table: string, key: string, time: string, keptMs: number): Promise<unknown> =>
    // In no order, and so without waiting (`Database` has the rule).
    database.query(
      `with over as (select ${key} from ${table} where ${time} <= $1 for update skip locked)
       delete from ${table} t using over where t.${key} = over.${key}`,
      [new Date(clock.now() - keptMs)],
    );
  const rounds = createRounds({
    clock,
    firstInMs: 0,
    everyMs: EVERY_MS,
    onTrouble,
    async work() {
      const keepsUp = !isFirst;
      isFirst = false;
      // Their events, attempts and follow-ups go with them.
      await takeOut('requests', 'id_hash', 'expires_at', 0);
      await takeOut('attempts', 'nonce_hash', 'expires_at', ATTEMPT_MEMORY_MS);
      await takeOut('looks', 'nonce_hash', 'expires_at', ATTEMPT_MEMORY_MS);
      await takeOut('look_keys', 'key_hash', 'expires_at', 0);
      await takeOut('tenant_checks', 'tenant_id', 'checked_at', CHECK_MEMORY_MS);
      await sweepLimits();
      await keepLedger();
      if (keepsUp) await keepUp(database, () => !isStopped);
    },
  });
  rounds.start();
  return () => {
    isStopped = true;
    return rounds.stop();
  };
}
