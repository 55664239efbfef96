import { existsSync } from 'node:fs';
import path from 'node:path';
import { setImmediate as othersTurn } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { PGlite } from '@electric-sql/pglite';
import { claimDataDir } from './data-dir-claim';
import { CHANNEL, type Database } from './database';
import { embeddedFolder } from './embedded-folder';
import { refusalOf } from '../system-refusal';
import { EMPTY_DATABASE, unpackEmptyDatabase } from './empty-database';

/**
 * PostgreSQL takes 128 MB for its buffers, which this process would hold although the files behind them lie in the
 * system's memory already. With 16 MB it holds 140 MB less, and a list of 100,000 organisations is as fast.
 */
const SMALL = { startParams: [...PGlite.defaultStartParams, '-c', 'shared_buffers=16MB'] };

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
  if (dataDir === undefined) return overPglite(await PGlite.create(SMALL));
  try {
    return await openFolder(dataDir);
  } catch (error) {
    throw refusalOf('DATA_DIR', path.resolve(dataDir), error);
  }
}

async function openFolder(dataDir: string): Promise<Database> {
  const release = await claimDataDir(dataDir);
  try {
    const folder = embeddedFolder(dataDir);
    if (!existsSync(folder)) unpackEmptyDatabase(EMPTY_DATABASE, folder);
    const pglite = await PGlite.create(folder, SMALL);
    return overPglite(pglite, release);
  } catch (error) {
    await release();
    throw error;
  }
}

function overPglite(pglite: PGlite, release: () => Promise<void> = () => Promise.resolve()): Database {
  const inTurn = createTurns();
  const execute = createPrepared(pglite);
  return {
    // It is the one process, and neither autovacuum nor the checkpointer is in it.
    needsUpkeep: true,
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
    listen: (hear) => pglite.listen(CHANNEL, hear),
    close: async () => {
      await pglite.close();
      await release();
    },
  };
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
    const turn = last.then(work);
    last = turn.then(
      () => othersTurn(),
      () => othersTurn(),
    );
    return turn;
  };
}
