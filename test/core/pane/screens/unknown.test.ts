import { judge } from '../../../../src/core/consent/judge';
import { unknownScreen } from '../../../../src/core/pane/screens/unknown';
import { initialState } from '../../../../src/core/pane/state';
import { refused, SETUP, unreachable } from '../../../support/evidence';

const offers = (report: Parameters<typeof judge>[0]): readonly string[] => {
  const verdict = judge(report, SETUP.set);
  if (verdict.kind !== 'unknown') throw new Error(verdict.kind);
  return unknownScreen({ ...initialState(SETUP), verdict }, verdict).others.map(({ name }) => name);
};

test('10.2, F29: where the host is stuck or says something new, a sign-in is offered beside the check', () => {
  const stuck = refused('something failed', { errorClass: 'other', errorCode: 'native_executor_error' });
  const ill = refused('no bridge', { errorClass: 'client-auth', errorCode: 'bridge_timeout' });
  for (const report of [stuck, ill]) expect(offers(report)).toContain('sign-in');
});

test('where waiting is what helps, no sign-in is offered', () => {
  for (const report of [unreachable, refused('AADSTS50196: loop'), refused('AADSTS90033: down')])
    expect(offers(report)).not.toContain('sign-in');
});
