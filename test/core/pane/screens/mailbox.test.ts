import { judge } from '../../../../src/core/consent/judge';
import type { ProbeReport } from '../../../../src/core/consent/evidence';
import { initialState, type State } from '../../../../src/core/pane/state';
import { screenOf } from '../../../../src/core/pane/screens/screen';
import {
  CONTOSO,
  CONTOSO_DOMAIN,
  domain,
  grantedForTenant,
  noAccount,
  nothingGranted,
  refused,
  SETUP,
} from '../../../support/evidence';

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

describe('a mailbox that is none of Microsoft 365', () => {
  test('on the organisation’s own server: every verdict says that ExtendSync does not reach it', () => {
    const mailbox = { domain: CONTOSO_DOMAIN, tenant: CONTOSO, kind: 'on-premises' } as const;
    for (const report of [grantedForTenant, nothingGranted, noAccount]) {
      expect(said(report, { mailbox })).toContain('mailbox.on-premises');
      expect(said(report)).not.toContain('mailbox.on-premises');
      // A shared mailbox that is opened beside it may be anywhere.
      const host = { canOpenDrafts: true, isShared: true };
      expect(said(report, { mailbox, host })).not.toContain('mailbox.on-premises');
    }
    expect(shown(grantedForTenant, { mailbox }).name).toBe('granted');
  });

  test('a personal one: the pane leads to the mailbox of work, and to nobody’s administrator', () => {
    const mailbox = { domain: domain('personal-mail.example'), kind: 'personal' } as const;
    const { title, lead, primary, others } = shown({ ...noAccount, mailbox }, { mailbox });
    expect(title.key).toBe('cause.personal-mailbox');
    expect(lead.map(({ key }) => key)).toEqual(['mailbox.personal']);
    // An account of the organisation's shows where the host's word was wrong.
    expect([primary, ...others].map((offered) => offered?.label.key)).toEqual([
      'action.help',
      'action.sign-in-other',
      'action.check-now',
    ]);
  });
});
