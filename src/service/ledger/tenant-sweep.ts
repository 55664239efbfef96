import type { TenantId } from '../../core/tenant';
import type { Clock } from '../../ports';
import { CLOCKS_DIFFER_MS } from '../clock';
import { DatabaseUnavailable, type Database } from '../database/database';
import type { TenantChecks } from '../tenant/checks';
import { longestWaitMs } from './waits';

/** Questions to Microsoft that are under way at once. */
const IN_FLIGHT = 8;
/** Organisations that are read from the ledger at once. */
const AT_ONCE = 200;
/** A run ends after this long, and the next one goes on: whoever holds the turn for ever could be a process that hangs. */
export const LONGEST_SWEEP_MS = 5 * 60_000;

/**
 * Whose time has come by $1. Further ahead than any wait there are Microsoft's own, which are obeyed, and what a
 * clock that was ahead has written: who was asked about, or only entered, later than now would wait until that day.
 */
const DUE = `deleted_at is null and (next_check_at <= $1
  or (next_check_at > $2 and coalesce(trouble_at, checked_at, first_seen_at) > $3))`;

export type SweepOutcome = 'answered' | 'no-answer' | 'failed';

/** Asks Microsoft again about the organisations of the ledger whose time has come. */
export interface TenantSweep {
  isDue(): Promise<boolean>;
  /**
   * Asks about all that are due now; answers how many questions that took. A run that is cut off, by whatever, has lost
   * nothing: when an organisation is due stands in the ledger, and moves on only with what was found.
   */
  sweepOnce(): Promise<number>;
}

export function createTenantSweep(parts: {
  readonly database: Database;
  readonly clock: Clock;
  /** After how long Microsoft is asked again. */
  readonly checkEveryMs: number;
  readonly checks: Pick<TenantChecks, 'check'>;
  /** Resolves when what the checks have found so far stands in the ledger. */
  readonly recorded: () => Promise<void>;
  readonly onAsked: (outcome: SweepOutcome) => void;
  readonly onTrouble: (error: unknown) => void;
  /** A run under way ends early. */
  readonly hasStopped: () => boolean;
}): TenantSweep {
  const { database, clock, checkEveryMs, checks, recorded, onAsked, onTrouble, hasStopped } = parts;

  const dueBy = (ms: number): readonly Date[] =>
    [ms, clock.now() + longestWaitMs(checkEveryMs), clock.now() + CLOCKS_DIFFER_MS].map(
      (time) => new Date(time),
    );
  const dueAfter = (byMs: number, place: Place) =>
    database.query<{ readonly tenant_id: TenantId; readonly due_at: string }>(
      `select tenant_id, next_check_at::text as due_at from tenants
       where ${DUE} and (next_check_at, tenant_id) > ($4::timestamptz, $5)
       order by next_check_at, tenant_id limit ${String(AT_ONCE)}`,
      [...dueBy(byMs), place.dueAt, place.tenant],
    );

  return {
    async isDue() {
      const found = await database.query(`select 1 from tenants where ${DUE} limit 1`, dueBy(clock.now()));
      return found.length > 0;
    },

    async sweepOnce() {
      const begunAtMs = clock.now();
      const endsAtMs = begunAtMs + LONGEST_SWEEP_MS;
      let asked = 0;
      let throttledInARow = 0;
      let lost: DatabaseUnavailable | undefined;
      // Each is asked about once in a run, also where the answer does not move its time.
      let place: Place = { dueAt: '-infinity', tenant: '' };
      const goesOn = (): boolean =>
        !hasStopped() && clock.now() < endsAtMs && throttledInARow < IN_FLIGHT && lost === undefined;

      const ask = async (tenant: TenantId): Promise<void> => {
        asked += 1;
        try {
          const found = await checks.check(tenant, 'sweep');
          await recorded();
          // One organisation's wait is its own; as many in a row mean us, and then all are left alone for a while.
          throttledInARow = found.retryAfterMs === undefined ? 0 : throttledInARow + 1;
          onAsked(found.isAnswered ? 'answered' : 'no-answer');
        } catch (error) {
          onAsked('failed');
          if (error instanceof DatabaseUnavailable) lost = error;
          else onTrouble(error);
        }
      };

      while (goesOn()) {
        const due = await dueAfter(begunAtMs, place);
        const last = due.at(-1);
        if (last === undefined) break;
        place = { dueAt: last.due_at, tenant: last.tenant_id };
        const waiting = due.values();
        const askInTurn = async (): Promise<void> => {
          for (const { tenant_id } of waiting) {
            if (!goesOn()) return;
            await ask(tenant_id);
          }
        };
        await Promise.all(Array.from({ length: IN_FLIGHT }, askInTurn));
      }
      if (lost !== undefined) throw lost;
      return asked;
    },
  };
}

interface Place {
  readonly dueAt: string;
  readonly tenant: string;
}
