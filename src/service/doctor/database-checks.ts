import path from 'node:path';
import { CHANNEL, DatabaseUnavailable, type Database } from '../database/database';
import { embeddedFolder } from '../database/embedded-folder';
import { ABOUT_DEAFNESS, newProof, PROOF_LIMIT_MS } from '../database/hearing';
import { aboutMissingRight, jobsSchema } from '../database/jobs-schema';
import { MAY_NOT_MAKE_TABLES, mayMakeTables, migrationState } from '../database/migrations';
import { ABOUT_SHORT_ROOM, isShortOfRoom } from '../database/room';
import type { DoctorWorld, Examination } from './examination';
import { failed, type Finding, ok, type Seen, sentence, warning, wordsOf } from './finding';

/** Opens the database once for its four checks, and changes nothing in it. */
export async function databaseChecks(examination: Examination): Promise<readonly Finding[]> {
  const { settings, world } = examination;
  const isEmbedded = settings.databaseUrl === undefined;
  if (isEmbedded && !world.exists(embeddedFolder(settings.dataDir))) {
    if (world.exists(settings.dataDir) && !world.mayWrite(settings.dataDir)) {
      return [{ check: 'database', ...(await notOpened(examination, 'this user may not use the folder')) }];
    }
    return [{ check: 'database', ...(await notThere(examination)) }];
  }
  let database: Database;
  try {
    database = await world.openDatabase(settings);
  } catch (error) {
    return [{ check: 'database', ...(await notOpened(examination, wordsOf(error))) }];
  }
  try {
    const where = isEmbedded ? settings.dataDir : 'PostgreSQL';
    return [
      { check: 'database', ...(await opened(database, where).catch(notRead)) },
      { check: 'migrations', ...(await migrations(database).catch(notRead)) },
      { check: 'jobs', ...(await jobs(database).catch(notRead)) },
      { check: 'listen', ...(await listen(database, world).catch(notHeard)) },
    ];
  } finally {
    await database.close();
  }
}

async function opened(database: Database, where: string): Promise<Seen> {
  if (await takesNoWrites(database))
    return failed(
      `The database opens (${where}), but takes no writes.`,
      'Name one in DATABASE_URL that does. This one is a standby, or default_transaction_read_only is on for it or for the role.',
    );
  return isShortOfRoom(database)
    ? warning(
        `The database opens (${where}), but ${ABOUT_SHORT_ROOM.because}.`,
        sentence(ABOUT_SHORT_ROOM.change),
      )
    : ok(`The database opens (${where}).`);
}

/** PostgreSQL says so of a standby as well (https://www.postgresql.org/docs/current/hot-standby.html). */
async function takesNoWrites(database: Database): Promise<boolean> {
  const [row] = await database.query<{ is_read_only: string }>(
    "select current_setting('transaction_read_only') as is_read_only",
  );
  return row?.is_read_only === 'on';
}

/**
 * Before the first start that is well where the folder is there or may be made; but a service that is ready has a folder, so
 * it is not this one.
 */
async function notThere(examination: Examination): Promise<Seen> {
  const { world, settings } = examination;
  const { dataDir } = settings;
  if (await isServiceReady(examination))
    return warning(
      `The running service has other settings: it is ready, and there is no database in ${dataDir}.`,
      'Run the doctor as the service is run: in its folder, as its user, with its DATA_DIR or DATABASE_URL.',
    );
  const parent = nearestIn(world, path.resolve(dataDir));
  return world.mayWrite(parent)
    ? ok(`The database will be made in ${dataDir} at the first start.`)
    : failed(
        `The database cannot be made in ${dataDir}: this user may not make a folder in ${parent}.`,
        'Name a folder in DATA_DIR that the service’s user may make or use, or make it and let that user own it.',
      );
}

/** The folder, or of those above it the first that is there. */
const nearestIn = (world: DoctorWorld, folder: string): string => {
  const above = path.dirname(folder);
  return world.exists(folder) || above === folder ? folder : nearestIn(world, above);
};

/** By its public address, or past it: a container often cannot reach its own public address. */
async function isServiceReady({ readyz, isReadyHere }: Examination): Promise<boolean> {
  const answer = await readyz();
  return (answer.ok && answer.status === 200) || (await isReadyHere());
}

/** A running service holds its embedded database, and says itself how it is. */
async function notOpened(examination: Examination, why: string): Promise<Seen> {
  const { settings } = examination;
  if (settings.databaseUrl !== undefined) {
    return failed(
      `The database cannot be opened: ${why}.`,
      'Check DATABASE_URL, and that this machine reaches the server.',
    );
  }
  return (await isServiceReady(examination))
    ? ok(`The running service holds ${settings.dataDir}, and says that it is ready.`)
    : failed(
        `The database cannot be opened: ${why}.`,
        'Do what it says. The doctor needs the service’s own user and DATA_DIR.',
      );
}

const notRead = (error: unknown): Seen =>
  failed(
    `The tables cannot be looked at: ${wordsOf(error)}.`,
    error instanceof DatabaseUnavailable
      ? 'See whether the server is up, and run the doctor again.'
      : 'Make the role of DATABASE_URL the owner of all tables in its schema.',
  );

const notHeard = (error: unknown): Seen =>
  failed(
    `LISTEN gets no connection: ${wordsOf(error)}.`,
    'Let the database give this service one more connection: see max_connections, and the connection limit of the role and of the pooler.',
  );

async function migrations(database: Database): Promise<Seen> {
  const { applied, newest, foreign } = await migrationState(database);
  if (foreign.length > 0) {
    return failed(
      `The tables were made by something else (step ${foreign.join(', ')}).`,
      'Give the service a database or a schema of its own.',
    );
  }
  if (applied > newest) {
    return warning(
      `A newer version has been here: step ${String(applied)}, and this one knows ${String(newest)}.`,
      'Nothing to do where you went back on purpose: this version runs on the newer tables. Else start the newer one.',
    );
  }
  // Later steps mostly change tables, which takes no right to make one.
  if (applied === 0 && !(await mayMakeTables(database))) {
    return failed('There are no tables, and this role may not make any.', MAY_NOT_MAKE_TABLES);
  }
  return applied < newest
    ? warning(
        `The tables are at step ${String(applied)} of ${String(newest)}.`,
        'Nothing to do: the service brings them up to date when it starts. Make a backup before.',
      )
    : ok(`The tables are up to date (step ${String(newest)}).`);
}

/** They lie in a schema of their own, which takes a right of its own. */
async function jobs(database: Database): Promise<Seen> {
  const schema = await jobsSchema(database);
  if (!schema.isAllowed) {
    const { because, change } = aboutMissingRight(schema);
    return failed(sentence(because), sentence(change));
  }
  return ok(
    schema.isThere
      ? `The jobs have their schema (${schema.name}).`
      : `The schema of the jobs, ${schema.name}, will be made at the first start.`,
  );
}

/** A NOTIFY of its own, in the form of the service's proofs, which every instance passes over. */
async function listen(database: Database, { clock }: Examination['world']): Promise<Seen> {
  const mark = newProof();
  let hear = (_isHeard: boolean): void => undefined;
  const heard = new Promise<boolean>((resolve) => {
    hear = resolve;
  });
  const end = await database.listen(
    (news) => {
      if (news === mark) hear(true);
    },
    () => undefined,
    () => undefined,
  );
  const cancel = clock.after(PROOF_LIMIT_MS, () => hear(false));
  try {
    await database.query('select pg_notify($1, $2)', [CHANNEL, mark]);
    return (await heard)
      ? ok('LISTEN hears.')
      : failed(
          'LISTEN hears nothing: events reach the panes seconds late.',
          `Change one: ${ABOUT_DEAFNESS['nothing-arrives'].change}.`,
        );
  } finally {
    cancel();
    await end();
  }
}
