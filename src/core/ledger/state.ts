import type { ConsentAnswer, PermissionAnswer, PermissionState } from '../api/consent-answer';
import {
  permissionId,
  requiredOf,
  type Permission,
  type PermissionId,
  type PermissionSet,
  type ProvedBy,
} from '../permissions';
import { neededIn, possibleSituations, type Situation } from '../situation';

/** How an organisation stands with ExtendSync, as the people who run it read it in the ledger. */
export const TENANT_STATES = [
  /** Everything that the organisation needs is proved for everybody. */
  'granted',
  /** Something of what it needs is proved for everybody, and something is missing. */
  'partial',
  /** People have consented for themselves, and nothing that a user can consent to is granted for everybody. */
  'only-some-people',
  /** It was granted once, and is not any more. */
  'withdrawn',
  /** The application stands disabled in the organisation. */
  'disabled',
  /** Nobody there has ever granted anything. */
  'never-asked',
  /** Nothing is missing, and nothing proves what has been granted. */
  'unproven',
  /** Microsoft has given no answer yet. */
  'could-not-tell',
] as const;
export type TenantState = (typeof TENANT_STATES)[number];

/** What the ledger knew before, as far as it decides what an answer means. */
export interface Before {
  /** Whether it was ever granted, or granted in part. */
  readonly wasGranted: boolean;
  /** Whether somebody was seen who had consented alone. */
  readonly somePeople: boolean;
}

/** What one answer of Microsoft's means for the ledger. */
export interface Judged {
  readonly state: TenantState;
  /** The required permissions that are missing for everybody, in the set's order. */
  readonly missing: readonly PermissionId[];
  /** For which situation it holds; undefined where the whole set was judged. */
  readonly situation: Situation | undefined;
  readonly proof: ProvedBy | undefined;
}

/**
 * Judges an answer about a tenant; undefined where Microsoft gave none: then the ledger keeps what it has. While the
 * situation is not known, the largest set that may count and is proved does, as in the pane.
 */
export function judgeTenant(answer: ConsentAnswer, before: Before, set: PermissionSet): Judged | undefined {
  if (answer.outcome !== 'checked') return undefined;
  const proof = answer.proof?.by;
  const stateOf = statesBy(answer.permissions);
  const requiredIn = (situation: Situation | undefined): PermissionSet =>
    requiredOf(neededIn(situation, proof, set));
  const isForAll = (permission: Permission): boolean => stateOf(permission) === 'tenant';

  if (answer.obstacle === 'application-disabled')
    return { state: 'disabled', missing: [], situation: answer.situation, proof };

  const possible = answer.situation === undefined ? possibleSituations(set, isForAll) : [answer.situation];
  const proved = possible.filter((situation) => requiredIn(situation).every(isForAll));
  if (proved.length > 0) return { state: 'granted', missing: [], situation: proved[0], proof };

  const situation = answer.situation ?? likelySituation(stateOf, set);
  const required = requiredIn(situation);
  const isAnywhere = (state: PermissionState): boolean =>
    required.some((permission) => stateOf(permission) === state);
  const missing = required.filter((permission) => isMissing(stateOf(permission))).map(permissionId);
  return { state: ungranted(), missing, situation, proof };

  function ungranted(): TenantState {
    if (missing.length === 0) return 'unproven';
    // What people consent to alone is delegated; whatever application permissions say, it holds for nobody else.
    const forEverybody = required.some(
      (permission) => permission.kind === 'delegated' && stateOf(permission) === 'tenant',
    );
    if (!forEverybody && (isAnywhere('this-user') || before.somePeople)) return 'only-some-people';
    if (isAnywhere('tenant')) return 'partial';
    if (isAnywhere('not-known')) return 'unproven';
    return before.wasGranted ? 'withdrawn' : 'never-asked';
  }
}

const isMissing = (state: PermissionState): boolean => state === 'missing' || state === 'this-user';

/** Without any application permission it is most likely one of the situations that need none. */
function likelySituation(
  stateOf: (permission: Permission) => PermissionState,
  set: PermissionSet,
): Situation | undefined {
  const applications = set.filter(({ kind }) => kind === 'application');
  const hasNone = applications.every((permission) => stateOf(permission) !== 'tenant');
  const somethingIsThere = set.some((permission) => stateOf(permission) !== 'missing');
  return hasNone && somethingIsThere ? 'no-autopilot' : undefined;
}

function statesBy(permissions: readonly PermissionAnswer[]): (permission: Permission) => PermissionState {
  const states = new Map(permissions.map((answer) => [permissionId(answer), answer.state]));
  // A permission that the answer does not name was not asked about.
  return (permission) => states.get(permissionId(permission)) ?? 'not-known';
}
