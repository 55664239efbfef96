import type { ConsentAnswer, Proof } from '../api/consent-answer';
import { holdsScope, type PermissionSet } from '../permissions';
import { possibleSituations } from '../situation';
import type { TenantId } from '../tenant';
import type { Cause } from './cause';
import { codeMeant } from './entra-error-table';
import { entraError } from './entra-errors';
import type { OwnToken } from './evidence';
import { findingsOf, isHeld, requiredIn, toldState, type CheckedAnswer } from './findings';
import { grantsIn, neededFor, type FromPeople, type Grants, type GrantsCheck, type Opinion } from './grants';
import { contradictsLook, isUnreadable, ownTokenRefused, seenByLook, UNCONFIRMED } from './own-token-checks';
import { missingIn, type CheckName, type Finding, type Verdict } from './verdict';

/** The service's answer, whatever it is. */
interface Told {
  readonly answer: ConsentAnswer;
  readonly accountTenant: TenantId | undefined;
  /** Undefined where the service has got no answer itself. */
  readonly grants: Grants | undefined;
}

type NoAnswer = Extract<ConsentAnswer, { outcome: 'no-answer' }>;

type Check = readonly [name: CheckName, find: (told: Told) => Opinion | undefined];
const ofGrants = (name: CheckName, find: GrantsCheck): Check => [
  name,
  ({ grants }) => (grants === undefined ? undefined : find(grants)),
];

/**
 * The checks of an answer, in order: the first that finds something gives the verdict and its name.
 *
 * 1. An answer that is about another tenant, or is none.
 * 2. What stands in the way, whatever is granted.
 * 3. What the user's own token says against an administrator's look, and where there is none to say it.
 * 4. Green: every required permission for the whole organisation, by Microsoft's own word.
 * 5. Less than that: held, but not proved for all.
 * 6. What lacks.
 * 7. Nothing lacks that is known (`OTHERWISE`).
 */
const CHECKS: readonly Check[] = [
  ['answer-about-another-tenant', aboutAnotherTenant],
  ['service-could-not-tell', couldNotTell],
  ofGrants('application-disabled', ({ answer }) => obstacle(answer, 'application-disabled')),
  ofGrants('user-not-assigned', ({ answer }) => obstacle(answer, 'user-not-assigned')),
  ofGrants('refusal-explained', ownTokenRefused),
  ofGrants('token-contradicts-look', contradictsLook),
  ofGrants('token-unreadable', ({ answer, own }) =>
    seenByLook(answer) && isUnreadable(own) ? UNCONFIRMED : undefined,
  ),
  ofGrants('some-not-known', ({ answer, own }) =>
    seenByLook(answer) && own === undefined ? UNCONFIRMED : undefined,
  ),
  ofGrants('all-granted-for-tenant', grantedForTenant),
  ofGrants('approved-not-confirmed', approvedNotConfirmed),
  ofGrants('held-by-this-user', (seen) => heldAs('this-user', seen)),
  ofGrants('held-nobody-knows-for-whom', (seen) => heldAs('unproven', seen)),
  ofGrants('nothing-granted', nothingGranted),
  ofGrants('some-missing', someMissing),
];

/** What is left: of something that is needed nobody could tell whether it is granted. */
const OTHERWISE: readonly [name: CheckName, found: Opinion] = [
  'some-not-known',
  { kind: 'unknown', cause: 'service-unavailable' },
];

export function judgeAnswer(
  answer: ConsentAnswer,
  own: OwnToken | undefined,
  accountTenant: TenantId | undefined,
  whole: PermissionSet,
  fromPeople: FromPeople,
): Verdict {
  const basis = {
    tenant: answer.tenantId,
    checkedAtMs: Date.parse(answer.checkedAt),
    tenantName: answer.tenantName,
    correlationId: answer.correlationId,
    situation: answer.situation,
  };
  const grants = answer.outcome === 'no-answer' ? undefined : grantsIn(answer, own, whole, fromPeople);
  const [name, found] = firstFinding({ answer, accountTenant, grants }) ?? OTHERWISE;
  // A refusal of Microsoft's has an id of its own, which is the one that its support asks for.
  return { because: name, ...found, ...basis, correlationId: found.correlationId ?? basis.correlationId };
}

function firstFinding(told: Told): typeof OTHERWISE | undefined {
  for (const [name, find] of CHECKS) {
    const found = find(told);
    if (found !== undefined) return [name, found];
  }
  return undefined;
}

function aboutAnotherTenant({ answer, accountTenant }: Told): Opinion | undefined {
  return accountTenant === answer.tenantId ? undefined : { kind: 'unknown', cause: 'other-tenant' };
}

function couldNotTell({ answer }: Told): Opinion | undefined {
  if (answer.outcome !== 'no-answer') return undefined;
  const { because, code, retryAfterMs } = answer;
  return { kind: 'unknown', cause: SILENT[because] ?? causeOf(code), code, retryAfterMs };
}

const SILENT: Readonly<Partial<Record<NoAnswer['because'], Cause>>> = {
  throttled: 'throttled',
  unreachable: 'microsoft-unavailable',
  'newer-version': 'newer-version',
};

/**
 * The service had asked for Graph. That an organisation has switched the application off is an answer: where it is none,
 * the application is switched off at its home as well, and the fault is ours.
 */
function causeOf(code: string | undefined): Cause {
  const cause = code === undefined ? undefined : entraError(codeMeant(code, '', 'graph'))?.cause;
  return cause === 'application-disabled' ? 'application-misconfigured' : (cause ?? 'unrecognised');
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

/** Green; where nobody knows the situation, for the largest that may count and whose permissions are all granted. */
function grantedForTenant({ answer, own, situation, whole }: Grants): Opinion | undefined {
  const { tenantId: tenant, proof } = answer;
  const possible =
    situation === undefined
      ? possibleSituations(whole, (permission) => toldState(answer, permission) === 'tenant')
      : [undefined];
  for (const covers of possible) {
    const { findings } = neededFor(situation ?? covers, answer, own, whole);
    if (isProved(findings, own, proof))
      return { kind: 'granted', breadth: 'tenant', tenant, findings, covers, proof };
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
function heldOf({ findings }: Grants): readonly Finding[] | undefined {
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
function approvedNotConfirmed(seen: Grants): Opinion | undefined {
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

function heldAs(breadth: 'this-user' | 'unproven', seen: Grants): Opinion | undefined {
  const held = heldOf(seen);
  if (held === undefined) return undefined;
  if (held.some(({ state }) => state === 'this-user') !== (breadth === 'this-user')) return undefined;
  return { kind: 'granted', breadth, tenant: seen.answer.tenantId, findings: seen.findings };
}

/** Something lacks, and nothing is granted to the organisation: what single users hold is no part of its approval. */
function nothingGranted({ answer, own, needed, findings }: Grants): Opinion | undefined {
  const isForAll = requiredIn(findings).some(({ state }) => state === 'tenant');
  if (missingIn(findings).length === 0 || isForAll || someRequiredNotKnown(findings)) return undefined;
  const isOwnRefusal = own?.kind === 'refused' && someRequiredNotKnown(findingsOf(answer, undefined, needed));
  return { kind: 'required', cause: 'not-consented', findings, isOwnRefusal };
}

const someRequiredNotKnown = (findings: readonly Finding[]): boolean =>
  requiredIn(findings).some(({ state }) => state === 'not-known');

function someMissing({ answer, findings }: Grants): Opinion | undefined {
  return missingIn(findings).length > 0
    ? { kind: 'partial', breadth: 'tenant', tenant: answer.tenantId, findings }
    : undefined;
}
