import type PgBoss from 'pg-boss';
import type { Database, Session } from './database';
import { isMissingRight } from '../error-code';
import { KEPT_WAITING_DAYS, setRight, takeOfLane } from './job-statements';
import { aboutMissingRight, jobsSchema } from './jobs-schema';

/** A job is kept so long after its end: whoever puts it again within that time puts nothing. */
const ENDED_KEPT_S = 2 * 24 * 60 * 60;

/**
 * pg-boss says so although the schema is there, and PostgreSQL asks for the right to make one before it looks whether there
 * is anything to make: whoever has been given the schema needs no such right.
 */
const MAKES_SCHEMA = /create schema if not exists \w+\s*;/i;

/** How the jobs of one name are done. */
export interface QueueRules {
  /** Whether at most one of them is done at a time, by all instances together, and at most one waits. */
  readonly isSingle?: true;
  /** A job that has not ended after this long was lost with its process, and is tried again. */
  readonly expireInSeconds: number;
  readonly retryLimit: number;
  /** The wait before the second try; it doubles from try to try. */
  readonly retryDelayS?: number;
  /** The queue that takes the jobs whose tries are used up. */
  readonly deadLetter?: string;
}

export interface Job {
  readonly id: string;
  readonly data: unknown;
  /** Why its last try failed, as `failed` was told. */
  readonly output: unknown;
}

/** Some of the jobs of one name, by a field of their data. */
export interface Lane {
  readonly field: string;
  readonly values: readonly string[];
  /** The jobs whose field holds none of the values, instead of those in which it is one of them. */
  readonly isOfOthers?: true;
}

/**
 * Jobs that outlive processes, in the database: pg-boss, of which nothing runs by itself. It keeps its tables in a schema
 * of its own beside the service's. Each call is a statement or a text of statements of its own, so a pooler in transaction
 * mode does no harm.
 */
export interface JobQueue {
  /** Puts jobs; one whose id is there already is not put again. */
  put(name: string, jobs: readonly { readonly id?: string; readonly data: object }[]): Promise<void>;
  /** Takes jobs whose time has come; no other instance gets them. */
  take(name: string, atMost: number, lane?: Lane): Promise<readonly Job[]>;
  done(name: string, id: string): Promise<void>;
  /** A try that failed; `why` is kept with the job. */
  failed(name: string, id: string, why: object): Promise<void>;
  /** Gives the jobs of lost processes free, also where a clock was ahead, and takes out what ended long ago. */
  tidy(): Promise<void>;
}

/** The database's role may not do what the queue needs. */
export class JobsNotAllowed extends Error {
  override readonly name = 'JobsNotAllowed';
  constructor(
    /** For operators: what does not work now, and what they have to change. */
    readonly about: { readonly because: string; readonly change: string },
    /** In the database's own words. */
    readonly reason: string,
  ) {
    super(about.because);
  }
}

/**
 * Opens the queue, and makes its tables where there are none. Nothing needs to be closed. Rejects with `JobsNotAllowed`
 * where the role may not; once it may, opening again is all that it takes.
 */
export async function openJobQueue(
  ...parts: [
    database: Database,
    queues: Readonly<Record<string, QueueRules>>,
    onTrouble: (error: unknown) => void,
  ]
): Promise<JobQueue> {
  try {
    return await open(...parts);
  } catch (error) {
    if (!isMissingRight(error)) throw error;
    throw new JobsNotAllowed(aboutMissingRight(await jobsSchema(parts[0])), error.message);
  }
}

async function open(
  database: Database,
  queues: Readonly<Record<string, QueueRules>>,
  onTrouble: (error: unknown) => void,
): Promise<JobQueue> {
  // A start has better things to do than to load it, and rounds begin seconds later.
  const { default: Boss } = await import('pg-boss');
  let session: Session | undefined;
  const { name: schema } = await jobsSchema(database);
  // One instance at a time: pg-boss looks for its schema before it waits for its lock, and a connection that has just found
  // none believes that for a moment longer.
  await database.exclusively(async (own) => {
    const { rows } = await own.query('select to_regnamespace($1) is null as missing', [schema]);
    // What is missing may just have been made by an instance of the same right.
    if (rows[0]?.['missing'] === true) await own.query(`create schema if not exists ${schema}`);
  });
  const boss = new Boss({
    schema,
    db: {
      executeSql: async (text: string, values?: unknown[]) => {
        if (session !== undefined) return session.query(text, values);
        return {
          rows: [
            ...(values === undefined
              ? await database.script(text.replace(MAKES_SCHEMA, ''))
              : await database.query(text, values)),
          ],
        };
      },
    },
    // Its own timers and workers would not be awaited at the stop, and a statement that fails in them ends the process.
    schedule: false,
    supervise: false,
    archiveCompletedAfterSeconds: ENDED_KEPT_S,
    deleteAfterDays: 7,
  });
  boss.on('error', onTrouble);
  await boss.start();
  // Each queue is a table, and two instances that make theirs at once would wait for each other: PostgreSQL ends one.
  await database.exclusively(async (own) => {
    session = own;
    try {
      for (const [name, rules] of Object.entries(queues)) await makeQueue(boss, name, rules);
    } finally {
      session = undefined;
    }
  });
  return {
    // In one order: two instances that put the same jobs never wait for each other.
    put: (name, jobs) =>
      boss.insert(
        jobs.toSorted((a, b) => ((a.id ?? '') < (b.id ?? '') ? -1 : 1)).map((job) => ({ name, ...job })),
      ),
    take: (name, atMost, lane) =>
      lane === undefined
        ? boss.fetch<unknown>(name, { batchSize: atMost, includeMetadata: true })
        : database.query<Job>(takeOfLane(schema), [
            name,
            atMost,
            lane.field,
            lane.values,
            lane.isOfOthers === true,
          ]),
    done: (name, id) => boss.complete(name, id),
    failed: (name, id, why) => boss.fail(name, id, why),
    tidy: async () => {
      await database.query(setRight(schema));
      await boss.maintain();
    },
  };
}

/** Takes out the jobs with these data, also those that ended; nobody is told of the ones that are under way. */
export async function forgetJobs(database: Database, data: object): Promise<void> {
  const { name: schema } = await jobsSchema(database);
  // None where nothing has been put yet. The catalogue tells it of another's schema too, where `to_regclass` is refused.
  const tables = await database.query<{ readonly name: string }>(
    `select relname as name from pg_class where relnamespace = to_regnamespace($1) and relname in ('job', 'archive')`,
    [schema],
  );
  for (const { name } of tables)
    await database.query(`delete from ${schema}.${name} where data @> $1::jsonb`, [JSON.stringify(data)]);
}

async function makeQueue(
  boss: PgBoss,
  name: string,
  { isSingle, expireInSeconds, retryLimit, retryDelayS, deadLetter }: QueueRules,
): Promise<void> {
  const rules: PgBoss.Queue = {
    name,
    policy: isSingle ? 'stately' : 'standard',
    expireInSeconds,
    retryLimit,
    retentionMinutes: KEPT_WAITING_DAYS * 24 * 60,
    ...(retryDelayS === undefined ? {} : { retryDelay: retryDelayS, retryBackoff: true }),
    ...(deadLetter === undefined ? {} : { deadLetter }),
  };
  await boss.createQueue(name, rules);
  // One that an earlier version made learns today's numbers.
  await boss.updateQueue(name, rules);
}
