import { waitingMayCure } from '../../consent/click-cures';
import type { Verdict } from '../../consent/verdict';
import { say, type Message } from '../message';
import type { State } from '../state';
import { checkNow, HELP, SHARE, signInFor } from './actions';
import { screen } from './every-screen';
import type { ScreenModel } from './model';
import { causeAndNext, causeMessage } from '../../shown/cause-message';
import { pendingOf } from './pending';

/** No answer that says anything: what failed, and what was confirmed last. Nobody is asked to approve for it (U4). */
export function unknownScreen(state: State, verdict: Extract<Verdict, { kind: 'unknown' }>): ScreenModel {
  const isPersonal = verdict.cause === 'personal-mailbox';
  return screen(state, {
    name: 'unknown',
    tone: 'attention',
    title: isPersonal ? causeMessage(verdict.cause) : say('unknown.title'),
    lead: isPersonal ? [say('mailbox.personal')] : [...whatFailed(state, verdict), lastConfirmed(state)],
    // Where only we can mend it, asking once more helps nobody.
    primary: waitingMayCure(verdict) ? checkNow(state) : HELP,
    others: [
      ...signInFor(state, verdict),
      ...(verdict.next === 'ask-admin' ? [SHARE] : []),
      waitingMayCure(verdict) ? HELP : checkNow(state),
    ],
    pending: pendingOf(state),
  });
}

function whatFailed(state: State, verdict: Extract<Verdict, { kind: 'unknown' }>): readonly Message[] {
  if (verdict.cause !== 'mailbox-not-placed') return causeAndNext(verdict);
  // It may be another organisation's, an alias that Microsoft did not name, or in none: each has its own cure (F13).
  return [causeMessage(verdict.cause), say('mailbox.not-placed', { mailDomain: state.mailbox?.domain })];
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
