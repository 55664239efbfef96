import type { ProbeManner } from '../consent/manner';
import type { Cause } from '../consent/cause';
import { aadstsCodeIn } from '../consent/entra-errors';
import type { Account, Mailbox, ProbeReport } from '../consent/evidence';
import { logFactsOf, type Verdict } from '../consent/verdict';
import type { TenantId } from '../tenant';
import {
  allowedAtMs,
  isFresh,
  newWatch,
  isSpreading,
  obey,
  planNext,
  PATIENCE_MS,
  reserve,
  restartPauses,
  correctBudget,
  turnTo,
  type Moment,
  type Purpose,
  type Watch,
} from './watch';
import type { WatchEvent, WatchMode } from './watch-words';

/*
 * One question at a time, and when the next one is asked: for the pane and for the administrator's page alike. What a
 * page adds (whom it asks about, when it asks by itself, what follows from a verdict) it gives as an `AskingPage`.
 */

/** A question that runs. */
export interface Probing {
  readonly number: number;
  readonly manner: ProbeManner;
  readonly askedAtMs: number;
  /** Asked because another pane saw a change: not to be told back. */
  readonly fromPeer: boolean;
  /** Something happened meanwhile that asks for another question as soon as this one is answered. */
  readonly again: boolean;
}

/** What is known so far, and what is asked next. */
export interface Asking {
  readonly verdict: Verdict;
  readonly verdictAtMs?: number | undefined;
  /** The number of the last question. */
  readonly asked: number;
  readonly probing?: Probing | undefined;
  /** The number of a question with a window that another was asked past: its end is a reason to ask once more. */
  readonly overtaken?: number | undefined;
  readonly watch: Watch;
  readonly nextAtMs?: number | undefined;
  /** A question was wanted before it may be asked: the screen says when it will be. */
  readonly putOff?: true | undefined;
  /** The user's last sign-in came to nothing: they closed the window, or the browser did not let it open. */
  readonly signInEnded?: 'cancelled' | 'popup-blocked' | undefined;
  readonly mailbox?: Mailbox | undefined;
  readonly account?: Account | undefined;
}

/** Before the first question. */
export const NOTHING_ASKED: Asking = {
  verdict: { kind: 'checking', because: 'nobody-asked-yet' },
  asked: 0,
  watch: newWatch,
};

/** The timers of asking. `watch`: the next question is due. `patience`: the running question has taken too long. */
export type AskingTimer = 'watch' | 'patience';

export type AskingEffect =
  /** `tenant`: asked as a member or guest of this tenant, where it is known and matters. */
  | {
      readonly do: 'probe';
      readonly number: number;
      readonly manner: ProbeManner;
      readonly tenant?: TenantId | undefined;
    }
  | { readonly do: 'schedule'; readonly timer: AskingTimer; readonly delayMs: number }
  | { readonly do: 'cancel'; readonly timer: AskingTimer }
  | {
      readonly do: 'log';
      readonly event: WatchEvent | 'verdict' | 'returned';
      readonly facts: Readonly<Record<string, string | number | boolean>>;
    };

type Step<S, E> = readonly [S, readonly (E | AskingEffect)[]];

/** What the asker has to know of the page that it asks for. Each answer may depend on the state as it is by then. */
export interface AskingPage<S extends Asking, E> {
  /** The browser does not say that there is no network. */
  readonly isOnline: (state: S) => boolean;
  /** Somebody can see the page. */
  readonly isAwake: (state: S) => boolean;
  /** The page asks again by itself, as it stands. */
  readonly watches: (state: S) => boolean;
  /** Where the browser says that there is no network, it counts for nothing. */
  readonly modeOf: (state: S, nowMs: number) => WatchMode;
  readonly judge: (state: S, report: ProbeReport) => Verdict;
  /** What follows from an answer: `state` has the new verdict, `before` is the state that the answer came into. */
  readonly follow: (before: S, state: S, moment: Moment) => Step<S, E>;
  /** Whose fault it is when a silent question is never answered. */
  readonly silenceMeans: Cause;
  readonly tenant?: TenantId | undefined;
}

/**
 * What the service or Microsoft has answered came over a network, whatever the browser says of it. Windows may say for good that
 * there is none where a VPN or a firewall stands before it (https://developer.mozilla.org/en-US/docs/Web/API/Navigator/onLine).
 */
export const provesNetwork = ({ seen }: ProbeReport): boolean =>
  seen.kind === 'service' || (seen.kind === 'refused' && aadstsCodeIn(seen.refusal.text) !== undefined);

/** Why a question is asked. */
export interface Reason {
  /** Another pane saw a change. */
  readonly fromPeer?: boolean;
  readonly purpose?: Purpose;
}

/**
 * Asks: at once where the budget allows, else as soon as it does. While a silent question runs, another one waits for
 * its answer; an interactive one takes its place, for a person is waiting. A silent one takes the place of an
 * interactive one whose window has been open for too long.
 */
export function ask<S extends Asking, E>(
  state: S,
  manner: ProbeManner,
  moment: Moment,
  page: AskingPage<S, E>,
  { fromPeer = false, purpose = 'routine' }: Reason = {},
): Step<S, E> {
  const { probing } = state;
  if (manner === 'silent') {
    if (probing && !hasLostWindow(state, moment.nowMs))
      return [{ ...state, probing: { ...probing, again: true } }, []];
    const atMs = timeFor(state, purpose, moment.nowMs);
    // Nobody is there to be told: being seen again, or the return of the network, asks anew.
    if (atMs > moment.nowMs)
      return page.isAwake(state)
        ? scheduleAt(
            isPromise(state, purpose, moment, page) ? { ...state, putOff: true } : state,
            atMs,
            moment,
          )
        : unschedule(state);
  }
  const number = state.asked + 1;
  return [
    {
      ...state,
      watch: manner === 'silent' ? reserve(state.watch, moment.nowMs) : state.watch,
      asked: number,
      probing: { number, manner, askedAtMs: moment.nowMs, fromPeer, again: false },
      overtaken: probing?.manner === 'interactive' ? probing.number : state.overtaken,
      nextAtMs: undefined,
      putOff: undefined,
      signInEnded: undefined,
    },
    [
      { do: 'cancel', timer: 'watch' },
      { do: 'probe', number, manner, tenant: page.tenant },
      { do: 'log', event: 'probe-asked', facts: { manner, mode: state.watch.mode } },
      // A clock that is being set right may be behind the timer.
      { do: 'schedule', timer: 'patience', delayMs: manner === 'silent' ? PATIENCE_MS : PATIENCE_MS + 1_000 },
    ],
  ];
}

/** When a silent question may be asked. A time that was promised holds for whatever else asks by then. */
function timeFor({ watch, putOff, nextAtMs }: Asking, purpose: Purpose, nowMs: number): number {
  const atMs = allowedAtMs(watch, nowMs, purpose);
  return putOff && purpose === 'routine' && nextAtMs !== undefined
    ? Math.max(Math.min(atMs, nextAtMs), allowedAtMs(watch, nowMs, 'proof'))
    : atMs;
}

/**
 * Whether a question that has to wait is one that the page, left alone, would not come to. While something spreads it comes
 * to all of them, and proof is asked about at once: a later time is told only to whoever wants to know it.
 */
const isPromise = <S extends Asking, E>(
  state: S,
  purpose: Purpose,
  { nowMs }: Moment,
  page: AskingPage<S, E>,
): boolean =>
  !page.watches(state) || purpose === 'press' || (purpose !== 'routine' && !isSpreading(state.watch, nowMs));

/** The time of the planned question has come. */
export const askWhenDue = <S extends Asking, E>(
  state: S,
  moment: Moment,
  page: AskingPage<S, E>,
): Step<S, E> =>
  page.isAwake(state) && (state.putOff || page.watches(state))
    ? ask(state, 'silent', moment, page)
    : unschedule(state);

/** A sign-in window has been open for so long that nobody may be at it any more. */
export const hasLostWindow = ({ probing }: Asking, nowMs: number): boolean =>
  probing?.manner === 'interactive' && !isFresh(probing.askedAtMs, PATIENCE_MS, nowMs);

/** Hears the answer to a question. The answer to an earlier question than the last is late, and is dropped. */
export function hearAnswer<S extends Asking, E>(
  state: S,
  { number, report }: { readonly number: number; readonly report: ProbeReport },
  moment: Moment,
  page: AskingPage<S, E>,
): Step<S, E> {
  const { probing } = state;
  if (probing?.number !== number) {
    // Not believed, for it is late; but somebody may have signed in by now.
    return state.overtaken === number
      ? askOrPlan({ ...state, overtaken: undefined }, true, moment, page)
      : [state, []];
  }
  const heard: S = {
    ...state,
    watch: paidFor(state, report, moment),
    mailbox: report.mailbox ?? state.mailbox,
    account: report.account ?? state.account,
  };
  const verdict = page.judge(heard, report);
  const ended = verdict.cause;
  if (probing.manner === 'interactive' && (ended === 'cancelled' || ended === 'popup-blocked')) {
    // A window that was closed or never opened says nothing about consent: what was known stays known.
    return askOrPlan({ ...heard, probing: undefined, signInEnded: ended }, probing.again, moment, page);
  }
  return conclude(heard, verdict, moment, page);
}

/**
 * Hears an answer that was asked for before it was known about whom. Nothing of it counts but what it has cost, and how long
 * Microsoft wants to be left alone: it is asked anew.
 */
export const hearStale = <S extends Asking, E>(
  state: S,
  report: ProbeReport,
  moment: Moment,
  page: AskingPage<S, E>,
): Step<S, E> =>
  askOnline(
    {
      ...state,
      watch: obeyIn(paidFor(state, report, moment), page.judge(state, report), moment),
      probing: undefined,
    },
    moment,
    page,
    { purpose: 'occasion' },
  );

/** The budget, once it is known how many tokens the question has needed. */
function paidFor({ probing, watch }: Asking, report: ProbeReport, { nowMs }: Moment): Watch {
  return probing?.manner === 'silent'
    ? correctBudget(watch, { needed: report.silentTokenRequests, askedAtMs: probing.askedAtMs }, nowMs)
    : watch;
}

const obeyIn = (watch: Watch, verdict: Verdict, { nowMs }: Moment): Watch =>
  verdict.kind === 'unknown' && verdict.retryAfterMs !== undefined
    ? obey(watch, verdict.retryAfterMs, nowMs)
    : watch;

/**
 * A silent question that was never answered: a later answer will be dropped. Signing in takes as long as a person takes;
 * but a window may be lost, and what goes on meanwhile is asked about past it. Where nothing does, the window's own word is
 * waited for.
 */
export function giveUpWaiting<S extends Asking, E>(
  state: S,
  moment: Moment,
  page: AskingPage<S, E>,
): Step<S, E> {
  const { probing } = state;
  if (probing === undefined) return [state, []];
  if (probing.manner === 'interactive')
    return probing.again || (page.watches(state) && isSpreading(state.watch, moment.nowMs))
      ? askOnline(state, moment, page, { purpose: 'occasion' })
      : [state, []];
  return conclude(state, { kind: 'unknown', because: 'no-answer', cause: page.silenceMeans }, moment, page);
}

/** Takes the verdict in, lets the page follow it, and plans the next question. */
function conclude<S extends Asking, E>(
  state: S,
  verdict: Verdict,
  moment: Moment,
  page: AskingPage<S, E>,
): Step<S, E> {
  const concluded: S = {
    ...state,
    probing: undefined,
    verdict,
    verdictAtMs: moment.nowMs,
    watch: obeyIn(state.watch, verdict, moment),
  };
  const [followed, effects] = page.follow(state, concluded, moment);
  const [planned, planning] = askOrPlan(followed, state.probing?.again === true, moment, page);
  return [
    planned,
    [
      { do: 'cancel', timer: 'patience' },
      { do: 'log', event: 'verdict', facts: logFactsOf(verdict) },
      ...effects,
      ...planning,
    ],
  ];
}

const askOrPlan = <S extends Asking, E>(
  state: S,
  again: boolean,
  moment: Moment,
  page: AskingPage<S, E>,
): Step<S, E> =>
  again ? askOnline(state, moment, page, { purpose: 'occasion' }) : plan(state, moment, page);

/**
 * Asks because of something that happened elsewhere (a hint, another pane's news, the dialog). Where the browser says that
 * there is no network, that waits for the planned question, or for the one that is under way, which may show that there is
 * one: the return of the network asks about all of it at once.
 */
export const askOnline = <S extends Asking, E>(
  state: S,
  moment: Moment,
  page: AskingPage<S, E>,
  reason: Reason = {},
): Step<S, E> =>
  page.isOnline(state) || (state.probing && !hasLostWindow(state, moment.nowMs))
    ? ask(state, 'silent', moment, page, reason)
    : plan(state, moment, page);

/** Sets the time of the next question, or none where the page does not ask by itself. */
export function plan<S extends Asking, E>(state: S, moment: Moment, page: AskingPage<S, E>): Step<S, E> {
  if (state.probing) return [state, []];
  if (!page.isAwake(state)) return unschedule(state);
  // What was put off was promised, also where the page would not ask by itself.
  if (state.putOff && state.nextAtMs !== undefined) return [state, []];
  if (!page.watches(state)) return unschedule(state);
  // The browser may be wrong that there is no network: it is asked on, slowly.
  const mode = page.isOnline(state) ? page.modeOf(state, moment.nowMs) : 'idle';
  const turned = turnTo(state.watch, mode);
  // What is planned stays planned while nothing has changed: planning anew would only push it away.
  if (
    state.nextAtMs !== undefined &&
    turned === state.watch &&
    (turned.step > 0 || turned.mode === 'spreading')
  )
    return [state, []];
  const { watch, atMs } = planNext(turned, moment);
  return scheduleAt({ ...state, watch }, atMs, moment);
}

/** Takes the planned question back, and what was promised with it. */
export const unschedule = <S extends Asking, E>(state: S): Step<S, E> => [
  { ...state, nextAtMs: undefined, putOff: undefined },
  [{ do: 'cancel', timer: 'watch' }],
];

function scheduleAt<S extends Asking, E>(state: S, atMs: number, moment: Moment): Step<S, E> {
  const delayMs = atMs - moment.nowMs;
  return [
    { ...state, nextAtMs: atMs },
    [
      { do: 'schedule', timer: 'watch', delayMs },
      { do: 'log', event: 'probe-planned', facts: { mode: state.watch.mode, delayMs } },
    ],
  ];
}

/** Starts the growing pauses anew; the next plan uses the shortest. */
export const askSoon = <S extends Asking>(state: S): S => ({ ...state, watch: restartPauses(state.watch) });
