import { judge } from '../consent/judge';
import type { ProbeReport } from '../consent/evidence';
import { MEMORY_KEYS, toStore, type StoredConfirmation } from './memory';
import type { Step } from './step';
import type { PaneEffect } from './effect';
import { neededSet, type Probing, type State } from './state';
import { permissionId, type PermissionId, type PermissionSet } from '../permissions';
import { confirmedAtMs, isGreen, logFactsOf, type Verdict } from '../consent/verdict';
import {
  allowedAtMs,
  hasten,
  isFresh,
  obey,
  planNext,
  PATIENCE_MS,
  reserve,
  settleTokens,
  turnTo,
  type Moment,
  type WatchMode,
} from '../asking/watch';

// A window that stands open this long may be hidden behind another or lost: what is news meanwhile is asked past it.
const WINDOW_PATIENCE_MS = 60_000;

// The stored time of the last confirmation is refreshed hourly: often enough for "confirmed 2 hours ago", rare enough
// for roaming settings, which are written through to the mailbox.
const CONFIRMATION_REFRESH_MS = 60 * 60_000;

// How long after Microsoft sent somebody back a refusal is taken for a broker's stale memory.
const AFTER_RETURN_MS = 10 * 60_000;

/**
 * Asks: at once where the budget allows, else as soon as it does. While a silent question runs, another one waits for
 * its answer; an interactive one takes its place, for a person is waiting. A silent one takes the place of an
 * interactive one whose window has been open for too long.
 */
export function ask(
  state: State,
  manner: 'silent' | 'interactive',
  moment: Moment,
  { fromPeer = false }: { readonly fromPeer?: boolean } = {},
): Step {
  if (manner === 'silent') {
    if (state.probing && !isStuck(state.probing, moment.nowMs))
      return [{ ...state, probing: { ...state.probing, again: true } }, []];
    const atMs = allowedAtMs(state.watch, moment.nowMs);
    // Nobody is there to be told: being seen again, or the return of the network, asks anew.
    if (atMs > moment.nowMs) return isAsleep(state) ? unschedule(state) : scheduleAt(state, atMs, moment);
  }
  const number = state.asked + 1;
  const { nextProbeAtMs: _, signInEnded: __, ...rest } = state;
  const watch = manner === 'silent' ? reserve(state.watch, moment.nowMs) : state.watch;
  return [
    {
      ...rest,
      watch,
      asked: number,
      probing: { number, manner, askedAtMs: moment.nowMs, fromPeer, again: false },
      ...(manner === 'silent' && state.probing ? { overtaken: state.probing.number } : {}),
    },
    [
      { do: 'cancel', timer: 'watch' },
      { do: 'probe', number, manner },
      { do: 'log', event: 'probe-asked', facts: { manner, mode: state.watch.mode } },
      // Signing in takes as long as a person takes; only a silent question can take too long.
      manner === 'silent'
        ? { do: 'schedule', timer: 'patience', delayMs: PATIENCE_MS }
        : { do: 'cancel', timer: 'patience' },
    ],
  ];
}

const isStuck = ({ manner, askedAtMs }: Probing, nowMs: number): boolean =>
  manner === 'interactive' && !isFresh(askedAtMs, WINDOW_PATIENCE_MS, nowMs);

/**
 * Asks because of something that happened elsewhere (a hint, another pane's news, the dialog). Without a network that
 * waits: the return of the network asks about all of it at once.
 */
export const askOnline = (
  state: State,
  moment: Moment,
  origin: { readonly fromPeer?: boolean } = {},
): Step => (state.online ? ask(state, 'silent', moment, origin) : plan(state, moment));

/**
 * A green check stands for the permissions that Microsoft was asked about. Where the organisation needs others by now, it
 * is open how things stand until the next answer, which `askForNeeds` gets.
 */
export const openUnlessCovered = (state: State): State =>
  isGreen(state.verdict) && !covers(state.verdict, neededSet(state))
    ? { ...state, verdict: { kind: 'checking', because: 'nobody-asked-yet' } }
    : state;

const covers = (verdict: Verdict, set: PermissionSet): boolean => {
  const granted = new Set(grantedIn(verdict));
  return set.every((permission) => !permission.required || granted.has(permissionId(permission)));
};

/** Asks what is granted of the permissions that are needed by now. Where nobody can be asked at once, that is said. */
export function askForNeeds(state: State, moment: Moment): Step {
  const [asked, effects] = askOnline(state, moment);
  if (asked.verdict.kind !== 'checking' || asked.probing) return [asked, effects];
  const cause = asked.online ? 'throttled' : 'network-unreachable';
  return [{ ...asked, verdict: { kind: 'unknown', because: 'no-answer', cause } }, effects];
}

/** Hears the answer to a question. The answer to an earlier question than the last is late, and is dropped. */
export function answered(
  state: State,
  { number, report }: { readonly number: number; readonly report: ProbeReport },
  moment: Moment,
): Step {
  if (state.overtaken === number) {
    // Not believed, for it is late; but somebody may have signed in by now.
    const { overtaken: _, ...rest } = state;
    return askOnline(rest, moment);
  }
  if (state.probing?.number !== number) return [state, []];
  const { manner, askedAtMs } = state.probing;
  const settled: State = {
    ...state,
    ...(manner === 'silent'
      ? {
          watch: settleTokens(state.watch, { needed: report.silentTokenRequests, askedAtMs }, moment.nowMs),
        }
      : {}),
    ...(report.mailbox ? { mailbox: report.mailbox } : {}),
    ...(report.account ? { account: report.account } : {}),
  };
  const verdict = judge(report, neededSet(state));
  const ended = verdict.cause;
  if (manner === 'interactive' && (ended === 'cancelled' || ended === 'popup-blocked')) {
    // A window that was closed or never opened says nothing about consent: what was known stays known.
    const { probing, ...idle } = settled;
    const kept: State = { ...idle, signInEnded: ended };
    return probing?.again === true ? askOnline(kept, moment) : plan(kept, moment);
  }
  return conclude(settled, verdict, moment);
}

/** A silent question that was never answered: the host is at fault, and a later answer will be dropped. */
export function outOfPatience(state: State, moment: Moment): Step {
  if (state.probing?.manner !== 'silent') return [state, []];
  return conclude(state, { kind: 'unknown', because: 'no-answer', cause: 'host-unavailable' }, moment);
}

/** Takes the verdict in, forgets what it has settled, and plans the next question. */
function conclude(state: State, verdict: Verdict, moment: Moment): Step {
  const { probing, ...rest } = state;
  const effects: PaneEffect[] = [
    { do: 'cancel', timer: 'patience' },
    { do: 'log', event: 'verdict', facts: logFactsOf(verdict) },
  ];
  const changed = fingerprintOf(verdict) !== fingerprintOf(state.verdict);
  if (changed && state.verdict.kind !== 'checking' && probing?.fromPeer === false)
    effects.push({ do: 'tell-peers' });

  const waitMs = verdict.kind === 'unknown' ? verdict.retryAfterMs : undefined;
  let next: State = {
    ...rest,
    verdict,
    verdictAtMs: moment.nowMs,
    watch: waitMs === undefined ? rest.watch : obey(rest.watch, waitMs, moment.nowMs),
    refusedAfterReturn: verdict.kind !== 'granted' && wasSentBack(state, moment.nowMs),
  };

  const confirmation = confirmationOf(verdict, state.confirmation, confirmedAtMs(verdict, moment.nowMs));
  if (confirmation) {
    if (state.memoryRead && worthStoring(state.confirmation, confirmation))
      effects.push(storeConfirmation(confirmation));
    next = { ...next, confirmation };
  }

  if (isGreen(verdict)) {
    const done = endAllRequests(next, moment);
    next = done[0];
    effects.push(...done[1]);
  }

  const [following, followUp] = probing?.again === true ? askOnline(next, moment) : plan(next, moment);
  return [following, [...effects, ...followUp]];
}

/** Green: nobody has to grant or to be asked any more. */
function endAllRequests(state: State, moment: Moment): Step {
  const { request, ...rest } = state;
  const effects: PaneEffect[] = [];
  if (state.dialog.phase === 'open' || state.dialog.phase === 'opening')
    effects.push({ do: 'close-dialog' }, { do: 'cancel', timer: 'attempt' });
  if (request || state.link.phase === 'made') effects.push({ do: 'stop-listening' });
  if (request) {
    effects.push(
      { do: 'store', key: MEMORY_KEYS.request, value: undefined },
      { do: 'cancel', timer: 'reminder' },
    );
  }
  // Whoever reads about troubleshooting, revoking or groups goes on reading.
  const { view } = state;
  return [
    {
      ...rest,
      view: view === 'manage' || view === 'help' || view === 'group' ? view : 'verdict',
      reminderDue: false,
      ...(request ? { fulfilled: { request, history: state.history, atMs: moment.nowMs } } : {}),
      dialog: { phase: 'idle' },
      link: { phase: 'none' },
      sharing: { phase: 'idle' },
      history: [],
      expectingUntilMs: 0,
    },
    effects,
  ];
}

/** Sets the time of the next question, or none: nobody asks while hidden, offline, or while another pane watches. */
export function plan(state: State, moment: Moment): Step {
  if (state.probing) return [state, []];
  if (!state.leading || isAsleep(state) || state.verdict.kind === 'checking') return unschedule(state);
  const turned = turnTo(state.watch, modeOf(state, moment.nowMs));
  // What is planned stays planned while nothing has changed: planning anew would only push it away.
  if (state.nextProbeAtMs !== undefined && turned === state.watch && turned.step > 0) return [state, []];
  const { watch, atMs } = planNext(turned, moment);
  return scheduleAt({ ...state, watch }, atMs, moment);
}

const isAsleep = ({ visible, online }: State): boolean => !visible || !online;

/** Starts the growing pauses anew; the next plan uses the shortest. */
export const hurry = (state: State): State => ({ ...state, watch: hasten(state.watch) });

/** Takes the planned question back. */
export function unschedule(state: State): Step {
  const { nextProbeAtMs: _, ...rest } = state;
  return [rest, [{ do: 'cancel', timer: 'watch' }]];
}

function scheduleAt(state: State, atMs: number, moment: Moment): Step {
  return [
    { ...state, nextProbeAtMs: atMs },
    [
      { do: 'schedule', timer: 'watch', delayMs: atMs - moment.nowMs },
      { do: 'log', event: 'probe-planned', facts: { mode: state.watch.mode, delayMs: atMs - moment.nowMs } },
    ],
  ];
}

function modeOf(state: State, nowMs: number): WatchMode {
  const { verdict } = state;
  if (isGreen(verdict)) return 'granted';
  if (verdict.kind === 'unknown' && verdict.cause !== 'other-tenant') return 'failing';
  if (nowMs < state.expectingUntilMs || state.dialog.phase === 'open' || state.dialog.phase === 'opening')
    return 'expecting';
  return state.request ? 'pending' : 'idle';
}

function wasSentBack(state: State, nowMs: number): boolean {
  const { dialog } = state;
  if (dialog.phase === 'ended' && dialog.how === 'accepted' && nowMs - dialog.atMs < AFTER_RETURN_MS)
    return true;
  return state.history.some(
    ({ kind, at }) => kind === 'returned' && nowMs - Date.parse(at) < AFTER_RETURN_MS,
  );
}

function confirmationOf(
  verdict: Verdict,
  kept: StoredConfirmation | undefined,
  atMs: number,
): StoredConfirmation | undefined {
  if (verdict.kind !== 'granted' && verdict.kind !== 'partial' && verdict.kind !== 'required')
    return undefined;
  const forTenant = isGreen(verdict);
  const lastGrantedAtMs = forTenant ? atMs : kept?.lastGrantedAtMs;
  const lastGranted = forTenant ? grantedIn(verdict) : kept?.lastGranted;
  // A refusal names nobody; the name that Microsoft confirmed once stays.
  const organisation = verdict.tenantName ?? kept?.organisation;
  return {
    kind: verdict.kind,
    forTenant,
    atMs,
    ...(organisation === undefined ? {} : { organisation }),
    ...(lastGrantedAtMs === undefined ? {} : { lastGrantedAtMs }),
    ...(lastGranted === undefined ? {} : { lastGranted }),
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
