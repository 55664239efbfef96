import { signInMayCure } from '../../consent/click-cures';
import type { Verdict } from '../../consent/verdict';
import { say, type Message } from '../message';
import type { State } from '../state';
import { checkNow, HELP, SIGN_IN } from './actions';
import { screen } from './every-screen';
import type { ScreenModel } from './model';
import { causeAndNext } from '../../shown/cause-message';
import { pendingOf } from './pending';

/** No answer that says anything: what failed, and what was confirmed last. Nobody is asked to approve for it (U4). */
export function unknownScreen(state: State, verdict: Extract<Verdict, { kind: 'unknown' }>): ScreenModel {
  return screen(state, {
    name: 'unknown',
    tone: 'attention',
    title: say('unknown.title'),
    lead: [...causeAndNext(verdict), lastConfirmed(state)],
    primary: checkNow(state),
    others: [...(signInMayCure(verdict) ? [SIGN_IN] : []), HELP],
    pending: pendingOf(state),
  });
}

function lastConfirmed({ confirmation }: State): Message {
  if (!confirmation) return say('unknown.never-confirmed');
  const { atMs, organisation } = confirmation;
  const values = { atMs, organisation };
  switch (confirmation.kind) {
    case 'granted':
      return confirmation.forTenant
        ? say('unknown.last-granted', values)
        : say('unknown.last-personal', values);
    case 'partial':
      return say('unknown.last-partial', values);
    case 'required':
      return say('unknown.last-required', values);
    default:
      return confirmation.kind satisfies never;
  }
}
