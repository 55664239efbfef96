import type { PermissionSet } from '../permissions';
import type { TenantId } from '../tenant';
import { explain, shownWord } from './entra-errors';
import { finding } from './findings';
import type { Refusal } from './refusal';
import type { Verdict } from './verdict';

/** What Microsoft's refusal of a token means for the organisation. */
export function judgeRefusal(refusal: Refusal, set: PermissionSet, tenant: TenantId | undefined): Verdict {
  const { verdict, cause, next, code, foreseen } = explain(refusal);
  const basis = {
    because:
      code === undefined && foreseen
        ? 'refusal-without-a-number'
        : foreseen
          ? 'refusal-explained'
          : 'unforeseen-refusal',
    cause,
    next,
    // Support is to be sent a code: without a number it is the word that was said.
    code: code ?? (next === 'contact-support' ? shownWord(refusal) : undefined),
    correlationId: refusal.correlationId,
    tenant,
  } as const;
  switch (verdict) {
    case 'required':
      return {
        ...basis,
        kind: 'required',
        findings: set.map((permission) => finding(permission, 'missing')),
      };
    case 'sign-in-needed':
      return { ...basis, kind: 'sign-in-needed', maybeConsent: cause === 'consent-or-sign-in' };
    case 'blocked':
      return { ...basis, kind: 'blocked' };
    case 'unknown':
      return { ...basis, kind: 'unknown', retryAfterMs: refusal.retryAfterMs };
    default:
      return verdict satisfies never;
  }
}
