import { isGreen } from '../../consent/verdict';
import { isSameDomain } from '../../tenant';
import { applicationsUrl } from '../portals';
import { NOT_ASKED, outcome, PASSED, type DiagnosisStep, type KnownFacts, type Outcome } from './diagnosis';
import { domainsOf, isUnconfirmed, returnedAtMs, withCode } from './facts';

/** Signed in to a tenant that the account is not at home in. */
const isGuest = ({ tenant, home }: NonNullable<KnownFacts['account']>): boolean =>
  home !== undefined && home !== tenant;

const OTHER_ACCOUNT: DiagnosisStep = { do: 'sign-in-with-other-account' };

/**
 * What is wrong already when the mailbox or the account is not known. Three diagnoses say so, and the first of them alone
 * offers to sign in.
 */
function unknownSide(facts: KnownFacts, next: readonly DiagnosisStep[] = []): Outcome | undefined {
  const values = domainsOf(facts);
  if (facts.mailbox === undefined)
    return outcome('not-known', 'mailbox-not-known', [{ do: 'check-now' }], values);
  return facts.account === undefined ? outcome('not-known', 'account-not-known', next, values) : undefined;
}

export function diagnoseMailbox(facts: KnownFacts): Outcome {
  const { mailbox, account, verdict } = facts;
  const values = domainsOf(facts);
  if (verdict.because === 'answer-about-another-tenant')
    return outcome('failed', 'other-tenant', [OTHER_ACCOUNT], values);
  if (verdict.because === 'mailbox-is-personal')
    return outcome('failed', 'personal', [OTHER_ACCOUNT], values);
  if (mailbox?.kind === 'on-premises') return outcome('failed', 'on-premises', [], values);
  if (mailbox === undefined || account === undefined)
    return unknownSide(facts, [{ do: 'sign-in' }]) ?? NOT_ASKED;
  if (mailbox.tenant !== undefined)
    return mailbox.tenant === account.tenant
      ? outcome('passed', isGuest(account) ? 'guest' : 'as-it-should-be', [], values)
      : outcome('failed', 'other-tenant', [OTHER_ACCOUNT], values);
  return isSameDomain(mailbox, account)
    ? outcome('passed', 'same-domain', [], values)
    : outcome('not-known', 'tenant-not-named', [{ do: 'check-now' }, OTHER_ACCOUNT], values);
}

export function diagnoseAlias(facts: KnownFacts): Outcome {
  const { mailbox, account } = facts;
  const values = domainsOf(facts);
  if (mailbox === undefined || account === undefined) return unknownSide(facts) ?? NOT_ASKED;
  if (account.domain === undefined) return outcome('not-known', 'account-not-known', [], values);
  if (mailbox.domain === account.domain) return outcome('does-not-apply', 'same-domain', [], values);
  if (mailbox.tenant === undefined)
    return outcome('not-known', 'tenant-not-named', [{ do: 'check-now' }], values);
  // A guest's domain is of the organisation that they come from.
  return mailbox.tenant === (account.home ?? account.tenant)
    ? outcome('passed', 'alias', [], values)
    : outcome('does-not-apply', 'other-tenant', [], values);
}

export function diagnoseConsultant(facts: KnownFacts): Outcome {
  const { mailbox, account, verdict } = facts;
  const values = domainsOf(facts);
  if (verdict.cause === 'account-not-in-tenant')
    return outcome(
      'failed',
      'account-not-in-tenant',
      [{ do: 'ignore-missing-mark' }, OTHER_ACCOUNT],
      withCode(verdict, values),
    );
  if (mailbox === undefined || account === undefined) return unknownSide(facts) ?? NOT_ASKED;
  if (mailbox.tenant === account.tenant && isGuest(account))
    return outcome(
      'does-not-apply',
      'guest',
      isGreen(verdict) ? [] : [{ do: 'ignore-missing-mark' }, OTHER_ACCOUNT],
      values,
    );
  if (mailbox.tenant === account.tenant || (!mailbox.tenant && isSameDomain(mailbox, account)))
    return outcome('does-not-apply', 'as-it-should-be', [], values);
  if (mailbox.tenant === undefined) return outcome('not-known', 'tenant-not-named', [OTHER_ACCOUNT], values);
  // A guest's own account, or the wrong one of several: nobody but the person can tell.
  return outcome(
    'not-known',
    'consultant-or-wrong-account',
    [{ do: 'ignore-missing-mark' }, OTHER_ACCOUNT],
    values,
  );
}

export function diagnoseConsentTenant(facts: KnownFacts): Outcome {
  const { dialog, verdict, mailbox, account, setup, consentedIn } = facts;
  // People know a domain; an id is named only where there is nothing better.
  const right = mailbox?.domain ?? account?.tenant;
  const wrong = consentedIn === mailbox?.tenant ? undefined : consentedIn;
  const toldWrong = dialog.phase === 'ended' && dialog.how === 'other-tenant';
  // Which tenant it was is only worth a word when the right one is known to be another.
  const isWrong = toldWrong || (wrong !== undefined && mailbox?.tenant !== undefined);
  const undo = applicationsUrl(setup.cloudName, wrong);
  const undoing: readonly DiagnosisStep[] = [{ do: 'undo-consent', url: undo, tenant: wrong }];
  if (isGreen(verdict) || isUnconfirmed(verdict))
    return isWrong ? outcome('passed', 'right-now-wrong-before', undoing) : PASSED;
  if (isWrong && dialog.phase === 'ended' && dialog.how === 'accepted')
    return outcome('not-known', 'not-proven', [{ do: 'check-now' }, ...undoing]);
  if (isWrong) {
    const again: readonly DiagnosisStep[] =
      right === undefined ? [{ do: 'approve' }] : [{ do: 'approve-for-tenant', tenant: right }];
    return outcome('failed', 'wrong-tenant', [...again, ...undoing], domainsOf(facts));
  }
  return returnedAtMs(facts) === undefined
    ? outcome('does-not-apply', 'nobody-returned')
    : outcome('not-known', 'not-proven', [{ do: 'check-now' }]);
}
