import { tell } from '../message';
import type { ApprovalScreenModel } from './model';
import { isPanesWindow } from '../memory';
import type { ApprovalState } from '../state';
import { CLOSE, signIn } from './actions';
import { screen } from './every-screen';

/** The page does not know yet what it was opened for. */
export function openingScreen(state: ApprovalState): ApprovalScreenModel {
  return screen(state, {
    name: 'opening',
    tone: 'plain',
    title: tell('approval.opening.title'),
    lead: [tell('approval.opening.lead')],
    busy: true,
  });
}

/** The page was opened for nothing, or by a damaged address. */
export function lostScreen(state: ApprovalState, why: 'nothing' | 'damaged'): ApprovalScreenModel {
  // Whoever stands before it has no message with a link.
  const isWindow = isPanesWindow(state.memory);
  return screen(state, {
    name: 'lost',
    tone: 'attention',
    title: why === 'damaged' ? tell('approval.damaged.title') : tell('approval.lost.title'),
    lead: [
      why === 'damaged' ? tell('approval.damaged.lead') : tell('approval.lost.lead'),
      isWindow ? tell('approval.lost.next-in-dialog') : tell('approval.lost.next'),
    ],
    primary: isWindow
      ? CLOSE
      : why === 'nothing'
        ? signIn(state, tell('approval.action.sign-in-to-see'))
        : undefined,
  });
}
