import type { ApprovalEvent } from '../../../src/core/approval/event';
import { NO_MEMORY } from '../../../src/core/approval/memory';
import { initialApprovalState, type ApprovalState } from '../../../src/core/approval/state';
import { approvalTransition } from '../../../src/core/approval/transition';
import { isGreen } from '../../../src/core/consent/verdict';
import { answeredAs, grantedForTenant, noAccount, SETUP } from '../../support/evidence';

const START = Date.UTC(2026, 0, 15, 9);
const SECOND = 1000;
const after = (state: ApprovalState, afterMs: number, ...events: readonly ApprovalEvent[]): ApprovalState =>
  events.reduce(
    (earlier, event) => approvalTransition(earlier, event, { nowMs: START + afterMs, fraction: 0.5 })[0],
    state,
  );

/** An administrator came back, nobody was signed in here, and the sign-in window has been open since the start. */
const windowOpen = after(
  initialApprovalState(SETUP),
  0,
  {
    type: 'arrived',
    arrival: { kind: 'returned', isMarked: true, outcome: 'accepted' },
    memory: NO_MEMORY,
    hasOpener: false,
    isSignedIn: false,
    visible: true,
    online: true,
  },
  answeredAs(1, noAccount),
  { type: 'sign-in-asked' },
);

const NEWS: readonly ApprovalEvent[] = [
  { type: 'check-asked' },
  { type: 'shown' },
  { type: 'focused' },
  { type: 'went-online' },
];

describe('while a sign-in window is open on the administrator’s page', () => {
  test.each(NEWS)('a person at it is not disturbed by $type', (event) => {
    expect(after(windowOpen, 59 * SECOND, event).check.probing?.number).toBe(2);
  });

  test.each(NEWS.slice(0, 1))('one that may be lost holds up nobody: $type asks past it', (event) => {
    const asked = after(windowOpen, 60 * SECOND, event);
    expect(asked.check.probing).toMatchObject({ number: 3, manner: 'silent' });
    expect(isGreen(after(asked, 61 * SECOND, answeredAs(3, grantedForTenant)).check.verdict)).toBe(true);
  });

  test('one that may be lost is opened again by "Sign in"', () => {
    const asked = after(windowOpen, 60 * SECOND, { type: 'sign-in-asked' });
    expect(asked.check.probing).toMatchObject({ number: 3, manner: 'interactive' });
  });

  test.each(NEWS.slice(1))(
    'where the person was asked to sign in, $type asks past a lost one too',
    (event) => {
      const asked = after(windowOpen, 60 * SECOND, event);
      expect(asked.check.probing).toMatchObject({ number: 3, manner: 'silent' });
    },
  );

  test('its late answer is not believed, but asked about', () => {
    const asked = after(windowOpen, 60 * SECOND, { type: 'check-asked' }, answeredAs(3, noAccount));
    const late = after(asked, 90 * SECOND, answeredAs(2, grantedForTenant));
    expect(isGreen(late.check.verdict)).toBe(false);
    expect(late.check.probing).toMatchObject({ number: 4, manner: 'silent' });
  });
});
