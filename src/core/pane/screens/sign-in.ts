import type { Verdict } from '../../consent/verdict';
import { say } from '../message';
import type { State } from '../state';
import { checkNow, APPROVE, HELP, SHARE, signIn, signInFor } from './actions';
import { screen } from './every-screen';
import type { ScreenModel } from './model';
import { causeMessage } from '../../shown/cause-message';
import { pendingOf } from './pending';

/** No account, or a session that has ended. */
export function signInScreen(
  state: State,
  verdict: Extract<Verdict, { kind: 'sign-in-needed' }>,
): ScreenModel {
  const [primary] = signInFor(state, verdict);
  return screen(state, {
    name: 'sign-in',
    tone: 'plain',
    title: verdict.maybeConsent ? say('sign-in.title.either') : say('sign-in.title'),
    lead: [
      verdict.maybeConsent ? say('sign-in.lead.either') : causeMessage(verdict.cause ?? 'not-signed-in'),
    ],
    primary,
    others: [...(verdict.maybeConsent ? [SHARE, APPROVE] : [SHARE]), HELP, checkNow(state)],
    pending: pendingOf(state),
  });
}

/** The account is of another organisation than the mailbox. */
export function otherTenantScreen(state: State): ScreenModel {
  const mailDomain = state.mailbox?.domain ?? state.host?.mailDomain;
  return screen(state, {
    name: 'other-tenant',
    tone: 'attention',
    title: say('other-tenant.title'),
    lead: [say('other-tenant.lead', { mailDomain }), say('other-tenant.lead.consultant')],
    primary: signIn(state, say('action.sign-in-other')),
    others: [SHARE, HELP, checkNow(state)],
  });
}
