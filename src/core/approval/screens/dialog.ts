import { mayLook } from '../redirect';
import { tell } from '../message';
import type { Returned } from '../memory';
import type { ApprovalAction, ApprovalScreenModel } from './model';
import type { ApprovalState, Place } from '../state';
import { CLOSE, confirmAction, continueAction, listed } from './actions';
import { screen } from './every-screen';
import { wordsOf } from './outcome';

/** In the pane's dialog the page goes on to Microsoft by itself. */
export function startingScreen(
  state: ApprovalState,
  { to }: Extract<Place, { at: 'dialog' }>,
): ApprovalScreenModel {
  const { redirect } = state;
  const failed = redirect.phase === 'failed';
  const waits = failed || redirect.phase === 'idle' || (redirect.phase === 'leaving' && redirect.overdue);
  const onwards = to === 'look' ? confirmAction : continueAction;
  // At a confirmation nothing is listed there, and nothing is decided.
  const there = to === 'look' ? tell('approval.confirm.how') : tell('approval.starting.lead');
  return screen(state, {
    name: 'starting',
    tone: waits ? 'attention' : 'plain',
    title: failed ? tell('approval.starting.failed') : tell('approval.starting.title'),
    // The browser was not sent anywhere: the notice says why, and what helps.
    lead: failed ? [] : [waits ? tell('approval.starting.overdue') : there],
    primary: waits ? onwards(state, tell('approval.action.continue')) : undefined,
    others: waits ? [CLOSE] : [],
    busy: !waits,
  });
}

/** In a dialog the pane goes on by itself, and closes this window; this page only says so. */
export function dialogReturnScreen(
  state: ApprovalState,
  place: Extract<Place, { at: 'returned' }>,
): ApprovalScreenModel {
  const { title, lead, isDone } = wordsOf(place);
  return screen(state, {
    name: 'returned-in-dialog',
    tone: isDone ? 'plain' : 'attention',
    title,
    lead: [
      ...(isDone ? [] : lead),
      state.parentHeard === false ? tell('approval.outlook-not-told') : tell('approval.outlook-goes-on'),
    ],
    primary: CLOSE,
    others: isDone ? [] : again(state, place),
    details: place.code === undefined ? undefined : { code: place.code },
  });
}

/** The same errand once more. A look leads to another look, and not to a second approval, which could be a smaller one. */
function again(state: ApprovalState, { outcome }: Returned): readonly ApprovalAction[] {
  if (outcome === 'looked') return mayLook(state) ? [confirmAction(state)] : [];
  return listed(continueAction(state, tell('approval.action.begin-again')));
}
