import { mayBegin } from '../departure';
import { tell } from '../message';
import type { GrantScreenModel } from './model';
import type { GrantState, Place } from '../state';
import { CLOSE, continueAction } from './actions';
import { screen } from './every-screen';
import { wordsOf } from './outcome';

/** In the pane's dialog the page goes on to Microsoft by itself. */
export function startingScreen(state: GrantState): GrantScreenModel {
  const { departure } = state;
  const waits =
    departure.phase === 'idle' ||
    departure.phase === 'failed' ||
    (departure.phase === 'leaving' && departure.overdue);
  return screen(state, {
    name: 'starting',
    tone: waits ? 'attention' : 'plain',
    title: tell('grant.starting.title'),
    lead: [waits ? tell('grant.starting.overdue') : tell('grant.starting.lead')],
    ...(waits
      ? { primary: continueAction(state, tell('grant.action.continue')), others: [CLOSE] }
      : { busy: true }),
  });
}

/** In a dialog the pane goes on by itself, and closes this window; this page only says so. */
export function dialogReturnScreen(
  state: GrantState,
  place: Extract<Place, { at: 'returned' }>,
): GrantScreenModel {
  const { outcome } = place;
  const titles = wordsOf(outcome);
  return screen(state, {
    name: 'returned-in-dialog',
    tone: outcome === 'accepted' ? 'plain' : 'attention',
    title: titles.title,
    lead: [
      ...(outcome === 'accepted' ? [] : titles.lead),
      state.parentHeard === false ? tell('grant.outlook-not-told') : tell('grant.outlook-goes-on'),
    ],
    primary: CLOSE,
    others:
      outcome !== 'accepted' && mayBegin(state)
        ? [continueAction(state, tell('grant.action.begin-again'))]
        : [],
    ...(place.code === undefined ? {} : { details: { code: place.code } }),
  });
}
