import { isGreen } from '../../consent/verdict';
import type { ApprovalScreenModel } from './model';
import { acceptedScreen, unaskedScreen } from './accepted';
import { confirmedScreen } from './confirmed';
import { dialogReturnScreen, startingScreen } from './dialog';
import { invitationScreen } from './invitation';
import { lostScreen, openingScreen } from './opening';
import { outcomeScreen } from './outcome';
import type { ApprovalState, Place } from '../state';

/** What the grant page shows in a state at a time. Pure: the same input gives the same screen. */
export function approvalScreenOf(state: ApprovalState): ApprovalScreenModel {
  const { place } = state;
  switch (place.at) {
    case 'nowhere':
      return openingScreen(state);
    case 'lost':
      return lostScreen(state, place.why);
    case 'invitation':
      return invitationScreen(state);
    case 'dialog':
      return startingScreen(state);
    case 'returned':
      return state.memory.dialog ? dialogReturnScreen(state, place) : returnScreen(state, place);
    default:
      return place satisfies never;
  }
}

function returnScreen(state: ApprovalState, place: Extract<Place, { at: 'returned' }>): ApprovalScreenModel {
  const { verdict } = state.check;
  if (isGreen(verdict) && verdict.kind === 'granted') return confirmedScreen(state, verdict);
  if (place.outcome === 'accepted') return acceptedScreen(state);
  if (place.outcome === 'unasked') return unaskedScreen(state, place.refused === true);
  return outcomeScreen(state, place.outcome, place.code);
}
