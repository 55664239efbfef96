import type { ConsentAnswer, Proof } from '../api';
import { holdsScope, type PermissionSet } from '../permissions';
import { permissionSetFor, provedByApplication, type Situation, type SituationChoice } from '../situation';
import type { TenantId } from '../tenant';
import type { Cause } from './cause';
import { entraError, explain } from './entra-errors';
import type { OwnToken } from './evidence';
import { findingsOf, heldFindings, isHeld, requiredIn, type CheckedAnswer } from './findings';
import { judgeRefusal } from './judge-refusal';
import { missingIn, type CheckName, type Covered, type Finding, type Verdict } from './verdict';

/** The service's answer, with everything that the checks look at. */
interface Answered {
  readonly answer: CheckedAnswer;
  readonly own: OwnToken | undefined;
  /** What is needed in the situation, or the whole set while nobody knows it. */
  readonly needed: PermissionSet;
  readonly whole: PermissionSet;
  readonly situation: Situation | undefined;
  readonly findings: readonly Finding[];
}

type WithoutName<V> = V extends Verdict ? Omit<V, 'because'> : never;
/** What a check finds: a verdict but for the name, which is the check's; or a verdict that has its own. */
type Opinion = WithoutName<Verdict> | Verdict;
type Check = readonly [name: CheckName, find: (seen: Answered) => Opinion | undefined];

/**
 * The checks of an answer, in order: the first that finds something gives the verdict and its name.
 *
 * 1. What stands in the way, whatever is granted.
 * 2. What the user's own token says against an administrator's look, and where there is none to say it.
 * 3. Green: every required permission for the whole organisation, by Microsoft's own word.
 * 4. Less than that: held, but not proved for all.
 * 5. What lacks.
 */
const CHECKS: readonly Check[] = [
  ['application-disabled', ({ answer }) => obstacle(answer, 'application-disabled')],
  ['user-not-assigned', ({ answer }) => obstacle(answer, 'user-not-assigned')],
  ['refusal-explained', ownTokenRefused],
  ['token-contradicts-look', contradictsLook],
  [
    'token-unreadable',
    ({ answer, own }) => (seenByLook(answer) && isUnreadable(own) ? UNCONFIRMED : undefined),
  ],
  [
    'some-not-known',
    ({ answer, own }) => (seenByLook(answer) && own === undefined ? UNCONFIRMED : undefined),
  ],
  ['all-granted-for-tenant', grantedForTenant],
  ['approved-not-confirmed', approvedNotConfirmed],
  ['held-by-this-user', (seen) => heldAs('this-user', seen)],
  ['held-nobody-knows-for-whom', (seen) => heldAs('unproven', seen)],
  ['nothing-granted', nothingGranted],
  ['some-missing', someMissing],
];

/** `said`: what a person has told us of the organisation. What an administrator's look has shown counts more. */
export function judgeAnswer(
  answer: ConsentAnswer,
  own: OwnToken | undefined,
  accountTenant: TenantId | undefined,
  whole: PermissionSet,
  said: SituationChoice | undefined,
): Verdict {
  const basis = {
    tenant: answer.tenantId,
    checkedAtMs: Date.parse(answer.checkedAt),
    tenantName: answer.tenantName,
    correlationId: answer.correlationId,
    situation: answer.situation,
  };
  if (accountTenant !== answer.tenantId) {
    return { ...basis, kind: 'unknown', because: 'answer-about-another-tenant', cause: 'other-tenant' };
  }
  if (answer.outcome === 'no-answer') return { ...basis, ...judgeNoAnswer(answer) };
  const known = answer.situation ?? (said === 'not-sure' ? undefined : said);
  const seen: Answered = { answer, own, ...neededFor(known, answer, own, whole), whole, situation: known };
  for (const [name, find] of CHECKS) {
    const found = find(seen);
    if (found !== undefined)
      return { because: name, ...found, ...basis, correlationId: correlationOf(found, basis) };
  }
  return { ...basis, kind: 'unknown', because: 'some-not-known', cause: 'service-unavailable' };
}

/** A refusal of Microsoft's has an id of its own, which is the one that its support asks for. */
const correlationOf = (
  found: Opinion,
  basis: { readonly correlationId: string | undefined },
): string | undefined => found.correlationId ?? basis.correlationId;

function neededFor(
  situation: SituationChoice | undefined,
  answer: CheckedAnswer,
  own: OwnToken | undefined,
  whole: PermissionSet,
): Pick<Answered, 'needed' | 'findings'> {
  const set = permissionSetFor(situation, whole);
  // Where the application reads the grants by itself, nobody has to look.
  const needed = answer.proof?.by === 'application' ? provedByApplication(set) : set;
  return { needed, findings: findingsOf(answer, own, needed) };
}

const obstacle = (
  answer: CheckedAnswer,
  name: NonNullable<CheckedAnswer['obstacle']>,
): Opinion | undefined =>
  answer.obstacle === name ? { kind: 'blocked', cause: name, next: CURE_OF[name] } : undefined;

const CURE_OF = {
  'application-disabled': 'ask-admin-to-enable',
  'user-not-assigned': 'ask-admin-to-assign',
} as const;

const seenByLook = ({ proof }: CheckedAnswer): boolean => proof?.by === 'look';
const isUnreadable = (own: OwnToken | undefined): boolean =>
  own?.kind === 'token' && own.scopes === undefined;

/** A look has found the grants, and the user's own token, which would confirm that they still stand, told nothing. */
const UNCONFIRMED: Opinion = { kind: 'unknown', cause: 'microsoft-unavailable' };

/**
 * Microsoft gave the service an answer and refused the user's own Graph token for a reason that is not consent. Where
 * that token would have decided, its refusal is the verdict, and with it the way on.
 */
function ownTokenRefused({ answer, own, findings, whole }: Answered): Opinion | undefined {
  if (own?.kind !== 'refused' || explain(own.refusal).verdict === 'required') return undefined;
  const decides = seenByLook(answer) || requiredIn(findings).some(({ state }) => state === 'not-known');
  return decides ? judgeRefusal(own.refusal, whole, answer.tenantId) : undefined;
}

/**
 * A look found grants that the user's own fresh token does not hold: they were withdrawn, or have not reached this user
 * yet. Where the permission is missing that only an administrator grants, whatever the token holds beside it the user
 * may have consented to alone.
 */
function contradictsLook({ answer, own, needed }: Answered): Opinion | undefined {
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
  const findings = byToken.map((one) =>
    one.permission.kind === 'delegated' ? one : (byLook.get(one.id) ?? one),
  );
  const approvalIsGone = lost.some(({ permission }) => permission.provesGrants === true);
  return approvalIsGone || !findings.some(isHeld)
    ? { kind: 'required', cause: 'not-consented', findings }
    : { kind: 'partial', breadth: 'unproven', tenant: answer.tenantId, findings };
}

// The largest first. `undefined` is the whole set.
const COVERED: readonly (Covered | undefined)[] = [undefined, 'group-edition', 'no-autopilot'];
const WHOLE = COVERED.slice(0, 1);

/**
 * Green. Where nobody knows the situation, for the largest one whose permissions are all granted: an organisation that
 * approved the use without Autopilot lacks nothing for that. But where some application permissions are granted it wants
 * Autopilot, and lacks the rest of it.
 */
function grantedForTenant({ answer, own, situation, findings, whole }: Answered): Opinion | undefined {
  const { tenantId: tenant, proof } = answer;
  const granted = (covers: Covered | undefined, all: readonly Finding[]): Opinion => ({
    kind: 'granted',
    breadth: 'tenant',
    tenant,
    findings: all,
    covers,
    proof,
  });
  if (situation !== undefined) {
    return isProved(findings, own, proof) ? granted(undefined, findings) : undefined;
  }
  const wantsAutopilot = findings.some(
    ({ permission, state }) => permission.kind === 'application' && state === 'tenant',
  );
  for (const covered of wantsAutopilot ? WHOLE : COVERED) {
    const { findings: all } = neededFor(covered, answer, own, whole);
    if (isProved(all, own, proof)) return granted(covered, all);
  }
  return undefined;
}

/**
 * Every required permission for the whole organisation; by a look, the user's own token has to hold them as well. An
 * empty set would make "every" true of nothing.
 */
function isProved(
  findings: readonly Finding[],
  own: OwnToken | undefined,
  proof: Proof | undefined,
): boolean {
  const required = requiredIn(findings);
  if (required.length === 0 || required.some(({ state }) => state !== 'tenant')) return false;
  if (proof?.by !== 'look') return true;
  const scopes = own?.kind === 'token' ? own.scopes : undefined;
  return (
    scopes !== undefined &&
    required.every(
      ({ permission: { kind, scope, namedInTokens, impliedByAnyGrant } }) =>
        kind === 'application' || !namedInTokens || impliedByAnyGrant === true || holdsScope(scopes, scope),
    )
  );
}

/** What the user holds of what is needed, where nothing but application permissions and the proof lack. */
function heldOf({ findings }: Answered): readonly Finding[] | undefined {
  const required = requiredIn(findings).filter(({ permission }) => permission.provesGrants !== true);
  const delegated = required.filter(({ permission }) => permission.kind === 'delegated');
  const application = requiredIn(findings).filter(({ permission }) => permission.kind === 'application');
  const isWhole =
    application.every(({ state }) => state === 'missing') ||
    application.every(({ state }) => state === 'tenant');
  return isWhole &&
    delegated.length > 0 &&
    delegated.every(isHeld) &&
    delegated.some(({ state }) => state !== 'tenant')
    ? delegated
    : undefined;
}

/**
 * The user's token holds the permission that nobody can grant to themselves: an administrator has approved, for all or,
 * by a script, for this user alone. A look would tell. Not where the application permissions are known to be needed:
 * then something lacks all the same.
 */
function approvedNotConfirmed(seen: Answered): Opinion | undefined {
  const { answer, findings, needed, situation } = seen;
  const isProofHeld = findings.some(
    ({ permission, state }) =>
      permission.kind === 'delegated' && permission.provesGrants === true && state === 'held',
  );
  const needsApplication = situation !== undefined && needed.some(({ kind }) => kind === 'application');
  if (!isProofHeld || needsApplication || heldOf(seen) === undefined) return undefined;
  return {
    kind: 'granted',
    breadth: 'unproven',
    tenant: answer.tenantId,
    findings,
    next: 'confirm-as-admin',
  };
}

function heldAs(breadth: 'this-user' | 'unproven', seen: Answered): Opinion | undefined {
  const held = heldOf(seen);
  if (held === undefined) return undefined;
  if (held.some(({ state }) => state === 'this-user') !== (breadth === 'this-user')) return undefined;
  return { kind: 'granted', breadth, tenant: seen.answer.tenantId, findings: seen.findings };
}

/** Something lacks, and nothing is granted to the organisation: what single users hold is no part of its approval. */
function nothingGranted({ findings }: Answered): Opinion | undefined {
  const isForAll = requiredIn(findings).some(({ state }) => state === 'tenant');
  return missingIn(findings).length > 0 && !isForAll && !someRequiredNotKnown(findings)
    ? { kind: 'required', cause: 'not-consented', findings }
    : undefined;
}

const someRequiredNotKnown = (findings: readonly Finding[]): boolean =>
  requiredIn(findings).some(({ state }) => state === 'not-known');

function someMissing({ answer, findings }: Answered): Opinion | undefined {
  return missingIn(findings).length > 0
    ? { kind: 'partial', breadth: 'tenant', tenant: answer.tenantId, findings }
    : undefined;
}

function judgeNoAnswer(
  answer: Extract<ConsentAnswer, { outcome: 'no-answer' }>,
): Extract<Verdict, { kind: 'unknown' }> {
  const cause: Cause =
    answer.because === 'throttled'
      ? 'throttled'
      : answer.because === 'unreachable'
        ? 'microsoft-unavailable'
        : ((answer.code === undefined ? undefined : entraError(answer.code)?.cause) ?? 'unrecognised');
  return {
    kind: 'unknown',
    because: 'service-could-not-tell',
    cause,
    code: answer.code,
    retryAfterMs: answer.retryAfterMs,
  };
}
