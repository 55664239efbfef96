import type { Cause, NextStep } from './cause';
import type { CheckName } from './check-name';
import type { Proof } from '../api/consent-answer';
import { present } from '../fields';
import type { Permission, PermissionId } from '../permissions';
import type { Breadth, FindingState } from './reach';
import type { Covered, Situation } from '../situation';
import type { TenantId } from '../tenant';

/** One permission as it was found. */
export interface Finding {
  readonly id: PermissionId;
  readonly permission: Permission;
  readonly state: FindingState;
}

export type { CheckName } from './check-name';

interface Basis {
  readonly because: CheckName;
  readonly cause?: Cause | undefined;
  /** What a person can do about it. */
  readonly next?: NextStep | undefined;
  /** Microsoft's own code, as `AADSTS65001`. */
  readonly code?: string | undefined;
  readonly correlationId?: string | undefined;
  readonly tenant?: TenantId | undefined;
  readonly tenantName?: string | undefined;
  /** When the service asked Microsoft, by the service's clock: it may tell an answer that is a minute old. */
  readonly checkedAtMs?: number | undefined;
  /** What the organisation does with ExtendSync, as far as the service knows it. */
  readonly situation?: Situation | undefined;
}

/** The answer to "has this tenant granted all the permissions that ExtendSync needs?". See the table in the design. */
export type Verdict =
  | (Basis & { readonly kind: 'checking' })
  | (Basis & {
      readonly kind: 'granted';
      readonly breadth: Breadth;
      readonly findings: readonly Finding[];
      readonly tenant: TenantId;
      /**
       * The largest situation that is proved, where none is known and less than the whole set is: `no-autopilot` is
       * "approved for use without Autopilot". Undefined where nothing lacks.
       */
      readonly covers?: Covered | undefined;
      /** How Microsoft proved the grant; undefined where it did not. */
      readonly proof?: Proof | undefined;
      /** Outlook has not told whose mailbox stands open: this is about the account's organisation. */
      readonly mailbox?: 'not-known' | undefined;
    })
  | (Basis & {
      readonly kind: 'partial';
      readonly breadth: Breadth;
      readonly findings: readonly Finding[];
      readonly tenant: TenantId;
    })
  | (Basis & {
      readonly kind: 'required';
      readonly findings: readonly Finding[];
      /** The service could not tell, and the user's own token was refused: a broker may only remember that. */
      readonly isOwnRefusal?: boolean | undefined;
    })
  | (Basis & { readonly kind: 'sign-in-needed'; readonly maybeConsent: boolean })
  | (Basis & { readonly kind: 'blocked'; readonly cause: Cause })
  | (Basis & { readonly kind: 'unknown'; readonly cause: Cause; readonly retryAfterMs?: number | undefined });

/** What is needed and not granted. */
export const missingIn = (findings: readonly Finding[]): readonly Finding[] =>
  findings.filter(({ permission, state }) => permission.required && state === 'missing');

/** The one question whose answer may be shown green: granted, for the whole tenant. */
export const isGreen = (verdict: Verdict): boolean =>
  verdict.kind === 'granted' && verdict.breadth === 'tenant';

/** Whether Microsoft has said what is granted, be it everything, a part or nothing. */
export const isDefinite = (
  verdict: Verdict,
): verdict is Extract<Verdict, { kind: 'granted' | 'partial' | 'required' }> =>
  verdict.kind === 'granted' || verdict.kind === 'partial' || verdict.kind === 'required';

// Far older than any answer that the service tells twice: one of the two clocks is wrong, and nobody knows which.
const OLDEST_MS = 24 * 60 * 60_000;

/**
 * When Microsoft was asked for a verdict that was heard at `heardAtMs`, in milliseconds since the epoch: as the service
 * tells it, but never in the future of the clock here. A time that cannot be right is ignored, and the hearing counts.
 */
export function confirmedAtMs({ checkedAtMs }: Verdict, heardAtMs: number): number {
  const isSound = checkedAtMs !== undefined && checkedAtMs >= heardAtMs - OLDEST_MS;
  return isSound ? Math.min(checkedAtMs, heardAtMs) : heardAtMs;
}

/** A verdict as the log takes it: causes and codes, nothing personal. */
export const logFactsOf = (verdict: Verdict): Record<string, string> =>
  present<Record<string, string>>({
    kind: verdict.kind,
    because: verdict.because,
    breadth: 'breadth' in verdict ? verdict.breadth : undefined,
    cause: verdict.cause,
    next: verdict.next,
    code: verdict.code,
    correlationId: verdict.correlationId,
  });

/** Whether the verdict says no more because our service gave no answer, though there was a token for it. */
export const lacksService = ({ because, cause }: Verdict): boolean =>
  (because === 'token-holds-all' || because === 'token-lacks-some') && cause !== 'request-malformed';

/** The same, where the user's own token holds everything. */
export const isServiceAway = (verdict: Verdict): boolean =>
  verdict.kind === 'granted' && lacksService(verdict);

/**
 * Whether Microsoft was seen to show less than everything. Just after an approval that may be the state from before it:
 * nobody is sent to approve a second time while it spreads.
 */
export const showsLess = (
  verdict: Verdict,
): verdict is Extract<Verdict, { readonly findings: readonly Finding[] }> =>
  'findings' in verdict && !isGreen(verdict);

// Where the user's own token shows the approval, only the proof for everybody lacks. It comes with the look or not at all.
const PROOF_FOLLOWS_MS = 60_000;

/** How long an approval may be on its way while a verdict shows less: as long as any, or as long as a proof takes. */
export const arrivesWithinMs = (verdict: Verdict, mostMs: number): number =>
  verdict.next === 'confirm-as-admin' || isServiceAway(verdict) ? PROOF_FOLLOWS_MS : mostMs;

/**
 * What stands where something lacks: a part that is approved for the organisation, what nobody could tell for whom, or
 * nothing of it, whatever a user gave to their own account. Only by this is it said that an approval is gone.
 */
export type Standing = 'for-all' | 'not-known' | 'nothing';

export function standingOf(findings: readonly Finding[]): Standing {
  // An administrator alone can have granted what proves the grant, whether it is needed or not.
  const counts = findings.filter(
    ({ permission, state }) => permission.required || (permission.provesGrants && state === 'held'),
  );
  const states = new Set(counts.map(({ state }) => state));
  if (states.has('tenant')) return 'for-all';
  return states.has('held') || states.has('not-known') ? 'not-known' : 'nothing';
}
