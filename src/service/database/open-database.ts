import { urlOf } from '../../core/fields';
import type { Clock } from '../../ports';
import { DatabaseUnavailable, type Database } from './database';
import { EMBEDDED_CURE } from './embedded-folder';
import { isOvertaken, reasonOf } from '../error-code';
import { SettingsError } from '../settings-error';

/** PGlite finds its parts by an address that it makes of its own path. There these end the path, or stand for something else. */
const MISREAD = /[#?%]/;

/** The database that the settings name; the driver of the other kind is not even loaded. Throws a `SettingsError` when it cannot be opened. */
export async function openDatabase(
  settings: { readonly databaseUrl?: string | undefined; readonly dataDir: string },
  clock: Clock,
  program = __dirname,
): Promise<Database> {
  const { databaseUrl, dataDir } = settings;
  if (databaseUrl === undefined) {
    if (MISREAD.test(program)) {
      throw new SettingsError({
        DATABASE_URL: `is missing, and the embedded database cannot be started from ${program}: it does not find itself below a folder with #, ? or % in its name. Rename that folder, or give DATABASE_URL`,
      });
    }
    const { openPglite } = await import(/* webpackMode: "eager" */ './pglite');
    return openPglite(dataDir);
  }
  if (urlOf(databaseUrl)?.hash) throw new SettingsError({ DATABASE_URL: MISWRITTEN });
  const { openPostgres } = await import(/* webpackMode: "eager" */ './postgres');
  try {
    return repeating(await openPostgres(databaseUrl, clock));
  } catch (error) {
    throw notUsable(settings, error);
  }
}

/** After a `#` nothing is read: what stood before it in a password was taken for a host, and would be told as one. */
const MISWRITTEN =
  'is no address: in user and password write each sign but letters, digits, -, ., _ and ~ by its number, as %40 for @, %2F for / and %23 for #';

type Named = { readonly databaseUrl?: string | undefined; readonly dataDir: string };

/** Why the database cannot be used, as the fault of the setting that names it. */
function notUsable({ databaseUrl, dataDir }: Named, error: unknown, cure = ''): SettingsError {
  const cause = error instanceof DatabaseUnavailable ? error.cause : error;
  if (cause instanceof SettingsError) return cause;
  const reason = reasonOf(cause);
  if (reason === 'Invalid URL') return new SettingsError({ DATABASE_URL: MISWRITTEN });
  return databaseUrl === undefined
    ? new SettingsError({ DATA_DIR: `the database in ${dataDir} cannot be used (${reason})${cure}` })
    : // The address holds a password: only the reason is told.
      new SettingsError({ DATABASE_URL: `the database cannot be used (${reason})${cureOf(reason) || cure}` });
}

/** What a database refuses at a start, after it was opened, likewise. Anything else stays what it is. */
export function refusalAtStart(settings: Named, error: unknown): unknown {
  // Both drivers give an error of PostgreSQL's its severity.
  const isOfDatabase =
    error instanceof DatabaseUnavailable || (error instanceof Error && 'severity' in error);
  if (!isOfDatabase) return error;
  return notUsable(
    settings,
    error,
    settings.databaseUrl === undefined
      ? `. ${EMBEDDED_CURE}`
      : '. See that it is no read-only copy, and that this role may write in it',
  );
}

/** So often a statement is begun that others overtake. */
const BEGUN_AT_MOST = 3;

/**
 * A statement is a transaction of its own: PostgreSQL has rolled back the one that it ended so that another can go on, and it
 * may be asked again. It stands around the driver, so that tests see what is repeated here.
 */
function repeating(database: Database): Database {
  return {
    ...database,
    async query<Row extends object>(...statement: Parameters<Database['query']>) {
      for (let begun = 1; ; begun += 1) {
        try {
          return await database.query<Row>(...statement);
        } catch (error) {
          const isOver = begun === BEGUN_AT_MOST || !(error instanceof DatabaseUnavailable);
          if (isOver || !isOvertaken(error.cause)) throw error;
        }
      }
    },
  };
}

// As PgBouncer words it (https://github.com/pgbouncer/pgbouncer/blob/master/src/server.c).
const STATEMENT_MODE = /statement pooling/i;

/**
 * PgBouncer refuses start parameters that it does not know (https://www.pgbouncer.org/config.html#ignore_startup_parameters).
 * The service sends none; the address may. Letting PgBouncer drop one would drop its effect too.
 */
function cureOf(reason: string): string {
  if (STATEMENT_MODE.test(reason)) {
    return '. PgBouncer is set to pool_mode = statement, in which nobody can begin a transaction: set pool_mode = session for this database';
  }
  const parameter = /unsupported startup parameter(?: in options)?: ([\w.]+)/.exec(reason)?.[1];
  if (parameter === undefined) return '';
  return `. PgBouncer does not know it: take ${parameter} out of the address, and give what it says to the role, with "alter role … set …"`;
}
