import { arrive } from './arriving';
import {
  answered,
  askNow,
  askSlowly,
  askUnlessFresh,
  forgetLookKey,
  outOfPatience,
  stayHere,
  stopAsking,
  timeForQuestion,
} from './check';
import type { ApprovalEvent, ApprovalTimer } from './event';
import { comeBack, leaveWhenTold, noticeDelay } from './leaving';
import {
  begin,
  beginLook,
  goWithoutRequest,
  keepRequest,
  missAttempt,
  missLook,
  passLinkOn,
  takeAttempt,
  takeLook,
} from './redirect';
import { copy } from './link';
import { hearOfRequest, missRequest, readRequest, takeRequest, takeTenant } from './request';
import { isBegun, requestIdOf, type ApprovalState, type ApprovalStep } from './state';
import { provesNetwork } from '../asking/asking';
import type { SituationChoice } from '../situation';
import { isGreen } from '../consent/verdict';
import type { Moment } from '../asking/watch';

/**
 * The page's whole behaviour. Pure: the moment is given, effects are data. Every event is allowed in every state; one
 * that does not belong there changes nothing. Nothing that the address says becomes a verdict: only the answer to a
 * question of our own does.
 */
export const approvalTransition = (
  state: ApprovalState,
  event: ApprovalEvent,
  moment: Moment,
): ApprovalStep =>
  stepOf(!state.online && cameByNetwork(event) ? { ...state, online: true } : state, event, moment);

/** What shows that there is a network, whatever the browser says of it. */
function cameByNetwork(event: ApprovalEvent): boolean {
  switch (event.type) {
    case 'request-shown':
    case 'request-made':
    case 'attempt-made':
    case 'look-begun':
      return true;
    case 'request-not-shown':
    case 'attempt-not-made':
    case 'look-not-begun':
      return event.why !== 'unreachable';
    case 'probe-answered':
      return provesNetwork(event.report);
    default:
      return false;
  }
}

function stepOf(state: ApprovalState, event: ApprovalEvent, moment: Moment): ApprovalStep {
  switch (event.type) {
    case 'arrived':
      return state.place.at === 'nowhere' ? arrive(state, event, moment) : [state, []];
    case 'situation-answered':
      return answerSituation(state, event.situation);
    case 'continue-asked':
      return begin(state, moment);
    case 'confirm-asked':
      return beginLook(state, moment);
    case 'details-asked':
      return state.request.phase === 'unread' && isReading(state)
        ? readRequest(state, state.request.id)
        : [state, []];
    case 'request-asked':
      return showRequest(state);
    case 'check-asked':
      return hearOfRequest(askNow(state, 'silent', moment));
    case 'sign-in-asked':
      return askNow(signsIn(state) ? { ...state, place: { at: 'status' } } : state, 'interactive', moment);
    case 'close-asked':
      return state.memory.dialog
        ? [state, [{ do: 'tell-parent', message: { kind: 'closing' } }, { do: 'close-window' }]]
        : [state, state.memory.hadOpener ? [{ do: 'close-window' }] : []];
    case 'receipt-copy-asked':
      return isGreen(state.check.verdict) ? copy(state, 'receipt', event.text) : [state, []];
    case 'link-copy-asked':
      return passLinkOn(state);
    case 'print-asked':
      return isGreen(state.check.verdict) ? [state, [{ do: 'print' }]] : [state, []];
    case 'request-shown':
      return takeRequest(state, event, moment);
    case 'request-not-shown':
      return missRequest(state, event.why, moment);
    case 'tenant-discovered':
      return takeTenant(state, event.domain, event.tenant, moment);
    case 'request-made':
      return keepRequest(state, event.id);
    case 'request-not-made':
      return goWithoutRequest(state, event.state, moment);
    case 'attempt-made':
      return takeAttempt(state, event.made, moment);
    case 'attempt-not-made':
      return missAttempt(state, event, moment);
    case 'look-begun':
      return takeLook(state, event.begun, moment);
    case 'look-not-begun':
      return missLook(state, event, moment);
    case 'parent-told':
      return leaveWhenTold({ ...state, parentHeard: event.ok });
    case 'redirect-refused':
      return noticeDelay(state);
    case 'probe-answered':
      return answered(state, event, moment);
    case 'sign-in-here-failed':
      return stayHere(state, moment);
    case 'look-key-refused':
      return forgetLookKey(state);
    case 'copied':
      return [{ ...state, copied: { what: event.what, ok: event.ok } }, []];
    case 'time-came':
      return timeCame(state, event.timer, moment);
    case 'came-back':
      return comeBack(state);
    case 'shown':
      return hearOfRequest(askUnlessFresh({ ...state, visible: true }, moment));
    case 'focused':
      return hearOfRequest(askUnlessFresh(state, moment));
    case 'hidden':
      return stopAsking({ ...state, visible: false });
    case 'went-online':
      return goOnline({ ...state, online: true }, moment);
    case 'went-offline':
      return askSlowly({ ...state, online: false }, moment);
    default:
      return event satisfies never;
  }
}

/** The administrator reads what is asked, or what is to be confirmed. */
const isReading = ({ place }: ApprovalState): boolean => place.at === 'invitation' || place.at === 'confirm';

/** Where signing in shows how things stand, although nobody came back from Microsoft. */
const signsIn = (state: ApprovalState): boolean =>
  !state.memory.dialog && (isReading(state) || (state.place.at === 'lost' && state.place.why === 'nothing'));

/** Another answer asks for other permissions: an authorization that was begun for the last one is over. */
function answerSituation(state: ApprovalState, situation: SituationChoice): ApprovalStep {
  if (state.place.at !== 'invitation' || isBegun(state)) return [state, []];
  return [
    { ...state, answered: situation, redirect: { phase: 'idle' } },
    [{ do: 'cancel', timer: 'redirect' }],
  ];
}

/** From an address that nobody vouches for to the request that it names. */
function showRequest(state: ApprovalState): ApprovalStep {
  const { place, request } = state;
  if (place.at !== 'returned' || state.memory.dialog || requestIdOf(state) === undefined) return [state, []];
  const [quiet, effects] = stopAsking({ ...state, place: { at: 'invitation' } });
  if (request.phase !== 'unread') return [quiet, effects];
  const [reading, more] = readRequest(quiet, request.id);
  return [reading, [...effects, ...more]];
}

function timeCame(state: ApprovalState, timer: ApprovalTimer, moment: Moment): ApprovalStep {
  switch (timer) {
    case 'patience':
      return outOfPatience(state, moment);
    case 'telling':
      return leaveWhenTold(state);
    case 'redirect':
      return noticeDelay(state);
    case 'watch':
      return timeForQuestion(state, moment);
    default:
      return timer satisfies never;
  }
}

function goOnline(before: ApprovalState, moment: Moment): ApprovalStep {
  const { redirect, place } = before;
  const wasHeldUp = redirect.phase === 'failed' && redirect.why === 'offline';
  const state: ApprovalState = wasHeldUp ? { ...before, redirect: { phase: 'idle' } } : before;
  if (wasHeldUp && place.at === 'dialog') {
    return place.to === 'look' ? beginLook(state, moment) : begin(state, moment);
  }
  if (state.request.phase === 'unread' && isReading(state)) return readRequest(state, state.request.id);
  return askUnlessFresh(state, moment);
}
