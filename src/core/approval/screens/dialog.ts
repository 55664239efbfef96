import { mayBegin } from '../redirect';
import { tell } from '../message';
import type { ApprovalScreenModel } from './model';
import type { ApprovalState, Place } from '../state';
import { CLOSE, continueAction } from './actions';
import { screen } from './every-screen';
import { wordsOf } from './outcome';

/** In the pane's dialog the page goes on to Microsoft by itself. */
export function startingScreen(state: ApprovalState): ApprovalScreenModel {
  const { redirect } = state;
  const waits =
    redirect.phase === 'idle' ||
    redirect.phase === 'failed' ||
    (redirect.phase === 'leaving' && redirect.overdue);
  return screen(state, {
    name: 'starting',
    tone: waits ? 'attention' : 'plain',
    title: tell('approval.starting.title'),
    lead: [waits ? tell('approval.starting.overdue') : tell('approval.starting.lead')],
    ...(waits
      ? { primary: continueAction(state, tell('approval.action.continue')), others: [CLOSE] }
      : { busy: true }),
  });
}

/** In a dialog the pane goes on by itself, and closes this window; this page only says so. */
export function dialogReturnScreen(
  state: ApprovalState,
  place: Extract<Place, { at: 'returned' }>,
): ApprovalScreenModel {
  const { outcome } = place;
  const titles = wordsOf(outcome);
  return screen(state, {
    name: 'returned-in-dialog',
    tone: outcome === 'accepted' ? 'plain' : 'attention',
    title: titles.title,
    lead: [
      ...(outcome === 'accepted' ? [] : titles.lead),
      state.parentHeard === false ? tell('approval.outlook-not-told') : tell('approval.outlook-goes-on'),
    ],
    primary: CLOSE,
    others:
      outcome !== 'accepted' && mayBegin(state)
        ? [continueAction(state, tell('approval.action.begin-again'))]
        : [],
    ...(place.code === undefined ? {} : { details: { code: place.code } }),
  });
}
