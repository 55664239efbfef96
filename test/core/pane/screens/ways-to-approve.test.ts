import type { AdminHint } from '../../../../src/core/consent/evidence';
import { waysToApprove } from '../../../../src/core/pane/screens/actions';
import { screenOf } from '../../../../src/core/pane/screens/screen';
import type { SituationChoice } from '../../../../src/core/situation';
import { CONTOSO } from '../../../support/evidence';
import { SAMPLE_STATES } from '../../../ui/pane/sample-states';

/** What stands first for somebody of these roles: `approve`, `share`, or neither. */
const first = (adminHint: AdminHint, situation: SituationChoice): string | undefined => {
  const account = { tenant: CONTOSO, adminHint };
  return waysToApprove({ ...SAMPLE_STATES.required, account, situation }).primary?.name;
};

test.each<[AdminHint, string | undefined, string | undefined]>([
  ['may-approve', 'approve', 'approve'],
  // A Cloud Application Administrator, say: anything but application permissions of Microsoft Graph.
  ['may-approve-delegated', 'approve', 'share'],
  ['may-not-approve', 'share', 'share'],
  ['not-known', undefined, undefined],
])('U21: whose roles say "%s" is offered first what they can do', (hint, withoutAutopilot, withAutopilot) => {
  expect(first(hint, 'no-autopilot')).toBe(withoutAutopilot);
  expect(first(hint, 'autopilot-everyone')).toBe(withAutopilot);
});

test('U21: where the role is not known the user who asks comes first, after one line on what ExtendSync does', () => {
  const shown = screenOf(SAMPLE_STATES.required);
  expect(shown.lead[0]).toEqual({ key: 'required.about', values: {} });
  expect(shown.choices?.map(({ action }) => action.name)).toEqual(['share', 'approve']);
});

test('U4, U25: where the organisation stops it, the main way on is the letter, and not a check that changes nothing', () => {
  const { primary, others } = screenOf(SAMPLE_STATES.blocked);
  expect(primary?.event).toEqual({ type: 'letter-asked', letter: 'assign' });
  expect(others.map(({ name }) => name)).toEqual(['help', 'check-now']);
});

test.each([
  ['account-disabled', 'ask-admin-to-enable-account', 'enable-account'],
  ['account-locked', 'ask-admin-about-refusal', 'refusal'],
] as const)(
  'where Microsoft says %s, the letter is about the account, and names no policy',
  (cause, next, letter) => {
    const verdict = { ...SAMPLE_STATES.blocked.verdict, kind: 'blocked', cause, next } as const;
    const { primary, lead } = screenOf({ ...SAMPLE_STATES.blocked, verdict });
    expect(lead.map(({ key }) => key)).toEqual([`cause.${cause}`, `next.${next}`]);
    expect(primary?.event).toEqual({ type: 'letter-asked', letter });
  },
);
