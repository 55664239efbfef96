/** Why something failed, in our own words. Screens and advice are chosen by it. */
export const CAUSES = [
  'not-consented',
  'consent-declined',
  'admin-approval-needed',
  'consent-failed',
  'application-not-in-tenant',
  'application-disabled',
  'application-misconfigured',
  'user-not-assigned',
  'account-disabled',
  'account-locked',
  'account-restricted',
  'account-not-in-tenant',
  'account-unknown',
  'wrong-credentials',
  'tenant-unknown',
  'tenant-blocked',
  'tenant-not-named',
  'several-accounts',
  'not-signed-in',
  'session-expired',
  'multi-factor-needed',
  'conditional-access',
  'device-not-compliant',
  'other-cloud',
  'loop-detected',
  'throttled',
  'microsoft-unavailable',
  'network-unreachable',
  'service-unavailable',
  /** The service is of a newer version than this page, or a part of the page is not there any more. */
  'newer-version',
  'host-unavailable',
  'consent-or-sign-in',
  'other-tenant',
  'mailbox-not-placed',
  'personal-mailbox',
  'cancelled',
  'popup-blocked',
  'request-malformed',
  /** The page or the browser failed by itself: nobody was asked, or nobody's answer came so far. */
  'page-failed',
  'unrecognised',
] as const;
export type Cause = (typeof CAUSES)[number];

/** What a person can do about it; a message key in the screens is `next.<name>`. */
export const NEXT_STEPS = [
  'approve',
  'ask-admin',
  'sign-in',
  'sign-in-with-other-account',
  'ask-admin-to-assign',
  'ask-admin-to-enable',
  'ask-admin-to-enable-account',
  'ask-admin-about-policy',
  /** Microsoft refuses, and names no policy of the organisation. */
  'ask-admin-about-refusal',
  'wait-and-retry',
  'open-help',
  'contact-support',
  /** An approval is there, and nobody has shown yet that it holds for everybody: an administrator confirms it. */
  'confirm-as-admin',
] as const;
export type NextStep = (typeof NEXT_STEPS)[number];

/** The kinds of verdict that a refusal can give. */
export type RefusalVerdict = 'required' | 'sign-in-needed' | 'blocked' | 'unknown';
