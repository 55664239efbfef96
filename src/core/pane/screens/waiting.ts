import type { Finding } from '../../consent/verdict';
import { approverRolesFor } from '../../permissions';
import { linesOf } from '../../shown/permission-lines';
import { say, type Message } from '../message';
import { newsOf } from '../request-facts';
import { neededSet, type State } from '../state';
import { APPROVE, checkNow, HELP, mayBeRemembered, SHARE_AGAIN, signInFor } from './actions';
import { screen } from './every-screen';
import type { ScreenModel } from './model';
import { pendingOf } from './pending';

/** An administrator was asked: what has become of it so far. */
export function waitingScreen(state: State, findings: readonly Finding[]): ScreenModel {
  const news = newsOf(state)?.kind;
  const turnedAway = news === 'denied' || news === 'left' || news === 'role-too-small';
  const check = checkNow(state);
  const signIn = signInFor(state, state.verdict);
  // The first stands in sight, the rest behind "More": a sign-in where it may be the only way on (U9).
  const first = turnedAway ? check : SHARE_AGAIN;
  const signInFirst = !turnedAway && mayBeRemembered(state);
  return screen(state, {
    name: 'waiting',
    tone: 'plain',
    title: say(turnedAway ? 'waiting.title.not-approved' : 'waiting.title'),
    lead: [newsLead(state)],
    // Whoever was turned away has somebody else to ask; everybody else waits.
    primary: turnedAway ? SHARE_AGAIN : check,
    others: signInFirst ? [...signIn, first, APPROVE, HELP] : [first, APPROVE, ...signIn, HELP],
    permissions: linesOf(findings),
    pending: pendingOf(state),
  });
}

/** What has become of the open request. Progress is claimed from the moment when the link was opened, and no sooner. */
export function newsLead(state: State): Message {
  const news = newsOf(state)?.kind;
  switch (news) {
    case 'opened':
    case 'returned':
    case 'denied':
    case 'left':
      return say(`waiting.lead.${news}`);
    case 'proved':
      return say('waiting.lead.returned');
    case 'role-too-small':
      return say('waiting.lead.role-too-small', { roles: approverRolesFor(neededSet(state)) });
    case 'made':
    case 'check-again':
    case 'expired':
    case 'withdrawn':
    case undefined:
      return say('waiting.lead');
    default:
      return news satisfies never;
  }
}
