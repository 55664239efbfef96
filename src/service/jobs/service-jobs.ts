import type { Clock } from '../../ports';
import type { Database } from '../database/database';
import { JobsNotAllowed, type JobQueue, type openJobQueue, type QueueRules } from '../database/job-queue';
import { LONGEST_SWEEP_MS, type TenantSweep } from '../ledger/tenant-sweep';
import { WEBHOOK_QUEUES, type Webhooks } from '../webhooks/webhooks';
import { createRounds } from '../rounds';

/** Nothing is so urgent that the database should be asked more often; what has just happened wakes a round. */
const ROUND_MS = 60_000;
/** A start has better things to do, and a short life needs no jobs. */
const FIRST_ROUND_MS = 10_000;
/** A wait, and not a time of day: a clock that is set back would end it for as long as it was ahead. */
const TIDY_EVERY_MS = 5 * ROUND_MS;
const SWEEP = 'sweep';

/** What the service does without being asked, for all instances together. */
export interface ServiceJobs {
  start(): void;
  /** There is something to tell. */
  wakeWebhooks(): void;
  /** Set while the database's role may not do what the jobs need. */
  hindrance(): JobsNotAllowed | undefined;
  /** Resolves when nothing is under way. */
  stop(): Promise<void>;
}

/** Where no queue is opened, nothing is done: the tests' services answer, and do nothing else. */
export function createServiceJobs(parts: {
  readonly database: Database;
  readonly clock: Clock;
  readonly openQueue: typeof openJobQueue | undefined;
  readonly sweep: TenantSweep;
  readonly webhooks: Webhooks | undefined;
  /** Called when the database's role turns out not to have the right, and when it has got it. */
  readonly onHindrance: (hindrance: JobsNotAllowed | undefined) => void;
  readonly onTrouble: (error: unknown) => void;
}): ServiceJobs {
  const { database, clock, openQueue, sweep, webhooks, onHindrance, onTrouble } = parts;
  if (openQueue === undefined)
    return {
      start: () => undefined,
      wakeWebhooks: () => undefined,
      hindrance: () => undefined,
      stop: () => Promise.resolve(),
    };

  let hindrance: JobsNotAllowed | undefined;
  const become = (next: JobsNotAllowed | undefined): void => {
    const isNew = next?.message !== hindrance?.message;
    hindrance = next;
    if (isNew) onHindrance(next);
  };
  let opened: Promise<JobQueue | undefined> | undefined;
  /** Undefined where the role may not. A database that is away, or gives the right later, is asked again in the next round. */
  const queue = (): Promise<JobQueue | undefined> => {
    opened ??= openQueue(database, QUEUES, onTrouble).then(
      (jobs) => {
        become(undefined);
        return jobs;
      },
      (error: unknown) => {
        opened = undefined;
        if (!(error instanceof JobsNotAllowed)) throw error;
        become(error);
        return undefined;
      },
    );
    return opened;
  };
  const every = { clock, firstInMs: FIRST_ROUND_MS, everyMs: ROUND_MS, onTrouble };

  // Beside the sweeps, which take minutes: the webhooks of a lost process wait for it.
  const tidyings = createRounds({
    ...every,
    everyMs: TIDY_EVERY_MS,
    async work() {
      const jobs = await queue();
      if (jobs) await jobs.tidy();
    },
  });
  const sweeps = createRounds({
    ...every,
    async work() {
      const jobs = await queue();
      if (!jobs) return;
      if (await sweep.isDue()) await jobs.put(SWEEP, [{ data: {} }]);
      // Whoever gets the one job sweeps; it may be another instance's, or one that was lost with its process.
      for (const { id } of await jobs.take(SWEEP, 1)) {
        try {
          await sweep.sweepOnce();
        } finally {
          await jobs.done(SWEEP, id);
        }
      }
    },
  });
  const tellings = (webhooks?.lanes ?? []).map((tell) =>
    createRounds({
      ...every,
      async work() {
        const jobs = await queue();
        if (jobs) await tell(jobs);
      },
    }),
  );

  const collectings = createRounds({
    ...every,
    async work() {
      const jobs = webhooks && (await queue());
      if (!jobs) return;
      await webhooks.collect(jobs);
      for (const telling of tellings) telling.wake();
    },
  });
  const all = [tidyings, sweeps, collectings, ...tellings];
  return {
    start() {
      for (const rounds of all) rounds.start();
    },
    wakeWebhooks: () => collectings.wake(),
    hindrance: () => hindrance,
    async stop() {
      await Promise.all(all.map((rounds) => rounds.stop()));
    },
  };
}

export const QUEUES: Readonly<Record<string, QueueRules>> = {
  // The next run does what a lost one has left: trying it again would only wait for it.
  [SWEEP]: { isSingle: true, expireInSeconds: (2 * LONGEST_SWEEP_MS) / 1_000, retryLimit: 0 },
  ...WEBHOOK_QUEUES,
};
