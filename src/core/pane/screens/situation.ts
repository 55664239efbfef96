import { say, sayLater } from '../message';
import type { State } from '../state';
import { SITUATIONS } from '../../situation';
import { BACK } from './actions';
import { screen } from './every-screen';
import type { ScreenModel } from './model';

/** The chooser of the organisation's situation. */
export function situationScreen(state: State): ScreenModel {
  return screen(state, {
    name: 'situation',
    tone: 'plain',
    title: say('situation.title'),
    lead: [say('situation.lead')],
    situations: [...SITUATIONS, 'not-sure' as const].map((situation) => ({
      situation,
      label: say(`situation.${situation}`),
      hint: sayLater(`situation-hint.${situation}`),
      isChosen: state.situation === situation,
      event: { type: 'situation-chosen', situation },
    })),
    others: [BACK],
  });
}
