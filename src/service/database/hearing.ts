import { randomBytes } from 'node:crypto';
import type { Clock } from '../../ports';
import { CHANNEL, type Database } from './database';

/** A NOTIFY arrives within milliseconds. As long is the wait between two looks while nothing arrives. */
const PROOF_LIMIT_MS = 5_000;
/** A pooler that is put in between later cuts the connection, and that is proved anew at once: this is for the rest. */
const PROVE_AGAIN_MS = 10 * 60_000;

/** What an operator has to change where LISTEN hears nothing: one of two settings. */
export const CURE_OF_DEAFNESS =
  'name PostgreSQL itself in DATABASE_URL, or set pool_mode = session for this database in PgBouncer';

/** Whether what LISTEN has been promised arrives. */
export interface Hearing {
  /** True once a proof has failed to arrive, until one arrives again. */
  isDeaf(): boolean;
  /** Takes its own proofs out of the news; true for these. */
  take(news: string): boolean;
  /** Proves it again. Resolves when the proof is on its way; never rejects. */
  prove(): Promise<void>;
  close(): void;
}

/**
 * Proves that LISTEN hears, by a NOTIFY of its own: a pooler in transaction mode takes the statement and delivers nothing
 * (https://www.pgbouncer.org/features.html). The NOTIFY goes by another connection than the listener's, or the
 * listener's would be lent to it and hear it by chance.
 */
export function createHearing(parts: {
  readonly database: Database;
  readonly clock: Clock;
  /** Called each time when it has changed, and so at the start only where nothing is heard. */
  readonly onChanged: (isDeaf: boolean) => void;
  /** Called every few seconds while nothing is heard: whoever waits for news looks for themselves. */
  readonly onLook: () => void;
}): Hearing {
  const { database, clock, onChanged, onLook } = parts;
  const mark = `proof:${randomBytes(8).toString('hex')}`;
  let isDeaf = false;
  let isClosed = false;
  let isExpected = false;
  let proofs = 0;
  let cancel = (): void => undefined;

  const become = (deaf: boolean): void => {
    if (deaf === isDeaf) return;
    isDeaf = deaf;
    onChanged(deaf);
  };
  const prove = async (): Promise<void> => {
    cancel();
    const number = (proofs += 1);
    isExpected = true;
    try {
      await database.query('select pg_notify($1, $2)', [CHANNEL, mark]);
    } catch {
      // A database that is away says nothing about LISTEN.
      if (number === proofs && !isClosed) cancel = clock.after(PROVE_AGAIN_MS, () => void prove());
      return;
    }
    // It has arrived already, or another one is on its way.
    if (!isExpected || number !== proofs || isClosed) return;
    cancel = clock.after(PROOF_LIMIT_MS, () => {
      become(true);
      onLook();
      void prove();
    });
  };

  return {
    isDeaf: () => isDeaf,
    take(news) {
      if (!news.startsWith('proof:')) return false;
      if (news === mark && !isClosed) {
        isExpected = false;
        cancel();
        cancel = clock.after(PROVE_AGAIN_MS, () => void prove());
        become(false);
      }
      return true;
    },
    prove,
    close() {
      isClosed = true;
      cancel();
    },
  };
}
