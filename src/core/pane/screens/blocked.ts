import type { Verdict } from '../../consent/verdict';
import { isAdministrator } from '../dialog';
import { say } from '../message';
import type { State } from '../state';
import { causeAndNext } from '../../shown/cause-message';
import { checkNow, HELP, letterAction, SHARE, signIn, signInFor, waysToApprove } from './actions';
import { screen } from './every-screen';
import type { ScreenModel } from './model';
import { pendingOf } from './pending';

/** The organisation stops it: what to tell its administrator. Who has just acted as one mends it, and checks again. */
export function blockedScreen(state: State, verdict: Extract<Verdict, { kind: 'blocked' }>): ScreenModel {
  const [cause, ...next] = causeAndNext(verdict);
  const way = wayOn(state, verdict);
  const { primary } = way;
  const check = checkNow(state);
  const letter = isAdministrator(state) && primary?.name === 'letter' && primary;
  return screen(state, {
    name: 'blocked',
    tone: 'stopped',
    title: say('blocked.title'),
    lead: letter ? [cause] : [cause, ...next],
    ...(letter ? { primary: check } : way),
    others: [...signInFor(state, verdict), ...(letter ? [letter, HELP] : [HELP, check])],
    pending: pendingOf(state),
  });
}

/** What fits the cause: nobody is asked to approve what approving does not mend. */
function wayOn(
  state: State,
  { next }: Extract<Verdict, { kind: 'blocked' }>,
): Pick<ScreenModel, 'primary' | 'choices'> {
  switch (next) {
    case 'approve':
      return waysToApprove(state);
    case 'ask-admin':
      return { primary: SHARE };
    case 'ask-admin-to-assign':
      return { primary: letterAction('assign') };
    case 'ask-admin-to-enable':
      return { primary: letterAction('enable') };
    case 'ask-admin-to-enable-account':
      return { primary: letterAction('enable-account') };
    case 'ask-admin-about-policy':
      return { primary: letterAction('policy') };
    case 'ask-admin-about-refusal':
      return { primary: letterAction('refusal') };
    case 'sign-in':
      return { primary: signIn(state) };
    case 'sign-in-with-other-account':
      return { primary: signIn(state, say('action.sign-in-other')) };
    case 'confirm-as-admin':
    case 'wait-and-retry':
    case 'open-help':
    case 'contact-support':
    case undefined:
      return {};
    default:
      return next satisfies never;
  }
}
