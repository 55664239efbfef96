import * as asking from '../asking/asking';
import type { AskingPage } from '../asking/asking';
import { judge } from '../consent/judge';
import { MEMORY_KEYS, toStore, type StoredConfirmation } from './memory';
import type { Step } from './step';
import type { PaneEffect } from './effect';
import { neededSet, type State } from './state';
import { permissionId, type PermissionId, type PermissionSet } from '../permissions';
import { confirmedAtMs, isGreen, type Verdict } from '../consent/verdict';
import type { Moment, WatchMode } from '../asking/watch';

// The stored time of the last confirmation is refreshed hourly: often enough for "confirmed 2 hours ago", rare enough
// for roaming settings, which are written through to the mailbox.
const CONFIRMATION_REFRESH_MS = 60 * 60_000;

// How long after Microsoft sent somebody back a refusal is taken for a broker's stale memory.
const AFTER_RETURN_MS = 10 * 60_000;

/** What the asker has to know of the pane. One pane of a user watches for all. */
const PANE: AskingPage<State, PaneEffect> = {
  isOnline: ({ online }) => online,
  isAwake: ({ visible, online }) => visible && online,
  watches: ({ leading, verdict }) => leading && verdict.kind !== 'checking',
  modeOf,
  judge: (state, report) => judge(report, state.setup.set, state.situation),
  follow: followVerdict,
  silenceMeans: 'host-unavailable',
};

type Origin = { readonly fromPeer?: boolean };

export const ask = (state: State, manner: 'silent' | 'interactive', moment: Moment): Step =>
  asking.ask(state, manner, moment, PANE);
export const askOnline = (state: State, moment: Moment, origin?: Origin): Step =>
  asking.askOnline(state, moment, PANE, origin);
export const answered = (
  state: State,
  answer: Parameters<typeof asking.hearAnswer>[1],
  moment: Moment,
): Step => asking.hearAnswer(state, answer, moment, PANE);
export const outOfPatience = (state: State, moment: Moment): Step =>
  asking.giveUpWaiting(state, moment, PANE);
export const plan = (state: State, moment: Moment): Step => asking.plan(state, moment, PANE);
export const unschedule = (state: State): Step => asking.unschedule<State, PaneEffect>(state);

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

/** What follows from an answer: the other panes hear of a change, and what is settled is forgotten. */
function followVerdict(before: State, state: State, moment: Moment): Step {
  const { verdict } = state;
  const effects: PaneEffect[] = [];
  const changed = fingerprintOf(verdict) !== fingerprintOf(before.verdict);
  if (changed && before.verdict.kind !== 'checking' && before.probing?.fromPeer === false)
    effects.push({ do: 'tell-peers' });

  const confirmation = confirmationOf(verdict, before.confirmation, confirmedAtMs(verdict, moment.nowMs));
  if (confirmation && before.memoryRead && worthStoring(before.confirmation, confirmation))
    effects.push(storeConfirmation(confirmation));
  const next: State = {
    ...state,
    confirmation: confirmation ?? before.confirmation,
    refusedAfterReturn: verdict.kind !== 'granted' && wasSentBack(state, moment.nowMs),
  };
  if (!isGreen(verdict)) return [next, effects];
  const [done, ending] = endAllRequests(next, moment);
  return [done, [...effects, ...ending]];
}

/** Green: nobody has to approve or to be asked any more. */
function endAllRequests(state: State, moment: Moment): Step {
  const { request } = state;
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
      ...state,
      request: undefined,
      view: view === 'manage' || view === 'help' || view === 'group' ? view : 'verdict',
      reminderDue: false,
      fulfilled: request ? { request, history: state.history, atMs: moment.nowMs } : state.fulfilled,
      dialog: { phase: 'idle' },
      link: { phase: 'none' },
      sharing: { phase: 'idle' },
      history: [],
      expectingUntilMs: 0,
    },
    effects,
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
