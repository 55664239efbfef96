import type { Arrival } from '../../../src/core/approval/arrival';
import { NO_MEMORY, type TabMemory } from '../../../src/core/approval/memory';
import { approvalScreenOf } from '../../../src/core/approval/screens/screen';
import { initialApprovalState, type ApprovalState } from '../../../src/core/approval/state';
import { approvalTransition } from '../../../src/core/approval/transition';
import { CONTOSO, SETUP } from '../../support/evidence';
import { REFUSALS_OF_EVERY_CAUSE } from '../../support/every-refusal';
import { wayOnMissing } from './ways-on';

const START = Date.UTC(2026, 0, 15, 9);
const ID = 'AAAAAAAAAAAAAAAAAAAAAA';
const WITH_REQUEST: TabMemory = { dialog: false, request: ID };

const ARRIVALS: readonly (readonly [string, Arrival, TabMemory])[] = [
  ['approved', { kind: 'returned', isMarked: true, outcome: 'accepted', request: ID }, WITH_REQUEST],
  ['not believed', { kind: 'returned', isMarked: false, outcome: 'accepted', request: ID }, WITH_REQUEST],
  ['unasked', { kind: 'direct', returned: { kind: 'accepted', tenant: CONTOSO } }, NO_MEMORY],
];

/** The page after the answer to its first question. */
function after(
  arrival: Arrival,
  memory: TabMemory,
  report: (typeof REFUSALS_OF_EVERY_CAUSE)[number]['report'],
): ApprovalState {
  const moment = { nowMs: START, fraction: 0.5 };
  let state = initialApprovalState(SETUP);
  for (const event of [
    { type: 'arrived', arrival, memory, hasOpener: false, isSignedIn: false, visible: true, online: true },
    { type: 'request-not-shown', why: 'unreachable' },
    { type: 'check-asked' },
  ] as const)
    [state] = approvalTransition(state, event, moment);
  return approvalTransition(state, { type: 'probe-answered', number: state.check.asked, report }, moment)[0];
}

describe.each(ARRIVALS)('10.3: the page that is %s', (_what, arrival, memory) => {
  test.each(REFUSALS_OF_EVERY_CAUSE)('$what: whoever can cure it is offered just that', ({ report }) => {
    const state = after(arrival, memory, report);
    expect(state.check.verdict.kind).not.toBe('checking');
    expect(wayOnMissing(state, approvalScreenOf(state))).toBeUndefined();
  });
});
