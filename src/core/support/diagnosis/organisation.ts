import { applicationsUrl } from '../portals';
import { NOT_ASKED, outcome, PASSED, type KnownFacts, type Outcome } from './diagnosis';
import { hasToken, withCode } from './facts';

export function diagnoseAssigned({ verdict, setup, account }: KnownFacts): Outcome {
  if (verdict.cause === 'user-not-assigned') {
    const url = applicationsUrl(setup.cloudName, account?.tenant);
    return outcome(
      'failed',
      'not-assigned',
      url === undefined ? [{ do: 'share' }] : [{ do: 'assign-user', url, tenant: account?.tenant }],
      withCode(verdict),
    );
  }
  return hasToken(verdict) && verdict.because !== 'application-disabled' ? PASSED : NOT_ASKED;
}

export function diagnoseEnabled({ verdict, setup, account }: KnownFacts): Outcome {
  if (verdict.cause === 'application-disabled') {
    const url = applicationsUrl(setup.cloudName, account?.tenant);
    return outcome(
      'failed',
      'disabled',
      url === undefined ? [{ do: 'share' }] : [{ do: 'enable-application', url, tenant: account?.tenant }],
      withCode(verdict),
    );
  }
  if (verdict.cause === 'application-not-in-tenant')
    return outcome('does-not-apply', 'not-in-tenant-yet', [{ do: 'approve' }], withCode(verdict));
  return hasToken(verdict) && verdict.because !== 'user-not-assigned' ? PASSED : NOT_ASKED;
}

export function diagnoseConditionalAccess({ verdict }: KnownFacts): Outcome {
  const values = withCode(verdict);
  switch (verdict.cause) {
    case 'conditional-access':
      return outcome('failed', 'policy', [{ do: 'ask-admin-about-policy' }], values);
    case 'device-not-compliant':
      return outcome('failed', 'device', [{ do: 'ask-admin-about-policy' }], values);
    case 'multi-factor-needed':
      return outcome('failed', 'multi-factor', [{ do: 'sign-in' }], values);
    default:
      return hasToken(verdict) ? PASSED : NOT_ASKED;
  }
}
