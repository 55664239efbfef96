import type { Cause, NextStep, RefusalVerdict } from './cause';

/*
 * Microsoft's pages that say what the numbers mean. Microsoft warns that numbers may change; so a number that is not
 * here is never guessed at, and nothing but these rows can say `required`.
 */
const LEARN = 'https://learn.microsoft.com/en-us';
/** The full list of documented numbers. */
export const REFERENCE = `${LEARN}/entra/identity-platform/reference-error-codes`;
/** Errors that people meet while they consent. */
const CONSENTING = `${LEARN}/entra/identity/enterprise-apps/application-sign-in-unexpected-user-consent-error`;
const TROUBLESHOOT = `${LEARN}/troubleshoot/entra/entra-id/app-integration`;
/** The pages of Outlook's and of the browser's sign-in that name numbers that the reference does not. */
const NESTED = `${LEARN}/office/dev/add-ins/develop/enable-nested-app-authentication-in-your-add-in`;
/** Conditional access numbers as an administrator meets them (written for SharePoint, the numbers are Entra's). */
const CONDITIONS = `${LEARN}/power-platform/admin/troubleshooting-conditional-access-in-authentication`;
/** Microsoft's look-up page; the source of numbers that the written documentation leaves out. */
const lookUp = (number: number): string => `https://login.microsoftonline.com/error?code=${number}`;

/** One AADSTS number and what it means. Without a source of its own, a row is documented in `REFERENCE`. */
export type EntraErrorRow = readonly [
  number: number,
  cause: Cause,
  verdict: RefusalVerdict,
  next: NextStep,
  source?: string,
];

export const ENTRA_ERROR_ROWS: readonly EntraErrorRow[] = [
  // Nobody has consented, or the application has no service principal in the tenant. Only these rows are `required`.
  [65001, 'not-consented', 'required', 'grant'],
  // Documented for a token that an application asks for itself, as we do for our own API: nobody has consented yet.
  [90008, 'not-consented', 'required', 'grant'],
  // What is asked for needs an administrator and has not been granted. 90093 is the same by policy.
  [90093, 'admin-approval-needed', 'required', 'ask-admin', CONSENTING],
  [90094, 'admin-approval-needed', 'required', 'ask-admin', CONSENTING],
  // The page where a user asks for approval was shown; whether a request was sent is not said.
  [90095, 'admin-approval-needed', 'required', 'ask-admin'],
  // Microsoft thinks the request risky (an unverified publisher, say): users may not consent, administrators may.
  [900941, 'admin-approval-needed', 'required', 'ask-admin', CONSENTING],
  [900981, 'admin-approval-needed', 'required', 'ask-admin', CONSENTING],
  [
    500011,
    'application-not-in-tenant',
    'required',
    'grant',
    `${TROUBLESHOOT}/error-code-aadsts500011-resource-principal-not-found`,
  ],
  // The organisation "lacks a service principal" for what is asked for, "or consent to the application in order to
  // create the required service principal". Older texts spoke of a licence.
  [
    650052,
    'application-not-in-tenant',
    'required',
    'grant',
    `${TROUBLESHOOT}/bundle-consent-application-registrations`,
  ],
  [700011, 'application-not-in-tenant', 'required', 'grant'],
  [700016, 'application-not-in-tenant', 'required', 'grant'],
  // Not in the reference; the Teams SDK's pages describe it: no service principal in the tenant.
  [
    7000229,
    'application-not-in-tenant',
    'required',
    'grant',
    'https://microsoft.github.io/teams-sdk/teams/app-authentication/troubleshooting',
  ],

  // Consent was asked for and did not come about.
  [65004, 'consent-declined', 'blocked', 'grant'],
  // The service principal's name was still taken, as it is for minutes after one was deleted: a later try succeeds.
  [
    650051,
    'consent-failed',
    'unknown',
    'wait-and-retry',
    `${LEARN}/answers/questions/2337285/azure-app-registration-0auth-authorize-error-aadst`,
  ],
  // Documentation is silent; the text says only that an error occurred while admin consent was processed.
  [90097, 'consent-failed', 'unknown', 'wait-and-retry', lookUp(90097)],

  // The organisation stops it.
  [50105, 'user-not-assigned', 'blocked', 'ask-admin-to-assign'],
  [
    7000112,
    'application-disabled',
    'blocked',
    'ask-admin-to-enable',
    `${TROUBLESHOOT}/error-code-aadsts7000112-application-is-disabled`,
  ],
  // The service principal of the resource is disabled, and the resource is our own application.
  [500014, 'application-disabled', 'blocked', 'ask-admin-to-enable'],
  [70001, 'application-disabled', 'blocked', 'ask-admin-to-enable'],
  [1000031, 'application-disabled', 'blocked', 'ask-admin-to-enable'],
  [50057, 'account-disabled', 'blocked', 'ask-admin-to-enable'],
  [500571, 'account-disabled', 'blocked', 'ask-admin-to-enable'],
  // Locked after wrong passwords, or the address that it comes from is known for attacks.
  [50053, 'account-locked', 'blocked', 'ask-admin-about-policy'],
  // A child's account, whose guardian has to consent first.
  [54000, 'account-restricted', 'blocked', 'ask-admin-about-policy'],
  [50015, 'account-restricted', 'blocked', 'ask-admin-about-policy'],
  [5000224, 'tenant-blocked', 'blocked', 'ask-admin-about-policy'],
  [1000104, 'tenant-blocked', 'blocked', 'ask-admin-about-policy'],
  [50002, 'tenant-blocked', 'blocked', 'ask-admin-about-policy'],
  [500021, 'tenant-blocked', 'blocked', 'ask-admin-about-policy'],
  [500022, 'tenant-blocked', 'blocked', 'ask-admin-about-policy'],
  [500212, 'tenant-blocked', 'blocked', 'ask-admin-about-policy'],
  [500213, 'tenant-blocked', 'blocked', 'ask-admin-about-policy'],
  [50005, 'conditional-access', 'blocked', 'ask-admin-about-policy'],
  [50131, 'conditional-access', 'blocked', 'ask-admin-about-policy'],
  [53002, 'conditional-access', 'blocked', 'ask-admin-about-policy'],
  [53003, 'conditional-access', 'blocked', 'ask-admin-about-policy'],
  // The user has to register a second factor and the risk policy does not let him: the administrator has to.
  [53004, 'conditional-access', 'blocked', 'ask-admin-about-policy'],
  // Intune wants an app that it protects (53009) or that is on its list (530021).
  [53009, 'conditional-access', 'blocked', 'ask-admin-about-policy'],
  [530021, 'conditional-access', 'blocked', 'ask-admin-about-policy', NESTED],
  [53010, 'conditional-access', 'blocked', 'ask-admin-about-policy'],
  [53011, 'conditional-access', 'blocked', 'ask-admin-about-policy'],
  [530032, 'conditional-access', 'blocked', 'ask-admin-about-policy'],
  [530034, 'conditional-access', 'blocked', 'ask-admin-about-policy'],
  [530035, 'conditional-access', 'blocked', 'ask-admin-about-policy'],
  [53000, 'device-not-compliant', 'blocked', 'ask-admin-about-policy'],
  [53001, 'device-not-compliant', 'blocked', 'ask-admin-about-policy'],
  [50127, 'device-not-compliant', 'blocked', 'ask-admin-about-policy'],
  [50129, 'device-not-compliant', 'blocked', 'ask-admin-about-policy'],
  [135011, 'device-not-compliant', 'blocked', 'ask-admin-about-policy'],
  [530004, 'device-not-compliant', 'blocked', 'ask-admin-about-policy', CONDITIONS],
  // Not in the reference; its text says that the device has to be managed.
  [530003, 'device-not-compliant', 'blocked', 'ask-admin-about-policy', CONDITIONS],
  [
    700003,
    'device-not-compliant',
    'blocked',
    'ask-admin-about-policy',
    `${TROUBLESHOOT}/error-code-aadsts700003-device-object-not-found`,
  ],

  // Signing in cures it; nothing is known about the consent yet.
  [50058, 'not-signed-in', 'sign-in-needed', 'sign-in'],
  // Until 2023 it meant several sessions to select from; the list of 2025: the account does not exist in the tenant.
  [16000, 'account-not-in-tenant', 'sign-in-needed', 'sign-in-with-other-account'],
  [16001, 'several-accounts', 'sign-in-needed', 'sign-in-with-other-account'],
  [16002, 'not-signed-in', 'sign-in-needed', 'sign-in'],
  [50140, 'not-signed-in', 'sign-in-needed', 'sign-in'],
  [50143, 'not-signed-in', 'sign-in-needed', 'sign-in'],
  [50168, 'not-signed-in', 'sign-in-needed', 'sign-in'],
  [50180, 'not-signed-in', 'sign-in-needed', 'sign-in'],
  [50197, 'not-signed-in', 'sign-in-needed', 'sign-in'],
  [50199, 'not-signed-in', 'sign-in-needed', 'sign-in'],
  [51006, 'not-signed-in', 'sign-in-needed', 'sign-in'],
  [160021, 'not-signed-in', 'sign-in-needed', 'sign-in'],
  [9002341, 'not-signed-in', 'sign-in-needed', 'sign-in'],
  // The device has to prove itself; a broker can do so while somebody signs in.
  [50097, 'device-not-compliant', 'sign-in-needed', 'sign-in'],
  [50155, 'device-not-compliant', 'sign-in-needed', 'sign-in'],
  [50187, 'device-not-compliant', 'sign-in-needed', 'sign-in'],
  // The password has to be changed, which the sign-in window does.
  [50125, 'wrong-credentials', 'sign-in-needed', 'sign-in'],
  [50135, 'wrong-credentials', 'sign-in-needed', 'sign-in'],
  [50137, 'wrong-credentials', 'sign-in-needed', 'sign-in'],
  [50142, 'wrong-credentials', 'sign-in-needed', 'sign-in'],
  [50055, 'wrong-credentials', 'sign-in-needed', 'sign-in'],
  [50056, 'wrong-credentials', 'sign-in-needed', 'sign-in'],
  [50126, 'wrong-credentials', 'sign-in-needed', 'sign-in'],
  [50144, 'wrong-credentials', 'sign-in-needed', 'sign-in'],
  [50072, 'multi-factor-needed', 'sign-in-needed', 'sign-in'],
  [50074, 'multi-factor-needed', 'sign-in-needed', 'sign-in'],
  [50076, 'multi-factor-needed', 'sign-in-needed', 'sign-in'],
  [50078, 'multi-factor-needed', 'sign-in-needed', 'sign-in'],
  [50079, 'multi-factor-needed', 'sign-in-needed', 'sign-in'],
  // A check outside Entra (a second factor of another maker, terms of use) is still open.
  [50158, 'multi-factor-needed', 'sign-in-needed', 'sign-in', CONDITIONS],
  [50085, 'session-expired', 'sign-in-needed', 'sign-in'],
  [50139, 'session-expired', 'sign-in-needed', 'sign-in'],
  [50089, 'session-expired', 'sign-in-needed', 'sign-in'],
  [50132, 'session-expired', 'sign-in-needed', 'sign-in'],
  [50133, 'session-expired', 'sign-in-needed', 'sign-in'],
  [50173, 'session-expired', 'sign-in-needed', 'sign-in'],
  // "The scopes requested are unauthorized or expired": a lost session or a missing consent, and one number for both.
  [70000, 'consent-or-sign-in', 'sign-in-needed', 'sign-in'],
  [70008, 'session-expired', 'sign-in-needed', 'sign-in'],
  [70043, 'session-expired', 'sign-in-needed', 'sign-in'],
  [700082, 'session-expired', 'sign-in-needed', 'sign-in'],
  [700084, 'session-expired', 'sign-in-needed', 'sign-in'],
  // Interaction is needed, and the number does not say whether for signing in or for consenting.
  [700020, 'consent-or-sign-in', 'sign-in-needed', 'sign-in'],
  [50034, 'account-unknown', 'sign-in-needed', 'sign-in-with-other-account'],
  [16003, 'account-not-in-tenant', 'sign-in-needed', 'sign-in-with-other-account'],
  // Kinds of account that cannot sign in here: personal ones, and domains that are none for signing in.
  [500201, 'account-not-in-tenant', 'sign-in-needed', 'sign-in-with-other-account'],
  [500207, 'account-not-in-tenant', 'sign-in-needed', 'sign-in-with-other-account'],
  [500208, 'account-not-in-tenant', 'sign-in-needed', 'sign-in-with-other-account'],
  [9002332, 'account-not-in-tenant', 'sign-in-needed', 'sign-in-with-other-account'],
  [50014, 'account-not-in-tenant', 'sign-in-needed', 'sign-in-with-other-account'],
  [50020, 'account-not-in-tenant', 'sign-in-needed', 'sign-in-with-other-account'],
  [51004, 'account-not-in-tenant', 'sign-in-needed', 'sign-in-with-other-account'],
  [90072, 'account-not-in-tenant', 'sign-in-needed', 'sign-in-with-other-account'],

  // Waiting cures it. A loop and a throttle often come dressed as `invalid_grant` or `interaction_required`.
  [50196, 'loop-detected', 'unknown', 'wait-and-retry'],
  [50088, 'throttled', 'unknown', 'wait-and-retry'],
  [90055, 'throttled', 'unknown', 'wait-and-retry'],
  // "Request to External OIDC endpoint failed"; older lists called it a throttle.
  [50166, 'microsoft-unavailable', 'unknown', 'wait-and-retry'],
  [90085, 'microsoft-unavailable', 'unknown', 'wait-and-retry'],
  [90092, 'microsoft-unavailable', 'unknown', 'wait-and-retry'],
  [50000, 'microsoft-unavailable', 'unknown', 'wait-and-retry'],
  [50033, 'microsoft-unavailable', 'unknown', 'wait-and-retry'],
  [50087, 'microsoft-unavailable', 'unknown', 'wait-and-retry'],
  [90006, 'microsoft-unavailable', 'unknown', 'wait-and-retry'],
  [90012, 'microsoft-unavailable', 'unknown', 'wait-and-retry'],
  [90024, 'microsoft-unavailable', 'unknown', 'wait-and-retry'],
  [90033, 'microsoft-unavailable', 'unknown', 'wait-and-retry'],
  // Called not retryable, but it is an outage of Microsoft's directory all the same: the next question is a new one.
  [90036, 'microsoft-unavailable', 'unknown', 'wait-and-retry'],
  [90090, 'microsoft-unavailable', 'unknown', 'wait-and-retry'],
  [90091, 'microsoft-unavailable', 'unknown', 'wait-and-retry'],

  // Our registration, our request or our settings are wrong: it says nothing about the tenant's consent.
  // 650056 names a missing admin consent among four possible reasons, so it proves none of them.
  [
    650056,
    'application-misconfigured',
    'unknown',
    'ask-admin',
    `${TROUBLESHOOT}/error-code-aadsts650056-misconfigured-app`,
  ],
  // A partner's delegated administration that nobody has authorised in the customer's tenant: it proves no consent.
  [90099, 'application-not-in-tenant', 'unknown', 'ask-admin'],
  // Application and organisation are in different clouds: our setting CLOUD is wrong for this organisation.
  [90038, 'other-cloud', 'unknown', 'contact-support'],
  [90043, 'other-cloud', 'unknown', 'contact-support'],
  [90051, 'other-cloud', 'unknown', 'contact-support'],
  [900382, 'other-cloud', 'unknown', 'contact-support'],
  [900432, 'other-cloud', 'unknown', 'contact-support'],
  [900439, 'other-cloud', 'unknown', 'contact-support'],
  [900440, 'other-cloud', 'unknown', 'contact-support'],
  // What a registration for one tenant only gives to every other.
  [650059, 'application-misconfigured', 'unknown', 'contact-support', lookUp(650059)],
  [650053, 'application-misconfigured', 'unknown', 'contact-support', lookUp(650053)],
  // The broker's redirect (`brk-multihub://…`) is not registered.
  [700046, 'application-misconfigured', 'unknown', 'contact-support', NESTED],
  // A redirect is registered as Web where it must be a single-page application's, or the other way round.
  [9002325, 'application-misconfigured', 'unknown', 'contact-support', lookUp(9002325)],
  [9002326, 'application-misconfigured', 'unknown', 'contact-support', lookUp(9002326)],
  [9002327, 'application-misconfigured', 'unknown', 'contact-support', lookUp(9002327)],
  [70004, 'application-misconfigured', 'unknown', 'contact-support'],
  [700023, 'application-misconfigured', 'unknown', 'contact-support'],
  [700030, 'application-misconfigured', 'unknown', 'contact-support'],
  [700054, 'application-misconfigured', 'unknown', 'contact-support'],
  [50001, 'application-misconfigured', 'unknown', 'contact-support'],
  [50011, 'application-misconfigured', 'unknown', 'contact-support'],
  [50194, 'application-misconfigured', 'unknown', 'contact-support'],
  // Not in the reference; its text says that no reply address is registered (900971: none was sent).
  [500113, 'application-misconfigured', 'unknown', 'contact-support', lookUp(500113)],
  [65005, 'application-misconfigured', 'unknown', 'contact-support', CONSENTING],
  [650054, 'application-misconfigured', 'unknown', 'contact-support'],
  [650057, 'application-misconfigured', 'unknown', 'contact-support'],
  [70002, 'application-misconfigured', 'unknown', 'contact-support'],
  [700025, 'application-misconfigured', 'unknown', 'contact-support'],
  [700027, 'application-misconfigured', 'unknown', 'contact-support'],
  [7000215, 'application-misconfigured', 'unknown', 'contact-support'],
  [
    7000218,
    'application-misconfigured',
    'unknown',
    'contact-support',
    `${TROUBLESHOOT}/confidential-client-application-authentication-error-aadsts7000218`,
  ],
  [7000222, 'application-misconfigured', 'unknown', 'contact-support'],
  [28000, 'request-malformed', 'unknown', 'contact-support'],
  [50012, 'request-malformed', 'unknown', 'contact-support'],
  [50013, 'request-malformed', 'unknown', 'contact-support'],
  [500133, 'request-malformed', 'unknown', 'contact-support'],
  [70003, 'request-malformed', 'unknown', 'contact-support'],
  [70005, 'request-malformed', 'unknown', 'contact-support'],
  [70007, 'request-malformed', 'unknown', 'contact-support'],
  [90014, 'request-malformed', 'unknown', 'contact-support'],
  [90023, 'request-malformed', 'unknown', 'contact-support'],
  [900561, 'request-malformed', 'unknown', 'contact-support'],
  [901002, 'request-malformed', 'unknown', 'contact-support'],
  [9001023, 'request-malformed', 'unknown', 'contact-support'],
  [28002, 'request-malformed', 'unknown', 'contact-support'],
  [28003, 'request-malformed', 'unknown', 'contact-support'],
  [70011, 'request-malformed', 'unknown', 'contact-support'],
  [700005, 'request-malformed', 'unknown', 'contact-support'],
  [700022, 'request-malformed', 'unknown', 'contact-support'],
  [90009, 'request-malformed', 'unknown', 'contact-support'],
  [90100, 'request-malformed', 'unknown', 'contact-support'],
  [900144, 'request-malformed', 'unknown', 'contact-support'],
  [900971, 'request-malformed', 'unknown', 'contact-support'],
  [9002313, 'request-malformed', 'unknown', 'contact-support'],
  [50059, 'tenant-not-named', 'unknown', 'contact-support'],
  [50128, 'tenant-not-named', 'unknown', 'contact-support'],
  [90002, 'tenant-unknown', 'unknown', 'contact-support'],
];
