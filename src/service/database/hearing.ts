import { randomBytes } from 'node:crypto';
import type { Clock } from '../../ports';
import { CHANNEL, type Database } from './database';

/** A NOTIFY arrives within milliseconds. As long is the wait between two looks while nothing arrives. */
export const PROOF_LIMIT_MS = 5_000;
/** A pooler that is put in between later cuts the connection, and that is proved anew at once: this is for the rest. */
const PROVE_AGAIN_MS = 10 * 60_000;
/** A database that is away may come back and refuse the listener's connection alone: it is known within the minute. */
const AWAY_AGAIN_MS = 30_000;

/** Why nothing is heard. `reason` is the driver's, for the log. */
export type Deafness =
  { readonly kind: 'nothing-arrives' } | { readonly kind: 'not-connected'; readonly reason: string };

/** What an operator is told of it, and what they have to change. */
export const ABOUT_DEAFNESS: Readonly<
  Record<Deafness['kind'], { readonly because: string; readonly change: string }>
> = {
  'nothing-arrives': {
    because: 'LISTEN hears nothing',
    change:
      'name PostgreSQL itself in DATABASE_URL, or set pool_mode = session for this database in PgBouncer',
  },
  'not-connected': {
    because: 'the connection for LISTEN is lost and cannot be opened again',
    change:
      'let the database give this service one more connection: see the reason in the log, max_connections, and the connection limit of the role and of the pooler',
  },
};

/** A proof begins so: every instance, and the doctor's, passes over those of others. */
const PROOF = 'proof:';
/** News that nobody else makes, for whoever proves that LISTEN hears. */
export const newProof = (): string => `${PROOF}${randomBytes(8).toString('hex')}`;

/** Whether what LISTEN has been promised arrives. */
export interface Hearing {
  /** Set once a proof has failed to arrive, until one arrives again. */
  deafness(): Deafness | undefined;
  /** Takes its own proofs out of the news; true for these. */
  take(news: string): boolean;
  /** Proves it again. Resolves when the proof is on its way; never rejects. */
  prove(): Promise<void>;
  /** The listener's connection is lost, or still is: it is proved at once, for others may reach the database. */
  lose(reason: string): void;
  /** The listener has a connection again. */
  regain(): void;
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
  readonly onChanged: (deafness: Deafness | undefined) => void;
  /** Called every few seconds while nothing is heard: whoever waits for news looks for themselves. */
  readonly onLook: () => void;
}): Hearing {
  const { database, clock, onChanged, onLook } = parts;
  const mark = newProof();
  let deafness: Deafness | undefined;
  let lost: Deafness | undefined;
  let isClosed = false;
  let isExpected = false;
  let proofs = 0;
  let cancel = (): void => undefined;

  const become = (next: Deafness | undefined): void => {
    const isNew = next?.kind !== deafness?.kind;
    deafness = next;
    if (isNew) onChanged(next);
  };
  const prove = async (): Promise<void> => {
    cancel();
    const number = (proofs += 1);
    isExpected = true;
    try {
      await database.query('select pg_notify($1, $2)', [CHANNEL, mark]);
    } catch {
      // A database that is away says nothing about LISTEN.
      if (number === proofs && !isClosed) cancel = clock.after(AWAY_AGAIN_MS, () => void prove());
      return;
    }
    // It has arrived already, or another one is on its way.
    if (!isExpected || number !== proofs || isClosed) return;
    cancel = clock.after(PROOF_LIMIT_MS, () => {
      become(lost ?? { kind: 'nothing-arrives' });
      onLook();
      void prove();
    });
  };

  return {
    deafness: () => deafness,
    take(news) {
      if (!news.startsWith(PROOF)) return false;
      if (news === mark && !isClosed) {
        isExpected = false;
        cancel();
        cancel = clock.after(PROVE_AGAIN_MS, () => void prove());
        become(undefined);
      }
      return true;
    },
    prove,
    lose(reason) {
      const isNews = lost === undefined;
      lost = { kind: 'not-connected', reason };
      // Each try in vain tells of it again: a proof that is on its way is not begun anew.
      if (isNews && !isClosed) void prove();
    },
    regain() {
      lost = undefined;
      void prove();
    },
    close() {
      isClosed = true;
      cancel();
    },
  };
}
