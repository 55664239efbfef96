import { codeOf, isAway } from '../error-code';

/**
 * PostgreSQL, as the service uses it: embedded (PGlite) or a server. The same SQL runs on both. Whatever another
 * instance of the service needs lies here and nowhere else.
 *
 * The order in which statements lock rows, for where two wait for each other PostgreSQL ends one (deadlock_detected):
 * - An organisation's entry first; a request, and a change of the ledger, before what hangs on it. Whoever touches several
 *   rows holds the request or the change before what hangs on it, also where the row itself stays as it is.
 * - Whoever locks a row before changing it locks it `for update`. With `for no key update` it waits once more where somebody
 *   writes what hangs on the row in between, behind the next one who waits for it; and that one waits for it.
 * - Of several rows of one table, the one with the lower key before the other.
 * - What takes out many rows that have run out waits for none that is locked, and leaves it for the next time.
 */
export interface Database {
  /** Set where no process of its own cleans up behind the statements, and `keepUp` has to. */
  readonly needsUpkeep?: true;
  /**
   * Set where the database is a part of this process and may end without it: resolves with the reason. From then on every statement is
   * refused with `DatabaseUnavailable`, whose cause it is.
   */
  readonly ended?: Promise<Error>;
  /** Set where its files lie on a disk of this machine: how much room is left for them. */
  freeBytes?(): number;
  /**
   * Runs one statement. Rejects with `DatabaseUnavailable` when the database cannot be used.
   * @param often that the same text comes again and again, with texts, numbers and lists of them for values: what is worked
   * out of it may be kept
   */
  query<Row extends object>(
    sql: string,
    values?: readonly unknown[],
    often?: 'often',
  ): Promise<readonly Row[]>;
  /**
   * Runs a text of one or more statements without values and answers the rows of the last. A text that begins a
   * transaction ends it too; where it fails in between, the transaction is rolled back.
   */
  script(sql: string): Promise<readonly Record<string, unknown>[]>;
  /** Runs `work` in one transaction that no other instance runs `work` beside. For what makes tables. */
  exclusively<T>(work: (session: Session) => Promise<T>): Promise<T>;
  /**
   * Hears what any instance tells with `TELL`, itself included. `onGap` is called when something may have been missed
   * (the connection was lost and is back), `onLost` with the driver's reason when the connection is lost, and again for
   * each try in vain. The returned function ends it.
   */
  listen(
    hear: (news: string) => void,
    onGap: () => void,
    onLost: (reason: string) => void,
  ): Promise<() => Promise<void>>;
  close(): Promise<void>;
}

/** One connection inside a transaction. */
export interface Session {
  query(sql: string, values?: readonly unknown[]): Promise<{ rows: Record<string, unknown>[] }>;
  /** Several statements, separated by semicolons. */
  script(sql: string): Promise<void>;
}

/** The channel of LISTEN and NOTIFY on which the instances of the service speak. */
export const CHANNEL = 'extendsync';

/** The database cannot be reached, takes no writes or no more work now: nothing is wrong with the statement. */
export class DatabaseUnavailable extends Error {
  override readonly name = 'DatabaseUnavailable';
}
export const unavailable = (cause: unknown): DatabaseUnavailable =>
  new DatabaseUnavailable('the database cannot be used', { cause });

/** What a driver rejects with: `DatabaseUnavailable` where it is not the statement that is wrong. */
export const asUnavailable = (error: unknown): unknown =>
  isAway(codeOf(error)) ? unavailable(error) : error;
