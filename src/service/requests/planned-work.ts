import type { Clock } from '../../ports';

/** Timers are planned at most so far ahead; the plan is then made anew. */
const LONGEST_PLAN_MS = 5 * 60_000;
/** After trouble with the database. */
const TRY_AGAIN_MS = 5_000;

/** Work whose times lie in the database, so that a restart goes on with it, and so does another instance. */
export interface PlannedWork {
  /** Looks at the plan, after it was changed. */
  plan(): Promise<void>;
  /** Does what is overdue, and goes on. */
  start(): Promise<void>;
  /** Resolves when nothing is under way any more. */
  stop(): Promise<void>;
}

export function createPlannedWork(parts: {
  readonly clock: Clock;
  /** When the next piece of work is due; undefined while there is none. */
  readonly nextDueAtMs: () => Promise<number | undefined>;
  /** Takes what is due out of the plan and does it. */
  readonly takeDue: () => Promise<void>;
  readonly onTrouble: (error: unknown) => void;
}): PlannedWork {
  const { clock, nextDueAtMs, takeDue, onTrouble } = parts;
  let cancelTimer = (): void => undefined;
  let isStopped = false;
  let working: Promise<void> = Promise.resolve();

  /** Runs one step after the other, never two at once. */
  const enqueue = (step: () => Promise<void>): Promise<void> => {
    working = working.then(async () => {
      if (isStopped) return;
      try {
        await step();
      } catch (error) {
        onTrouble(error);
        if (!isStopped) wakeIn(TRY_AGAIN_MS);
      }
    });
    return working;
  };
  const wakeIn = (ms: number): void => {
    cancelTimer();
    cancelTimer = clock.after(ms, () => void enqueue(work));
  };
  const plan = async (): Promise<void> => {
    const dueAtMs = await nextDueAtMs();
    cancelTimer();
    if (dueAtMs !== undefined && !isStopped)
      wakeIn(Math.min(Math.max(dueAtMs - clock.now(), 0), LONGEST_PLAN_MS));
  };
  const work = async (): Promise<void> => {
    await takeDue();
    await plan();
  };

  return {
    plan: () => enqueue(plan),
    start: () => enqueue(work),
    async stop() {
      isStopped = true;
      cancelTimer();
      await working;
      cancelTimer();
    },
  };
}
