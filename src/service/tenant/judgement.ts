import type {
  ConsentAnswer,
  Obstacle,
  PermissionAnswer,
  PermissionState,
  Proof,
} from '../../core/api/consent-answer';
import { present } from '../../core/fields';
import { PERMISSION_SET_VERSION } from '../../core/permission-set';
import { holdsScope, requiredOf, type Permission, type PermissionSet } from '../../core/permissions';
import { neededIn, possibleSituations, type Situation } from '../../core/situation';
import type { TenantId } from '../../core/tenant';
import type { LookFacts, PersonalFacts, TenantFacts } from './facts';

/*
 * From facts to the answer of `GET /api/consent`. Pure. Every state rests on Microsoft's own word; what nobody said is
 * `not-known`.
 */

/** What an administrator saw, and when. */
interface Look {
  readonly facts: LookFacts;
  readonly seenAtMs: number;
  /** It is dated by a clock that was wrong: nobody knows when it was. */
  readonly isAhead?: boolean | undefined;
}

/** What is known of a tenant. */
export interface Known {
  /** What Microsoft told the application by itself, and when it was asked. */
  readonly facts: TenantFacts;
  readonly checkedAtMs: number;
  /** What an administrator's look found, and when; undefined where there was none, or an answer has contradicted it. */
  readonly look?: Look | undefined;
  /** What the organisation does with ExtendSync, as a look has shown it. */
  readonly situation?: Situation | undefined;
}

/** So long a new service principal may be unknown to Entra's token servers after an administrator has seen it. */
export const LOOK_LEADS_MS = 10 * 60_000;

/** Whether a look may know of what Entra's token servers did not know yet when they were asked. */
const leads = ({ seenAtMs, isAhead }: Look, checkedAtMs: number): boolean =>
  isAhead !== true && checkedAtMs - seenAtMs < LOOK_LEADS_MS;

/** The delegated scopes that everybody in the tenant has, and what proved them; undefined where nothing did. */
interface TenantGrant {
  readonly scopes: readonly string[];
  readonly proof: Proof;
}

/** What the application reads by itself outranks a look, which is older or as old. */
function tenantGrantIn({ facts, checkedAtMs, look }: Known): TenantGrant | undefined {
  if (facts.kind === 'token' && facts.directory.kind === 'read')
    return { scopes: facts.directory.tenantScopes, proof: { by: 'application' } };
  const mayLag = facts.kind === 'nothing-granted' && look && leads(look, checkedAtMs);
  if (!look || (facts.kind !== 'token' && !mayLag)) return undefined;
  return {
    scopes: look.facts.tenantScopes,
    proof: { by: 'look', seenAt: new Date(look.seenAtMs).toISOString() },
  };
}

/** What proves the delegated permissions of the tenant; undefined where nothing does. */
export const proofIn = (known: Known): Proof | undefined => tenantGrantIn(known)?.proof;

/** Whether an answer says that a look's facts are over: the application is gone, and not merely unknown here yet. */
export const contradictsLook = ({ facts, checkedAtMs, look }: Known): boolean =>
  look !== undefined && facts.kind === 'nothing-granted' && !leads(look, checkedAtMs);

/** A list of delegated scopes holds the sign-in's own words as soon as it holds anything. */
const holds = (scopes: readonly string[], { scope, impliedByAnyGrant }: Permission): boolean =>
  holdsScope(scopes, scope) || (impliedByAnyGrant === true && scopes.length > 0);

/** An application permission: only an administrator can grant it, and only for the whole tenant. */
function applicationState({ facts }: Known, { scope }: Permission): PermissionState {
  if (facts.kind === 'nothing-granted') return 'missing';
  if (facts.kind !== 'token' || facts.roles === undefined) return 'not-known';
  return holdsScope(facts.roles, scope) ? 'tenant' : 'missing';
}

/** A delegated permission: granted for all, or for the asking user alone. */
function delegatedState(
  known: Known,
  permission: Permission,
  personal: PersonalFacts | undefined,
): PermissionState {
  const grant = tenantGrantIn(known);
  if (grant && holds(grant.scopes, permission)) return 'tenant';
  if (grant === undefined && known.facts.kind === 'nothing-granted') return 'missing';
  // A look is a while ago, and saw nobody's own grants: what it did not find may be there today.
  if (grant?.proof.by !== 'application' || personal?.scopes === undefined) return 'not-known';
  return holds(personal.scopes, permission) ? 'this-user' : 'missing';
}

const stateOf = (
  known: Known,
  permission: Permission,
  personal: PersonalFacts | undefined,
): PermissionState =>
  permission.kind === 'application'
    ? applicationState(known, permission)
    : delegatedState(known, permission, personal);

const permissionAnswers = (
  known: Known,
  personal: PersonalFacts | undefined,
  set: PermissionSet,
): readonly PermissionAnswer[] =>
  set.map((permission) => ({
    scope: permission.scope,
    kind: permission.kind,
    state: stateOf(known, permission, personal),
  }));

/** What our service principal says of itself, live where Microsoft told the application, else as a look saw it. */
function applicationIn({ facts, look }: Known): {
  readonly enabled: boolean | undefined;
  readonly assignmentRequired: boolean | undefined;
} {
  const directory =
    facts.kind === 'token' && facts.directory.kind !== 'not-shown' ? facts.directory : undefined;
  return {
    enabled: directory?.enabled,
    assignmentRequired: directory?.assignmentRequired ?? look?.facts.assignmentRequired,
  };
}

function obstacleIn(known: Known, personal: PersonalFacts | undefined): Obstacle | undefined {
  if (known.facts.kind === 'application-disabled') return 'application-disabled';
  const { enabled, assignmentRequired } = applicationIn(known);
  if (enabled === false) return 'application-disabled';
  return assignmentRequired === true && personal?.assigned === false ? 'user-not-assigned' : undefined;
}

function tenantNameIn({ facts, look }: Known): string | undefined {
  const told =
    facts.kind === 'token' && facts.directory.kind !== 'not-permitted'
      ? facts.directory.tenantName
      : undefined;
  return told ?? look?.facts.tenantName;
}

/** The answer for one caller. `personal` is undefined where it was not needed, and where nobody in particular asks. */
export function judgeConsent(
  tenantId: TenantId,
  known: Known,
  set: PermissionSet,
  personal?: PersonalFacts,
): ConsentAnswer {
  const { facts } = known;
  const common = {
    ...present<{ tenantName?: string; correlationId?: string; situation?: Situation }>({
      tenantName: tenantNameIn(known),
      correlationId: facts.correlationId,
      situation: known.situation,
    }),
    tenantId,
    checkedAt: new Date(known.checkedAtMs).toISOString(),
  };
  if (facts.kind === 'no-answer') {
    const { because, code, retryAfterMs } = facts;
    return {
      ...common,
      ...present<{ code?: string; retryAfterMs?: number }>({ code, retryAfterMs }),
      outcome: 'no-answer',
      because,
    };
  }
  return {
    ...common,
    ...present<{ proof?: Proof; obstacle?: Obstacle }>({
      proof: proofIn(known),
      obstacle: obstacleIn(known, personal),
    }),
    outcome: 'checked',
    permissions: permissionAnswers(known, personal, set),
    setVersion: PERMISSION_SET_VERSION,
  };
}

/** What each situation requires with each proof, worked out once for each set. */
const requiredBySet = new WeakMap<PermissionSet, Map<string, PermissionSet>>();
function requiredFor(situation: Situation | undefined, known: Known, set: PermissionSet): PermissionSet {
  const worked = requiredBySet.get(set) ?? new Map<string, PermissionSet>();
  requiredBySet.set(set, worked);
  const proof = proofIn(known)?.by;
  const name = `${situation ?? ''} ${proof ?? ''}`;
  const required = worked.get(name) ?? requiredOf(neededIn(situation, proof, set));
  worked.set(name, required);
  return required;
}

/** Whether every permission that a situation requires is proved for the whole tenant, with nothing in the way. */
export const provesSituation = (
  known: Known,
  situation: Situation | undefined,
  set: PermissionSet,
): boolean =>
  obstacleIn(known, undefined) === undefined &&
  requiredFor(situation, known, set).every((permission) => isForAll(known, permission));

const isForAll = (known: Known, permission: Permission): boolean =>
  stateOf(known, permission, undefined) === 'tenant';

/**
 * Whether the tenant is done: what it needs is proved or, while nobody knows what it needs, what a situation needs that may
 * count. One that wants Autopilot and has a part of it is not: an approval grants its permissions one after another.
 */
export const isProved = (known: Known, set: PermissionSet): boolean =>
  known.situation === undefined
    ? possibleSituations(set, (permission) => isForAll(known, permission)).some((situation) =>
        provesSituation(known, situation, set),
      )
    : provesSituation(known, known.situation, set);

const neededFrom = (known: Known, set: PermissionSet): PermissionSet =>
  requiredFor(known.situation, known, set).filter(({ kind }) => kind === 'delegated');

/**
 * Whether what matters depends on who asks, and Graph can tell: a required delegated permission is not granted for all,
 * or users must be assigned and nothing proves yet that this one is. An optional permission alone is not worth a question
 * for each user, nor are the sign-in's own words, which come with any other.
 */
export const needsPersonalFacts = (known: Known, set: PermissionSet, provesAssignment: boolean): boolean =>
  known.facts.kind === 'token' &&
  known.facts.directory.kind === 'read' &&
  ((known.facts.directory.assignmentRequired && !provesAssignment) ||
    neededFrom(known, set).some((permission) => delegatedState(known, permission, undefined) !== 'tenant'));

/** Whether a user's own facts leave nothing to wish for; then they change as rarely as a tenant's grant. */
export const isPersonallyFine = (personal: PersonalFacts, known: Known, set: PermissionSet): boolean =>
  personal.assigned !== false &&
  neededFrom(known, set).every((permission) => {
    const state = delegatedState(known, permission, personal);
    return state === 'tenant' || state === 'this-user';
  });
