import { hash } from 'node:crypto';
import pg from 'pg';
import type { Clock } from '../../ports';
import { asUnavailable, CHANNEL, unavailable, type Database } from './database';
import { codeOf, isSqlState, reasonOf } from '../error-code';

/** How long a start or a request waits for a connection: longer than a fail-over's hiccup, shorter than a person's patience. */
const CONNECT_LIMIT_MS = 5_000;
/** A statement that takes longer will not come to an end: the largest of ours takes milliseconds. */
const STATEMENT_LIMIT_MS = 10_000;
/** The server says so itself, if it can; a connection that a firewall has dropped says nothing. */
const ANSWER_LIMIT_MS = STATEMENT_LIMIT_MS + 2_000;
const LIMITED = `set statement_timeout = ${String(STATEMENT_LIMIT_MS)}`;
/** Goodbyes are waited for so long: a server that hangs answers none, and misses nothing by it. */
const CLOSE_LIMIT_MS = 1_000;
/** The driver knows no "never". */
const NEVER_MS = 2 ** 31 - 1;
/**
 * A connection that nobody needed for so long is closed. To open one costs both sides many statements' time: closed soon
 * after each wave of requests, they would be opened anew within the next one, all at once, and hold it up.
 */
const IDLE_LIMIT_MS = 10 * 60_000;
/** Firewalls forget connections that are silent for some minutes; TCP itself proves these alive. */
const KEPT_ALIVE = { keepAlive: true, keepAliveInitialDelayMillis: 60_000 } as const;
/** The listener's connection is retried at this pace; meanwhile events arrive late, and none is lost. */
const LISTEN_AGAIN_MS = 1_000;
/**
 * The listener is proved alive at this pace: a connection that a firewall has dropped says nothing, and so does one on
 * which nothing happens.
 */
const PROVE_EVERY_MS = 30_000;
const PROOF_LIMIT_MS = 5_000;
/** SQLSTATEs of a prepared statement whose name the server does not know, or knows already. */
const NAME_UNKNOWN = '26000';
const NAME_TAKEN = '42P05';
/** The second is none: texts lie in it as they came. */
const HOLDS_EVERY_NAME: readonly string[] = ['UTF8', 'SQL_ASCII'];
/** One lock number for all of the service's migrations; any constant does, as long as it stays. */
const MIGRATION_LOCK = 811_045_193;

/**
 * A PostgreSQL server. Tables lie in the first schema of the connection's search path
 * (`?options=-c%20search_path%3Dname` in the address chooses one). Rejects with `DatabaseUnavailable` when the server
 * cannot be reached at all.
 */
export async function openPostgres(url: string, clock: Clock): Promise<Database> {
  const pool = new pg.Pool({
    connectionString: url,
    max: 10,
    idleTimeoutMillis: IDLE_LIMIT_MS,
    connectionTimeoutMillis: CONNECT_LIMIT_MS,
    query_timeout: ANSWER_LIMIT_MS,
    ...KEPT_ALIVE,
    application_name: 'extendsync',
    // As statements and not as start parameters: PgBouncer refuses those that it does not know. The driver reads times in ISO
    // form alone, whatever the database prefers.
    // oxlint-disable-next-line typescript/no-misused-promises -- pg-pool waits for the promise; its types do not say so.
    onConnect: async (client) => void (await client.query(`${LIMITED}; set datestyle = 'ISO'`)),
  });
  // A connection that breaks is replaced at the next use. Without a listener the process would end: the pool has one for those
  // that nobody holds, and takes it off for whoever does.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => void client.on('error', () => undefined));
  /** One on which something went wrong is not used again: it may be dead, or stand in a transaction, which ends with it. */
  const withClient = async <T>(work: (client: pg.PoolClient) => Promise<T>): Promise<T> => {
    const client = await pool.connect().catch(throwUnavailable);
    let isSound = false;
    try {
      const result = await work(client);
      isSound = true;
      return result;
    } finally {
      client.release(!isSound);
    }
  };

  const named = createNames();
  const database: Database = {
    query: async <Row extends object>(sql: string, values: readonly unknown[] = [], often?: 'often') => {
      const name = often && named.of(sql);
      try {
        return (await pool.query<Row>({ text: sql, values: [...values], name })).rows;
      } catch (error) {
        if (name === undefined || !named.areLost(error)) return throwUnavailable(error);
        return await database.query<Row>(sql, values);
      }
    },
    // Of several statements there are several results, which pg's types do not say.
    script: (sql) =>
      withClient(
        async (client) => [await ask<Record<string, unknown>>(client, sql)].flat().at(-1)?.rows ?? [],
      ),
    exclusively: (work) =>
      withClient(async (client) => {
        await ask(client, 'begin');
        // Another instance may have much to do, and is waited for as long as it takes.
        await ask(client, 'set local statement_timeout = 0');
        const locks = `select pg_advisory_xact_lock(${String(MIGRATION_LOCK)})`;
        await ask(client, { text: locks, query_timeout: NEVER_MS });
        await ask(client, LIMITED);
        const result = await work({
          query: (sql, values) => ask<Record<string, unknown>>(client, sql, values),
          script: async (sql) => void (await ask(client, sql)),
        });
        await ask(client, 'commit');
        return result;
      }),
    listen: (hear, onGap, onLost) => listen(url, clock, { hear, onGap, onLost }),
    close: () => atMost(CLOSE_LIMIT_MS, pool.end()),
  };
  try {
    // A pooler may stand in between that lets nobody begin a transaction.
    await withClient(async (client) => {
      await ask(client, 'begin');
      const { rows } = await ask<{ encoding: string }>(
        client,
        "select current_setting('server_encoding') as encoding",
      );
      await ask(client, 'commit');
      const { encoding = '' } = rows[0] ?? {};
      if (!HOLDS_EVERY_NAME.includes(encoding))
        throw new Error(`its encoding is ${encoding}, which cannot hold every name: make one in UTF8`);
    });
  } catch (error) {
    await pool.end();
    throw error;
  }
  return database;
}

/**
 * Names for statements that come often, under which each connection keeps what is worked out of them. A pooler in
 * transaction mode hands one connection's statements to another's server and may not follow the names
 * (https://www.pgbouncer.org/config.html#max_prepared_statements): nothing has been run then, and nothing is named any more.
 */
function createNames(): {
  of(sql: string): string | undefined;
  /** Whether it is for its name alone that a statement has failed. */
  areLost(error: unknown): boolean;
} {
  const names = new Map<string, string>();
  let areKept = true;
  return {
    of(sql) {
      if (!areKept) return undefined;
      // The same text has the same name on every server: whoever finds it there finds the right one.
      const name = names.get(sql) ?? `extendsync_${hash('sha256', sql).slice(0, 32)}`;
      names.set(sql, name);
      return name;
    },
    areLost(error) {
      const code = codeOf(error);
      const isLost = code === NAME_UNKNOWN || code === NAME_TAKEN;
      if (isLost) areKept = false;
      return isLost;
    },
  };
}

/** Keeps one connection listening; opens another when it breaks or falls silent. */
async function listen(
  url: string,
  clock: Clock,
  {
    hear,
    onGap,
    onLost,
  }: {
    readonly hear: (news: string) => void;
    readonly onGap: () => void;
    readonly onLost: (reason: string) => void;
  },
): Promise<() => Promise<void>> {
  let client: pg.Client | undefined;
  let isEnded = false;
  let cancelRetry = (): void => undefined;
  let cancelProof = (): void => undefined;

  const open = async (): Promise<void> => {
    const next = new pg.Client({
      connectionString: url,
      connectionTimeoutMillis: CONNECT_LIMIT_MS,
      ...KEPT_ALIVE,
    });
    let isLost = false;
    const lost = (cause?: unknown): void => {
      if (isLost) return;
      isLost = true;
      if (client === next) {
        client = undefined;
        cancelProof();
      }
      void next.end().catch(() => undefined);
      if (isEnded) return;
      cancelRetry = clock.after(LISTEN_AGAIN_MS, () => void reopen());
      onLost(reasonOf(cause));
    };
    const prove = (): void => {
      cancelProof = clock.after(PROVE_EVERY_MS, () => {
        const cancelLimit = clock.after(PROOF_LIMIT_MS, () => lost());
        cancelProof = cancelLimit;
        next.query('select 1').then(
          () => {
            cancelLimit();
            if (client === next && !isEnded) prove();
          },
          (error: unknown) => {
            cancelLimit();
            lost(error);
          },
        );
      });
    };
    next.on('error', lost);
    next.on('end', () => lost());
    next.on('notification', ({ payload }) => hear(payload ?? ''));
    try {
      await next.connect();
      await next.query(`listen ${CHANNEL}`);
    } catch (error) {
      lost(error);
      return throwUnavailable(error);
    }
    if (isEnded) {
      await next.end();
      return;
    }
    client = next;
    prove();
  };
  const reopen = async (): Promise<void> => {
    try {
      await open();
      onGap();
    } catch {
      // `open` has planned the next try.
    }
  };

  const end = async (): Promise<void> => {
    isEnded = true;
    cancelRetry();
    cancelProof();
    await atMost(CLOSE_LIMIT_MS, client?.end());
  };
  try {
    await open();
  } catch (error) {
    // Nobody has begun to listen: the start fails, and nothing goes on trying behind its back.
    await end();
    throw error;
  }
  return end;
}

const throwUnavailable = (error: unknown): never => {
  // What has no SQLSTATE never reached the server.
  throw isSqlState(codeOf(error)) ? asUnavailable(error) : unavailable(error);
};

async function atMost(limitMs: number, work: Promise<void> | undefined): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, limitMs);
  });
  await Promise.race([work, limit]).finally(() => clearTimeout(timer));
}

/** Without values it may be several statements. */
const ask = <Row extends object>(
  client: pg.PoolClient,
  sql: string | { readonly text: string; readonly query_timeout: number },
  values?: readonly unknown[],
): Promise<pg.QueryResult<Row>> => client.query<Row>(sql, values && [...values]).catch(throwUnavailable);
