import type { Database } from './database';
import { codeOf } from '../error-code';

/** A table that a moment ago was there: undefined_table and invalid_schema_name. */
const GONE: readonly unknown[] = ['42P01', '3F000'];
/** As autovacuum does by default, a table has its turn when so many of its rows, and a fifth, have changed. */
const CHANGED_AT_LEAST = 50;
/** Autovacuum's default too: until then nothing old has to be marked so, lest the numbers of transactions come round. */
const TRANSACTIONS_AT_MOST = 200_000_000;

/**
 * Does what a PostgreSQL server has processes for and a `needsUpkeep` database has not: gives the room of deleted rows free
 * for new ones (else each insert makes the file longer), and lets the log of what was written end at what is written (else
 * it is kept whole). A statement for each table, so that everything else has its turn in between.
 * @param goesOn false ends it before the next statement
 */
export async function keepUp(database: Database, goesOn: () => boolean): Promise<void> {
  if (!database.needsUpkeep) return;
  const tables = await database.query<{ readonly name: string }>(
    `select c.oid::regclass::text as name
     from pg_class c join pg_stat_all_tables s on s.relid = c.oid
     where c.relkind = 'r' and (
       greatest(s.n_dead_tup, s.n_mod_since_analyze) > ${String(CHANGED_AT_LEAST)} + s.n_live_tup / 5
       or age(c.relfrozenxid) > ${String(TRANSACTIONS_AT_MOST)}
     )
     order by c.oid`,
  );
  for (const { name } of tables) {
    if (!goesOn()) return;
    await database.query(`vacuum (analyze) ${name}`).catch((error: unknown) => {
      if (!GONE.includes(codeOf(error))) throw error;
    });
  }
  if (goesOn()) await database.query('checkpoint');
}
