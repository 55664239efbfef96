import { say } from '../message';
import type { State } from '../state';
import { action, SHARE } from './actions';
import { screen } from './every-screen';
import type { ScreenModel } from './model';

/** Somebody is at Microsoft's page in the dialog; an attempt lives five minutes. */
export function grantingScreen(state: State): ScreenModel {
  const { grant } = state;
  const expired = grant.phase === 'open' && grant.expired === true;
  const expiresAtMs = grant.phase === 'open' ? grant.attemptExpiresAtMs : undefined;
  const renew = action('renew', say('action.renew'), { type: 'renewal-asked' });
  const close = action('close-dialog', say('action.close-dialog'), { type: 'grant-given-up' });
  return screen(state, {
    name: 'granting',
    tone: expired ? 'attention' : 'plain',
    title: say('granting.title'),
    lead: [expired ? say('granting.lead.expired') : say('granting.lead')],
    ...(expiresAtMs === undefined ? {} : { attemptExpiresAtMs: expiresAtMs }),
    ...(expired ? { primary: renew, others: [close, SHARE] } : { others: [renew, close, SHARE] }),
  });
}
