import type { Database } from '../database/database';

/** Each takes the embedded database's thread for some tens of milliseconds. */
const READ_AT_ONCE = 1_000;
const WRITTEN_AT_ONCE = 100;
/**
 * Far more than a name has. Some letters are several once they are folded, and an entry of an index holds 2,704 bytes at most
 * (https://www.postgresql.org/docs/current/btree.html), three of them a letter here.
 */
const LONGEST = 512;

/**
 * A name as it is sorted and searched, and the letters that are searched for: whoever types it as it is written, in capitals
 * or without, finds it. It is made here for both. PostgreSQL's `lower` follows the server's locale, and leaves everything
 * beyond ASCII as it is where that is "C".
 */
export const folded = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    // What only the place in a word or the language decides: the sigma that ends one, and the dot on a Turkish capital I.
    .replaceAll('ς', 'σ')
    .replaceAll('i\u0307', 'i')
    .slice(0, LONGEST);

/**
 * Folds the names that an earlier version has written, or an instance of it that ran beside this one: it let PostgreSQL do
 * it. ASCII came out the same. A few rows are looked at in each statement, so that everything else has its turn in between.
 * @param goesOn false ends it before the next statement; the next start does the rest
 */
export async function foldNames(database: Database, goesOn: () => boolean): Promise<void> {
  let after = '';
  while (goesOn()) {
    const [part] = await database.query<{ readonly last: string | null; readonly rows: readonly NamedRow[] }>(
      `select max(tenant_id) as last, coalesce(
         json_agg(json_build_object('tenant_id', tenant_id, 'name', name, 'sort_name', sort_name)) filter (
           where octet_length(name) > char_length(name) or octet_length(sort_name) > char_length(sort_name)
         ), '[]') as rows
       from (
         select tenant_id, name, sort_name from tenants
         where tenant_id > $1 and name is not null order by tenant_id limit ${String(READ_AT_ONCE)}
       ) part`,
      [after],
    );
    if (!part || part.last === null) return;
    const old = part.rows.filter(({ name, sort_name }) => sort_name !== folded(name));
    for (let from = 0; from < old.length && goesOn(); from += WRITTEN_AT_ONCE)
      await write(database, old.slice(from, from + WRITTEN_AT_ONCE));
    after = part.last;
  }
}

interface NamedRow {
  readonly tenant_id: string;
  readonly name: string;
  readonly sort_name: string;
}

/** It waits for nobody: a row that somebody works on is written with its name folded. */
async function write(database: Database, rows: readonly NamedRow[]): Promise<void> {
  await database.query(
    `with old as (
       select t.tenant_id, f.folded from unnest($1::text[], $2::text[], $3::text[]) as f (tenant_id, name, folded)
       join tenants t on t.tenant_id = f.tenant_id and t.name = f.name for update of t skip locked
     )
     update tenants t set sort_name = old.folded from old where t.tenant_id = old.tenant_id`,
    [
      rows.map(({ tenant_id }) => tenant_id),
      rows.map(({ name }) => name),
      rows.map(({ name }) => folded(name)),
    ],
  );
}
