import type { Cause, NextStep, RefusalVerdict } from './cause';

/*
 * Microsoft warns that numbers may change; so a number that is not here is never guessed at, and nothing but this table
 * can say `required`. The page that says what a number means stands in ./entra-error-sources, which no page loads.
 */

/** One AADSTS number and what it means. */
export type EntraErrorRow = readonly [number: number, cause: Cause, verdict: RefusalVerdict, next: NextStep];

/** Numbers that mean the same. */
interface EntraErrorGroup {
  readonly cause: Cause;
  readonly verdict: RefusalVerdict;
  readonly next: NextStep;
  readonly numbers: readonly number[];
}

/** Grouped, because every page loads them before it can say anything. */
const GROUPS: readonly EntraErrorGroup[] = [
  // Nobody has consented, or the application has no service principal in the tenant. Only these are `required`.
  {
    cause: 'not-consented',
    verdict: 'required',
    next: 'approve',
    numbers: [
      65001,
      // Documented for a token that an application asks for itself, as we do for our own API: nobody has consented yet.
      90008,
    ],
  },
  {
    cause: 'admin-approval-needed',
    verdict: 'required',
    next: 'ask-admin',
    numbers: [
      // What is asked for needs an administrator and has not been granted. 90093 is the same by policy.
      90093, 90094,
      // The page where a user asks for approval was shown; whether a request was sent is not said.
      90095,
      // Microsoft thinks the request risky (an unverified publisher, say): users may not consent, administrators may.
      900941,
      900981,
    ],
  },
  {
    cause: 'application-not-in-tenant',
    verdict: 'required',
    next: 'approve',
    numbers: [
      // Where it is about our own API; Graph does not come with our consent: see `codeMeant`.
      500011,
      // The organisation "lacks a service principal" for what is asked for, "or consent to the application in order to
      // create the required service principal". Older texts spoke of a licence.
      650052,

      700011, 700016,
      // Not in the reference; the Teams SDK's pages describe it: no service principal in the tenant.
      7000229,
    ],
  },
  // Consent was asked for and did not come about.
  {
    cause: 'consent-declined',
    verdict: 'blocked',
    next: 'approve',
    numbers: [65004],
  },
  {
    cause: 'consent-failed',
    verdict: 'unknown',
    next: 'wait-and-retry',
    numbers: [
      // The service principal's name was still taken, as it is for minutes after one was deleted: a later try succeeds.
      650051,
      // Documentation is silent; the text says only that an error occurred while admin consent was processed.
      90097,
    ],
  },
  // The organisation stops it.
  {
    cause: 'user-not-assigned',
    verdict: 'blocked',
    next: 'ask-admin-to-assign',
    numbers: [
      50105,
      // The same for an application that asks by itself: it is assigned no role of the other.
      501051,
    ],
  },
  {
    cause: 'application-disabled',
    verdict: 'blocked',
    next: 'ask-admin-to-enable',
    numbers: [
      7000112,
      // The service principal of the resource is disabled. Here the resource is our own application: see `codeMeant`.
      500014,

      70001, 1000031,
    ],
  },
  {
    cause: 'account-disabled',
    verdict: 'blocked',
    next: 'ask-admin-to-enable-account',
    numbers: [50057, 500571],
  },
  // Locked after wrong passwords, or the address that it comes from is known for attacks.
  {
    cause: 'account-locked',
    verdict: 'blocked',
    next: 'ask-admin-about-refusal',
    numbers: [50053],
  },
  {
    cause: 'account-restricted',
    verdict: 'blocked',
    next: 'ask-admin-about-refusal',
    numbers: [
      // A child's account, whose guardian has to consent first.
      54000,

      50015,
    ],
  },
  {
    cause: 'tenant-blocked',
    verdict: 'blocked',
    next: 'ask-admin-about-refusal',
    // 5000225: blocked because nobody has used it for long; an administrator can have it opened again for 20 days.
    numbers: [5000224, 5000225, 1000104],
  },
  {
    cause: 'conditional-access',
    verdict: 'blocked',
    next: 'ask-admin-about-policy',
    numbers: [
      50005, 50131, 53002, 53003,
      // The user has to register a second factor and the risk policy does not let them: the administrator has to.
      53004,
      // Intune wants an app that it protects (53009) or that is on its list (530021).
      53009, 530021,
      // The token is not bound to the device, which a policy asks for.
      530084,
      // The network or the device lets nobody in at this organisation.
      50002, 500021, 500022, 5000211,
      // What one of two organisations does not let its people do, or the other's.
      500212, 500213,

      53010, 53011, 530032, 530034, 530035,
    ],
  },
  {
    cause: 'device-not-compliant',
    verdict: 'blocked',
    next: 'ask-admin-about-policy',
    numbers: [
      53000, 53001, 50127, 50129, 135011, 530004,
      // Not in the reference; their texts say that the device has to be compliant, and managed.
      530002, 530003,

      700003,
    ],
  },
  // Signing in cures it; nothing is known about the consent yet.
  {
    cause: 'not-signed-in',
    verdict: 'sign-in-needed',
    next: 'sign-in',
    numbers: [50058, 16002, 50140, 50143, 50168, 50180, 50197, 50199, 51006, 160021, 9002341],
  },
  {
    cause: 'account-not-in-tenant',
    verdict: 'sign-in-needed',
    next: 'sign-in-with-other-account',
    numbers: [
      16003,
      // Kinds of account that cannot sign in here: personal ones, and domains that are none for signing in.
      500200, 500201, 500207, 500208, 9002332,

      // A partner's administrator, whom a policy of the organisation cannot ask for what it wants (terms of use, a session
      // control). Microsoft's text is that of 50020.
      50177,
      50178,

      50014, 50020, 51004, 90072,
    ],
  },
  {
    cause: 'several-accounts',
    verdict: 'sign-in-needed',
    next: 'sign-in-with-other-account',
    // 16000 has a second text: see below.
    numbers: [16000, 16001],
  },
  // The device has to prove itself; a broker can do so while somebody signs in.
  {
    cause: 'device-not-compliant',
    verdict: 'sign-in-needed',
    next: 'sign-in',
    numbers: [50097, 50155, 50187],
  },
  {
    cause: 'wrong-credentials',
    verdict: 'sign-in-needed',
    next: 'sign-in',
    numbers: [
      // The password has to be changed, which the sign-in window does.
      50125, 50135, 50137, 50142,

      50055, 50056, 50126, 50144,
    ],
  },
  {
    cause: 'multi-factor-needed',
    verdict: 'sign-in-needed',
    next: 'sign-in',
    numbers: [
      50072, 50074, 50076, 50078, 50079,
      // A check outside Entra (a second factor of another maker, terms of use) is still open.
      50158,
    ],
  },
  {
    cause: 'session-expired',
    verdict: 'sign-in-needed',
    next: 'sign-in',
    numbers: [50085, 50139, 50089, 50132, 50133, 50173, 70008, 70043, 700082, 700084],
  },
  {
    cause: 'consent-or-sign-in',
    verdict: 'sign-in-needed',
    next: 'sign-in',
    numbers: [
      // "The scopes requested are unauthorized or expired": a lost session or a missing consent, and one number for both.
      70000,
      // Interaction is needed, and the number does not say whether for signing in or for consenting.
      700020,
    ],
  },
  {
    cause: 'account-unknown',
    verdict: 'sign-in-needed',
    next: 'sign-in-with-other-account',
    numbers: [
      // The account was deleted.
      500341,

      50034,
    ],
  },
  // Waiting cures it. A loop and a throttle often come dressed as `invalid_grant` or `interaction_required`.
  {
    cause: 'loop-detected',
    verdict: 'unknown',
    next: 'wait-and-retry',
    numbers: [50196],
  },
  {
    cause: 'throttled',
    verdict: 'unknown',
    next: 'wait-and-retry',
    numbers: [50088, 90055],
  },
  {
    cause: 'microsoft-unavailable',
    verdict: 'unknown',
    next: 'wait-and-retry',
    numbers: [
      // "Request to External OIDC endpoint failed"; older lists called it a throttle.
      50166,

      90085, 90092, 50000, 50033, 50087, 90006, 90012, 90024, 90033,
      // Called not retryable, but it is an outage of Microsoft's directory all the same: the next question is a new one.
      90036,

      90090, 90091,
    ],
  },
  // Our registration, our request or our settings are wrong: it says nothing about the tenant's consent.
  {
    cause: 'application-misconfigured',
    verdict: 'unknown',
    next: 'ask-admin',
    numbers: [
      // 650056 names a missing admin consent among four possible reasons, so it proves none of them.
      650056,
    ],
  },
  // A partner's delegated administration that nobody has authorised in the customer's tenant: it proves no consent.
  {
    cause: 'application-not-in-tenant',
    verdict: 'unknown',
    next: 'ask-admin',
    numbers: [90099],
  },
  // Application and organisation are in different clouds: our setting CLOUD is wrong for this organisation.
  {
    cause: 'other-cloud',
    verdict: 'unknown',
    next: 'contact-support',
    numbers: [90038, 90043, 90051, 900382, 900432, 900439, 900440],
  },
  {
    cause: 'application-misconfigured',
    verdict: 'unknown',
    next: 'contact-support',
    numbers: [
      // What a registration for one tenant only gives to every other.
      650059, 650053,
      // The broker's redirect (`brk-multihub://…`) is not registered.
      700046,
      // A redirect is registered as Web where it must be a single-page application's, or the other way round.
      9002325, 9002326, 9002327,

      70004, 700023, 700030, 700054, 50001, 50011, 50194,
      // Not in the reference; its text says that no reply address is registered (900971: none was sent).
      500113,

      65005, 650054, 650057, 70002, 700021, 700024, 700025, 700027, 7000215, 7000218, 7000222,
    ],
  },
  {
    cause: 'request-malformed',
    verdict: 'unknown',
    next: 'contact-support',
    numbers: [
      28000, 50012, 50013, 500133, 70003, 70005, 70007, 90014, 90023, 900561, 901002, 9001023, 28002, 28003,
      70011, 700005, 700022, 90009, 90100, 900144, 900971, 9002313,
    ],
  },
  {
    cause: 'tenant-not-named',
    verdict: 'unknown',
    next: 'contact-support',
    numbers: [50059, 50128],
  },
  {
    cause: 'tenant-unknown',
    verdict: 'unknown',
    next: 'contact-support',
    numbers: [90002],
  },
];

/**
 * Numbers about what a token is for, with those that say as much where that is Graph: it is nowhere in this cloud by the
 * name that we know, or is switched off in the organisation, whose subscription may have lapsed. Nobody's consent cures it.
 * Their texts name it, in words that may change; what was asked for is known.
 */
const OF_GRAPH: Readonly<Partial<Record<string, string>>> = {
  AADSTS500011: 'AADSTS900382',
  AADSTS500014: 'AADSTS5000224',
};

/** Whether the number alone does not say what Microsoft means: see `codeMeant`. */
export const hasTwoMeanings = (code: string): boolean => code === 'AADSTS16000' || code in OF_GRAPH;

/**
 * The code whose row says what a code means, with this text and for what was asked for. Microsoft gives 16000 two
 * meanings, and only its sentence tells which: the account "does not exist in tenant" (the reference; 16003 is the same),
 * or "multiple user identities are available" (https://learn.microsoft.com/entra/msal/javascript/angular/ssosilent). What
 * is not said is not so.
 */
export const codeMeant = (code: string, text: string, askedFor?: 'graph'): string =>
  (askedFor && OF_GRAPH[code]) ??
  (code === 'AADSTS16000' && /does not exist in tenant/i.test(text) ? 'AADSTS16003' : code);

export const ENTRA_ERROR_ROWS: readonly EntraErrorRow[] = GROUPS.flatMap(
  ({ cause, verdict, next, numbers }) => numbers.map((number) => [number, cause, verdict, next] as const),
);
