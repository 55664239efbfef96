import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import pg from 'pg';
import { systemClock } from '../../../src/service/clock';
import type { Database } from '../../../src/service/database/database';
import { migrate } from '../../../src/service/database/migrations';
import { openPostgres } from '../../../src/service/database/postgres';
import { startPostgres, type ThrowAwayDatabase } from '../../tools/postgres';
import { openEmbedded } from './embedded-database';

export type DatabaseKind = 'pglite' | 'postgres';

/** Every kind of database that can run here. PGlite always can. */
export const DATABASE_KINDS: readonly DatabaseKind[] = [
  'pglite',
  ...(process.env['TEST_DATABASE_URL'] || existsSync('/usr/lib/postgresql') ? (['postgres'] as const) : []),
];

/** Empty databases, one after the other, from one server. */
export interface DatabaseServer {
  /**
   * A database without tables; whatever was opened before is closed (PGlite) or untouched (Postgres). `others`: schemas
   * that its search path names after its own.
   */
  empty(others?: readonly string[]): Promise<EmptyDatabase>;
  /**
   * A database with the service's tables and nothing in them. It is the same one each time, since making the tables takes
   * longer than most stories; a story that has changed them is followed by a new one.
   */
  withTables(): Promise<EmptyDatabase>;
  stop(): Promise<void>;
}

export interface EmptyDatabase {
  readonly database: Database;
  /** Another connection to the same database, as another instance of the service has it. Postgres only. */
  another(): Promise<Database>;
  /** Set for Postgres. */
  readonly url?: string;
}

/** Takes everything out of a database whose tables stand: a new one for each story takes much longer. Keys stay. */
export async function emptyTables(database: Database): Promise<void> {
  const tables = await database.query<{ readonly name: string }>(
    `select quote_ident(tablename) as name from pg_tables
     where schemaname = current_schema() and tablename not in ('extendsync_migrations', 'service_keys')`,
  );
  await database.script(tables.map(({ name }) => `delete from ${name};`).join(' '));
}

export const startDatabases = (kind: DatabaseKind): Promise<DatabaseServer> =>
  kind === 'pglite' ? startPgliteDatabases() : startPostgresDatabases();

const START_LIMIT_MS = 90_000;

/**
 * For all stories of a `describe`, one database with the service's tables, which are empty before each.
 * @param opened hears of it once, before the first
 */
export function onEmptyTables(kind: DatabaseKind, opened: (database: Database) => void): void {
  let databases: DatabaseServer;
  let database: Database;
  beforeAll(async () => {
    databases = await startDatabases(kind);
    ({ database } = await databases.withTables());
    opened(database);
  }, START_LIMIT_MS);
  beforeEach(() => emptyTables(database));
  afterAll(() => databases.stop());
}

const schemaName = (): string => `test_${randomBytes(6).toString('hex')}`;

/** One PGlite for a whole file, since starting it takes seconds; each database is a schema of it. */
async function startPgliteDatabases(): Promise<DatabaseServer> {
  const pglite = await openEmbedded();
  const served = async (
    make: (schema: string) => string,
    others: readonly string[] = [],
  ): Promise<EmptyDatabase> => {
    const schema = schemaName();
    await pglite.query(make(schema));
    await pglite.query(`set search_path to ${[schema, ...others].join(', ')}`);
    return {
      database: { ...pglite, close: () => Promise.resolve() },
      another: () => Promise.reject(new Error('PGlite serves one process')),
    };
  };
  const empty = (others?: readonly string[]): Promise<EmptyDatabase> =>
    served((schema) => `create schema ${schema}`, others);
  let isUntouched = true;
  return {
    empty,
    withTables: keepTables(() => {
      if (!isUntouched) return empty();
      isUntouched = false;
      // The tables that it was opened with are as good as new ones.
      return served((schema) => `alter schema public rename to ${schema}`);
    }),
    stop: () => pglite.close(),
  };
}

async function startPostgresDatabases(): Promise<DatabaseServer> {
  const server: ThrowAwayDatabase | undefined = await startPostgres();
  if (!server) throw new Error('PostgreSQL is not installed');
  const opened: Database[] = [];
  const open = async (url: string): Promise<Database> => {
    const database = await openPostgres(url, systemClock);
    opened.push(database);
    return database;
  };
  const empty = async (others: readonly string[] = []): Promise<EmptyDatabase> => {
    const schema = schemaName();
    const admin = new pg.Client({ connectionString: server.databaseUrl });
    await admin.connect();
    await admin.query(`create schema ${schema}`);
    await admin.end();
    const url = new URL(server.databaseUrl);
    url.searchParams.set('options', `-c search_path=${[schema, ...others].join(',')}`);
    return { database: await open(url.href), another: () => open(url.href), url: url.href };
  };
  return {
    empty,
    withTables: keepTables(empty),
    async stop() {
      await Promise.all(opened.map((database) => database.close().catch(() => undefined)));
      await server.stop();
    },
  };
}

/** Makes the service's tables once, and empties them each time after. */
function keepTables(empty: () => Promise<EmptyDatabase>): () => Promise<EmptyDatabase> {
  let kept: { readonly made: EmptyDatabase; readonly columns: string } | undefined;
  return async () => {
    if (kept !== undefined && (await columnsOf(kept.made.database)) === kept.columns) {
      await emptyTables(kept.made.database);
      await dropJobs(kept.made.database);
      return kept.made;
    }
    const made = await empty();
    await migrate(made.database);
    kept = { made, columns: await columnsOf(made.database) };
    return made;
  };
}

async function columnsOf(database: Database): Promise<string> {
  const [row] = await database.query<{ columns: string | null }>(`
    select string_agg(concat_ws(' ', relname, attname, atttypid, attnotnull), ',' order by relname, attnum) as columns
    from pg_class join pg_attribute on attrelid = pg_class.oid
    where relnamespace = current_schema()::regnamespace and relkind = 'r' and attnum > 0 and not attisdropped`);
  return row?.columns ?? '';
}

/** Whoever needs the jobs makes their schema anew. */
async function dropJobs(database: Database): Promise<void> {
  const [schema] = await database.query<{ readonly name: string }>(
    "select quote_ident(nspname) as name from pg_namespace where nspname = 'extendsync_jobs_' || current_schema()",
  );
  if (schema) await database.script(`drop schema ${schema.name} cascade`);
}
