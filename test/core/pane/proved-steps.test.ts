import { judge } from '../../../src/core/consent/judge';
import { provedSteps } from '../../../src/core/pane/proved-steps';
import { PERMISSION_SET } from '../../../src/core/permission-set';
import type { SituationChoice } from '../../../src/core/situation';
import {
  answer,
  approvedNotConfirmed,
  grantedForTenant,
  heard,
  nothingGranted,
  seenByLook,
} from '../../support/evidence';

const steps = (report: Parameters<typeof judge>[0], said?: SituationChoice) => [
  ...provedSteps(judge(report, PERMISSION_SET, said)),
];

test('only what Microsoft proves is done by itself: never that Autopilot is switched on', () => {
  expect(steps(grantedForTenant, 'autopilot-everyone')).toEqual(['grant-for-organisation', 'verify-consent']);
  expect(steps(seenByLook(), 'no-autopilot')).toEqual(['grant-for-organisation', 'verify-consent']);
});

test('what is not green proves nothing', () => {
  expect(steps(nothingGranted)).toEqual([]);
  expect(steps(approvedNotConfirmed, 'no-autopilot')).toEqual([]);
});

test('what was revoked in Entra is seen to be revoked', () => {
  const stillThere = heard(answer(({ feature }) => (feature === 'calendar' ? 'missing' : 'tenant')));
  const revoked = heard(
    answer(({ kind, scope }) =>
      kind === 'application' && ['Mail.ReadWrite', 'Calendars.ReadWrite'].includes(scope)
        ? 'missing'
        : 'tenant',
    ),
  );
  expect(steps(revoked, 'autopilot-groups')).toContain('revoke-unlimited-in-entra');
  expect(steps(stillThere, 'autopilot-groups')).not.toContain('revoke-unlimited-in-entra');
});
