import { judge } from '../../../../src/core/consent/judge';
import { unknownScreen } from '../../../../src/core/pane/screens/unknown';
import { initialState } from '../../../../src/core/pane/state';
import { domain, grantedForTenant, refused, SETUP, unreachable } from '../../../support/evidence';

const shown = (report: Parameters<typeof judge>[0]) => {
  const verdict = judge(report, SETUP.set);
  if (verdict.kind !== 'unknown') throw new Error(verdict.kind);
  return unknownScreen({ ...initialState(SETUP), mailbox: report.mailbox, verdict }, verdict);
};
const offers = (report: Parameters<typeof judge>[0]): readonly string[] =>
  shown(report).others.map(({ name }) => name);

test('10.2, F29: where the host is stuck or says something new, a sign-in is offered beside the check', () => {
  const stuck = refused('something failed', { errorClass: 'other', errorCode: 'native_executor_error' });
  const unavailable = refused('no bridge', { errorClass: 'client-auth', errorCode: 'bridge_timeout' });
  for (const report of [stuck, unavailable]) expect(offers(report)).toContain('sign-in');
});

test('U4, U15: where nobody can do anything, nobody is asked to approve, and no letter is prepared', () => {
  const throttled = refused('AADSTS50196: loop', { retryAfterMs: 20_000 });
  for (const report of [unreachable, throttled, refused('AADSTS90033: down'), refused('AADSTS900439: new')]) {
    const { primary, choices = [] } = shown(report);
    const all = [primary?.name, ...choices.map(({ action }) => action.name), ...offers(report)];
    for (const wrong of ['share', 'approve', 'letter']) expect(all).not.toContain(wrong);
  }
});

test('where waiting is what helps, no sign-in is offered', () => {
  for (const report of [unreachable, refused('AADSTS50196: loop'), refused('AADSTS90033: down')])
    expect(offers(report)).not.toContain('sign-in');
});

test('F22: what only we can mend leads to support; to ask once more stands behind', () => {
  for (const number of [900439, 700046, 28000, 50059]) {
    const { primary, others } = shown(refused(`AADSTS${number}: as Entra writes it`));
    expect([primary?.name, others.map(({ name }) => name)]).toEqual(['help', ['check-now']]);
  }
});

test('10.3: where an administrator is named, the way to one is there', () => {
  expect(offers(refused('AADSTS650056: Misconfigured application.'))).toContain('share');
});

test('F13: a mailbox that Microsoft did not place is named, with both ways on', () => {
  const screen = shown({ ...grantedForTenant, mailbox: { domain: domain('elsewhere.example') } });
  expect(screen.lead).toEqual(
    expect.arrayContaining([
      { key: 'cause.mailbox-not-placed', values: {} },
      { key: 'mailbox.not-placed', values: { mailDomain: 'elsewhere.example' } },
    ]),
  );
  expect(screen.lead.map(({ key }) => key)).not.toContain('next.wait-and-retry');
  expect(screen.primary?.name).toBe('check-now');
  expect(screen.others[0]?.label.key).toBe('action.sign-in-other');
});
