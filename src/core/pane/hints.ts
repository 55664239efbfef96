import { EVENTS_KEPT, type RequestEvent } from '../api/request-events';
import { RETURN_OUTCOMES, type RequestId } from '../api/requests';
import { askSoon, hasLostWindow } from '../asking/asking';
import { isFresh, type Moment } from '../asking/watch';
import type { DialogEnd } from '../office-dialog';
import { endDialog, mayStillTell } from './dialog';
import { askOnline, expectArrival, lastHeardAtMs, plan } from './probe';
import { hearWithdrawal } from './sharing';
import { EXPECTING_MS, type State } from './state';
import type { Step } from './step';

/** Something happened to a request. It says when to ask Microsoft, never what Microsoft would say. */
export function hearHint(
  state: State,
  { request, hint }: { readonly request: RequestId; readonly hint: RequestEvent },
  moment: Moment,
): Step {
  const end = endIn(hint);
  // The dialog's own request, which no screen is about. Nobody else has its id, and an attempt comes back in the browser that
  // began it or not at all: what the window may not be able to tell is told by it.
  const isDialogs = end !== undefined && state.dialog.request === request;
  if (request !== state.request?.id) {
    return isDialogs && mayStillTell(state)
      ? endDialog(state, end, moment, true)
      : hearOfApproval(state, hint, moment);
  }
  if (state.history.some(({ number }) => number === hint.number)) return [state, []];
  // A flood from a broken stream must not grow the state.
  const history = [...state.history, hint]
    .toSorted((one, other) => one.number - other.number)
    .slice(-EVENTS_KEPT);
  // From now on there is progress to show (U3).
  const shared = state.view === 'sharing' && state.sharing.phase === 'done' && hint.kind !== 'made';
  // Whoever came back may be the one in the window that nobody sees, or somebody else with the link: what is shown of the
  // request tells of either.
  const isOver = isDialogs && state.dialog.unseen;
  const heard: State = {
    ...state,
    dialog: isOver ? { phase: 'idle' } : state.dialog,
    history,
    view: shared ? 'verdict' : state.view,
  };
  switch (hint.kind) {
    case 'opened':
      return plan(
        askSoon({ ...heard, expectingUntilMs: expectedUntilMs(state, hint, moment.nowMs) }),
        moment,
      );
    case 'withdrawn':
      return hearWithdrawal(heard, moment);
    default:
      return hearOfApproval(heard, hint, moment);
  }
}

/** The end of a visit to Microsoft's page that a hint tells of. */
const endIn = ({ kind, failure }: RequestEvent): DialogEnd | undefined =>
  kind === 'returned' ? 'accepted' : (RETURN_OUTCOMES.find((outcome) => outcome === kind) ?? failure);

/** What a hint says of an approval, whichever request it belongs to. */
function hearOfApproval(state: State, hint: RequestEvent, moment: Moment): Step {
  const atMs = Date.parse(hint.at);
  switch (hint.kind) {
    case 'returned':
      return expectArrival(state, { atMs, proved: false }, moment);
    case 'proved':
      return expectArrival(state, { atMs, proved: true }, moment);
    case 'check-again':
      return hasJustAsked(state, moment)
        ? [state, []]
        : askOnline({ ...state, nextAtMs: undefined }, moment, { purpose: 'occasion' });
    case 'opened':
    case 'withdrawn':
    case 'denied':
    case 'left':
    case 'role-too-small':
    case 'made':
    case 'expired':
      return [state, []];
    default:
      return hint.kind satisfies never;
  }
}

// The service says "check again" at the moments of the spread, at which the pane asks by itself.
const SAME_MOMENT_MS = 1_000;

const hasJustAsked = (state: State, { nowMs }: Moment): boolean =>
  state.arriving !== undefined &&
  ((state.probing !== undefined && !hasLostWindow(state, nowMs)) ||
    isFresh(lastHeardAtMs(state), SAME_MOMENT_MS, nowMs));

/** A stream tells its whole story anew after a reload: what lies long back is no reason to expect anything now. */
const expectedUntilMs = (state: State, hint: RequestEvent, nowMs: number): number =>
  Math.max(state.expectingUntilMs, Math.min(Date.parse(hint.at), nowMs) + EXPECTING_MS);
