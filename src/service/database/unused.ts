import type { Database } from './database';

/**
 * Whether no service has left anything in it that lasts. So it is at a first start, and where the settings or the machine lead
 * to another place than before: a volume that is not there looks like an empty folder.
 */
export async function isUnused(database: Database): Promise<boolean> {
  const [row] = await database.query<{ is_unused: boolean }>(
    // Where STATE_KEY is given, no key of the service's own is made.
    `select not (exists (select from service_keys) or exists (select from tenants) or exists (select from requests)) as is_unused`,
  );
  return row?.is_unused === true;
}

/** What an operator is told of it, and what they have to see to. */
export const ABOUT_UNUSED = {
  because: 'the database holds nothing yet, as at a first start',
  change:
    'where this service has run before, stop it, and see that the volume of DATA_DIR is there, or that DATABASE_URL names the database of before',
} as const;
