import { approvalTransition } from '../../../src/core/approval/transition';
import { initialApprovalState, type ApprovalState } from '../../../src/core/approval/state';
import { initialState } from '../../../src/core/pane/state';
import { transition } from '../../../src/core/pane/transition';
import { answeredAs, grantedForTenant, notConsented, SETUP } from '../../support/evidence';

const START = Date.UTC(2026, 0, 15, 9);
const now = { nowMs: START, fraction: 0.5 };
const yesterday = { nowMs: START - 24 * 60 * 60_000, fraction: 0.5 };

test('the clock is set back by a day: the pane that is looked at asks, and does not wait a day', () => {
  const [opened] = transition(initialState(SETUP), { type: 'opened', visible: true, online: true }, now);
  const [green] = transition(opened, answeredAs(1, grantedForTenant), now);
  expect(transition(green, { type: 'focused' }, now)[0].probing).toBeUndefined();
  expect(transition(green, { type: 'focused' }, yesterday)[0].probing).toMatchObject({ manner: 'silent' });
});

test('and so does the approval page', () => {
  const returned: ApprovalState = {
    ...initialApprovalState(SETUP),
    place: { at: 'returned', outcome: 'accepted', isBelieved: true, isDirect: false },
  };
  const [asking] = approvalTransition(returned, { type: 'focused' }, now);
  const { number } = asking.check.probing ?? {};
  if (number === undefined) throw new Error('The story begins with an answer');
  const [answered] = approvalTransition(
    asking,
    { type: 'probe-answered', number, report: notConsented },
    now,
  );
  expect(approvalTransition(answered, { type: 'focused' }, now)[0].check.probing).toBeUndefined();
  expect(approvalTransition(answered, { type: 'focused' }, yesterday)[0].check.probing).toBeDefined();
});
