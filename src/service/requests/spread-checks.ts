import { ARRIVING_MS } from '../../core/api/request-news';
import { needsMore, parseSituation, SITUATIONS, type Situation } from '../../core/situation';
import type { TenantId } from '../../core/tenant';
import type { Clock } from '../../ports';
import { CHANNEL, type Database } from '../database/database';
import type { News } from '../database/news';
import { CHECKED_WITHIN_MS, type Checked, type TenantChecks } from '../tenant/checks';
import { createPlannedWork } from './planned-work';
import type { RequestStore } from './store';

/** The pause between two checks: somebody sits and waits in the first minute. */
export function pauseMs(sinceLookMs: number): number {
  if (sinceLookMs < 60_000) return 1_500;
  return sinceLookMs < 3 * 60_000 ? 5_000 : 15_000;
}

/**
 * Checks after a look, until what was approved is proved: then the waiting panes are told. Only a look begins them, so
 * a stranger cannot make the service ask Microsoft.
 */
export interface SpreadChecks {
  /** Checks at once, and goes on by itself. Answers what the first check found: whether it is proved. */
  begin(tenant: TenantId, look: SpreadingLook): Promise<boolean>;
  /** Goes on with what is planned. */
  start(): Promise<void>;
  /** Resolves when nothing is under way any more. */
  stop(): Promise<void>;
}

export interface SpreadingLook {
  /** What the organisation does with ExtendSync, as the administrator answered or as it was suggested to them. */
  readonly situation: Situation | undefined;
  /** Whether the look has read the grants. Without a situation, whatever it found complete is then the proof. */
  readonly hasRead: boolean;
  /** Whether whoever looked is shown to be an administrator, and looked because they were asked to or wanted to. */
  readonly maySetSituation: boolean;
  /** The situations that this one may take the place of. */
  readonly replaces: readonly Situation[];
}

interface Row {
  readonly tenant_id: string;
  readonly situation: string | null;
  readonly has_read: boolean;
  readonly may_keep_situation: boolean;
  readonly replaces: readonly string[];
  readonly began_at: Date;
}

const COLUMNS = 'tenant_id, situation, has_read, may_keep_situation, replaces, began_at';

/** Whether more is proved than the situation needs: where none is kept, that is what counts, and may be replaced by no less. */
const isLessThanProved = (row: Row, situation: Situation, checked: Checked): boolean =>
  SITUATIONS.some((one) => needsMore(one, situation) && !row.replaces.includes(one) && checked.proves(one));

export function createSpreadChecks(parts: {
  readonly database: Database;
  readonly clock: Clock;
  readonly checks: Pick<TenantChecks, 'check' | 'keepSituation'>;
  readonly requests: Pick<RequestStore, 'recordProof'>;
  readonly news: News;
  readonly onTrouble: (error: unknown) => void;
}): SpreadChecks {
  const { database, clock, checks, requests, news, onTrouble } = parts;
  const underWay = new Set<Promise<boolean>>();

  const end = (tenant: TenantId, beganAt: Date): Promise<unknown> =>
    database.query('delete from spread_checks where tenant_id = $1 and began_at = $2', [tenant, beganAt]);

  const checkOne = async (row: Row, claimedUntil: Date): Promise<boolean> => {
    const tenant = row.tenant_id as TenantId;
    const situation = parseSituation(row.situation);
    const sinceLookMs = clock.now() - row.began_at.getTime();
    const isLast = sinceLookMs >= ARRIVING_MS;
    // Before anything that may fail: what fails each time would be claimed again for ever.
    if (isLast) await end(tenant, row.began_at);
    const checked: Checked = await checks.check(tenant, 'approval', situation, row.began_at.getTime());
    // Whoever came and read nothing has not seen that an older look still holds.
    const isOfNow = row.has_read || !checked.isByLook;
    const isDone = checked.proves(situation) || (situation === undefined && row.has_read && checked.isProved);
    if (isDone && isOfNow) {
      if (situation && row.may_keep_situation && !isLessThanProved(row, situation, checked))
        await checks.keepSituation(tenant, situation, row.replaces, row.began_at.getTime());
      await requests.recordProof(
        tenant,
        SITUATIONS.filter((one) => checked.proves(one)),
      );
      await end(tenant, row.began_at);
      return true;
    }
    if (isLast) return false;
    const dueAtMs = clock.now() + Math.max(pauseMs(sinceLookMs), checked.retryAfterMs ?? 0);
    // Another look may have begun meanwhile: it has its own time.
    await database.query('update spread_checks set due_at = $3 where tenant_id = $1 and due_at = $2', [
      tenant,
      claimedUntil,
      new Date(dueAtMs),
    ]);
    await work.plan();
    return false;
  };
  const watched = (check: Promise<boolean>): Promise<boolean> => {
    const safe = check.catch((error: unknown) => {
      onTrouble(error);
      return false;
    });
    underWay.add(safe);
    void safe.finally(() => underWay.delete(safe));
    return safe;
  };

  const work = createPlannedWork({
    clock,
    async nextDueAtMs() {
      const [next] = await database.query<{ due_at: Date | null }>(
        'select min(due_at) as due_at from spread_checks',
      );
      return next?.due_at?.getTime();
    },
    async takeDue() {
      const claimedUntil = new Date(clock.now() + CHECKED_WITHIN_MS);
      const due = await database.query<Row>(
        `with due as (
           select tenant_id as due_id from spread_checks where due_at <= $1 order by tenant_id for update
         )
         update spread_checks set due_at = $2 from due where tenant_id = due_id
         returning ${COLUMNS}`,
        [new Date(clock.now()), claimedUntil],
      );
      for (const row of due) void watched(checkOne(row, claimedUntil));
    },
    onTrouble,
  });
  const stopHearing = news.subscribe('spread-checks', () => void work.plan());

  return {
    async begin(tenant, { situation, hasRead, maySetSituation, replaces }) {
      const beganAt = new Date(clock.now());
      // Until then no instance begins another check of the same tenant.
      const claimedUntil = new Date(clock.now() + CHECKED_WITHIN_MS);
      // Who looks once more while what they answered and approved spreads takes nothing back: of one situation, the longer list
      // holds the other.
      const [begun] = await database.query<Row>(
        `with begun as (
           insert into spread_checks as s
             (tenant_id, situation, has_read, may_keep_situation, began_at, due_at, replaces)
           values ($1, $2, $3, $4, $5, $6, $8)
           on conflict (tenant_id) do update set
             situation = excluded.situation, has_read = excluded.has_read,
             may_keep_situation = excluded.may_keep_situation,
             replaces = case
               when s.may_keep_situation and s.situation = excluded.situation and s.began_at > $7
                 and cardinality(s.replaces) > cardinality(excluded.replaces)
               then s.replaces else excluded.replaces end,
             began_at = excluded.began_at, due_at = excluded.due_at
             where excluded.may_keep_situation or not s.may_keep_situation or s.began_at <= $7
           returning ${COLUMNS}
         )
         select begun.*, pg_notify('${CHANNEL}', 'spread-checks') from begun`,
        [
          tenant,
          situation ?? null,
          hasRead,
          maySetSituation,
          beganAt,
          claimedUntil,
          new Date(clock.now() - ARRIVING_MS),
          replaces,
        ],
      );
      // A plain user came while an administrator's approval spreads: that one goes on, with what the administrator has said.
      const [goesOn] = begun
        ? []
        : await database.query<Row>(
            `update spread_checks set due_at = $2 where tenant_id = $1 returning ${COLUMNS}`,
            [tenant, claimedUntil],
          );
      const row = begun ?? goesOn;
      await work.plan();
      return row === undefined ? false : watched(checkOne(row, claimedUntil));
    },
    start: () => work.start(),
    async stop() {
      stopHearing();
      await work.stop();
      await Promise.all(underWay);
    },
  };
}
