import { lastNewsIn } from '../../api/request-news';
import type { Finding } from '../../consent/verdict';
import { approverRolesFor } from '../../permissions';
import { linesOf } from '../../shown/permission-lines';
import { say, type Message } from '../message';
import { neededSet, type State } from '../state';
import { action, APPROVE, checkNow, HELP, mayBeRemembered, signInFor } from './actions';
import { screen } from './every-screen';
import type { ScreenModel } from './model';
import { pendingOf } from './pending';

/** An administrator was asked: what has become of it so far. */
export function waitingScreen(state: State, findings: readonly Finding[]): ScreenModel {
  const { title, lead } = lastNews(state);
  const turnedAway = title.key === 'waiting.title.not-approved';
  const askAgain = action('share', say('action.share-again'), { type: 'share-asked' });
  const check = checkNow(state);
  const signIn = signInFor(state, state.verdict);
  // The first stands in sight, the rest behind "More": a sign-in where it may be the only way on (U9).
  const first = turnedAway ? check : askAgain;
  const signInFirst = !turnedAway && mayBeRemembered(state);
  return screen(state, {
    name: 'waiting',
    tone: 'plain',
    title,
    lead: [lead],
    // Whoever was turned away has somebody else to ask; everybody else waits.
    primary: turnedAway ? askAgain : check,
    others: signInFirst ? [...signIn, first, APPROVE, HELP] : [first, APPROVE, ...signIn, HELP],
    permissions: linesOf(findings),
    pending: pendingOf(state),
  });
}

/** Progress is claimed from the moment when the link was opened, and no sooner. */
function lastNews(state: State): { readonly title: Message; readonly lead: Message } {
  const last = lastNewsIn(state.history)?.kind;
  const waiting = say('waiting.title');
  const notApproved = say('waiting.title.not-approved');
  switch (last) {
    case 'opened':
      return { title: waiting, lead: say('waiting.lead.opened') };
    case 'returned':
    case 'proved':
      return { title: waiting, lead: say('waiting.lead.returned') };
    case 'denied':
      return { title: notApproved, lead: say('waiting.lead.denied') };
    case 'left':
      return { title: notApproved, lead: say('waiting.lead.left') };
    case 'role-too-small': {
      const roles = approverRolesFor(neededSet(state));
      return { title: notApproved, lead: say('waiting.lead.role-too-small', { roles }) };
    }
    case 'made':
    case 'check-again':
    case 'expired':
    case 'withdrawn':
    case undefined:
      return { title: waiting, lead: say('waiting.lead') };
    default:
      return last satisfies never;
  }
}
