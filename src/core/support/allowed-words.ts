import type { CloudName } from '../cloud';
import type { Cause, NextStep } from '../consent/cause';
import type { Breadth, CheckName, Finding, Verdict } from '../consent/verdict';
import type { SharedBy } from '../pane/share-way';
import { PERMISSION_SET } from '../permission-set';
import { permissionId } from '../permissions';
import type { WatchMode } from '../asking/watch';

/*
 * The words that may stand in the diagnostic file, by field. Whatever is on no list is withheld.
 */

/** The lists hold every word of their union, or they do not compile. */
type AllOf<T extends string> = Readonly<Record<T, true>>;

export const KINDS: AllOf<Verdict['kind']> = {
  checking: true,
  granted: true,
  partial: true,
  required: true,
  'sign-in-needed': true,
  blocked: true,
  unknown: true,
};
export const CHECKS: AllOf<CheckName> = {
  'nobody-asked-yet': true,
  'no-account': true,
  'account-of-another-tenant': true,
  'mailbox-of-unknown-tenant': true,
  'answer-about-another-tenant': true,
  'refusal-explained': true,
  'refusal-without-a-number': true,
  'unforeseen-refusal': true,
  'no-answer': true,
  'service-could-not-tell': true,
  'application-disabled': true,
  'user-not-assigned': true,
  'all-granted-for-tenant': true,
  'approved-not-confirmed': true,
  'held-by-this-user': true,
  'held-nobody-knows-for-whom': true,
  'token-contradicts-look': true,
  'nothing-granted': true,
  'some-missing': true,
  'some-not-known': true,
  'token-holds-all': true,
  'token-lacks-some': true,
  'token-unreadable': true,
};
export const CAUSES: AllOf<Cause> = {
  'not-consented': true,
  'consent-declined': true,
  'admin-approval-needed': true,
  'consent-failed': true,
  'application-not-in-tenant': true,
  'application-disabled': true,
  'application-misconfigured': true,
  'user-not-assigned': true,
  'account-disabled': true,
  'account-not-in-tenant': true,
  'account-unknown': true,
  'wrong-credentials': true,
  'tenant-unknown': true,
  'tenant-blocked': true,
  'tenant-not-named': true,
  'several-accounts': true,
  'not-signed-in': true,
  'session-expired': true,
  'multi-factor-needed': true,
  'conditional-access': true,
  'device-not-compliant': true,
  'account-locked': true,
  'account-restricted': true,
  'other-cloud': true,
  'loop-detected': true,
  throttled: true,
  'microsoft-unavailable': true,
  'network-unreachable': true,
  'service-unavailable': true,
  'host-unavailable': true,
  'consent-or-sign-in': true,
  'other-tenant': true,
  'mailbox-not-placed': true,
  cancelled: true,
  'popup-blocked': true,
  'request-malformed': true,
  unrecognised: true,
};
export const NEXT_STEPS: AllOf<NextStep> = {
  grant: true,
  'ask-admin': true,
  'sign-in': true,
  'sign-in-with-other-account': true,
  'ask-admin-to-assign': true,
  'ask-admin-to-enable': true,
  'ask-admin-about-policy': true,
  'wait-and-retry': true,
  'contact-support': true,
  'confirm-as-admin': true,
};
export const BREADTHS: AllOf<Breadth> = { tenant: true, 'this-user': true, unproven: true };
export const FOUND: AllOf<Finding['state']> = {
  tenant: true,
  'this-user': true,
  held: true,
  missing: true,
  'not-known': true,
};
export const MODES: AllOf<WatchMode> = {
  spreading: true,
  expecting: true,
  pending: true,
  idle: true,
  granted: true,
  failing: true,
};
export const WAYS: AllOf<SharedBy> = { draft: true, copy: true, mail: true, teams: true, screen: true };
export const CLOUD_NAMES: AllOf<CloudName> = {
  global: true,
  usgov: true,
  'usgov-dod': true,
  china: true,
  custom: true,
};
export const THEMES: AllOf<'light' | 'dark' | 'high-contrast'> = {
  light: true,
  dark: true,
  'high-contrast': true,
};
export const SIGN_INS: AllOf<'bridge' | 'standard' | 'no-host'> = {
  bridge: true,
  standard: true,
  'no-host': true,
};
export const MANNERS: AllOf<'silent' | 'interactive'> = { silent: true, interactive: true };
// https://learn.microsoft.com/en-us/javascript/api/office/office.hosttype and office.platformtype
export const HOSTS: AllOf<'Outlook'> = { Outlook: true };
export const PLATFORMS: AllOf<'PC' | 'OfficeOnline' | 'Mac' | 'iOS' | 'Android' | 'Universal'> = {
  PC: true,
  OfficeOnline: true,
  Mac: true,
  iOS: true,
  Android: true,
  Universal: true,
};
// https://learn.microsoft.com/en-us/javascript/api/requirement-sets/common/office-add-in-requirement-sets
export const REQUIREMENT_SETS = [
  'Mailbox',
  'NestedAppAuth',
  'DialogApi',
  'DialogOrigin',
  'IdentityAPI',
  'OpenBrowserWindowApi',
  'SharedRuntime',
  'RibbonApi',
] as const;
/** What the watch writes into the log. */
export const WATCH_EVENTS: AllOf<'probe-asked' | 'probe-planned' | 'probe-answered' | 'lead-taken'> = {
  'probe-asked': true,
  'probe-planned': true,
  'probe-answered': true,
  'lead-taken': true,
};
export const PERMISSION_IDS: ReadonlySet<string> = new Set(PERMISSION_SET.map(permissionId));
