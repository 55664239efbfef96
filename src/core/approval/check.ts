import {
  ask,
  askSoon,
  giveUpWaiting,
  hasLostWindow,
  hearAnswer,
  plan,
  unschedule,
  type AskingEffect,
  type AskingPage,
} from '../asking/asking';
import { judge } from '../consent/judge';
import type { ReturnOutcome } from '../api';
import type { ProbeReport } from '../consent/evidence';
import { askedTenant, type ApprovalState, type ApprovalStep, type Check, type Organisation } from './state';
import type { PermissionSet } from '../permissions';
import type { Situation } from '../situation';
import { isGreen, type Verdict } from '../consent/verdict';
import {
  FRESH_MS,
  isFresh,
  isSpreading,
  SPREADING_MS,
  startSpread,
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
  said?: Situation,
): Verdict {
  if (organisation === undefined) return judge(report, set, said);
  if (organisation.kind === 'domain') {
    const { domain, tenant } = organisation;
    return judge({ ...report, mailbox: { domain, tenant } }, set, said);
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
  return judge(report, set, said);
}

/** Whether the page, where it stands, asks Microsoft by itself. A dialog does not: its pane does. */
export const checksHere = ({ place, memory }: ApprovalState): boolean =>
  place.at === 'returned' && !memory.dialog && ASKS_AFTER.has(place.outcome);

/** Asks for the first time, as soon as it is known whom the answer must be about. */
export function startCheck(state: ApprovalState, moment: Moment): ApprovalStep {
  if (!checksHere(state) || state.check.asked > 0 || state.check.nextAtMs !== undefined) return [state, []];
  if (state.request.phase === 'reading') return [state, []];
  if (state.organisation?.kind === 'domain' && state.organisation.lookup === 'under-way') return [state, []];
  const { check } = state;
  const expecting: Check = {
    ...check,
    watch: startSpread(check.watch, moment.nowMs),
    expectingUntilMs: moment.nowMs + SPREADING_MS,
  };
  return askHere({ ...state, check: expecting }, 'silent', moment);
}

type CheckStep = readonly [Check, readonly AskingEffect[]];

/** What the asker has to know of the page as it stands. What it asks changes nothing else of the page. */
const pageOf = (state: ApprovalState): AskingPage<Check, never> => ({
  isOnline: () => state.online,
  isAwake: () => state.visible && state.online,
  watches: (check) => watches({ ...state, check }),
  modeOf,
  judge: (_, report) => judgeFor(state.organisation, report, state.setup.set, state.situation),
  follow: (_, check) => [check, []],
  silenceMeans: 'microsoft-unavailable',
  tenant: askedTenant(state),
});

const withCheck = (state: ApprovalState, [check, effects]: CheckStep): ApprovalStep => [
  { ...state, check },
  effects,
];

const askHere = (state: ApprovalState, manner: 'silent' | 'interactive', moment: Moment): ApprovalStep =>
  withCheck(state, ask(state.check, manner, moment, pageOf(state)));

/** The person presses "Check now" or "Sign in": the pauses start anew. */
export const askNow = (
  state: ApprovalState,
  manner: 'silent' | 'interactive',
  moment: Moment,
): ApprovalStep =>
  state.place.at === 'returned' && !state.memory.dialog && !isGreen(state.check.verdict)
    ? askHere({ ...state, check: askSoon(state.check) }, manner, moment)
    : [state, []];

/** It is time for the question that was planned. */
export const timeForQuestion = (state: ApprovalState, moment: Moment): ApprovalStep =>
  checksHere(state) && state.visible && state.online && !isGreen(state.check.verdict)
    ? askHere(state, 'silent', moment)
    : stopAsking(state);

/** The page is looked at again: asks unless that has just happened, or nothing changes until the person signs in. */
export function askUnlessFresh(state: ApprovalState, moment: Moment): ApprovalStep {
  const { check } = state;
  if (check.asked === 0) return startCheck(state, moment);
  // Somebody may have signed in through a window that then got lost.
  const mayBeNews = watches(state) || (hasLostWindow(check, moment.nowMs) && state.online);
  if (!mayBeNews) return [state, []];
  const fresh = isFresh(check.verdictAtMs, FRESH_MS, moment.nowMs);
  return fresh ? withCheck(state, plan(check, moment, pageOf(state))) : askHere(state, 'silent', moment);
}

export const answered = (
  state: ApprovalState,
  answer: { readonly number: number; readonly report: ProbeReport },
  moment: Moment,
): ApprovalStep => withCheck(state, hearAnswer(state.check, answer, moment, pageOf(state)));

export const outOfPatience = (state: ApprovalState, moment: Moment): ApprovalStep =>
  withCheck(state, giveUpWaiting(state.check, moment, pageOf(state)));

/** Takes the planned question back. */
export const stopAsking = (state: ApprovalState): ApprovalStep => withCheck(state, unschedule(state.check));

/**
 * Whether the page asks again by itself. Not once it is green: a receipt is of a moment. Nor where nothing changes until
 * the person signs in. And nobody asks for a page that is not seen or has no network.
 */
function watches(state: ApprovalState): boolean {
  const { verdict } = state.check;
  const waitsForPerson = verdict.kind === 'sign-in-needed' || verdict.cause === 'other-tenant';
  return checksHere(state) && state.visible && state.online && !isGreen(verdict) && !waitsForPerson;
}

function modeOf({ verdict, watch }: Check, nowMs: number): WatchMode {
  if (isSpreading(watch, nowMs)) return 'spreading';
  return verdict.kind === 'unknown' ? 'failing' : 'pending';
}
