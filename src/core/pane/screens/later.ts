import { say } from '../message';
import type { LaterView } from '../event';
import type { State } from '../state';
import { BACK } from './actions';
import { screen } from './every-screen';
import type { ScreenModel } from './model';

/** A screen whose contents are made where they are drawn, from code that is fetched when it is asked for. */
export function laterScreen(state: State, view: Exclude<LaterView, 'showing'>): ScreenModel {
  return screen(state, {
    name: view,
    tone: 'plain',
    title: say(`${view}.title`),
    lead: [say(`${view}.lead`)],
    others: [BACK],
  });
}
