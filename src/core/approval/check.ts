import type { ProbeManner } from '../consent/manner';
import {
  ask,
  askSoon,
  askWhenDue,
  giveUpWaiting,
  hasLostWindow,
  hearAnswer,
  plan,
  unschedule,
  type Asking,
  type AskingEffect,
  type AskingPage,
} from '../asking/asking';
import { judge } from '../consent/judge';
import type { LookKey } from '../api/looks';
import type { ProbeReport } from '../consent/evidence';
import type { Returned, TabMemory } from './memory';
import { askedTenant, situationOf, type ApprovalState, type ApprovalStep, type Organisation } from './state';
import type { PermissionSet } from '../permissions';
import type { SituationChoice } from '../situation';
import { isGreen, type Verdict } from '../consent/verdict';
import { FRESH_MS, isFresh, isSpreading, startSpread, type Moment } from '../asking/watch';
import type { WatchMode } from '../asking/watch-words';

/** After which returns Microsoft is asked how things stand. The others changed nothing, or speak of another organisation. */
const ASKS_AFTER: ReadonlySet<Returned['outcome']> = new Set<Returned['outcome']>([
  'accepted',
  'looked',
  'expired',
  'repeated',
  'forged',
  'failed',
]);

/**
 * Judges a report for the organisation that is asked. Where one is known, the account that was asked with must belong to
 * it: an admin of several organisations must not see one's approval under the name of another. Where more is `asked` for
 * than the organisation did until now, it is judged by that: the part that was approved before is no answer.
 */
export function judgeFor(
  organisation: Organisation | undefined,
  report: ProbeReport,
  set: PermissionSet,
  asked?: SituationChoice,
): Verdict {
  if (organisation === undefined) return judge(report, set, asked, asked);
  if (organisation.kind === 'domain') {
    const { domain, tenant } = organisation;
    return judge({ ...report, mailbox: { domain, tenant } }, set, asked, asked);
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
  return judge(report, set, asked, asked);
}

/**
 * Whether the page, where it stands, asks Microsoft by itself. A dialog does not: its pane does. What an address says and
 * nobody vouches for is asked, whatever it says.
 */
export function asksHere({ place, memory }: ApprovalState): boolean {
  if (memory.dialog) return false;
  if (place.at === 'status') return true;
  return place.at === 'returned' && (!place.isBelieved || ASKS_AFTER.has(place.outcome));
}

/** Asks for the first time, as soon as it is known whom the answer must be about. */
export function startCheck(state: ApprovalState, moment: Moment): ApprovalStep {
  if (!asksHere(state) || state.check.asked > 0 || state.check.nextAtMs !== undefined) return [state, []];
  if (state.request.phase === 'reading') return [state, []];
  if (state.organisation?.kind === 'domain' && state.organisation.lookup === 'under-way') return [state, []];
  const { check } = state;
  const watch = startSpread(check.watch, moment.nowMs);
  return askHere(
    { ...state, check: { ...check, watch } },
    state.comesSignedIn ? 'interactive' : 'silent',
    moment,
  );
}

/** The verdict for what the page asks about: the organisation, and what it needs as far as anybody has said. */
const judgeHere = (state: ApprovalState, report: ProbeReport): Verdict =>
  judgeFor(state.organisation, report, state.setup.set, situationOf(state));

type CheckStep = readonly [Asking, readonly AskingEffect[]];

/** What the asker has to know of the page as it stands. What it asks changes nothing else of the page. */
const pageOf = (state: ApprovalState): AskingPage<Asking, never> => ({
  isOnline: () => state.online,
  isAwake: () => state.visible,
  watches: (check) => watches({ ...state, check }),
  modeOf,
  judge: (_, report) => judgeHere(state, report),
  follow: (_, check) => [check, []],
  silenceMeans: 'microsoft-unavailable',
  tenant: askedTenant(state),
});

const withCheck = (state: ApprovalState, [check, effects]: CheckStep): ApprovalStep => [
  { ...state, check },
  effects.map((effect) =>
    effect.do === 'probe' ? { ...effect, lookKey: lookKeyFor(state, effect.manner) } : effect,
  ),
];

/** The key with which the service tells what a look found. Who signs in here is asked for themselves instead. */
const lookKeyFor = ({ place }: ApprovalState, manner: ProbeManner): LookKey | undefined =>
  manner === 'silent' && place.at === 'returned' ? place.lookKey : undefined;

const askHere = (state: ApprovalState, manner: ProbeManner, moment: Moment): ApprovalStep =>
  withCheck({ ...state, signInHere: undefined }, ask(state.check, manner, moment, pageOf(state)));

/** The user presses "Check now" or "Sign in": the pauses start anew. */
export const askNow = (state: ApprovalState, manner: ProbeManner, moment: Moment): ApprovalStep =>
  (state.place.at === 'returned' || state.place.at === 'status') &&
  !state.memory.dialog &&
  !isGreen(state.check.verdict)
    ? askHere({ ...state, check: askSoon(state.check) }, manner, moment)
    : [state, []];

/** It is time for the question that was planned. */
export const timeForQuestion = (state: ApprovalState, moment: Moment): ApprovalStep =>
  asksHere(state) && !isGreen(state.check.verdict)
    ? withCheck(state, askWhenDue(state.check, moment, pageOf(state)))
    : stopAsking(state);

/** The page is looked at again: asks unless that has just happened, or nothing changes until the person signs in. */
export function askUnlessFresh(state: ApprovalState, moment: Moment): ApprovalStep {
  const { check } = state;
  if (check.asked === 0) return startCheck(state, moment);
  // Somebody may have signed in through a window that then got lost.
  const mayBeNews = watches(state) || hasLostWindow(check, moment.nowMs);
  if (!mayBeNews) return [state, []];
  const fresh = isFresh(check.verdictAtMs, FRESH_MS, moment.nowMs);
  return fresh || !state.online
    ? withCheck(state, plan(check, moment, pageOf(state)))
    : askHere(state, 'silent', moment);
}

/** Who signs in without a link is asked for their own organisation, and each account names its own. */
function ofWhoSignedIn(state: ApprovalState, { account }: ProbeReport): ApprovalState {
  const { place, request } = state;
  const isOwn = place.at === 'status' && (request.phase === 'none' || request.phase === 'made');
  if (!isOwn || account === undefined || account.tenant === askedTenant(state)) return state;
  // A link that was made here asks the organisation of who had signed in before.
  return {
    ...state,
    organisation: { kind: 'tenant', tenant: account.tenant },
    request: { phase: 'none' },
    copied: undefined,
  };
}

/**
 * Hears the answer to a question. `byLook`: the service gave it for the key of a look. That proves what is in the answer, and
 * nothing of what the address says beside the key.
 */
export function answered(
  before: ApprovalState,
  answer: {
    readonly number: number;
    readonly report: ProbeReport;
    readonly byLook?: boolean | undefined;
  },
  moment: Moment,
): ApprovalStep {
  const state =
    before.check.probing?.number === answer.number ? ofWhoSignedIn(before, answer.report) : before;
  const { check, place } = state;
  const isLook = answer.byLook === true && check.probing?.number === answer.number && place.at === 'returned';
  if (isLook && judgeHere(state, answer.report).cause === 'other-tenant') {
    // The key of another organisation's look was put into the address: it counts for nothing here.
    const [forgetful, kept] = forgetLookKey({ ...state, check: { ...check, probing: undefined } });
    const [asking, effects] = askHere(forgetful, 'silent', moment);
    return [asking, [...kept, ...effects]];
  }
  const [heard, effects] = withCheck(state, hearAnswer(check, answer, moment, pageOf(state)));
  // A press is a reason to try, whatever the browser says of the network: that is a hint.
  if (heard.check.signInEnded !== 'popup-blocked' || check.probing?.number !== answer.number)
    return [heard, effects];
  const [leaving, going] = signInHere(heard);
  const [quiet, stopping] = stopAsking(leaving);
  return [quiet, [...effects, ...stopping, ...going]];
}

/**
 * No window came up, as in the browsers inside of mail programs, which open none: the way to Microsoft's sign-in is through
 * this one. The tab remembers what was answered in it.
 */
function signInHere(state: ApprovalState): ApprovalStep {
  const memory: TabMemory = {
    ...state.memory,
    situation: situationOf(state) ?? state.memory.situation,
    isAnswered: state.answered === undefined ? undefined : true,
  };
  return [
    { ...state, memory, signInHere: 'leaving' },
    [
      { do: 'keep', memory },
      { do: 'sign-in-here', tenant: askedTenant(state) },
    ],
  ];
}

/** The browser did not go to Microsoft's sign-in either: what was planned before is planned again. */
export const stayHere = (state: ApprovalState, moment: Moment): ApprovalStep =>
  withCheck({ ...state, signInHere: 'failed' }, plan(state.check, moment, pageOf(state)));

/** The service knows no such key, or its ten minutes are over: from now on Microsoft is asked as for anybody. */
export function forgetLookKey(state: ApprovalState): ApprovalStep {
  const { place, memory } = state;
  if (place.at !== 'returned' || place.lookKey === undefined) return [state, []];
  const { returned } = memory;
  const forgetful: TabMemory = { ...memory, returned: returned && { ...returned, lookKey: undefined } };
  return [
    { ...state, place: { ...place, lookKey: undefined }, memory: forgetful },
    [{ do: 'keep', memory: forgetful }],
  ];
}

export const outOfPatience = (state: ApprovalState, moment: Moment): ApprovalStep =>
  withCheck(state, giveUpWaiting(state.check, moment, pageOf(state)));

/** The browser says that there is no network. It may be wrong, so it is asked on, slowly. */
export const askSlowly = (state: ApprovalState, moment: Moment): ApprovalStep =>
  withCheck(state, plan(askSoon(state.check), moment, pageOf(state)));

/** Takes the planned question back. */
export const stopAsking = (state: ApprovalState): ApprovalStep => withCheck(state, unschedule(state.check));

/**
 * Whether the page asks again by itself. Not once it is green: a receipt is of a moment. Nor where nothing changes until
 * the person signs in. And nobody asks for a page that is not seen.
 */
function watches(state: ApprovalState): boolean {
  const { verdict } = state.check;
  const waitsForPerson = verdict.kind === 'sign-in-needed' || verdict.cause === 'other-tenant';
  return asksHere(state) && state.visible && !isGreen(verdict) && !waitsForPerson;
}

function modeOf({ verdict, watch }: Asking, nowMs: number): WatchMode {
  if (isSpreading(watch, nowMs)) return 'spreading';
  return verdict.kind === 'unknown' ? 'failing' : 'pending';
}
