import { anotherAccountMayCure, signInMayCure } from '../../consent/click-cures';
import type { Verdict } from '../../consent/verdict';
import { say, type Message } from '../message';
import { neededSet, type State } from '../state';
import type { AdminHint } from '../../consent/evidence';
import { approverRolesFor, type PermissionSet } from '../../permissions';
import type { AdminLetter } from '../../support/admin-letter';
import type { Action, ActionName, Choice, ScreenModel } from './model';

/** An action of a screen; `busy` while what it set off is under way. */
export const action = (name: ActionName, label: Message, event: Action['event'], busy = false): Action => ({
  name,
  label,
  event,
  busy,
});

export const APPROVE = action('approve', say('action.approve'), { type: 'approval-asked' });
export const CONFIRM = action('confirm', say('action.confirm'), { type: 'confirmation-asked' });
export const RENEW = action('renew', say('action.renew'), { type: 'renewal-asked' });
export const SHARE = action('share', say('action.share'), { type: 'share-asked' });
export const SHARE_AGAIN = action('share', say('action.share-again'), { type: 'share-asked' });
export const HELP = action('help', say('action.help'), { type: 'view-asked', view: 'help' });
export const MANAGE = action('manage', say('action.manage'), { type: 'view-asked', view: 'manage' });
export const GROUP = action('group', say('action.group'), { type: 'view-asked', view: 'group' });
export const SHOW = action('show', say('action.show'), { type: 'view-asked', view: 'showing' });
export const CHANGE_SITUATION = action('change-situation', say('action.change-situation'), {
  type: 'situation-asked',
});
export const WITHDRAW = action('withdraw', say('action.withdraw'), { type: 'withdrawal-asked' });
/** A link that goes straight to Microsoft cannot be taken back: the pane waits for it no more. */
export const FORGET = action('forget', WITHDRAW.label, WITHDRAW.event);
export const DONE = action('back', say('action.done'), { type: 'view-left' });
export const ADD_AUTOPILOT = action('add-autopilot', say('action.add-autopilot'), {
  type: 'situation-asked',
});
export const PASS_ON = action('share', say('action.pass-on'), { type: 'share-asked' });
export const BACK = action('back', say('action.back'), { type: 'view-left' });

/** Asks Microsoft now. It can be pressed while a sign-in window stands open: that may be lost behind another one. */
export const checkNow = (state: State): Action =>
  action('check-now', say('action.check-now'), { type: 'check-asked' }, state.probing?.manner === 'silent');

export const signIn = (state: State, label: Message = say('action.sign-in')): Action =>
  action('sign-in', label, { type: 'sign-in-asked' }, state.probing?.manner === 'interactive');

/** The sign-in that may cure it: with another account, with the same one, or none. */
export function signInFor(state: State, verdict: Verdict): readonly Action[] {
  if (anotherAccountMayCure(verdict)) return [signIn(state, say('action.sign-in-other'))];
  if (!signInMayCure(verdict)) return [];
  return [mayBeRemembered(state) ? signIn(state, say('action.sign-in-again')) : signIn(state)];
}

// A minute or two of asking. By then an approval that was given elsewhere would have shown.
const REFUSALS_IN_A_ROW = 3;

/** Whether the host's broker may only repeat what it heard once: it has refused again and again, and nobody came back. */
export const mayBeRemembered = ({ refusals }: State): boolean => refusals >= REFUSALS_IN_A_ROW;

/** Asks an administrator for what only they can do, beside approving. */
export const letterAction = (letter: AdminLetter): Action =>
  action('letter', say(`action.letter-${letter}`), { type: 'letter-asked', letter });

/**
 * Approve for those who can, ask for everybody else: where the role is not known, most who open the pane are no
 * administrators.
 */
export function waysToApprove(state: State): Pick<ScreenModel, 'primary' | 'choices'> {
  const needed = neededSet(state);
  const roles = approverRolesFor(needed);
  const askFor = state.request ? SHARE_AGAIN : SHARE;
  const share: Choice = { action: askFor, explanation: say('choice.share') };
  const approve: Choice = { action: APPROVE, explanation: say('choice.approve', { roles }) };
  switch (hintFor(needed, state.account?.adminHint ?? 'not-known')) {
    case 'may-approve':
      return { primary: APPROVE, choices: [share] };
    case 'may-not-approve':
      return { primary: askFor, choices: [approve] };
    case 'not-known':
      return { choices: [share, approve] };
  }
}

/** The hint for what is needed here: some roles may approve delegated permissions alone. */
function hintFor(needed: PermissionSet, hint: AdminHint): Exclude<AdminHint, 'may-approve-delegated'> {
  if (hint !== 'may-approve-delegated') return hint;
  return needed.every(({ kind }) => kind === 'delegated') ? 'may-approve' : 'may-not-approve';
}
