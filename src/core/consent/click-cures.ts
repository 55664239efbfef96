import type { Cause } from './cause';
import type { Verdict } from './verdict';

/** What a broker or a host says when it is stuck, and what stopped the silent question: signing in by a click goes another way than the silent question. */
const MAY_BE_STUCK: ReadonlySet<Cause> = new Set<Cause>([
  'host-unavailable',
  'page-failed',
  'unrecognised',
  'consent-or-sign-in',
]);

/**
 * Whether signing in may cure it, so that every screen that shows such a verdict offers the click. The one place that
 * decides it:
 *
 * - Microsoft asks for a person's action.
 * - The host failed, or said something that nobody knows: a window may succeed where the silent question did not. Not where
 *   it was said to our service, which asks for itself.
 * - Consent is called missing by a refusal alone. Brokers remember refusals, and a sign-in makes them ask anew.
 */
export function signInMayCure(verdict: Verdict): boolean {
  switch (verdict.kind) {
    case 'sign-in-needed':
      return true;
    case 'unknown':
      return verdict.because !== 'service-could-not-tell' && MAY_BE_STUCK.has(verdict.cause);
    case 'required':
      return isByRefusal(verdict);
    case 'blocked':
    case 'checking':
    case 'granted':
    case 'partial':
      return false;
    default:
      return verdict satisfies never;
  }
}

/** Whether the refusal of a token decided it. */
const isByRefusal = (verdict: Verdict): boolean =>
  verdict.kind === 'required' &&
  (verdict.because === 'refusal-explained' ||
    verdict.because === 'refusal-without-a-number' ||
    verdict.isOwnRefusal === true);

/** What Entra says of the account itself: whoever opened another's mailbox may have been asked by that name (F7). */
const ABOUT_THE_ACCOUNT: ReadonlySet<Cause> = new Set<Cause>([
  'account-disabled',
  'account-locked',
  'account-restricted',
]);
const ABOUT_WHOSE_ACCOUNT: ReadonlySet<Cause> = new Set<Cause>([
  'other-tenant',
  'mailbox-not-placed',
  'personal-mailbox',
]);

/** Whether signing in with another account may cure it. */
export function anotherAccountMayCure(verdict: Verdict): boolean {
  switch (verdict.kind) {
    case 'sign-in-needed':
      return verdict.next === 'sign-in-with-other-account';
    case 'unknown':
      return ABOUT_WHOSE_ACCOUNT.has(verdict.cause);
    case 'blocked':
      return ABOUT_THE_ACCOUNT.has(verdict.cause);
    case 'required':
    case 'checking':
    case 'granted':
    case 'partial':
      return false;
    default:
      return verdict satisfies never;
  }
}

/**
 * Ours, or the registration's, or what the mailbox is: the same question has the same answer until somebody has changed it.
 */
const SOMEBODY_HAS_TO_ACT: ReadonlySet<Cause> = new Set<Cause>([
  'personal-mailbox',
  'application-misconfigured',
  'application-not-in-tenant',
  'other-cloud',
  'request-malformed',
  'tenant-not-named',
  'tenant-unknown',
]);

/** Whether what could not be told may be told later, without anybody doing anything. */
export const waitingMayCure = ({ cause }: Extract<Verdict, { kind: 'unknown' }>): boolean =>
  !SOMEBODY_HAS_TO_ACT.has(cause);
