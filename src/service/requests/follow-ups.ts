import type { TenantId } from '../../core/tenant';
import type { Clock } from '../../ports';
import { CHANNEL, type Database } from '../database/database';
import type { News } from '../database/news';
import type { RequestKey } from './request-id';
import { RECORD_CHOSEN, TELL_RECORDED } from './store';
import type { TenantChecks } from '../tenant/checks';

/**
 * When a grant is looked for after an admin came back from Microsoft, in milliseconds after the return: it spreads
 * through Microsoft's directory in seconds, sometimes minutes.
 */
export const SPREAD_MS = [1, 2, 4, 8, 15, 30, 60, 120, 300].map((seconds) => seconds * 1000);

/** Timers are planned at most so far ahead; the plan is then made anew. */
const LONGEST_PLAN_MS = 5 * 60_000;
/** After trouble with the database. */
const TRY_AGAIN_MS = 5_000;

/**
 * Looks after a return: at each point of the spread the request gets a `check-again` and the tenant a check. The events
 * come at fixed times, whatever the checks find: an event that came only when something was granted would tell anybody
 * who makes a request for a company, and comes "back" without ever having been at Microsoft, whether the company is a
 * customer. Panes that are green have stopped listening, so the events that nobody needed cost nothing.
 * The plan lies in the database: a restart goes on with it, and so does another instance.
 */
export interface FollowUps {
  /** Plans the whole spread for a request, from now; a plan that it had is replaced. */
  begin(key: RequestKey, tenant: TenantId): Promise<void>;
  /** Goes on with what is planned. */
  start(): Promise<void>;
  /** Resolves when nothing is under way any more. */
  stop(): Promise<void>;
}

export function createFollowUps(parts: {
  readonly database: Database;
  readonly clock: Clock;
  readonly checks: TenantChecks;
  readonly news: News;
  readonly onTrouble: (error: unknown) => void;
}): FollowUps {
  const { database, clock, checks, news, onTrouble } = parts;
  let cancelTimer = (): void => undefined;
  let isStopped = false;
  let working: Promise<void> = Promise.resolve();
  const underWay = new Set<Promise<void>>();

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
    cancelTimer = clock.after(ms, () => void enqueue(takeDue));
  };

  const plan = async (): Promise<void> => {
    const [next] = await database.query<{ due_at: Date | null }>(
      'select min(due_at) as due_at from follow_ups',
    );
    cancelTimer();
    if (next?.due_at && !isStopped)
      wakeIn(Math.min(Math.max(next.due_at.getTime() - clock.now(), 0), LONGEST_PLAN_MS));
  };

  const takeDue = async (): Promise<void> => {
    // One statement takes what is due and records the events: neither can happen without the other.
    const due = await database.query<{ tenant_id: string }>(
      `with due as (
         delete from follow_ups where due_at <= $1 returning id_hash, tenant_id
       ),
       late as (select distinct id_hash, tenant_id from due),
       chosen as (
         update requests r set last_event = r.last_event + 1 from late where r.id_hash = late.id_hash
         returning r.id_hash, r.last_event as number
       ),
       ${RECORD_CHOSEN}
       select late.tenant_id, ${TELL_RECORDED} from recorded join late using (id_hash)`,
      [new Date(clock.now()), 'check-again'],
    );
    for (const tenant of new Set(due.map((row) => row.tenant_id as TenantId))) {
      const check = checks.refresh(tenant).catch(onTrouble);
      underWay.add(check);
      void check.finally(() => underWay.delete(check));
    }
    await plan();
  };

  const stopHearing = news.subscribe('follow-ups', () => void enqueue(plan));

  return {
    async begin(key, tenant) {
      const now = clock.now();
      await database.query(
        `with gone as (delete from follow_ups where id_hash = $1 and due_at <> all ($3::timestamptz[])),
         planned as (
           insert into follow_ups (id_hash, tenant_id, due_at) select $1, $2, unnest($3::timestamptz[])
           on conflict (id_hash, due_at) do update set tenant_id = excluded.tenant_id
           returning 1
         )
         select pg_notify('${CHANNEL}', 'follow-ups') from planned limit 1`,
        [key, tenant, SPREAD_MS.map((ms) => new Date(now + ms).toISOString())],
      );
      await enqueue(plan);
    },
    start: () => enqueue(takeDue),
    async stop() {
      isStopped = true;
      stopHearing();
      cancelTimer();
      await working;
      cancelTimer();
      await Promise.all(underWay);
    },
  };
}
