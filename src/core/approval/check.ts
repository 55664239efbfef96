import { judge } from '../consent/judge';
import type { ReturnOutcome } from '../api';
import type { ProbeReport } from '../consent/evidence';
import type { ApprovalEffect } from './effect';
import {
  askedSet,
  askedTenant,
  type Check,
  type ApprovalState,
  type ApprovalStep,
  type Organisation,
} from './state';
import type { PermissionSet } from '../permissions';
import { isGreen, logFactsOf, type Verdict } from '../consent/verdict';
import {
  allowedAtMs,
  FRESH_MS,
  hasten,
  isFresh,
  obey,
  planNext,
  PATIENCE_MS,
  reserve,
  settleTokens,
  SPREADING_MS,
  turnTo,
  type Moment,
  type WatchMode,
} from '../asking/watch';

/** After which returns Microsoft is asked how things stand. The others changed nothing, or speak of another organisation. */
const ASKS_AFTER: ReadonlySet<ReturnOutcome | 'unasked'> = new Set<ReturnOutcome | 'unasked'>([
  'accepted',
  'expired',
  'repeated',
  'failed',
  'unasked',
]);

/**
 * Judges a report for the organisation that is meant. Where one is known, the account that was asked with must belong to
 * it: an admin of several organisations must not see one's approval under the name of another.
 */
export function judgeFor(
  organisation: Organisation | undefined,
  report: ProbeReport,
  set: PermissionSet,
): Verdict {
  if (organisation === undefined) return judge(report, set);
  if (organisation.kind === 'domain') {
    const { domain, tenant } = organisation;
    return judge({ ...report, mailbox: { domain, ...(tenant === undefined ? {} : { tenant }) } }, set);
  }
  const { account } = report;
  if (account !== undefined && account.tenant !== organisation.tenant) {
    return {
      kind: 'unknown',
      because: 'account-of-another-tenant',
      cause: 'other-tenant',
      tenant: account.tenant,
    };
  }
  return judge(report, set);
}

/** Whether the page, where it stands, asks Microsoft by itself. A dialog does not: its pane does. */
export const checksHere = ({ place, memory }: ApprovalState): boolean =>
  place.at === 'returned' && !memory.dialog && ASKS_AFTER.has(place.outcome);

/** Asks for the first time, as soon as it is known whom the answer must be about. */
export function startCheck(state: ApprovalState, moment: Moment): ApprovalStep {
  if (!checksHere(state) || state.check.asked > 0 || state.check.nextAtMs !== undefined) return [state, []];
  if (state.request.phase === 'reading') return [state, []];
  if (state.organisation?.kind === 'domain' && state.organisation.lookup === 'under-way') return [state, []];
  const expecting = change(state, { expectingUntilMs: moment.nowMs + SPREADING_MS });
  return ask(expecting, 'silent', moment);
}

/**
 * Asks: at once where the budget allows, else as soon as it does. A silent question that runs is waited for; an
 * interactive one takes its place, for a person is waiting.
 */
export function ask(state: ApprovalState, manner: 'silent' | 'interactive', moment: Moment): ApprovalStep {
  const { check } = state;
  if (check.probing?.manner === 'interactive' || (check.probing && manner === 'silent')) return [state, []];
  if (manner === 'silent') {
    const atMs = allowedAtMs(check.watch, moment.nowMs);
    if (atMs > moment.nowMs) return scheduleAt(state, atMs, moment);
  }
  const number = check.asked + 1;
  const { nextAtMs: _, signInEnded: __, ...rest } = check;
  const watch = manner === 'silent' ? reserve(check.watch, moment.nowMs) : check.watch;
  const tenant = askedTenant(state);
  return [
    {
      ...state,
      check: { ...rest, watch, asked: number, probing: { number, manner, askedAtMs: moment.nowMs } },
    },
    [
      { do: 'cancel', timer: 'watch' },
      { do: 'probe', number, manner, ...(tenant === undefined ? {} : { tenant }) },
      // Signing in takes as long as a person takes; only a silent question can take too long.
      manner === 'silent'
        ? { do: 'schedule', timer: 'patience', delayMs: PATIENCE_MS }
        : { do: 'cancel', timer: 'patience' },
    ],
  ];
}

/** The person presses "Check now": the pauses start anew. */
export const askNow = (
  state: ApprovalState,
  manner: 'silent' | 'interactive',
  moment: Moment,
): ApprovalStep =>
  state.place.at === 'returned' && !state.memory.dialog && !isGreen(state.check.verdict)
    ? ask(change(state, { watch: hasten(state.check.watch) }), manner, moment)
    : [state, []];

/** The page is looked at again: asks unless that has just happened. */
export function askUnlessFresh(state: ApprovalState, moment: Moment): ApprovalStep {
  const { check } = state;
  if (check.asked === 0) return startCheck(state, moment);
  if (!watches(state)) return [state, []];
  const fresh = isFresh(check.verdictAtMs, FRESH_MS, moment.nowMs);
  return fresh ? plan(state, moment) : ask(state, 'silent', moment);
}

/** Hears the answer to a question. The answer to an earlier question than the last is late, and is dropped. */
export function answered(
  state: ApprovalState,
  { number, report }: { readonly number: number; readonly report: ProbeReport },
  moment: Moment,
): ApprovalStep {
  const { check } = state;
  if (check.probing?.number !== number) return [state, []];
  const { manner, askedAtMs } = check.probing;
  const settled = change(state, {
    ...(manner === 'silent'
      ? {
          watch: settleTokens(check.watch, { needed: report.silentTokenRequests, askedAtMs }, moment.nowMs),
        }
      : {}),
    ...(report.account ? { account: report.account } : {}),
  });
  const verdict = judgeFor(state.organisation, report, askedSet(state));
  if (manner === 'interactive' && (verdict.cause === 'cancelled' || verdict.cause === 'popup-blocked')) {
    // A window that was closed or never opened says nothing about consent: what was known stays known.
    const { probing: _, ...idle } = settled.check;
    return plan({ ...settled, check: { ...idle, signInEnded: verdict.cause } }, moment);
  }
  return conclude(settled, verdict, moment);
}

/** A silent question that was never answered; a later answer will be dropped. */
export function outOfPatience(state: ApprovalState, moment: Moment): ApprovalStep {
  if (state.check.probing?.manner !== 'silent') return [state, []];
  return conclude(state, { kind: 'unknown', because: 'no-answer', cause: 'microsoft-unavailable' }, moment);
}

function conclude(state: ApprovalState, verdict: Verdict, moment: Moment): ApprovalStep {
  const { probing: _, ...rest } = state.check;
  const waitMs = verdict.kind === 'unknown' ? verdict.retryAfterMs : undefined;
  const check: Check = {
    ...rest,
    verdict,
    verdictAtMs: moment.nowMs,
    watch: waitMs === undefined ? rest.watch : obey(rest.watch, waitMs, moment.nowMs),
  };
  const effects: readonly ApprovalEffect[] = [
    { do: 'cancel', timer: 'patience' },
    { do: 'log', event: 'verdict', facts: logFactsOf(verdict) },
  ];
  const [planned, following] = plan({ ...state, check }, moment);
  return [planned, [...effects, ...following]];
}

/** Sets the time of the next question, or none. */
export function plan(state: ApprovalState, moment: Moment): ApprovalStep {
  if (state.check.probing) return [state, []];
  if (!watches(state)) return unschedule(state);
  const { watch, atMs } = planNext(turnTo(state.check.watch, modeOf(state.check, moment.nowMs)), moment);
  return scheduleAt(change(state, { watch }), atMs, moment);
}

/** Takes the planned question back. */
export function unschedule(state: ApprovalState): ApprovalStep {
  const { nextAtMs: _, ...check } = state.check;
  return [{ ...state, check }, [{ do: 'cancel', timer: 'watch' }]];
}

/**
 * Whether the page asks again by itself. Not once it is green: a receipt is of a moment. Nor where nothing changes until
 * the person signs in. And nobody asks for a page that is not seen or has no network.
 */
function watches(state: ApprovalState): boolean {
  const { verdict } = state.check;
  const waitsForPerson = verdict.kind === 'sign-in-needed' || verdict.cause === 'other-tenant';
  return checksHere(state) && state.visible && state.online && !isGreen(verdict) && !waitsForPerson;
}

function modeOf({ verdict, expectingUntilMs }: Check, nowMs: number): WatchMode {
  if (verdict.kind === 'unknown') return 'failing';
  return nowMs < expectingUntilMs ? 'expecting' : 'pending';
}

function scheduleAt(state: ApprovalState, atMs: number, moment: Moment): ApprovalStep {
  return [
    change(state, { nextAtMs: atMs }),
    [{ do: 'schedule', timer: 'watch', delayMs: atMs - moment.nowMs }],
  ];
}

const change = (state: ApprovalState, part: Partial<Check>): ApprovalState => ({
  ...state,
  check: { ...state.check, ...part },
});
