import type { Database } from './database';

/** The schema in which the queue keeps its tables, and what this role may do there. */
export interface JobsSchema {
  readonly name: string;
  readonly isThere: boolean;
  /** Whether this role may make it, or work in the one that is there. */
  readonly isAllowed: boolean;
}

/** Looks without changing anything. */
export async function jobsSchema(database: Database): Promise<JobsSchema> {
  const [own] = await database.query<{ name: string | null }>('select current_schema() as name');
  const name = nameBeside(own?.name ?? 'public');
  // Who is not an owner may not give a queue its table, whatever else is granted.
  const [row] = await database.query<{ there: boolean; may: boolean }>(
    `select id is not null as there,
       case when id is null then has_database_privilege(current_database(), 'create')
       else has_schema_privilege(id, 'usage') and has_schema_privilege(id, 'create') and not exists (
         select from pg_class where relnamespace = id and relkind in ('r', 'p') and not pg_has_role(relowner, 'usage')
       ) end as may
     from (select to_regnamespace($1)::oid as id) schema`,
    [name],
  );
  return { name, isThere: row?.there === true, isAllowed: row?.may === true };
}

/** pg-boss writes the name unquoted. Installations that share a database by schemas share no jobs. */
function nameBeside(schema: string): string {
  const own = schema.toLowerCase().replace(/\W/g, '_');
  return own === 'public' ? 'extendsync_jobs' : `extendsync_jobs_${own}`.slice(0, 50);
}

/** What an operator is told where the role may not, and what they have to change. */
export const aboutMissingRight = ({
  name,
  isThere,
}: JobsSchema): { readonly because: string; readonly change: string } => ({
  because: `the role of DATABASE_URL may not ${isThere ? 'work in' : 'make'} the schema ${name}: organisations are not asked about again, and no webhook goes out`,
  change: isThere
    ? `make the role the owner of the schema ${name} and of all tables in it`
    : `grant create on database … to …; or, as who may: create schema ${name} authorization …`,
});
