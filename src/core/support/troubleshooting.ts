import type { RequestEvent } from '../api';
import { cloudNamed, type CloudName } from '../cloud';
import { SERVICE_CHECKS, TOKEN_CHECKS } from '../consent/check-name';
import type { Account, Mailbox } from '../consent/evidence';
import type { Dialog } from '../office-dialog';
import type { DomainName, TenantId } from '../tenant';
import { isGreen, type CheckName, type Finding, type Verdict } from '../consent/verdict';

/*
 * What could be wrong, as checks with a result each. They only explain the verdict that stands: none of them can make
 * or change one.
 */

/** What the pane knows; the app's state is such facts as it is. */
export interface KnownFacts {
  readonly setup: { readonly clientId: string; readonly loginOrigin: string };
  readonly verdict: Verdict;
  readonly online: boolean;
  readonly mailbox?: Mailbox | undefined;
  readonly account?: Omit<Account, 'adminHint'> | undefined;
  readonly dialog: Dialog;
  readonly history: readonly RequestEvent[];
  readonly hostKeepsRefusal: boolean;
}

/** What only the adapters know; everything is left out where it is not known. */
export interface Surroundings {
  readonly nowMs: number;
  /** Whether the host offers nested app authentication, or MSAL's standard client does the work. */
  readonly signIn?: 'bridge' | 'standard' | 'no-host';
  /** Whether the browser lets the pane keep anything (it is a third party's frame in Outlook on the web). */
  readonly storage?: 'open' | 'blocked';
  /** The tenant in which somebody approved by mistake. */
  readonly consentedTenant?: TenantId;
}

export const TROUBLE_CHECKS = [
  'service-reachable',
  'sign-in-kind',
  'storage-allowed',
  'mailbox-of-account',
  'alias-domain',
  'consultant',
  'consent-tenant',
  'user-assigned',
  'application-enabled',
  'conditional-access',
  'grant-spread',
  'consent-breadth',
] as const;
export type TroubleCheckName = (typeof TROUBLE_CHECKS)[number];

export type CheckResult = 'passed' | 'failed' | 'not-known' | 'does-not-apply';

/** What the result rests on; a message key in the screens is `check.<name>.<reason>`. */
export type CheckReason =
  | 'as-it-should-be'
  | 'not-asked-yet'
  | 'nothing-granted-yet'
  | 'offline'
  | 'no-answer'
  | 'throttled'
  | 'standard-client'
  | 'outside-outlook'
  | 'host-silent'
  | 'blocked'
  | 'blocked-not-needed'
  | 'maybe-blocked'
  | 'mailbox-not-known'
  | 'account-not-known'
  | 'tenant-not-named'
  | 'other-tenant'
  | 'alias'
  | 'same-domain'
  | 'guest'
  | 'consultant-or-wrong-account'
  | 'account-not-in-tenant'
  | 'nobody-returned'
  | 'wrong-tenant'
  | 'right-now-wrong-before'
  | 'not-assigned'
  | 'disabled'
  | 'not-in-tenant-yet'
  | 'policy'
  | 'device'
  | 'multi-factor'
  | 'spreading'
  | 'still-refused'
  | 'only-you'
  | 'not-proven';

/** What to do about it, as data: a message key in the screens is `check-step.<do>`. */
export type CheckStep =
  | {
      readonly do:
        | 'check-now'
        | 'check-network'
        | 'reopen-outlook'
        | 'allow-third-party-storage'
        | 'sign-in'
        | 'sign-in-with-other-account'
        /** The organisation of the mailbox decides, and its check is not this account's to see. */
        | 'ignore-missing-check'
        | 'ask-admin-about-policy'
        | 'grant'
        | 'share';
    }
  | { readonly do: 'wait'; readonly untilMs: number }
  /** Grant (or share the request) for this tenant, and no other. */
  | { readonly do: 'grant-for-tenant'; readonly tenant: TenantId | DomainName }
  /** In the tenant where somebody approved by mistake; without an address in a cloud of the installation's own. */
  | { readonly do: 'undo-consent'; readonly url?: string | undefined; readonly tenant?: TenantId | undefined }
  /** Where an administrator of the tenant finds the application: to assign people, to enable it. */
  | {
      readonly do: 'assign-user' | 'enable-application';
      readonly url: string;
      readonly tenant?: TenantId | undefined;
    }
  /** Where users take back what they granted for themselves. */
  | { readonly do: 'open-my-apps'; readonly url: string };

export interface Check {
  readonly name: TroubleCheckName;
  readonly result: CheckResult;
  readonly reason: CheckReason;
  readonly next: readonly CheckStep[];
  /** For the words. */
  readonly values: CheckValues;
}

export interface CheckValues {
  readonly mailDomain?: string | undefined;
  readonly accountDomain?: string | undefined;
  readonly code?: string | undefined;
  readonly correlationId?: string | undefined;
  readonly returnedAtMs?: number | undefined;
}

type Outcome = Omit<Check, 'name'>;

const outcome = (
  result: CheckResult,
  reason: CheckReason,
  next: readonly CheckStep[] = [],
  values: CheckValues = {},
): Outcome => ({ result, reason, next, values });

const PASSED = outcome('passed', 'as-it-should-be');
const NOT_ASKED = outcome('not-known', 'not-asked-yet', [{ do: 'check-now' }]);

/** Runs every check, in the order of `TROUBLE_CHECKS`. Total: whatever the facts say, each check has a result. */
export const troubleshoot = (facts: KnownFacts, surroundings: Surroundings): readonly Check[] =>
  TROUBLE_CHECKS.map((name) => ({ name, ...CHECKS[name](facts, surroundings) }));

const CHECKS: Readonly<Record<TroubleCheckName, (facts: KnownFacts, surroundings: Surroundings) => Outcome>> =
  {
    'service-reachable': checkService,
    'sign-in-kind': checkSignInKind,
    'storage-allowed': checkStorage,
    'mailbox-of-account': checkMailbox,
    'alias-domain': checkAlias,
    consultant: checkConsultant,
    'consent-tenant': checkConsentTenant,
    'user-assigned': checkAssigned,
    'application-enabled': checkEnabled,
    'conditional-access': checkConditionalAccess,
    'grant-spread': checkSpread,
    'consent-breadth': checkBreadth,
  };

/** Verdicts that rest on an answer of our own service. */
const BY_SERVICE: ReadonlySet<CheckName> = new Set(SERVICE_CHECKS);
/** Verdicts that rest on a Graph token, because the service gave no answer. */
const BY_TOKEN_ALONE: ReadonlySet<CheckName> = new Set(TOKEN_CHECKS);

/** Microsoft gave the signed-in user a token for ExtendSync, so nothing that would refuse one stands in the way. */
const hasToken = ({ because }: Verdict): boolean => BY_SERVICE.has(because) || BY_TOKEN_ALONE.has(because);

function checkService({ verdict, online }: KnownFacts): Outcome {
  if (!online) return outcome('not-known', 'offline', [{ do: 'check-network' }]);
  if (BY_SERVICE.has(verdict.because)) return PASSED;
  if (BY_TOKEN_ALONE.has(verdict.because)) {
    const reason = verdict.cause === 'throttled' ? 'throttled' : 'no-answer';
    return outcome('failed', reason, [{ do: 'check-now' }]);
  }
  if (verdict.because === 'no-answer') return outcome('not-known', 'no-answer', [{ do: 'check-now' }]);
  return NOT_ASKED;
}

function checkSignInKind({ verdict }: KnownFacts, { signIn }: Surroundings): Outcome {
  if (signIn === 'no-host') return outcome('failed', 'outside-outlook', [{ do: 'reopen-outlook' }]);
  if (verdict.cause === 'host-unavailable')
    return outcome('failed', 'host-silent', [{ do: 'reopen-outlook' }]);
  if (signIn === undefined) return NOT_ASKED;
  return signIn === 'bridge' ? PASSED : outcome('passed', 'standard-client');
}

function checkStorage({ verdict }: KnownFacts, { signIn, storage }: Surroundings): Outcome {
  if (storage === 'open') return PASSED;
  // Over the bridge the host keeps the session; only MSAL's standard client needs the browser's storage.
  if (storage === 'blocked')
    return signIn === 'bridge'
      ? outcome('passed', 'blocked-not-needed')
      : outcome('failed', 'blocked', [{ do: 'allow-third-party-storage' }]);
  // "No session", which is also what Entra says in a frame that may not see its own cookies.
  return verdict.code === 'AADSTS50058'
    ? outcome('not-known', 'maybe-blocked', [{ do: 'sign-in' }, { do: 'allow-third-party-storage' }])
    : NOT_ASKED;
}

const domainsOf = ({ mailbox, account }: KnownFacts): CheckValues => ({
  mailDomain: mailbox?.domain,
  accountDomain: account?.domain,
});

/** Signed in to a tenant that the account is not at home in. */
const isGuest = ({ tenant, home }: NonNullable<KnownFacts['account']>): boolean =>
  home !== undefined && home !== tenant;

const OTHER_ACCOUNT: CheckStep = { do: 'sign-in-with-other-account' };

/**
 * What is wrong already when the mailbox or the account is not known. Three checks say so, and the first of them alone
 * offers to sign in.
 */
function unknownSide(facts: KnownFacts, next: readonly CheckStep[] = []): Outcome | undefined {
  const values = domainsOf(facts);
  if (facts.mailbox === undefined)
    return outcome('not-known', 'mailbox-not-known', [{ do: 'check-now' }], values);
  return facts.account === undefined ? outcome('not-known', 'account-not-known', next, values) : undefined;
}

function checkMailbox(facts: KnownFacts): Outcome {
  const { mailbox, account, verdict } = facts;
  const values = domainsOf(facts);
  if (verdict.because === 'answer-about-another-tenant')
    return outcome('failed', 'other-tenant', [OTHER_ACCOUNT], values);
  if (mailbox === undefined || account === undefined)
    return unknownSide(facts, [{ do: 'sign-in' }]) ?? NOT_ASKED;
  if (mailbox.tenant !== undefined)
    return mailbox.tenant === account.tenant
      ? outcome('passed', isGuest(account) ? 'guest' : 'as-it-should-be', [], values)
      : outcome('failed', 'other-tenant', [OTHER_ACCOUNT], values);
  return mailbox.domain === account.domain
    ? outcome('passed', 'same-domain', [], values)
    : outcome('not-known', 'tenant-not-named', [{ do: 'check-now' }, OTHER_ACCOUNT], values);
}

function checkAlias(facts: KnownFacts): Outcome {
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

function checkConsultant(facts: KnownFacts): Outcome {
  const { mailbox, account, verdict } = facts;
  const values = domainsOf(facts);
  if (verdict.cause === 'account-not-in-tenant')
    return outcome(
      'failed',
      'account-not-in-tenant',
      [{ do: 'ignore-missing-check' }, OTHER_ACCOUNT],
      withCode(verdict, values),
    );
  if (mailbox === undefined || account === undefined) return unknownSide(facts) ?? NOT_ASKED;
  if (mailbox.tenant === account.tenant && isGuest(account))
    return outcome(
      'does-not-apply',
      'guest',
      isGreen(verdict) ? [] : [{ do: 'ignore-missing-check' }, OTHER_ACCOUNT],
      values,
    );
  if (mailbox.tenant === account.tenant || (!mailbox.tenant && mailbox.domain === account.domain))
    return outcome('does-not-apply', 'as-it-should-be', [], values);
  if (mailbox.tenant === undefined) return outcome('not-known', 'tenant-not-named', [OTHER_ACCOUNT], values);
  // A guest's own account, or the wrong one of several: nobody but the person can tell.
  return outcome(
    'not-known',
    'consultant-or-wrong-account',
    [{ do: 'ignore-missing-check' }, OTHER_ACCOUNT],
    values,
  );
}

function checkConsentTenant(facts: KnownFacts, { consentedTenant }: Surroundings): Outcome {
  const { dialog, verdict, mailbox, account, setup } = facts;
  // People know a domain; an id is named only where there is nothing better.
  const right = mailbox?.domain ?? account?.tenant;
  const wrong = consentedTenant === mailbox?.tenant ? undefined : consentedTenant;
  const toldWrong = dialog.phase === 'ended' && dialog.how === 'other-tenant';
  // Which tenant it was is only worth a word when the right one is known to be another.
  const isWrong = toldWrong || (wrong !== undefined && mailbox?.tenant !== undefined);
  const undo = applicationsUrl(setup.loginOrigin, wrong);
  const undoing: readonly CheckStep[] = [{ do: 'undo-consent', url: undo, tenant: wrong }];
  if (isGreen(verdict)) return isWrong ? outcome('passed', 'right-now-wrong-before', undoing) : PASSED;
  if (isWrong) {
    const again: readonly CheckStep[] =
      right === undefined ? [{ do: 'grant' }] : [{ do: 'grant-for-tenant', tenant: right }];
    return outcome('failed', 'wrong-tenant', [...again, ...undoing], domainsOf(facts));
  }
  return returnedAtMs(facts) === undefined
    ? outcome('does-not-apply', 'nobody-returned')
    : outcome('not-known', 'not-proven', [{ do: 'check-now' }]);
}

function checkAssigned({ verdict, setup, account }: KnownFacts): Outcome {
  if (verdict.cause === 'user-not-assigned') {
    const url = applicationsUrl(setup.loginOrigin, account?.tenant);
    return outcome(
      'failed',
      'not-assigned',
      url === undefined ? [{ do: 'share' }] : [{ do: 'assign-user', url, tenant: account?.tenant }],
      withCode(verdict),
    );
  }
  return hasToken(verdict) && verdict.because !== 'application-disabled' ? PASSED : NOT_ASKED;
}

function checkEnabled({ verdict, setup, account }: KnownFacts): Outcome {
  if (verdict.cause === 'application-disabled') {
    const url = applicationsUrl(setup.loginOrigin, account?.tenant);
    return outcome(
      'failed',
      'disabled',
      url === undefined ? [{ do: 'share' }] : [{ do: 'enable-application', url, tenant: account?.tenant }],
      withCode(verdict),
    );
  }
  if (verdict.cause === 'application-not-in-tenant')
    return outcome('does-not-apply', 'not-in-tenant-yet', [{ do: 'grant' }], withCode(verdict));
  return hasToken(verdict) && verdict.because !== 'user-not-assigned' ? PASSED : NOT_ASKED;
}

function checkConditionalAccess({ verdict }: KnownFacts): Outcome {
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

/** A grant takes seconds to spread, sometimes minutes; beyond this, waiting alone is no advice any more. */
export const SPREAD_MS = 5 * 60_000;

function checkSpread(facts: KnownFacts, { nowMs }: Surroundings): Outcome {
  const { verdict, hostKeepsRefusal } = facts;
  const atMs = returnedAtMs(facts);
  if (isGreen(verdict)) return PASSED;
  if (atMs === undefined) return outcome('does-not-apply', 'nobody-returned');
  const values = { returnedAtMs: atMs };
  // The service's clock may be ahead of ours: a return in the future has just happened.
  const sinceMs = Math.max(0, nowMs - atMs);
  if (sinceMs < SPREAD_MS)
    return outcome(
      'not-known',
      'spreading',
      [{ do: 'wait', untilMs: Math.min(atMs, nowMs) + SPREAD_MS }, { do: 'check-now' }],
      values,
    );
  if (verdict.kind === 'required' || verdict.kind === 'partial' || hostKeepsRefusal)
    return outcome('failed', 'still-refused', [{ do: 'check-now' }, { do: 'reopen-outlook' }], values);
  return outcome('not-known', 'not-proven', [{ do: 'check-now' }], values);
}

function checkBreadth({ verdict, setup }: KnownFacts): Outcome {
  const findings: readonly Finding[] = 'findings' in verdict ? verdict.findings : [];
  if (verdict.kind === 'required') return outcome('does-not-apply', 'nothing-granted-yet', [{ do: 'grant' }]);
  if (isGreen(verdict)) return PASSED;
  if (findings.length === 0) return NOT_ASKED;
  if (findings.some(({ state }) => state === 'this-user')) {
    const url = MY_APPS[cloudNamed(setup.loginOrigin)];
    return outcome('failed', 'only-you', [
      { do: 'grant' },
      { do: 'share' },
      ...(url === undefined ? [] : [{ do: 'open-my-apps', url } as const]),
    ]);
  }
  // Approved by an administrator: whether for everybody, an administrator's look tells, and no second approval.
  if (verdict.because === 'approved-not-confirmed')
    return outcome('not-known', 'not-proven', [{ do: 'grant' }, { do: 'check-now' }]);
  if (findings.some(({ state }) => state === 'held' || state === 'not-known'))
    return outcome('not-known', 'not-proven', [{ do: 'check-now' }, { do: 'share' }]);
  return PASSED;
}

/** When somebody was last sent back with consent, in milliseconds; undefined where nobody was. */
function returnedAtMs({ dialog, history }: KnownFacts): number | undefined {
  const times = history
    .filter(({ kind }) => kind === 'returned')
    .map(({ at }) => Date.parse(at))
    .filter((atMs) => Number.isFinite(atMs));
  if (dialog.phase === 'ended' && dialog.how === 'accepted') times.push(dialog.atMs);
  return times.length === 0 ? undefined : Math.max(...times);
}

const withCode = ({ code, correlationId }: Verdict, values: CheckValues = {}): CheckValues => ({
  ...values,
  code,
  correlationId,
});

// https://learn.microsoft.com/en-us/entra/identity-platform/authentication-national-cloud, "App registration endpoints".
const PORTALS: Readonly<Record<Exclude<CloudName, 'custom'>, string>> = {
  global: 'https://portal.azure.com',
  usgov: 'https://portal.azure.us',
  'usgov-dod': 'https://portal.azure.us',
  china: 'https://portal.azure.cn',
};

// https://learn.microsoft.com/en-us/entra/identity/enterprise-apps/myapps-overview; elsewhere the portal's own help leads.
const MY_APPS: Readonly<Partial<Record<CloudName, string>>> = {
  global: 'https://myapps.microsoft.com',
  usgov: 'https://myapps.microsoft.us',
  'usgov-dod': 'https://myapps.microsoft.us',
};

/**
 * The list of enterprise applications of a tenant in Entra's portal. An application's own page needs the object id that
 * it has in that tenant, which the pane does not know. Undefined in a cloud of the installation's own.
 *
 * The view is the one that Microsoft's documentation links to (New-ServicePrincipal, parameter AppId); a tenant's id as
 * first part of the path makes the portal open in that tenant.
 */
export function applicationsUrl(loginOrigin: string, tenant: TenantId | undefined): string | undefined {
  const cloud = cloudNamed(loginOrigin);
  if (cloud === 'custom') return undefined;
  const start = tenant === undefined ? PORTALS[cloud] : `${PORTALS[cloud]}/${tenant}`;
  return `${start}/#view/Microsoft_AAD_IAM/StartboardApplicationsMenuBlade/~/AppAppsPreview`;
}
