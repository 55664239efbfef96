import { isConfirming } from '../dialog';
import { say } from '../message';
import type { State } from '../state';
import { action, RENEW, SHARE } from './actions';
import { screen } from './every-screen';
import type { ScreenModel } from './model';
import { noticeOf } from './notice';

const GIVE_UP = { type: 'dialog-given-up' } as const;
const CLOSE_DIALOG = action('close-dialog', say('action.close-dialog'), GIVE_UP);

/** Somebody is at Microsoft's page in the dialog, to approve or to confirm; an attempt lives five minutes. */
export function approvingScreen(state: State): ScreenModel {
  const { attemptExpiresAtMs, expired, unseen } = state.dialog;
  const confirming = isConfirming(state);
  // Nobody closes a window that the host sees no longer.
  const leave = unseen ? action('back', say('action.back'), GIVE_UP) : CLOSE_DIALOG;
  // What is said of such a window offers to start again, unless something else has to be said.
  const isOffered = expired || noticeOf(state)?.action === RENEW;
  return screen(state, {
    name: 'approving',
    tone: expired ? 'attention' : 'plain',
    title: say(confirming ? 'approving.title.confirm' : 'approving.title'),
    lead: [
      say(expired ? 'approving.lead.expired' : confirming ? 'approving.lead.confirm' : 'approving.lead'),
    ],
    attemptExpiresAtMs,
    primary: expired ? RENEW : undefined,
    others: isOffered ? [leave, SHARE] : [RENEW, leave, SHARE],
  });
}
