import { LONGEST_WAIT_MS } from '../retry-after';
import type { WatchMode } from './watch-words';

/**
 * When to ask again. The policy knows no clock: it is given the time and answers a time.
 *
 * Microsoft's guidance for polling is to back off and to obey Retry-After
 * (https://learn.microsoft.com/en-us/graph/throttling); Entra answers a client that asks for the same token again and
 * again with AADSTS50196, which is why silent token requests have a budget.
 */

/** What Microsoft accepted shows in tokens and in Graph after seconds, sometimes after minutes. */
export const SPREADING_MS = 5 * 60_000;

/**
 * A silent question is given up after this long. The adapter has shorter limits for each thing that it waits for; where several
 * in a row use theirs up, its answer comes too late and is dropped. A window that stands open for as long may be hidden behind
 * another, or lost: what is news meanwhile is asked past it.
 */
export const PATIENCE_MS = 60_000;

/** Showing and focusing come in pairs and storms; what was answered this recently is not asked for again. */
export const FRESH_MS = 3_000;

export interface Watch {
  readonly mode: WatchMode;
  /** How many times was asked in this mode; the pause grows with it. */
  readonly step: number;
  /** When the silent token requests of the last five minutes were made. */
  readonly spent: readonly number[];
  /** Nothing may be asked before: Microsoft's Retry-After. */
  readonly notBeforeMs: number;
  /** How long that wait was when it was heard. */
  readonly waitMs: number;
  /** When somebody came back from Microsoft (or may have): what they approved spreads from then on. */
  readonly spreadFromMs?: number | undefined;
  /** How many tokens the last question needed; the next one will most likely need as many. */
  readonly lastNeeded?: number | undefined;
}

/**
 * When a spreading grant is asked about, in milliseconds after the return: by the pane itself, and as the service tells it to.
 * Reports name seconds to two minutes; then seldom.
 */
export const SPREAD_MOMENTS_MS: readonly number[] = [1, 2, 4, 8, 15, 30, 45, 60, 90, 120, 180, 240, 300].map(
  (seconds) => seconds * 1000,
);

// A clock that is being set right goes back by seconds: no reason to ask sooner than Microsoft wants.
const SLIGHTLY_MS = 60_000;

/** Until when nothing may be asked. Further ahead than the wait itself: the clock was set back meanwhile, and it means nothing. */
const waitOf = ({ notBeforeMs, waitMs }: Watch, nowMs: number): number =>
  notBeforeMs > nowMs + waitMs + SLIGHTLY_MS ? 0 : notBeforeMs;

/** Whether what was found at `atMs` still holds `forMs` later. From the future, as after a set clock, it does not. */
export const isFresh = (atMs: number | undefined, forMs: number, nowMs: number): boolean =>
  atMs !== undefined && nowMs >= atMs && nowMs - atMs < forMs;

/** Chance and time, as the loop gives them to every decision. */
export interface Moment {
  readonly nowMs: number;
  /** From 0 (inclusive) to 1 (exclusive). */
  readonly fraction: number;
}

/** At most 12 silent token requests in any 5 minutes: one in 25 seconds on average, far below what Entra calls a loop. */
export const BUDGET = { requests: 12, windowMs: 5 * 60_000 } as const;

/** What a probe's silent tokens are reserved as: our own API's, and Graph's where the service cannot tell. Few need more. */
export const TOKENS_PER_PROBE = 2;

const SECOND = 1000;
const MINUTE = 60 * SECOND;

interface Pace {
  readonly firstMs: number;
  readonly factor: number;
  readonly mostMs: number;
}

const PACES: Readonly<Record<Exclude<WatchMode, 'spreading'>, Pace>> = {
  // The dialog and the service tell of a return themselves; this is the net below them.
  expecting: { firstMs: 30 * SECOND, factor: 1.4, mostMs: 60 * SECOND },
  // The service's hints are the fast way; this is the net below them. An hour costs at most 20 questions.
  pending: { firstMs: 25 * SECOND, factor: 1.7, mostMs: 5 * MINUTE },
  idle: { firstMs: 30 * SECOND, factor: 1.8, mostMs: 8 * MINUTE },
  // A revocation is rare, and the worst of noticing it late is a green check that says when it was confirmed.
  granted: { firstMs: 15 * MINUTE, factor: 1, mostMs: 15 * MINUTE },
  failing: { firstMs: 5 * SECOND, factor: 2, mostMs: 5 * MINUTE },
};

// A quarter to either side, so that the panes of an organisation do not ask in step.
const JITTER = 0.25;

export const newWatch: Watch = { mode: 'idle', step: 0, spent: [], notBeforeMs: 0, waitMs: 0 };

const withinWindow = (spent: readonly number[], nowMs: number): readonly number[] =>
  spent.filter((atMs) => atMs > nowMs - BUDGET.windowMs && atMs <= nowMs);

/** Writes `count` silent token requests made at `nowMs` into the budget. */
export function spend(watch: Watch, count: number, nowMs: number): Watch {
  return {
    ...watch,
    spent: [...withinWindow(watch.spent, nowMs), ...Array.from({ length: count }, () => nowMs)],
  };
}

/** Writes in advance what a question of `nowMs` may need. */
export const reserve = (watch: Watch, nowMs: number): Watch => spend(watch, TOKENS_PER_PROBE, nowMs);

/** Puts the budget right once it is known how many silent tokens a question of `askedAtMs` has needed. */
export function correctBudget(
  watch: Watch,
  { needed, askedAtMs }: { readonly needed: number; readonly askedAtMs: number },
  nowMs: number,
): Watch {
  const unused = TOKENS_PER_PROBE - needed;
  const corrected = unused < 0 ? spend(watch, -unused, nowMs) : refund(watch, unused, askedAtMs);
  return { ...corrected, lastNeeded: needed };
}

/** Takes back what was written in advance for a question of `askedAtMs` that then needed fewer tokens. */
export function refund(watch: Watch, count: number, askedAtMs: number): Watch {
  const spent = [...watch.spent];
  for (let left = count; left > 0; left -= 1) {
    const at = spent.lastIndexOf(askedAtMs);
    if (at >= 0) spent.splice(at, 1);
  }
  return { ...watch, spent };
}

/** Why a silent question is asked: it decides how much of the budget may be used up for it. */
export type Purpose =
  /** It is time for one, or the page is looked at again. */
  | 'routine'
  /** Something happened that makes a change likely. */
  | 'occasion'
  /** The user asks, and is told until when that has to wait. */
  | 'press'
  /** Somebody has come back from Microsoft, or the service has proof: nothing is worth more. */
  | 'proof';

/**
 * How much of the budget a question may use up, itself included. Until somebody has come back from Microsoft half of it
 * is kept for the questions after the return; and the last one is for the return and the proof themselves.
 */
function shareOf({ mode }: Watch, purpose: Purpose): number {
  if (purpose === 'proof') return BUDGET.requests;
  const waitsForApproval = mode === 'idle' || mode === 'pending' || mode === 'expecting';
  return purpose === 'routine' && waitsForApproval ? BUDGET.requests / 2 : BUDGET.requests - TOKENS_PER_PROBE;
}

/** How many questions like the last one the budget still allows at this moment. */
function questionsLeft(watch: Watch, nowMs: number): number {
  const left = shareOf(watch, 'occasion') - withinWindow(watch.spent, nowMs).length;
  return Math.max(0, Math.floor(left / Math.max(1, watch.lastNeeded ?? TOKENS_PER_PROBE)));
}

/**
 * The earliest time, in milliseconds since the epoch and never before `nowMs`, at which a silent probe keeps within
 * its share of the budget and after Retry-After.
 */
export function allowedAtMs(watch: Watch, nowMs: number, purpose: Purpose = 'routine'): number {
  const spent = withinWindow(watch.spent, nowMs);
  const most = shareOf(watch, purpose) - TOKENS_PER_PROBE;
  // When too many are in the window, the oldest of the surplus has to leave it first.
  const blocking = spent.length > most ? spent[spent.length - most - 1] : undefined;
  const budgetAtMs = blocking === undefined ? nowMs : blocking + BUDGET.windowMs + 1;
  return Math.max(nowMs, budgetAtMs, waitOf(watch, nowMs));
}

/** Obeys a Retry-After that was heard at `nowMs`, for an hour at most. A longer one that still runs is kept. */
export function obey(watch: Watch, retryAfterMs: number, nowMs: number): Watch {
  const waitMs = Math.min(retryAfterMs, LONGEST_WAIT_MS);
  const notBeforeMs = nowMs + waitMs;
  return waitOf(watch, nowMs) > notBeforeMs ? watch : { ...watch, notBeforeMs, waitMs };
}

/** Goes over to a mode; the pauses start anew when it is another one. */
export const turnTo = (watch: Watch, mode: WatchMode): Watch =>
  watch.mode === mode ? watch : { ...watch, mode, step: 0 };

/** Starts the pauses of the present mode anew: something happened that makes a change likelier. */
export const restartPauses = (watch: Watch): Watch => ({ ...watch, step: 0 });

/** Somebody came back from Microsoft at `fromMs`, or may have: what they approved is asked about while it spreads. */
export const startSpread = (watch: Watch, fromMs: number): Watch => ({ ...watch, spreadFromMs: fromMs });

/** Nothing spreads any more. */
export const endSpread = (watch: Watch): Watch => ({ ...watch, spreadFromMs: undefined });

/** Whether something may still be spreading. */
export const isSpreading = ({ spreadFromMs }: Watch, nowMs: number): boolean =>
  isFresh(spreadFromMs, SPREADING_MS, nowMs);

/**
 * The next moment of the spread. Where the budget does not reach for all that are left, those that it reaches for lie
 * evenly among them: the first seconds must not use up what a grant of two minutes needs.
 */
function nextOfSpread(watch: Watch, fromMs: number, nowMs: number): number {
  const left = SPREAD_MOMENTS_MS.map((ms) => fromMs + ms).filter((atMs) => atMs > nowMs);
  const questions = questionsLeft(watch, nowMs);
  const skipped = questions >= left.length ? 0 : Math.floor(left.length / (questions + 1));
  return left[skipped] ?? fromMs + SPREADING_MS;
}

/** When to ask next, in milliseconds since the epoch, and the watch that has counted this step. */
export function planNext(watch: Watch, moment: Moment): { readonly watch: Watch; readonly atMs: number } {
  if (watch.mode === 'spreading') {
    const { nowMs } = moment;
    const nextMs = nextOfSpread(watch, watch.spreadFromMs ?? nowMs, nowMs);
    return { watch, atMs: Math.ceil(Math.max(nextMs, allowedAtMs(watch, nowMs, 'occasion'))) };
  }
  const pace = PACES[watch.mode];
  const pauseMs = Math.min(pace.mostMs, pace.firstMs * pace.factor ** watch.step);
  const jitteredMs = pauseMs * (1 - JITTER + 2 * JITTER * moment.fraction);
  const atMs = Math.max(moment.nowMs + jitteredMs, allowedAtMs(watch, moment.nowMs));
  // Beyond 64 steps every pace has reached its longest pause; the power must not overflow.
  return { watch: { ...watch, step: Math.min(watch.step + 1, 64) }, atMs: Math.ceil(atMs) };
}
