import { mayBegin } from '../departure';
import { tell, type GrantMessage } from '../message';
import type { GrantAction, GrantScreenModel } from './model';
import type { GrantState } from '../state';

export const CLOSE: GrantAction = {
  name: 'close',
  label: tell('grant.action.close'),
  event: { type: 'close-asked' },
};

/** On to Microsoft's page. */
export function continueAction(state: GrantState, label: GrantMessage): GrantAction {
  const { phase } = state.departure;
  const busy =
    phase === 'making-request' ||
    phase === 'making-attempt' ||
    phase === 'telling' ||
    (state.departure.phase === 'leaving' && !state.departure.overdue);
  return { name: 'continue', label, event: { type: 'continue-asked' }, ...(busy ? { busy } : {}) };
}

/** The way to begin anew, where the page may begin. */
export const beginAgain = (state: GrantState): Pick<GrantScreenModel, 'primary'> =>
  mayBegin(state) ? { primary: continueAction(state, tell('grant.action.begin-again')) } : {};

/** Signs in here, so that Microsoft can be asked. */
export function signIn(state: GrantState, label: GrantMessage): GrantAction {
  const busy = state.check.probing?.manner === 'interactive';
  return { name: 'sign-in', label, event: { type: 'sign-in-asked' }, ...(busy ? { busy } : {}) };
}
