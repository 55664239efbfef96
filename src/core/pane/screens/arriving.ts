import { say } from '../message';
import type { State } from '../state';
import { CHANGE_SITUATION, checkNow, HELP, signIn } from './actions';
import { screen } from './every-screen';
import type { ScreenModel } from './model';
import { pendingOf } from './pending';

/**
 * An administrator came back with an approval that shows nowhere yet. Nobody has to approve a second time. Where the
 * host's broker has kept its old answer, signing in again cures that, and waiting does not. No list of permissions stands
 * here: what the old answer lacked is just what is on its way.
 */
export function arrivingScreen(state: State): ScreenModel {
  const check = checkNow(state);
  return screen(state, {
    name: 'arriving',
    tone: 'plain',
    title: say('arriving.title'),
    lead: [state.hostKeepsRefusal ? say('arriving.lead.host-remembers') : say('arriving.lead')],
    primary: state.hostKeepsRefusal ? signIn(state) : check,
    others: [
      ...(state.hostKeepsRefusal ? [check] : []),
      ...(state.situation === undefined ? [] : [CHANGE_SITUATION]),
      HELP,
    ],
    pending: state.request ? pendingOf(state) : undefined,
  });
}
