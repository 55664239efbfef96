import { showsLess } from '../../consent/verdict';
import { isStanding } from '../../office-dialog';
import { say } from '../message';
import type { State } from '../state';
import { checkNow } from './actions';
import { arrivingScreen } from './arriving';
import { blockedScreen } from './blocked';
import { screen } from './every-screen';
import { grantedScreen, personalScreen } from './granted';
import { approvingScreen } from './dialog';
import { laterScreen } from './later';
import type { ScreenModel } from './model';
import { notGrantedScreen } from './not-granted';
import { sharingScreen } from './sharing';
import { otherTenantScreen, signInScreen } from './sign-in';
import { situationScreen } from './situation';
import { unknownScreen } from './unknown';
import { waitingScreen } from './waiting';

/** What the pane shows in a state. Pure: the same state gives the same screen. */
export function screenOf(state: State): ScreenModel {
  if (state.view === 'sharing' || state.view === 'showing') return sharingScreen(state);
  if (state.view === 'situation') return situationScreen(state);
  if (state.view !== 'verdict') return laterScreen(state, state.view);
  const { verdict } = state;
  // Also while the window stands: the service can tell of the return where the window's word was lost.
  if (state.arriving && showsLess(verdict)) return arrivingScreen(state);
  const { unseen, request } = state.dialog;
  // Whoever has asked an administrator since, beside a window that nobody sees, waits for them.
  const asksInstead = unseen && state.request && state.request.id !== request;
  if (isStanding(state.dialog) && !asksInstead) return approvingScreen(state);
  switch (verdict.kind) {
    case 'checking':
      return screen(state, {
        name: 'checking',
        tone: 'plain',
        title: say('checking.title'),
        lead: [say('checking.lead')],
        lastState: state.lastState,
        // Out of sight nobody asks, and a browser may be wrong about that.
        primary: state.probing ? undefined : checkNow(state),
        others: [],
      });
    case 'granted':
      return verdict.breadth === 'tenant' ? grantedScreen(state, verdict) : personalScreen(state, verdict);
    case 'partial':
    case 'required':
      return state.request ? waitingScreen(state, verdict.findings) : notGrantedScreen(state, verdict);
    case 'sign-in-needed':
      return signInScreen(state, verdict);
    case 'blocked':
      return blockedScreen(state, verdict);
    case 'unknown':
      return verdict.cause === 'other-tenant' ? otherTenantScreen(state) : unknownScreen(state, verdict);
    default:
      return verdict satisfies never;
  }
}
