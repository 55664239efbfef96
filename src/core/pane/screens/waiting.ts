import type { Finding } from '../../consent/verdict';
import { say } from '../message';
import type { State } from '../state';
import { action, checkNow, APPROVE, HELP } from './actions';
import { screen } from './every-screen';
import type { ScreenModel } from './model';
import { pendingOf } from './pending';
import { linesOf } from '../../shown/permission-lines';

/** An administrator was asked: what has become of it so far. */
export function waitingScreen(state: State, findings: readonly Finding[]): ScreenModel {
  const last = state.history.findLast(({ kind }) => kind !== 'made' && kind !== 'check-again')?.kind;
  const lead =
    last === 'returned'
      ? say('waiting.lead.returned')
      : last === 'denied'
        ? say('waiting.lead.denied')
        : last === 'opened'
          ? say('waiting.lead.opened')
          : say('waiting.lead');
  return screen(state, {
    name: 'waiting',
    tone: 'plain',
    title: say('waiting.title'),
    lead: [lead],
    primary: checkNow(state),
    others: [action('share', say('action.share-again'), { type: 'share-asked' }), APPROVE, HELP],
    permissions: linesOf(findings),
    pending: pendingOf(state),
  });
}
