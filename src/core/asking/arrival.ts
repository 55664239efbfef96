import { isGreen, isServiceAway, type Finding, type Verdict } from '../consent/verdict';

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
