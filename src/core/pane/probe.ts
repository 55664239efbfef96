import { ARRIVING_MS } from '../api/request-news';
import type { ProbeReport } from '../consent/evidence';
import type { ProbeManner } from '../consent/manner';
import * as asking from '../asking/asking';
import type { AskingPage, Reason } from '../asking/asking';
import { judge } from '../consent/judge';
import { lastStateNews, saysNothing, STANDS_MS } from './last-state';
import { FORGET_DIALOG, FORGET_REQUEST, MEMORY_KEYS, toStore, type StoredConfirmation } from './memory';
import { isInSight } from '../office-dialog';
import type { Step } from './step';
import type { PaneEffect } from './effect';
import {
  EXPECTING_MS,
  isAdding,
  isForTenant,
  neededSet,
  needsNothing,
  type Arriving,
  type State,
} from './state';
import { permissionId, type PermissionId, type PermissionSet } from '../permissions';
import { parseSituation, permissionSetFor } from '../situation';
import {
  arrivesWithinMs,
  confirmedAtMs,
  isDefinite,
  isGreen,
  isServiceAway,
  type Verdict,
} from '../consent/verdict';
import { endSpread, isFresh, isSpreading, startSpread, type Moment } from '../asking/watch';
import type { WatchMode } from '../asking/watch-words';

// The stored time of the last confirmation is refreshed hourly: often enough for "confirmed 2 hours ago", rare enough
// for roaming settings, which are written through to the mailbox.
const CONFIRMATION_REFRESH_MS = 60 * 60_000;

/**
 * Whether the last question had no answer, or none was asked yet. No other pane can give one: they tell each other that
 * something has changed, never what was said.
 */
const lacksAnswer = ({ verdict, notRenewed }: State): boolean =>
  notRenewed !== undefined ||
  verdict.kind === 'checking' ||
  (verdict.kind === 'unknown' && verdict.cause !== 'other-tenant');

/** What the asker has to know of the pane. One pane of a user watches for all that have an answer. */
const PANE: AskingPage<State, PaneEffect> = {
  isOnline: ({ online }) => online,
  isAwake: ({ visible }) => visible,
  // Whether the browser is right that there is no network, each pane finds out for itself.
  watches: (state) => state.leading || lacksAnswer(state) || !state.online,
  modeOf,
  judge: (state, report) =>
    keepPolicy(state.verdict, judge(report, state.setup.set, state.situation, state.adding)),
  follow: followVerdict,
  silenceMeans: 'host-unavailable',
};

/**
 * Without a window Microsoft says of a missing approval only that it is missing. Who may give it, its window may have said
 * before; that holds until something else is said (U25).
 */
const keepPolicy = (before: Verdict, told: Verdict): Verdict =>
  before.cause === 'admin-approval-needed' && told.kind === 'required' && told.cause === 'not-consented'
    ? { ...told, cause: before.cause, next: 'ask-admin' }
    : told;

export const ask = (state: State, manner: ProbeManner, moment: Moment, reason?: Reason): Step =>
  asking.ask(state, manner, moment, PANE, reason);
export const askOnline = (state: State, moment: Moment, reason?: Reason): Step =>
  asking.askOnline(state, moment, PANE, reason);
export const answered = (
  state: State,
  answer: Parameters<typeof asking.hearAnswer>[1],
  moment: Moment,
): Step => asking.hearAnswer(state, answer, moment, PANE);
export const hearStale = (state: State, report: ProbeReport, moment: Moment): Step =>
  asking.hearStale(state, report, moment, PANE);
export const outOfPatience = (state: State, moment: Moment): Step =>
  asking.giveUpWaiting(state, moment, PANE);
export const askWhenDue = (state: State, moment: Moment): Step => asking.askWhenDue(state, moment, PANE);
export const plan = (state: State, moment: Moment): Step => asking.plan(state, moment, PANE);
export const unschedule = (state: State): Step => asking.unschedule<State, PaneEffect>(state);

/**
 * A green check stands for the permissions that Microsoft was asked about. Where the organisation needs others by now, it
 * is open how things stand until the next answer, which `askForNeeds` gets.
 */
export const openUnlessCovered = (state: State): State =>
  isGreen(state.verdict) && !covers(state.verdict, neededOf(state))
    ? { ...state, verdict: asking.NOTHING_ASKED.verdict }
    : state;

/** Nothing of what was found counts any more: it is open how things stand until the next answer. */
export const leaveOpen = (state: State): State => ({
  ...state,
  verdict: asking.NOTHING_ASKED.verdict,
  notRenewed: undefined,
});

/** Where nobody has said anything, a verdict is green for the largest situation that is proved. */
const neededOf = (state: State): PermissionSet => {
  const { verdict } = state;
  // Who is not sure has said nothing that the judge could go by.
  const nothingSaid =
    state.organisationSituation === undefined && parseSituation(state.situation) === undefined;
  return nothingSaid && verdict.kind === 'granted' && verdict.covers !== undefined
    ? permissionSetFor(verdict.covers, state.setup.set)
    : neededSet(state);
};

const covers = (verdict: Verdict, set: PermissionSet): boolean => {
  const granted = new Set(grantedIn(verdict));
  return set.every((permission) => !permission.required || granted.has(permissionId(permission)));
};

/** Asks what is granted of the permissions that are needed by now. */
export const askForNeeds = (state: State, moment: Moment): Step =>
  askOnline(state, moment, { purpose: 'occasion' });

/** Where nobody can be asked at once, that is said: no screen tells of a question that is not asked. */
export const unlessNobodyAsks = (state: State): State =>
  state.visible && state.verdict.kind === 'checking' && !state.probing
    ? {
        ...state,
        verdict: {
          kind: 'unknown',
          because: 'no-answer',
          cause: state.online ? 'throttled' : 'network-unreachable',
        },
      }
    : state;

/** What follows from an answer: the other panes hear of a change, and what has been answered is forgotten. */
function followVerdict(before: State, after: State, moment: Moment): Step {
  const told = after.verdict;
  // What was proved of another organisation does not stand for this one.
  const stands = isForTenant(after, before.verdict) && stillStands(before, told, moment.nowMs);
  const state: State = stands
    ? {
        ...after,
        verdict: before.verdict,
        verdictAtMs: before.verdictAtMs,
        notRenewed: { verdict: told, atMs: moment.nowMs },
      }
    : { ...after, notRenewed: undefined };
  const { verdict } = state;
  const effects: PaneEffect[] = [];
  const changed = fingerprintOf(verdict) !== fingerprintOf(before.verdict);
  // What somebody wants to add here is nobody else's news. That nothing is approved any more is everybody's.
  const isOwn = isAdding(after) && told.kind !== 'required';
  if (changed && !isOwn && before.verdict.kind !== 'checking' && before.probing?.fromPeer === false)
    effects.push({ do: 'tell-peers', news: 'verdict-changed' });
  const news = isOwn
    ? undefined
    : lastStateNews(told, after.mailbox?.domain ?? after.host?.mailDomain, moment.nowMs);
  if (news) effects.push({ do: 'keep-last-state', news });

  const confirmation =
    stands || isOwn
      ? undefined
      : confirmationOf(verdict, before.confirmation, confirmedAtMs(verdict, moment.nowMs));
  if (confirmation && before.memoryRead && worthStoring(before.confirmation, confirmation))
    effects.push(storeConfirmation(confirmation));
  const next = afterRefusal(
    { ...state, confirmation: confirmation ?? before.confirmation, lastState: undefined },
    told,
    before.probing?.manner,
    moment,
  );
  if (!needsNothing(next, moment.nowMs)) return [next, effects];
  const [done, ending] = endAllRequests(next, moment);
  return [done, [...effects, ...ending]];
}

/** Whether what was proved before still stands: the new answer is none, or says less and contradicts nothing. */
function stillStands({ verdict, verdictAtMs }: State, told: Verdict, nowMs: number): boolean {
  if (!isDefinite(verdict) || !isFresh(verdictAtMs, STANDS_MS, nowMs)) return false;
  if (told.kind === 'unknown') return saysNothing(told);
  // Without the service a token shows that its user holds everything; whether all do was proved before.
  return isGreen(verdict) && isServiceAway(told) && !lacksOf(verdict, told);
}

/**
 * Whether the user's own token lacks something that a green check stands for. On its own it is judged by what every
 * organisation needs; green was judged by what this one needs, and by a look only beside a token with the permission that
 * nobody but an administrator grants.
 */
function lacksOf(green: Verdict, told: Verdict): boolean {
  if (green.kind !== 'granted' || told.kind !== 'granted') return false;
  const missing = new Set(told.findings.flatMap(({ id, state }) => (state === 'missing' ? [id] : [])));
  return green.findings.some(
    ({ id, permission }) =>
      missing.has(id) &&
      (permission.required || (green.proof?.by === 'look' && permission.provesGrants === true)),
  );
}

// A broker that asked Microsoft anew after the service had proof has had its chance.
const REFUSALS_OF_A_STALE_HOST = 2;

/** Counts what the host's broker refuses, and tells when an approval on its way has arrived or is given up. */
function afterRefusal(
  state: State,
  told: Verdict,
  manner: ProbeManner | undefined,
  { nowMs }: Moment,
): State {
  const isRefusal =
    told.kind === 'required' && (told.because !== 'nothing-granted' || told.isOwnRefusal === true);
  // What is refused to a sign-in comes from Microsoft itself, and from nobody's memory. Not where its window was for our own
  // API: beside that, Graph is asked silently.
  const fromHost = isRefusal && (manner !== 'interactive' || told.isOwnRefusal === true);
  const refusals = fromHost ? state.refusals + 1 : told.kind === 'unknown' ? state.refusals : 0;
  const { arriving } = state;
  if (
    !arriving ||
    isGreen(state.verdict) ||
    !isFresh(arriving.sinceMs, arrivesWithinMs(state.verdict, ARRIVING_MS), nowMs)
  )
    return { ...state, refusals, arriving: undefined, hostKeepsRefusal: state.hostKeepsRefusal && isRefusal };
  const refusalsSince =
    isRefusal && arriving.provedAtMs !== undefined ? arriving.refusalsSince + 1 : arriving.refusalsSince;
  return {
    ...state,
    refusals,
    arriving: { ...arriving, refusalsSince },
    hostKeepsRefusal: isRefusal && refusalsSince >= REFUSALS_OF_A_STALE_HOST,
  };
}

/** Green: nobody has to approve or to be asked any more. */
function endAllRequests(state: State, moment: Moment): Step {
  const { request } = state;
  const effects: PaneEffect[] = [{ do: 'stop-listening' }];
  // Also one that has ended by the service's word alone: it may stand.
  if (state.dialog.phase !== 'idle')
    effects.push({ do: 'close-dialog' }, { do: 'cancel', timer: 'attempt' }, FORGET_DIALOG);
  // One whose link is on its way out is kept already.
  if (request || state.sharing.phase === 'under-way')
    effects.push(FORGET_REQUEST, { do: 'cancel', timer: 'reminder' });
  // Whoever reads about troubleshooting, revoking or groups goes on reading, and whoever adds Autopilot goes on choosing.
  const { view, afterSituation } = state;
  const goesOn =
    view === 'manage' ||
    view === 'help' ||
    view === 'group' ||
    (view === 'situation' && afterSituation === undefined);
  return [
    {
      ...state,
      request: undefined,
      view: goesOn ? view : 'verdict',
      reminderDue: false,
      fulfilled: request ? { request, history: state.history, atMs: moment.nowMs } : state.fulfilled,
      dialog: { phase: 'idle' },
      windows: [],
      link: { phase: 'none' },
      sharing: { phase: 'idle' },
      history: [],
      expectingUntilMs: 0,
      arriving: undefined,
      watch: endSpread(state.watch),
    },
    effects,
  ];
}

function modeOf(state: State, nowMs: number): WatchMode {
  const { verdict, dialog } = state;
  if (isSpreading(state.watch, nowMs) && !isGreen(verdict)) return 'spreading';
  // The pane that leads tells the others of most of what is new: what they ask themselves is the net below that.
  if (lacksAnswer(state)) return state.leading ? 'failing' : 'idle';
  if (isGreen(verdict)) return 'granted';
  if (isExpecting(state, nowMs) || isInSight(dialog)) return 'expecting';
  return state.request ? 'pending' : 'idle';
}

// Nobody is expected to act for longer. What lies further ahead was set before the clock was set back.
const isExpecting = ({ expectingUntilMs }: State, nowMs: number): boolean =>
  nowMs < expectingUntilMs && expectingUntilMs - nowMs <= EXPECTING_MS;

/** When the pane last heard anything, be it that nobody could say. */
export const lastHeardAtMs = ({ notRenewed, verdictAtMs }: State): number | undefined =>
  notRenewed?.atMs ?? verdictAtMs;

/**
 * An administrator came back from Microsoft, or the service has proof: asked at once, and again at the moments of the
 * spread. What lies so far back that it has spread long ago is asked about once.
 */
export function expectArrival(
  state: State,
  { atMs, proved }: { readonly atMs: number; readonly proved: boolean },
  moment: Moment,
): Step {
  if (isGreen(state.verdict)) return askOnline(state, moment, { purpose: 'occasion' });
  const { nowMs } = moment;
  const sinceMs = Math.min(atMs, nowMs);
  const recent = nowMs - sinceMs < ARRIVING_MS;
  const arriving: Arriving = {
    sinceMs: state.arriving?.sinceMs ?? sinceMs,
    provedAtMs: proved ? nowMs : state.arriving?.provedAtMs,
    refusalsSince: proved ? 0 : (state.arriving?.refusalsSince ?? 0),
  };
  const expecting: State = recent
    ? { ...state, arriving, watch: startSpread(state.watch, proved ? nowMs : sinceMs) }
    : state;
  // The planned question belongs to another pace.
  return askOnline({ ...expecting, nextAtMs: undefined }, moment, { purpose: recent ? 'proof' : 'occasion' });
}

function confirmationOf(
  verdict: Verdict,
  kept: StoredConfirmation | undefined,
  atMs: number,
): StoredConfirmation | undefined {
  if (!isDefinite(verdict)) return undefined;
  const forTenant = isGreen(verdict);
  const lastGrantedAtMs = forTenant ? atMs : kept?.lastGrantedAtMs;
  const lastGranted = forTenant ? grantedIn(verdict) : kept?.lastGranted;
  // A refusal names nobody; the name that Microsoft confirmed once stays.
  const organisation = verdict.tenantName ?? kept?.organisation;
  return {
    kind: verdict.kind,
    forTenant,
    atMs,
    organisation,
    lastGrantedAtMs,
    lastGranted,
  };
}

const grantedIn = (verdict: Verdict): readonly PermissionId[] =>
  verdict.kind === 'granted'
    ? verdict.findings.flatMap(({ id, state }) => (state === 'tenant' ? [id] : []))
    : [];

const worthStoring = (kept: StoredConfirmation | undefined, fresh: StoredConfirmation): boolean =>
  kept?.kind !== fresh.kind ||
  kept.forTenant !== fresh.forTenant ||
  kept.organisation !== fresh.organisation ||
  fresh.atMs - kept.atMs >= CONFIRMATION_REFRESH_MS;

export const storeConfirmation = (confirmation: StoredConfirmation): PaneEffect => ({
  do: 'store',
  key: MEMORY_KEYS.confirmation,
  value: toStore(confirmation),
});

/** What makes two verdicts different to the other panes. */
const fingerprintOf = (verdict: Verdict): string =>
  [verdict.kind, 'breadth' in verdict ? verdict.breadth : '', verdict.because, verdict.code ?? ''].join('|');
