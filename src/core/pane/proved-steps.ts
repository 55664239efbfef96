import { exchangeRoleFor } from '../exchange/roles';
import type { SituationStep } from '../situation';
import { isGreen, type Verdict } from '../consent/verdict';

/**
 * The steps that Microsoft's own word shows to be done. What only a person knows (Autopilot switched on in ExtendSync's
 * administration, a script that ran) is for a person to tick.
 */
export function provedSteps(verdict: Verdict): ReadonlySet<SituationStep> {
  if (!isGreen(verdict)) return new Set();
  const limited =
    'findings' in verdict ? verdict.findings.filter(({ permission }) => exchangeRoleFor(permission)) : [];
  // The application's own token names what it may do everywhere: what it does not name was revoked.
  const isRevoked = limited.length > 0 && limited.every(({ state }) => state === 'missing');
  return new Set<SituationStep>([
    'grant-for-organisation',
    'verify-consent',
    ...(isRevoked ? (['revoke-unlimited-in-entra'] as const) : []),
  ]);
}
