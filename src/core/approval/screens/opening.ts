import { tell } from '../message';
import type { GrantScreenModel } from './model';
import type { GrantState } from '../state';
import { CLOSE } from './actions';
import { screen } from './every-screen';

/** The page does not know yet what it was opened for. */
export function openingScreen(state: GrantState): GrantScreenModel {
  return screen(state, {
    name: 'opening',
    tone: 'plain',
    title: tell('grant.opening.title'),
    lead: [tell('grant.opening.lead')],
    busy: true,
  });
}

/** The page was opened for nothing, or by a damaged address. */
export function lostScreen(state: GrantState, why: 'nothing' | 'damaged'): GrantScreenModel {
  const { dialog } = state.memory;
  return screen(state, {
    name: 'lost',
    tone: 'attention',
    title: why === 'damaged' ? tell('grant.damaged.title') : tell('grant.lost.title'),
    lead: [
      why === 'damaged' ? tell('grant.damaged.lead') : tell('grant.lost.lead'),
      dialog ? tell('grant.lost.next-in-dialog') : tell('grant.lost.next'),
    ],
    ...(dialog ? { primary: CLOSE } : {}),
  });
}
