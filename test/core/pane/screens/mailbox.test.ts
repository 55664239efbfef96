import { judge } from '../../../../src/core/consent/judge';
import type { ProbeReport } from '../../../../src/core/consent/evidence';
import { initialState, type State } from '../../../../src/core/pane/state';
import { screenOf } from '../../../../src/core/pane/screens/screen';
import { grantedForTenant, noAccount, nothingGranted, refused, SETUP } from '../../../support/evidence';

const shown = (report: ProbeReport, more: Partial<State> = {}) =>
  screenOf({ ...initialState(SETUP), verdict: judge(report, SETUP.set), ...more });
const said = (report: ProbeReport, more?: Partial<State>): readonly string[] =>
  shown(report, more).lead.map(({ key }) => key);

test('F15: a green check for a mailbox that Outlook did not name says so, and a named one says nothing', () => {
  const { mailbox: _, ...nameless } = grantedForTenant;
  expect(shown(nameless).name).toBe('granted');
  expect(said(nameless)).toContain('mailbox.not-known');
  expect(said(grantedForTenant)).not.toContain('mailbox.not-known');
});

test('10.4: beside a shared mailbox every verdict says that it was asked with the own account', () => {
  const host = { canOpenDrafts: true, isShared: true };
  for (const report of [grantedForTenant, nothingGranted, noAccount, refused('AADSTS53003: policy')]) {
    expect(said(report, { host })).toContain('mailbox.shared');
    expect(said(report, { host: { ...host, isShared: false } })).not.toContain('mailbox.shared');
  }
  expect(said(grantedForTenant, { host, view: 'help' })).not.toContain('mailbox.shared');
});

test('F7: after a sign-in by the name of a shared mailbox, another account is offered', () => {
  const { others } = shown(refused('AADSTS50057: The user account is disabled.'));
  expect(others.map(({ label }) => label.key)).toContain('action.sign-in-other');
});

test('10.3: what needs another account says so on the button', () => {
  expect(shown(refused('AADSTS50020: not in the tenant')).primary?.label.key).toBe('action.sign-in-other');
  expect(shown(noAccount).primary?.label.key).toBe('action.sign-in');
});
