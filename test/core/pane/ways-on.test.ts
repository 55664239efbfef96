import { CAUSES } from '../../../src/core/consent/cause';
import { screenOf } from '../../../src/core/pane/screens/screen';
import { initialState } from '../../../src/core/pane/state';
import { transition } from '../../../src/core/pane/transition';
import { answeredAs, SETUP } from '../../support/evidence';
import { REFUSALS_OF_EVERY_CAUSE } from '../../support/every-refusal';
import { wayOnMissing } from './ways-on';

const START = Date.UTC(2026, 0, 15, 9);

/** The pane after its first answer. */
function after(report: (typeof REFUSALS_OF_EVERY_CAUSE)[number]['report']) {
  const moment = { nowMs: START, fraction: 0.5 };
  const [opened] = transition(initialState(SETUP), { type: 'opened', visible: true, online: true }, moment);
  const [leading] = transition(opened, { type: 'lead-taken' }, moment);
  const [state] = transition(leading, answeredAs(leading.asked, report), moment);
  return state;
}

test.each(REFUSALS_OF_EVERY_CAUSE)('10.3: $what: whoever can cure it is offered just that', ({ report }) => {
  const state = after(report);
  expect(wayOnMissing(state, screenOf(state))).toBeUndefined();
});

test('10.3: these are all causes that a refusal can have', () => {
  const met = new Set(REFUSALS_OF_EVERY_CAUSE.map(({ report }) => after(report).verdict.cause));
  expect(CAUSES.filter((cause) => !met.has(cause))).toEqual([
    // Not by a refusal: by what the report says beside it, by the service, or by the network.
    'network-unreachable',
    'service-unavailable',
    'newer-version',
    'other-tenant',
    'mailbox-not-placed',
    'personal-mailbox',
  ]);
});
