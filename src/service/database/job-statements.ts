import { CLOCKS_DIFFER_MS } from '../clock';

/*
 * What pg-boss has no statement for, on its table of jobs. It tells the time by the database's clock, which may have been
 * wrong.
 */

/** A job waits until it is done: this is longer than any installation stands still, or any clock is wrong. */
export const KEPT_WAITING_DAYS = 10 * 365;

const AHEAD = `now() + interval '${String(CLOCKS_DIFFER_MS)} ms'`;
/** A wait that is longer than any of pg-boss's own (`failJobs` in its plans.js) was begun by a clock that was ahead. */
const WAITS_TOO_LONG = `start_after > ${AHEAD} + retry_delay * 2 ^ least(16, retry_count + 1) * interval '1 second'`;

/**
 * What a clock that was ahead has put off or begun is waiting or begun now. And pg-boss takes out what waits after
 * `keep_until`, which is 14 days for what earlier versions have put.
 */
export const setRight = (schema: string): string => `
  with found as (
    select name, id from ${schema}.job
    where state <= 'active'
      and (started_on > ${AHEAD} or ${WAITS_TOO_LONG} or keep_until < now() + interval '${String(KEPT_WAITING_DAYS / 2)} days')
    for update skip locked
  )
  update ${schema}.job job set
    started_on = case when started_on > now() then now() else started_on end,
    start_after = case when ${WAITS_TOO_LONG} then now() else start_after end,
    keep_until = greatest(keep_until, now() + interval '${String(KEPT_WAITING_DAYS)} days')
  from found where job.name = found.name and job.id = found.id`;

/** pg-boss takes jobs of a name in the order in which they were put; this does the same with those of a lane. */
export const takeOfLane = (schema: string): string => `
  with next as (
    select id from ${schema}.job
    where name = $1 and state < 'active' and start_after < now()
      and coalesce(data ->> $3::text = any ($4::text[]), false) <> $5::boolean
    order by created_on, id limit $2 for update skip locked
  )
  update ${schema}.job job set
    state = 'active', started_on = now(),
    retry_count = retry_count + case when started_on is null then 0 else 1 end
  from next where job.name = $1 and job.id = next.id
  returning job.id, job.data, job.output`;
