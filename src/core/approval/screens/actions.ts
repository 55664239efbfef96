import { mayBegin } from '../redirect';
import { tell, type ApprovalMessage } from '../message';
import type { ApprovalAction, ApprovalScreenModel } from './model';
import type { ApprovalState } from '../state';

export const CLOSE: ApprovalAction = {
  name: 'close',
  label: tell('approval.action.close'),
  event: { type: 'close-asked' },
};

/** On to Microsoft's page. */
export function continueAction(state: ApprovalState, label: ApprovalMessage): ApprovalAction {
  const { phase } = state.redirect;
  const busy =
    phase === 'making-request' ||
    phase === 'making-attempt' ||
    phase === 'telling' ||
    (state.redirect.phase === 'leaving' && !state.redirect.overdue);
  return { name: 'continue', label, event: { type: 'continue-asked' }, ...(busy ? { busy } : {}) };
}

/** The way to begin anew, where the page may begin. */
export const beginAgain = (state: ApprovalState): Pick<ApprovalScreenModel, 'primary'> =>
  mayBegin(state) ? { primary: continueAction(state, tell('approval.action.begin-again')) } : {};

/** Signs in here, so that Microsoft can be asked. */
export function signIn(state: ApprovalState, label: ApprovalMessage): ApprovalAction {
  const busy = state.check.probing?.manner === 'interactive';
  return { name: 'sign-in', label, event: { type: 'sign-in-asked' }, ...(busy ? { busy } : {}) };
}
