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
  [
    500011,
    'application-not-in-tenant',
    'required',
    'grant',
    `${TROUBLESHOOT}/error-code-aadsts500011-resource-principal-not-found`,
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
  [650052, 'licence-missing', 'blocked', 'ask-admin-to-enable'],
  [50057, 'account-disabled', 'blocked', 'ask-admin-to-enable'],
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
  [53010, 'conditional-access', 'blocked', 'ask-admin-about-policy'],
  [53011, 'conditional-access', 'blocked', 'ask-admin-about-policy'],
  [530032, 'conditional-access', 'blocked', 'ask-admin-about-policy'],
  [530034, 'conditional-access', 'blocked', 'ask-admin-about-policy'],
  [530035, 'conditional-access', 'blocked', 'ask-admin-about-policy'],
  [53000, 'device-not-compliant', 'blocked', 'ask-admin-about-policy'],
  [53001, 'device-not-compliant', 'blocked', 'ask-admin-about-policy'],
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
  [16000, 'several-accounts', 'sign-in-needed', 'sign-in-with-other-account'],
  [16001, 'several-accounts', 'sign-in-needed', 'sign-in-with-other-account'],
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
  [50089, 'session-expired', 'sign-in-needed', 'sign-in'],
  [50132, 'session-expired', 'sign-in-needed', 'sign-in'],
  [50133, 'session-expired', 'sign-in-needed', 'sign-in'],
  [50173, 'session-expired', 'sign-in-needed', 'sign-in'],
  [70000, 'session-expired', 'sign-in-needed', 'sign-in'],
  [70008, 'session-expired', 'sign-in-needed', 'sign-in'],
  [70043, 'session-expired', 'sign-in-needed', 'sign-in'],
  [700082, 'session-expired', 'sign-in-needed', 'sign-in'],
  [700084, 'session-expired', 'sign-in-needed', 'sign-in'],
  // Interaction is needed, and the number does not say whether for signing in or for consenting.
  [700020, 'consent-or-sign-in', 'sign-in-needed', 'sign-in'],
  [50034, 'account-unknown', 'sign-in-needed', 'sign-in-with-other-account'],
  [16003, 'account-not-in-tenant', 'sign-in-needed', 'sign-in-with-other-account'],
  [50014, 'account-not-in-tenant', 'sign-in-needed', 'sign-in-with-other-account'],
  [50020, 'account-not-in-tenant', 'sign-in-needed', 'sign-in-with-other-account'],
  [51004, 'account-not-in-tenant', 'sign-in-needed', 'sign-in-with-other-account'],
  [90072, 'account-not-in-tenant', 'sign-in-needed', 'sign-in-with-other-account'],

  // Waiting cures it. A loop and a throttle often come dressed as `invalid_grant` or `interaction_required`.
  [50196, 'loop-detected', 'unknown', 'wait-and-retry'],
  [50088, 'throttled', 'unknown', 'wait-and-retry'],
  [50166, 'throttled', 'unknown', 'wait-and-retry'],
  [90055, 'throttled', 'unknown', 'wait-and-retry'],
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
