import { isConfirming } from '../dialog';
import { say } from '../message';
import type { State } from '../state';
import { action, SHARE } from './actions';
import { screen } from './every-screen';
import type { ScreenModel } from './model';

export const CLOSE_DIALOG = action('close-dialog', say('action.close-dialog'), { type: 'dialog-given-up' });

/** Somebody is at Microsoft's page in the dialog, to approve or to confirm; an attempt lives five minutes. */
export function approvingScreen(state: State): ScreenModel {
  const { dialog } = state;
  const confirming = isConfirming(state);
  const expired = dialog.phase === 'open' && dialog.expired === true;
  const attemptExpiresAtMs = dialog.phase === 'open' ? dialog.attemptExpiresAtMs : undefined;
  const renew = action('renew', say('action.renew'), { type: 'renewal-asked' });
  return screen(state, {
    name: 'approving',
    tone: expired ? 'attention' : 'plain',
    title: say(confirming ? 'approving.title.confirm' : 'approving.title'),
    lead: [
      say(expired ? 'approving.lead.expired' : confirming ? 'approving.lead.confirm' : 'approving.lead'),
    ],
    attemptExpiresAtMs,
    primary: expired ? renew : undefined,
    others: expired ? [CLOSE_DIALOG, SHARE] : [renew, CLOSE_DIALOG, SHARE],
  });
}
