import { explain } from './entra-errors';
import type { OwnToken } from './evidence';
import { findingsOf, heldFindings, isHeld, requiredIn, type CheckedAnswer } from './findings';
import type { Grants, Opinion } from './grants';
import { judgeRefusal } from './judge-refusal';
import type { Finding } from './verdict';

/* What the user's own token says against an administrator's look, or that there is none to say it. */

export const seenByLook = ({ proof }: CheckedAnswer): boolean => proof?.by === 'look';
export const isUnreadable = (own: OwnToken | undefined): boolean =>
  own?.kind === 'token' && own.scopes === undefined;

/** A look has found the grants, and the user's own token, which would confirm that they still stand, told nothing. */
export const UNCONFIRMED: Opinion = { kind: 'unknown', cause: 'microsoft-unavailable' };

/**
 * Microsoft gave the service an answer and refused the user's own Graph token for a reason that is not consent. Where
 * that token would have decided, its refusal is the verdict, and with it the way on.
 */
export function ownTokenRefused({ answer, own, findings, whole }: Grants): Opinion | undefined {
  if (own?.kind !== 'refused' || explain(own.refusal).verdict === 'required') return undefined;
  const decides = seenByLook(answer) || requiredIn(findings).some(({ state }) => state === 'not-known');
  return decides ? judgeRefusal(own.refusal, whole, answer.tenantId) : undefined;
}

/**
 * A look found grants that the user's own fresh token does not hold: they were withdrawn, or have not reached this user
 * yet. Where the permission is missing that only an administrator grants, whatever the token holds beside it the user
 * may have consented to alone.
 */
export function contradictsLook({ answer, own, needed }: Grants): Opinion | undefined {
  if (!seenByLook(answer) || own === undefined || isUnreadable(own)) return undefined;
  const lacksIn = (findings: readonly Finding[]): readonly Finding[] =>
    findings.filter(({ state }) => state === 'missing');
  const byLook = new Map(findingsOf(answer, undefined, needed).map((one) => [one.id, one]));
  const byToken = heldFindings(own, needed);
  const lost = lacksIn(byToken).filter(
    ({ id, permission }) =>
      byLook.get(id)?.state === 'tenant' && (permission.required || permission.provesGrants === true),
  );
  if (lost.length === 0) return undefined;
  const findings = byToken.map((one): Finding => {
    if (one.permission.kind === 'application') return byLook.get(one.id) ?? one;
    // What a look proves needs the permission that it was proved with.
    return lost.includes(one) ? { ...one, permission: { ...one.permission, required: true } } : one;
  });
  const approvalIsGone = lost.some(({ permission }) => permission.provesGrants === true);
  return approvalIsGone || !findings.some(isHeld)
    ? { kind: 'required', cause: 'not-consented', findings, isOwnRefusal: own.kind === 'refused' }
    : { kind: 'partial', breadth: 'unproven', tenant: answer.tenantId, findings };
}
