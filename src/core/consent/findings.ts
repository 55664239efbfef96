import type { ConsentAnswer, PermissionState } from '../api/consent-answer';
import { holdsScope, permissionId, type Permission, type PermissionSet } from '../permissions';
import { explain } from './entra-errors';
import type { OwnToken } from './evidence';
import type { Finding } from './verdict';

export type CheckedAnswer = Extract<ConsentAnswer, { readonly outcome: 'checked' }>;

type State = Finding['state'];

export const finding = (permission: Permission, state: State): Finding => ({
  id: permissionId(permission),
  permission,
  state,
});

/** What was found of each permission: by the service, and by the user's own token where the service could not tell. */
export function findingsOf(
  answer: CheckedAnswer,
  own: OwnToken | undefined,
  set: PermissionSet,
): readonly Finding[] {
  return withImplied(
    set.map((permission) => {
      const state = toldState(answer, permission);
      return finding(permission, state === 'not-known' ? ownWord(permission, own) : state);
    }),
  );
}

/** What the user's own token holds, where nobody knows for whom it was granted. */
export const heldFindings = (own: OwnToken | undefined, set: PermissionSet): readonly Finding[] =>
  withImplied(set.map((permission) => finding(permission, ownWord(permission, own))));

/** What the service tells of a permission. */
export const toldState = ({ permissions }: CheckedAnswer, { scope, kind }: Permission): PermissionState =>
  permissions.find((told) => told.kind === kind && told.scope.toLowerCase() === scope.toLowerCase())?.state ??
  'not-known';

/** What the user's own Graph token says of one permission. Of application permissions it says nothing. */
function ownWord(permission: Permission, own: OwnToken | undefined): State {
  if (own === undefined || permission.kind === 'application') return 'not-known';
  if (own.kind === 'refused') return explain(own.refusal).verdict === 'required' ? 'missing' : 'not-known';
  if (own.scopes === undefined || !permission.namedInTokens) return 'not-known';
  return holdsScope(own.scopes, permission.scope) ? 'held' : 'missing';
}

const WIDEST_FIRST: readonly State[] = ['tenant', 'this-user', 'held'];

/**
 * The sign-in permissions come along with any other: they are held as widely as the widest of the delegated ones, whether
 * a grant or a token names them or not.
 */
function withImplied(findings: readonly Finding[]): readonly Finding[] {
  const others = findings.flatMap(({ permission, state }) =>
    permission.kind === 'delegated' && permission.impliedByAnyGrant !== true ? [state] : [],
  );
  const along: State | undefined =
    WIDEST_FIRST.find((state) => others.includes(state)) ??
    (others.length > 0 && others.every((state) => state === 'missing') ? 'missing' : undefined);
  return findings.map((one) => {
    if (one.permission.impliedByAnyGrant !== true) return one;
    const widest = WIDEST_FIRST.find((state) => state === one.state || state === along);
    return { ...one, state: widest ?? along ?? 'not-known' };
  });
}

export const requiredIn = (findings: readonly Finding[]): readonly Finding[] =>
  findings.filter(({ permission }) => permission.required);

/** Whether the signed-in user at least holds it. */
export const isHeld = ({ state }: Finding): boolean =>
  state === 'tenant' || state === 'this-user' || state === 'held';
