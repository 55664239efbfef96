import type { ConsentAnswer, PermissionAnswer, PermissionState } from '../../core/api';
import { holdsScope, type PermissionSet } from '../../core/permissions';
import type { TenantId } from '../../core/tenant';
import type { PersonalFacts, TenantFacts } from './facts';

/*
 * From facts to the answer of `GET /api/consent`. Pure. Every state rests on Microsoft's own word; what nobody said is
 * `not-known`.
 */

/** An application permission: only an administrator can grant it, and only for the whole tenant. */
function applicationState(facts: TenantFacts, scope: string): PermissionState {
  if (facts.kind === 'nothing-granted') return 'missing';
  if (facts.kind !== 'token' || facts.roles === undefined) return 'not-known';
  return holdsScope(facts.roles, scope) ? 'tenant' : 'missing';
}

/** A delegated permission: granted for all, or for the asking user alone. */
function delegatedState(
  facts: TenantFacts,
  scope: string,
  personal: PersonalFacts | undefined,
): PermissionState {
  if (facts.kind === 'nothing-granted') return 'missing';
  if (facts.kind !== 'token' || facts.directory.kind !== 'read') return 'not-known';
  if (holdsScope(facts.directory.tenantScopes, scope)) return 'tenant';
  if (personal?.scopes === undefined) return 'not-known';
  return holdsScope(personal.scopes, scope) ? 'this-user' : 'missing';
}

const permissionAnswers = (
  facts: TenantFacts,
  personal: PersonalFacts | undefined,
  set: PermissionSet,
): readonly PermissionAnswer[] =>
  set.map(({ scope, kind }) => ({
    scope,
    kind,
    state: kind === 'application' ? applicationState(facts, scope) : delegatedState(facts, scope, personal),
  }));

function obstacleIn(
  facts: TenantFacts,
  personal: PersonalFacts | undefined,
): 'application-disabled' | 'user-not-assigned' | undefined {
  if (facts.kind === 'application-disabled') return 'application-disabled';
  if (facts.kind !== 'token' || facts.directory.kind !== 'read') return undefined;
  if (!facts.directory.enabled) return 'application-disabled';
  return facts.directory.assignmentRequired && personal?.assigned === false ? 'user-not-assigned' : undefined;
}

/** The answer for one caller. `personal` is undefined where it was not needed. `checkedAtMs`: when Microsoft was asked. */
export function judgeConsent(question: {
  readonly tenantId: TenantId;
  readonly facts: TenantFacts;
  readonly checkedAtMs: number;
  readonly personal?: PersonalFacts;
  readonly set: PermissionSet;
}): ConsentAnswer {
  const { tenantId, facts, personal, set } = question;
  const tenantName =
    facts.kind === 'token' && facts.directory.kind !== 'not-permitted'
      ? facts.directory.tenantName
      : undefined;
  const common = {
    tenantId,
    checkedAt: new Date(question.checkedAtMs).toISOString(),
    ...(tenantName === undefined ? {} : { tenantName }),
    ...(facts.correlationId === undefined ? {} : { correlationId: facts.correlationId }),
  };
  if (facts.kind === 'no-answer') {
    const { because, code, retryAfterMs } = facts;
    return {
      ...common,
      outcome: 'no-answer',
      because,
      ...(code === undefined ? {} : { code }),
      ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
    };
  }
  const obstacle = obstacleIn(facts, personal);
  return {
    ...common,
    outcome: 'checked',
    permissions: permissionAnswers(facts, personal, set),
    ...(obstacle ? { obstacle } : {}),
    ...(facts.kind === 'token' && facts.directory.kind === 'read' ? { proof: { by: 'application' } } : {}),
  };
}

/** Whether the facts alone prove every required permission for the whole tenant, with nothing in the way. */
export const isGrantedForTenant = (facts: TenantFacts, set: PermissionSet): boolean =>
  facts.kind === 'token' &&
  obstacleIn(facts, undefined) === undefined &&
  permissionAnswers(
    facts,
    undefined,
    set.filter((permission) => permission.required),
  ).every((permission) => permission.state === 'tenant');

/**
 * Whether what matters depends on who asks: a required delegated permission is not granted for all, or users must be
 * assigned and nothing proves yet that this one is. An optional permission alone is not worth a question for each user.
 */
export const needsPersonalFacts = (
  facts: TenantFacts,
  set: PermissionSet,
  provesAssignment: boolean,
): boolean =>
  facts.kind === 'token' &&
  facts.directory.kind === 'read' &&
  ((facts.directory.assignmentRequired && !provesAssignment) ||
    set.some(
      ({ kind, scope, required }) =>
        required && kind === 'delegated' && delegatedState(facts, scope, undefined) !== 'tenant',
    ));

/** Whether a user's own facts leave nothing to wish for; then they change as rarely as a tenant's grant. */
export const isPersonallyFine = (personal: PersonalFacts, facts: TenantFacts, set: PermissionSet): boolean =>
  personal.assigned !== false &&
  set.every(({ kind, scope, required }) => {
    if (!required || kind === 'application') return true;
    const state = delegatedState(facts, scope, personal);
    return state === 'tenant' || state === 'this-user';
  });
