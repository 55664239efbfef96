import type { RequestEvent } from '../../api/request-events';
import type { Account, Mailbox } from '../../consent/evidence';
import type { Verdict } from '../../consent/verdict';
import type { Dialog } from '../../office-dialog';
import type { Setup } from '../../setup';
import type { DomainName, TenantId } from '../../tenant';

/*
 * What could be wrong, as diagnoses with a result each. They only explain the verdict that stands: none of them can make
 * or change one.
 */

/** What the pane knows; the app's state is such facts as it is. */
export interface KnownFacts {
  readonly setup: Pick<Setup, 'clientId' | 'cloudName'>;
  readonly verdict: Verdict;
  readonly online: boolean;
  readonly mailbox?: Mailbox | undefined;
  readonly account?: Omit<Account, 'adminHint'> | undefined;
  readonly dialog: Dialog;
  readonly history: readonly RequestEvent[];
  readonly hostKeepsRefusal: boolean;
  /** The tenant in which somebody approved by mistake. */
  readonly consentedIn?: TenantId | undefined;
}

/** How tokens are got: over the host's nested app authentication, or by MSAL's standard client. */
export const SIGN_INS = ['bridge', 'standard', 'no-host'] as const;
export type SignIn = (typeof SIGN_INS)[number];

/** What only the adapters know; everything is left out where it is not known. */
export interface Surroundings {
  readonly nowMs: number;
  readonly signIn?: SignIn;
  /** Whether the browser lets the pane keep anything (it is a third party's frame in Outlook on the web). */
  readonly storage?: 'open' | 'blocked';
}

export const DIAGNOSES = [
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
export type DiagnosisName = (typeof DIAGNOSES)[number];

export type DiagnosisResult = 'passed' | 'failed' | 'not-known' | 'does-not-apply';

/** What the result rests on; a message key in the screens is `diagnosis.<name>.<reason>`. */
export type DiagnosisReason =
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
  | 'personal'
  | 'on-premises'
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
  | 'arrived'
  | 'still-refused'
  | 'only-you'
  | 'not-proven';

/** What to do about it, as data: a message key in the screens is `diagnosis-step.<do>`. */
export type DiagnosisStep =
  | {
      readonly do:
        | 'check-now'
        | 'check-network'
        | 'reopen-outlook'
        | 'allow-third-party-storage'
        | 'sign-in'
        | 'sign-in-with-other-account'
        /** The organisation of the mailbox decides, and its green check mark is not this account's to see. */
        | 'ignore-missing-mark'
        | 'ask-admin-about-policy'
        | 'approve'
        /** An approval is there: an administrator shows that it holds for everybody. */
        | 'confirm'
        | 'share';
    }
  | { readonly do: 'wait'; readonly untilMs: number }
  /** Approve (or share the request) for this tenant, and no other. */
  | { readonly do: 'approve-for-tenant'; readonly tenant: TenantId | DomainName }
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

export interface Diagnosis {
  readonly name: DiagnosisName;
  readonly result: DiagnosisResult;
  readonly reason: DiagnosisReason;
  readonly next: readonly DiagnosisStep[];
  /** For the words. */
  readonly values: DiagnosisValues;
}

export interface DiagnosisValues {
  readonly mailDomain?: string | undefined;
  readonly accountDomain?: string | undefined;
  readonly code?: string | undefined;
  readonly correlationId?: string | undefined;
  readonly returnedAtMs?: number | undefined;
}

export type Outcome = Omit<Diagnosis, 'name'>;

export const outcome = (
  result: DiagnosisResult,
  reason: DiagnosisReason,
  next: readonly DiagnosisStep[] = [],
  values: DiagnosisValues = {},
): Outcome => ({ result, reason, next, values });

export const PASSED = outcome('passed', 'as-it-should-be');
export const NOT_ASKED = outcome('not-known', 'not-asked-yet', [{ do: 'check-now' }]);
