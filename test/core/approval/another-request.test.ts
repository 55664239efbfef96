import { parseRequestId, type RequestId } from '../../../src/core/api/requests';
import { initialApprovalState } from '../../../src/core/approval/state';
import { approvalTransition } from '../../../src/core/approval/transition';
import { FABRIKAM, SETUP } from '../../support/evidence';

const EARLIER = parseRequestId('AAAAAAAAAAAAAAAAAAAAAA') as RequestId;
const THIS = parseRequestId('BBBBBBBBBBBBBBBBBBBBBB') as RequestId;

test('a tab that has led through another request judges the return of this one by nothing of it', () => {
  const [state, effects] = approvalTransition(
    initialApprovalState(SETUP),
    {
      type: 'arrived',
      arrival: { kind: 'returned', isMarked: true, outcome: 'accepted', request: THIS },
      hasOpener: false,
      isSignedIn: false,
      memory: { dialog: false, request: EARLIER, tenant: FABRIKAM, situation: 'autopilot-on' },
      visible: true,
      online: true,
    },
    { nowMs: Date.UTC(2026, 0, 15, 9), fraction: 0.5 },
  );
  expect(state.memory).toMatchObject({ request: THIS });
  expect(JSON.stringify([state.memory, state.organisation, effects])).not.toContain(FABRIKAM);
  expect(state.memory.situation).toBeUndefined();
});
