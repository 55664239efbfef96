import type { Clock } from '../../ports';
import type { Database } from './database';
import { openPglite } from './pglite';
import { openPostgres } from './postgres';
import { SettingsError } from '../settings-error';

/** The database that the settings name. Throws a `SettingsError` when it cannot be opened. */
export async function openDatabase(
  settings: { readonly databaseUrl?: string; readonly dataDir: string },
  clock: Clock,
): Promise<Database> {
  const { databaseUrl, dataDir } = settings;
  if (databaseUrl === undefined) return openPglite(dataDir);
  try {
    return await openPostgres(databaseUrl, clock);
  } catch (error) {
    // The address holds a password: only the reason is told.
    const reason = reasonOf(error instanceof Error ? error.cause : undefined);
    throw new SettingsError({ DATABASE_URL: `the database cannot be opened (${reason})${cureOf(reason)}` });
  }
}

/**
 * PgBouncer refuses start parameters that it does not know (https://www.pgbouncer.org/config.html#ignore_startup_parameters).
 * The service sends none; the address may. Letting PgBouncer drop one would drop its effect too.
 */
function cureOf(reason: string): string {
  const parameter = /unsupported startup parameter(?: in options)?: ([\w.]+)/.exec(reason)?.[1];
  if (parameter === undefined) return '';
  return `. PgBouncer does not know it: take ${parameter} out of the address, and give what it says to the role, with "alter role … set …"`;
}

/** The driver's words for it; a refusal at several addresses has a code and no words. */
function reasonOf(cause: unknown): string {
  if (typeof cause !== 'object' || cause === null) return 'no answer';
  const message = 'message' in cause && typeof cause.message === 'string' ? cause.message : '';
  const code = 'code' in cause && typeof cause.code === 'string' ? cause.code : '';
  return message || code || 'no answer';
}
