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

describe('somebody has come back, or is expected to, when the clock is set back by a day', () => {
  const [opened] = transition(initialState(SETUP), { type: 'opened', visible: true, online: true }, now);
  const [refused] = transition(opened, answeredAs(1, notConsented), now);
  const [led] = transition(refused, { type: 'lead-taken' }, now);
  const asksAnew = { type: 'check-asked' } as const;

  test('an approval that no answer shows is waited for no longer', () => {
    const [dialog] = transition({ ...led, situation: 'autopilot-everyone' }, { type: 'approval-asked' }, now);
    const [returned] = transition(dialog, { type: 'dialog-told', outcome: 'accepted' }, now);
    expect(returned.arriving).toBeDefined();
    const number = returned.probing?.number ?? 0;
    expect(transition(returned, answeredAs(number, notConsented), now)[0].arriving).toBeDefined();
    expect(transition(returned, answeredAs(number, notConsented), yesterday)[0].arriving).toBeUndefined();
  });

  test('the pauses are those of a pane that expects nobody', () => {
    const expecting = { ...led, expectingUntilMs: START + 5 * 60_000 };
    const modeAfter = (moment: typeof now): string => {
      const [asking] = transition(expecting, asksAnew, moment);
      return transition(asking, answeredAs(asking.asked, notConsented), moment)[0].watch.mode;
    };
    expect([modeAfter(now), modeAfter(yesterday)]).toEqual(['expecting', 'idle']);
  });
});
