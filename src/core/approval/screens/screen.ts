import { isGreen } from '../../consent/verdict';
import { isUnconfirmed } from '../memory';
import { mayLook } from '../redirect';
import { toldByRequestAlone } from '../request';
import type { ApprovalScreenModel } from './model';
import { confirmedScreen } from './confirmed';
import { dialogReturnScreen, startingScreen } from './dialog';
import { approvedBeforeScreen, linkScreen } from './invitation';
import { lostScreen, openingScreen } from './opening';
import { outcomeScreen, unconfirmedScreen } from './outcome';
import { unvouchedScreen } from './unvouched';
import { verdictScreen } from './verdict';
import type { ApprovalState, Place } from '../state';

/** What the page shows in a state at a time. Pure: the same input gives the same screen. */
export function approvalScreenOf(state: ApprovalState): ApprovalScreenModel {
  const { place } = state;
  switch (place.at) {
    case 'nowhere':
      return openingScreen(state);
    case 'lost':
      return lostScreen(state, place.why);
    case 'invitation':
    case 'confirm':
      return linkScreen(state);
    case 'dialog':
      return startingScreen(state, place);
    case 'status':
      return answerScreen(state) ?? verdictScreen(state);
    case 'returned':
      return state.memory.dialog
        ? dialogReturnScreen(state, place)
        : (answerScreen(state) ?? returnScreen(state, place));
    default:
      return place satisfies never;
  }
}

/** Microsoft's own word for the whole organisation, however the page was come by. */
function answerScreen(state: ApprovalState): ApprovalScreenModel | undefined {
  const { verdict } = state.check;
  return isGreen(verdict) && verdict.kind === 'granted' ? confirmedScreen(state, verdict) : undefined;
}

function returnScreen(state: ApprovalState, place: Extract<Place, { at: 'returned' }>): ApprovalScreenModel {
  const { outcome, looked, isBelieved } = place;
  if (!isBelieved) return unvouchedScreen(state, place);
  if (outcome !== 'accepted' && outcome !== 'looked') {
    // Whatever became of this visit, nobody is sent to approve anew what is there: that could be less.
    return mayLook(state) ? verdictScreen(state) : outcomeScreen(state, outcome, place);
  }
  const { approvedAtMs } = state.history;
  if (approvedAtMs !== undefined && toldByRequestAlone(state))
    return approvedBeforeScreen(state, approvedAtMs);
  // The look has failed; what Microsoft shows now can say that there is nothing to confirm.
  return isUnconfirmed(looked) && mayLook(state)
    ? unconfirmedScreen(state, looked, place)
    : verdictScreen(state);
}
