import { CLOCKS_DIFFER_MS } from '../clock';
import { inBatches } from './batches';
import type { Database } from './database';

/**
 * Whether a window ends later than one that begins now: it was begun by a clock that was ahead, and nobody may be turned
 * away for as long as that clock was wrong.
 */
export const isOfWrongClock = (endsAtMs: number, windowMs: number, nowMs: number): boolean =>
  endsAtMs > nowMs + windowMs + CLOCKS_DIFFER_MS;

/** Counts calls in windows of time, by name, in the database: all instances count together, and none counts twice. */
export interface Counts {
  /** Counts one. Answers which one of its window it is, from 1, and when the window ends. */
  add(name: string, windowMs: number): Promise<{ readonly place: number; readonly endsAtMs: number }>;
  /** Forgets the windows that have ended. */
  sweep(nowMs: number): Promise<void>;
}

interface Row {
  readonly key: string;
  readonly points: number;
  readonly expire: number;
}

/** In SQL, of the window that is there (`r`) and the one that would begin now: whether that one takes its place. */
const BEGINS_ANEW = `r.expire <= $4 or r.expire > excluded.expire + ${String(CLOCKS_DIFFER_MS)}`;

/** The table, and the names in it, are those of the library that counted here before: versions work side by side. */
export function createCounts(database: Database): Counts {
  const add = inBatches<
    { readonly name: string; readonly windowMs: number },
    { readonly place: number; readonly endsAtMs: number }
  >(async (calls) => {
    const nowMs = Date.now();
    // A statement may touch a row once: calls of one name are added together.
    const amounts = new Map<string, { amount: number; readonly windowMs: number }>();
    for (const { name, windowMs } of calls) {
      const sum = amounts.get(name);
      if (sum) sum.amount += 1;
      else amounts.set(name, { amount: 1, windowMs });
    }
    const windows = [...amounts.values()];
    // In the order of their names: two instances that lock the same rows never wait for each other.
    const rows = await database.query<Row>(
      `insert into rate_limits as r (key, points, expire)
       select name, amount, ends_at
       from unnest($1::text[], $2::int[], $3::bigint[]) as called (name, amount, ends_at) order by name
       on conflict (key) do update set
         points = case when ${BEGINS_ANEW} then excluded.points else r.points + excluded.points end,
         expire = case when ${BEGINS_ANEW} then excluded.expire else r.expire end
       returning key::text as key, points::int as points, expire::float8 as expire`,
      [
        [...amounts.keys()],
        windows.map(({ amount }) => amount),
        windows.map(({ windowMs }) => nowMs + windowMs),
        nowMs,
      ],
      'often',
    );
    const found = new Map(rows.map(({ key, points, expire }) => [key, { points, endsAtMs: expire }]));
    // Backwards: the last of a name has the sum.
    return calls
      .toReversed()
      .map(({ name }) => {
        const row = found.get(name);
        if (!row) throw new Error('a call was not counted');
        const place = row.points;
        row.points -= 1;
        return { place, endsAtMs: row.endsAtMs };
      })
      .toReversed();
  });
  return {
    add: (name, windowMs) => add({ name, windowMs }),
    // It waits for no call that is being counted: that one begins the window anew.
    sweep: async (nowMs) =>
      void (await database.query(
        `with over as (select key from rate_limits where expire < $1 for update skip locked)
         delete from rate_limits r using over where r.key = over.key`,
        [nowMs],
      )),
  };
}
