import type { PaneEffect } from '../../../src/core/pane/effect';
import type { PaneEvent } from '../../../src/core/pane/event';
import { initialState, type State } from '../../../src/core/pane/state';
import { transition } from '../../../src/core/pane/transition';
import { answeredAs, notConsented, SETUP } from '../../support/evidence';

const moment = { nowMs: Date.UTC(2026, 0, 15, 9), fraction: 0.5 };
const after = (state: State, event: PaneEvent): State => transition(state, event, moment)[0];

/** A pane that has asked until its budget of tokens was spent, and was told each time that nobody has consented. */
function pressedTooOften(leads: boolean): State {
  let state = after(initialState(SETUP), { type: 'opened', visible: true, online: true });
  if (leads) state = after(state, { type: 'lead-taken' });
  // A question may cost two tokens, and this one does.
  const answer = { ...notConsented, silentTokenRequests: 2 };
  for (let press = 0; press < 8; press += 1) {
    if (state.probing) state = after(state, answeredAs(state.asked, answer));
    state = after(state, { type: 'check-asked' });
  }
  return state;
}

const watchTimer = (effects: readonly PaneEffect[]): PaneEffect | undefined =>
  effects.findLast((effect) => 'timer' in effect && effect.timer === 'watch');

describe.each([
  ['the watching pane', true],
  ['a pane that another one watches for', false],
])('%s chooses the situation while Microsoft may not be asked', (_, leads) => {
  test.each(['approval-asked', 'situation-asked'] as const)(
    'after "%s": the timer is the one that is shown',
    (wish) => {
      const asked = after(pressedTooOften(leads), { type: wish });
      expect(asked).toMatchObject({ view: 'situation', verdict: { kind: 'required' } });
      const [state, effects] = transition(
        asked,
        { type: 'situation-chosen', situation: 'no-autopilot' },
        moment,
      );
      const timer = watchTimer(effects);
      expect(state.nextAtMs).toBeDefined();
      expect(timer).toEqual({
        do: 'schedule',
        timer: 'watch',
        delayMs: (state.nextAtMs ?? 0) - moment.nowMs,
      });
    },
  );
});
