import { SPREAD_MOMENTS_MS } from '../../core/asking/watch';
import type { Clock } from '../../ports';
import { CHANNEL, type Database } from '../database/database';
import type { News } from '../database/news';
import { createPlannedWork } from './planned-work';
import { recordChosen, TELL_RECORDED } from './store';

/** The whole spread after a return, as the database takes it. */
export const followUpTimes = (returnedAtMs: number): readonly string[] =>
  SPREAD_MOMENTS_MS.map((ms) => new Date(returnedAtMs + ms).toISOString());

/** In the select list of whatever plans one: all instances look at the plan. */
export const TELL_PLANNED = `pg_notify('${CHANNEL}', 'follow-ups')`;

/**
 * After a return: at each point of the spread the request gets a `check-again`. The events come at fixed times and nobody
 * asks Microsoft anything for them: an event that came only when something was granted, or work that costs more for a
 * customer, would tell anybody who makes a request for a company, and comes "back" without ever having been at Microsoft,
 * whether the company is a customer. Panes that are green have stopped listening, so the events that nobody needed cost
 * nothing.
 */
export interface FollowUps {
  /** Looks at what is planned, after a return has planned the whole spread for its request. */
  plan(): Promise<void>;
  start(): Promise<void>;
  stop(): Promise<void>;
}

export function createFollowUps(parts: {
  readonly database: Database;
  readonly clock: Clock;
  readonly news: News;
  readonly onTrouble: (error: unknown) => void;
}): FollowUps {
  const { database, clock, news, onTrouble } = parts;
  const work = createPlannedWork({
    clock,
    async nextDueAtMs() {
      const [next] = await database.query<{ due_at: Date | null }>(
        'select min(due_at) as due_at from follow_ups',
      );
      return next?.due_at?.getTime();
    },
    // One statement takes what is due and records the events: neither can happen without the other. It locks in `Database`'s
    // order.
    takeDue: async () =>
      void (await database.query(
        `with concerned as (
           select id_hash from requests where id_hash in (select id_hash from follow_ups where due_at <= $1)
           order by id_hash for update
         ),
         due as (
           delete from follow_ups f using concerned where f.id_hash = concerned.id_hash and f.due_at <= $1
           returning f.id_hash
         ),
         late as (select distinct id_hash from due),
         chosen as (
           update requests r set last_event = r.last_event + 1 from late where r.id_hash = late.id_hash
           returning r.id_hash, r.last_event as number
         ),
         ${recordChosen('$2::text')}
         select ${TELL_RECORDED} from recorded`,
        [new Date(clock.now()), 'check-again'],
      )),
    onTrouble,
  });
  const stopHearing = news.subscribe('follow-ups', () => void work.plan());

  return {
    plan: () => work.plan(),
    start: () => work.start(),
    async stop() {
      stopHearing();
      await work.stop();
    },
  };
}
