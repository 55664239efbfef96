import type { Verdict } from '../../consent/verdict';
import { say } from '../message';
import type { State } from '../state';
import { checkNow, APPROVE, HELP, SHARE } from './actions';
import { screen } from './every-screen';
import type { ScreenModel } from './model';
import { causeAndNext } from '../../shown/cause-message';
import { pendingOf } from './pending';

/** The organisation stops it: what to tell its administrator. */
export function blockedScreen(state: State, verdict: Extract<Verdict, { kind: 'blocked' }>): ScreenModel {
  return screen(state, {
    name: 'blocked',
    tone: 'stopped',
    title: say('blocked.title'),
    lead: [...causeAndNext(verdict)],
    primary: checkNow(state),
    // Where an administrator can lift it by approving, the one who reads this may be that administrator.
    others: [...(verdict.next === 'grant' ? [APPROVE] : []), SHARE, HELP],
    pending: pendingOf(state),
  });
}
