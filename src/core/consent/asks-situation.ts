import { permissionId, type PermissionId } from '../permissions';
import { permissionSetFor, SITUATIONS, type Situation, type SituationChoice } from '../situation';
import type { Finding, Verdict } from './verdict';

/**
 * Whether to ask for the situation: only while it is not known, and only where the answer changes what is still to be
 * granted. So never when everything is granted for the tenant, and never while something else stands in the way
 * (sign-in, an obstacle, an answer that did not come).
 */
export function asksSituation(verdict: Verdict, situation: SituationChoice | undefined): boolean {
  if (situation !== undefined) return false;
  switch (verdict.kind) {
    case 'required':
    case 'partial':
      return missingDiffers(verdict.findings);
    case 'granted':
      return verdict.breadth === 'this-user' && missingDiffers(verdict.findings);
    case 'checking':
    case 'sign-in-needed':
    case 'blocked':
    case 'unknown':
      return false;
    default:
      return verdict satisfies never;
  }
}

/** Whether what is still to be granted is not the same in all situations. */
function missingDiffers(findings: readonly Finding[]): boolean {
  const missing = new Set<PermissionId>(
    findings.flatMap(({ id, state }) => (state === 'missing' ? [id] : [])),
  );
  const set = findings.map(({ permission }) => permission);
  const neededIn = (situation: Situation): string =>
    permissionSetFor(situation, set)
      .filter((permission) => permission.required && missing.has(permissionId(permission)))
      .map(permissionId)
      .join(' ');
  return new Set(SITUATIONS.map(neededIn)).size > 1;
}
