import { lstatSync, mkdtempSync, rmdirSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { setImmediate as othersTurn } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { PGlite } from '@electric-sql/pglite';
import { claimDataDir } from './data-dir-claim';
import { asUnavailable, CHANNEL, DatabaseUnavailable, type Database } from './database';
import { EMBEDDED_CURE, embeddedFolder } from './embedded-folder';
import { codeOf } from '../error-code';
import { SettingsError } from '../settings-error';
import { refusalOf } from '../system-refusal';
import { EMPTY_DATABASE, unpackEmptyDatabase } from './empty-database';
import { freeBytesAt } from './room';

/**
 * PostgreSQL takes 128 MB for its buffers, which this process would hold although the files behind them lie in the
 * system's memory already. With 16 MB it holds 140 MB less, and a list of 100,000 organisations is as fast. Of the files of its
 * log it keeps as many for the next time as the busiest hour took, up to 1 GB: with less, a checkpoint gives room back.
 */
const SMALL = {
  startParams: [...PGlite.defaultStartParams, '-c', 'shared_buffers=16MB', '-c', 'max_wal_size=96MB'],
};

/**
 * V8 compiles a function of WebAssembly once more, for speed, when it has computed this much: ten times the default of
 * Node 20's, with which a start computes a fifth more, for functions that hardly run again, and takes a tenth longer. Node 24's
 * default is 13 million.
 */
const COMPILE_AGAIN_AFTER = ['--wasm-tiering-budget=18000000'];
/**
 * The V8 of Node 24 takes 600 MB and a second or two to compile one of PostgreSQL's functions for speed, at every start: a
 * container of 512 MB ends there (https://github.com/nodejs/node/issues/63421). V8 12 and 14 take 60 MB. Without it, what reads
 * many rows computes twice as long; a pane's answer does not.
 */
const NEVER_COMPILE_AGAIN = ['--no-wasm-tier-up', '--no-wasm-dynamic-tiering'];
const V8_FLAGS = process.versions.v8.startsWith('13.') ? NEVER_COMPILE_AGAIN : COMPILE_AGAIN_AFTER;

/**
 * The embedded database. `dataDir` is the service's data folder (one process at a time); undefined keeps everything in
 * memory, for tests. Rejects with a `SettingsError` when another process uses the folder, or this user may not.
 */
export async function openPglite(dataDir: string | undefined): Promise<Database> {
  for (const flag of V8_FLAGS) setFlagsFromString(flag);
  if (dataDir === undefined) return overPglite(await startPglite(undefined), 'memory');
  try {
    mustBeOwn(dataDir);
    return await openFolder(dataDir);
  } catch (error) {
    throw refusalOf('DATA_DIR', path.resolve(dataDir), error);
  }
}

/**
 * PostgreSQL writes files at each start and each end, and who owns the others could not read what somebody else has written. So
 * neither a service nor a doctor that somebody else runs touches its folder. Not who runs it counts, as with PostgreSQL, but
 * whose a new folder there becomes: a share may give all of it to one user (all_squash in exports(5)).
 */
function mustBeOwn(dataDir: string): void {
  const folder = embeddedFolder(dataDir);
  const owner = statSync(folder, { throwIfNoEntry: false })?.uid;
  if (owner === undefined) return;
  const self = whoseIsNew(dataDir);
  if (owner === self) return;
  throw new SettingsError({
    DATA_DIR: `${path.resolve(folder)} belongs to another user (${String(owner)}) than what this one makes there (${String(self)}). Run it as that user; where this one is the service’s, give it the whole folder (chown -R)`,
  });
}

/** Where nothing can be made: who would make it. The system's refusal would have them give the folder to the wrong user. */
function whoseIsNew(dataDir: string): number {
  let made: string;
  try {
    made = mkdtempSync(path.join(dataDir, 'whose-'));
  } catch (error) {
    const self = process.getuid?.();
    if (codeOf(error) !== 'EACCES' || self === undefined) throw error;
    return self;
  }
  try {
    return statSync(made).uid;
  } finally {
    rmdirSync(made);
  }
}

async function openFolder(dataDir: string): Promise<Database> {
  const release = await claimDataDir(dataDir);
  const folder = embeddedFolder(dataDir);
  // Only where the system says that nothing has the name: what a first start leaves is taken away again.
  const isFirst = lstatSync(folder, { throwIfNoEntry: false }) === undefined;
  try {
    if (isFirst) unpackEmptyDatabase(EMPTY_DATABASE, folder);
    const opened = await startPglite(folder);
    return {
      ...overPglite(opened, path.resolve(dataDir), release),
      freeBytes: () => freeBytesAt(folder),
    };
  } catch (error) {
    // A database that was made in part none would open; nothing is in it yet.
    if (isFirst) rmSync(folder, { recursive: true, force: true });
    await release();
    throw error;
  }
}

/** PostgreSQL, and what it said last of something that it cannot go on after. */
interface Opened {
  readonly pglite: PGlite;
  readonly lastWords: () => string | undefined;
}

/** Rejects with a `SettingsError` where PostgreSQL does not start on what lies in the folder. */
async function startPglite(folder: string | undefined): Promise<Opened> {
  let lastWords: string | undefined;
  try {
    const pglite = await PGlite.create({
      ...SMALL,
      ...(folder === undefined ? {} : { dataDir: folder }),
      onStderr: (line) => {
        lastWords = /\b(?:FATAL|PANIC): +(.+)/.exec(line)?.[1] ?? lastWords;
        return false;
      },
    });
    return { pglite, lastWords: () => lastWords };
  } catch (error) {
    const refused = refusalOf('DATA_DIR', path.resolve(folder ?? ''), error);
    if (refused instanceof SettingsError) throw refused;
    const why = lastWords ?? (error instanceof Error ? error.message : String(error));
    throw new SettingsError({
      DATA_DIR: `the database in ${path.resolve(folder ?? '')} cannot be opened (${why}). ${EMBEDDED_CURE}`,
    });
  }
}

function overPglite(
  { pglite, lastWords }: Opened,
  place: string,
  release: () => Promise<void> = () => Promise.resolve(),
): Database {
  const end = watchEnd(pglite, (error) => {
    const words = lastWords() ?? String(error);
    const cure =
      'See that its disk has room and takes what is written. Where it ends again, put your backup back';
    return new SettingsError(
      { DATA_DIR: `the embedded database at ${place} has ended (${words}). ${cure}` },
      'The service cannot go on',
    );
  });
  const inTurn = createTurns();
  const execute = createPrepared(pglite);
  return {
    // It is the one process, and neither autovacuum nor the checkpointer is in it.
    needsUpkeep: true,
    ended: end.seen,
    query: async <Row extends object>(sql: string, values: readonly unknown[] = [], often?: 'often') =>
      inTurn(async () =>
        often ? execute<Row>(sql, values) : (await pglite.query<Row>(sql, [...values])).rows,
      ),
    script: (sql) =>
      inTurn(async () => {
        try {
          return (await pglite.exec(sql)).at(-1)?.rows ?? [];
        } catch (error) {
          // It has one connection: all others would stand in the transaction that the text has left open.
          await pglite.exec('rollback');
          throw error;
        }
      }),
    exclusively: (work) =>
      pglite.transaction((transaction) =>
        work({
          query: (sql, values = []) => transaction.query<Record<string, unknown>>(sql, [...values]),
          script: async (sql) => void (await transaction.exec(sql)),
        }),
      ),
    listen: async (hear) => {
      const stop = await pglite.listen(CHANNEL, hear);
      return async () => void (end.isThere() || (await stop()));
    },
    close: async () => {
      if (!end.isThere()) await pglite.close();
      await release();
    },
  };
}

/** What PostgreSQL's loop throws after an error of a statement, to go on from its beginning. */
const JUMP_BACK = 100;

/**
 * Where PostgreSQL cannot go on, as when its log has no room (PANIC), it ends its process. In this one it aborts in the middle of its
 * loop; PGlite passes over that, and the next statement computes for ever or is answered with nonsense
 * (`execProtocolRawSync` in https://github.com/electric-sql/pglite/blob/main/packages/pglite/src/pglite.ts). So nothing
 * reaches it from then on: each statement is refused.
 */
function watchEnd(
  pglite: PGlite,
  reasonOf: (error: unknown) => Error,
): { isThere(): boolean; readonly seen: Promise<Error> } {
  const { Module } = pglite;
  const turn = Module._PostgresMainLoopOnce;
  let isThere = false;
  let see = (_reason: Error): void => undefined;
  const seen = new Promise<Error>((resolve) => {
    see = resolve;
  });
  Module._PostgresMainLoopOnce = () => {
    try {
      turn();
    } catch (error) {
      if (statusOf(error) === JUMP_BACK) throw error;
      const reason = reasonOf(error);
      isThere = true;
      see(reason);
      const refuse = (): never => {
        throw new DatabaseUnavailable('the embedded database has ended', { cause: reason });
      };
      // Only what the jump throws gets out of PGlite's own loop; the other two it calls whatever happens.
      Module._PostgresMainLoopOnce = jump;
      Module._PostgresMainLongJmp = refuse;
      Module._PostgresSendReadyForQueryIfNecessary = refuse;
      Module._pgl_pq_flush = refuse;
      jump();
    }
  };
  return { isThere: () => isThere, seen };
}

const statusOf = (error: unknown): unknown =>
  typeof error === 'object' && error !== null && 'status' in error ? error.status : undefined;

function jump(): never {
  throw Object.assign(new Error('PostgreSQL has ended'), { status: JUMP_BACK });
}

/**
 * Statements whose plans PostgreSQL keeps. PGlite reads and plans each text anew, and speaks six times with PostgreSQL about
 * each: together that is two thirds of what a small statement costs.
 */
function createPrepared(
  pglite: PGlite,
): <Row extends object>(sql: string, values: readonly unknown[]) => Promise<readonly Row[]> {
  const names = new Map<string, string>();
  return async <Row extends object>(sql: string, values: readonly unknown[]) => {
    const known = names.get(sql);
    const name = known ?? `often_${String(names.size)}`;
    if (known === undefined) {
      await pglite.exec(`prepare ${name} as ${sql}`);
      names.set(sql, name);
    }
    const results = await pglite.exec(`execute ${name} (${values.map(literalOf).join(', ')})`);
    return (results as unknown as readonly { readonly rows: readonly Row[] }[])[0]?.rows ?? [];
  };
}

/** A value as it stands in a statement (https://www.postgresql.org/docs/current/arrays.html#ARRAYS-IO). */
function literalOf(value: unknown): string {
  const text = Array.isArray(value) ? `{${value.map(elementOf).join(',')}}` : textOf(value);
  return `'${text.includes("'") ? text.replaceAll("'", "''") : text}'`;
}

const SPECIAL = /["\\]/;
function elementOf(value: unknown): string {
  const text = textOf(value);
  return `"${SPECIAL.test(text) ? text.replaceAll(/["\\]/g, '\\$&') : text}"`;
}

function textOf(value: unknown): string {
  if (typeof value === 'string' || typeof value === 'number') return String(value);
  throw new TypeError('a statement that is run often takes texts, numbers and lists of them');
}

/**
 * One question after the other, and in between whatever else waits has its turn. PGlite computes on this very thread and
 * begins the next question before anything is read: a thousand at once would keep connections unread until Node calls
 * their clients too slow (S5).
 */
function createTurns(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const turn = last.then(work).catch((error: unknown) => {
      throw asUnavailable(error);
    });
    last = turn.then(
      () => othersTurn(),
      () => othersTurn(),
    );
    return turn;
  };
}
