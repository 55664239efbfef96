import { createHash } from 'node:crypto';
import type Postgrator from 'postgrator';
import { SettingsError } from '../settings-error';
import type { Database } from './database';
import { isMissingRight } from '../error-code';

interface Step {
  readonly version: number;
  readonly name: string;
  readonly sql: string;
}

/**
 * The tables, step by step. A step that has been released is never changed, only followed by another: its checksum is
 * compared at each start. They are text here and not files, so that the bundled service carries them.
 */
const STEPS: readonly Step[] = [
  {
    version: 1,
    name: 'requests-and-checks',
    sql: `
      create table requests (
        id_hash text primary key,
        tenant text not null,
        made_at timestamptz not null,
        expires_at timestamptz not null,
        opened_at timestamptz,
        withdrawn_at timestamptz,
        last_event integer not null default 0
      );
      create index requests_expires_at on requests (expires_at);

      create table request_events (
        id_hash text not null references requests on delete cascade,
        number integer not null,
        kind text not null,
        at timestamptz not null,
        primary key (id_hash, number)
      );

      create table attempts (
        nonce_hash text primary key,
        id_hash text not null references requests on delete cascade,
        expires_at timestamptz not null,
        used_at timestamptz
      );
      create index attempts_id_hash on attempts (id_hash);

      create table follow_ups (
        id_hash text not null references requests on delete cascade,
        tenant_id text not null,
        due_at timestamptz not null,
        primary key (id_hash, due_at)
      );
      create index follow_ups_due_at on follow_ups (due_at);

      create table tenant_hints (
        tenant_id text primary key,
        number integer not null,
        hinted_at timestamptz not null
      );

      create table tenant_checks (
        tenant_id text primary key,
        hint_number integer not null,
        checked_at timestamptz not null,
        facts jsonb not null
      );

      create table service_keys (
        name text primary key,
        value text not null,
        made_at timestamptz not null
      );

      create unlogged table rate_limits (
        key varchar(255) primary key,
        points integer not null default 0,
        expire bigint
      );
    `,
  },
  {
    version: 2,
    name: 'situation-of-a-request',
    sql: 'alter table requests add column situation text;',
  },
  {
    version: 3,
    name: 'domain-of-a-request',
    sql: 'alter table requests add column domain text;',
  },
  {
    version: 4,
    name: 'looks',
    sql: `
      create table looks (
        nonce_hash text primary key,
        reason text not null,
        tenant_id text,
        id_hash text references requests on delete cascade,
        situation text,
        reads_grants boolean not null,
        tries integer not null,
        code_verifier text not null,
        nonce text not null,
        expires_at timestamptz not null,
        used_at timestamptz
      );
      create index looks_id_hash on looks (id_hash);
      create index looks_expires_at on looks (expires_at);

      create table look_keys (
        key_hash text primary key,
        tenant_id text not null,
        expires_at timestamptz not null
      );

      create table tenant_looks (
        tenant_id text primary key,
        seen_at timestamptz not null,
        facts jsonb not null
      );

      create table tenant_situations (
        tenant_id text primary key,
        situation text not null,
        set_at timestamptz not null
      );

      create table spread_checks (
        tenant_id text primary key,
        situation text,
        has_read boolean not null,
        may_keep_situation boolean not null,
        began_at timestamptz not null,
        due_at timestamptz not null
      );

      alter table requests add column waiting_tenant_id text;
      create index requests_waiting_tenant_id on requests (waiting_tenant_id);
      alter table attempts add column situation text;
      alter table follow_ups alter column tenant_id drop not null;
    `,
  },
  {
    version: 5,
    name: 'ledger',
    sql: `
      create table tenants (
        tenant_id text primary key,
        name text,
        sort_name text collate "C" not null,
        state text not null,
        missing jsonb not null default '[]',
        situation text,
        proof text,
        since timestamptz not null,
        checked_at timestamptz,
        trouble text,
        trouble_at timestamptz,
        some_people_at timestamptz,
        granted_version integer,
        first_seen_at timestamptz not null,
        seen_by text not null,
        changes integer not null default 0,
        next_check_at timestamptz not null,
        deleted_at timestamptz
      );
      create index tenants_by_name on tenants (sort_name, tenant_id);
      create index tenants_by_since on tenants (since, tenant_id);
      create index tenants_by_checked on tenants (coalesce(checked_at, '-infinity'), tenant_id);
      create index tenants_by_seen on tenants (first_seen_at, tenant_id);
      create index tenants_by_state on tenants (state, sort_name, tenant_id);
      create index tenants_next_check_at on tenants (next_check_at, tenant_id) where deleted_at is null;

      create table tenant_domains (
        tenant_id text not null references tenants on delete cascade,
        domain text not null,
        seen_at timestamptz not null,
        primary key (tenant_id, domain)
      );

      create table tenant_history (
        tenant_id text not null references tenants on delete cascade,
        number integer not null,
        at timestamptz not null,
        state text not null,
        missing jsonb not null,
        situation text,
        proof text,
        set_version integer not null,
        to_tell boolean not null default false,
        primary key (tenant_id, number)
      );
      create index tenant_history_at on tenant_history (at);
      create index tenant_history_to_tell on tenant_history (at) where to_tell;

      create table webhook_failures (
        tenant_id text not null,
        number integer not null,
        address text not null,
        host text not null,
        failed_at timestamptz not null,
        status integer,
        again_at timestamptz,
        primary key (tenant_id, number, address),
        foreign key (tenant_id, number) references tenant_history on delete cascade
      );

      create table webhook_stops (
        address text primary key,
        stopped_at timestamptz not null
      );

      create table tenant_counts (
        day date not null,
        state text not null,
        count integer not null,
        primary key (day, state)
      );

      insert into tenants (tenant_id, sort_name, state, since, first_seen_at, seen_by, next_check_at)
      select tenant_id, tenant_id, 'could-not-tell', now(), now(), 'earlier-version', now() + random() * interval '1 day'
      from (
        select tenant_id from tenant_checks union select tenant_id from tenant_looks
        union select tenant_id from tenant_situations
      ) known;
      insert into tenant_domains (tenant_id, domain, seen_at)
      select waiting_tenant_id, domain, max(made_at) from requests
      where domain is not null and waiting_tenant_id in (select tenant_id from tenants)
      group by 1, 2;
    `,
  },
  {
    version: 6,
    name: 'failures-of-returns',
    sql: `
      alter table request_events add column failure text;
    `,
  },
  {
    version: 7,
    name: 'who-answered',
    sql: `
      alter table attempts add column is_answered boolean not null default false;
      alter table looks add column is_answered boolean not null default false;
      alter table spread_checks add column replaces text[] not null default '{}';
    `,
  },
];

const TABLE = 'extendsync_migrations';
const checksumOf = (step: Step): string => createHash('sha256').update(step.sql).digest('hex');

/** The steps as Postgrator has them from files. */
const migrationsOf = (steps: readonly Step[]): Postgrator.Migration[] =>
  steps.map((step) => ({
    version: step.version,
    action: 'do',
    filename: step.name,
    name: step.name,
    // Postgrator's name for the checksum; any digest will do.
    md5: checksumOf(step),
    getSql: () => step.sql,
  }));

/** How far the tables are, against what this version of the service needs. */
export interface MigrationState {
  /** The newest step that the database has had; 0 where it is empty. */
  readonly applied: number;
  readonly newest: number;
  /** Steps that the database has had in another form: it belongs to something else. */
  readonly foreign: readonly number[];
}

/**
 * Looks without changing anything, and only into the schema in which tables would be made: the search path may go on to
 * that of another installation.
 */
export async function migrationState(database: Database): Promise<MigrationState> {
  const newest = STEPS.at(-1)?.version ?? 0;
  const [table] = await database.query<{ name: string }>(
    `select name from (select quote_ident(current_schema()) || '.${TABLE}' as name) own
     where to_regclass(name) is not null`,
  );
  if (!table) return { applied: 0, newest, foreign: [] };
  const rows = await database.query<{ version: string | number; md5: string | null }>(
    `select version, md5 from ${table.name}`,
  );
  return {
    applied: Math.max(0, ...rows.map(({ version }) => Number(version))),
    newest,
    foreign: STEPS.filter((step) =>
      rows.some(({ version, md5 }) => Number(version) === step.version && md5 !== checksumOf(step)),
    ).map(({ version }) => version),
  };
}

/** For whoever runs the service: from PostgreSQL 15 on, only a database's owner may make tables in `public`. */
export const MAY_NOT_MAKE_TABLES =
  'Let it, as the owner of the database: grant usage, create on schema … to …; the schema is "public", where the role has no other.';

/**
 * Whether this role may make tables where it would make them
 * (https://www.postgresql.org/docs/current/ddl-schemas.html#DDL-SCHEMAS-PRIV).
 */
export async function mayMakeTables(database: Database): Promise<boolean> {
  const [row] = await database.query<{ may: boolean | null }>(
    "select has_schema_privilege(current_schema(), 'create') as may",
  );
  return row?.may === true;
}

/**
 * Brings the database's tables up to date; safe when several instances start at once. Throws a `SettingsError` where the role
 * may not.
 */
export async function migrate(database: Database): Promise<void> {
  try {
    await bringUpToDate(database);
  } catch (error) {
    if (!isMissingRight(error)) throw error;
    const cure = (await mayMakeTables(database))
      ? 'Let it be the owner of all tables in its schema: alter table … owner to …'
      : MAY_NOT_MAKE_TABLES;
    throw new SettingsError({
      DATABASE_URL: `the tables cannot be brought up to date (${error.message}). ${cure}`,
    });
  }
}

async function bringUpToDate(database: Database): Promise<void> {
  const { applied, newest, foreign } = await migrationState(database);
  // Nearly every start: there is nothing to do, and nothing to load for it.
  if (applied === newest && foreign.length === 0) return;
  const { default: Base } = await import('postgrator');
  /** Reads the steps from here instead of from files. */
  class EmbeddedPostgrator extends Base {
    override getMigrations(): Promise<Postgrator.Migration[]> {
      const migrations = migrationsOf(STEPS);
      // What the base class would have kept from the files.
      Object.assign(this, { migrations });
      return Promise.resolve(migrations);
    }
  }
  const [schema] = await database.query<{ name: string }>('select current_schema() as name');
  await database.exclusively(async (session) => {
    const postgrator = new EmbeddedPostgrator({
      driver: 'pg',
      ...(schema ? { currentSchema: schema.name } : {}),
      schemaTable: TABLE,
      execQuery: (sql) => session.query(sql),
      execSqlScript: (sql) => session.script(sql),
    });
    await postgrator.migrate();
  });
}
