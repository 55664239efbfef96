import type { Finding } from '../consent/verdict';
import { PERMISSION_SET, type ListedPermission } from '../permission-set';
import { permissionId } from '../permissions';
import type { ReasonMessage } from './message';
import type { PermissionLine } from './model';

const LINE_STATE = {
  tenant: 'granted',
  'this-user': 'granted-to-you',
  held: 'held-by-you',
  missing: 'missing',
  'not-known': 'not-known',
} as const;

/** The permissions with what was found of each. */
export const linesOf = (findings: readonly Finding[]): readonly PermissionLine[] =>
  findings.map(({ id, permission, state }) => ({
    id,
    permission,
    state: LINE_STATE[state],
    reason: reasonOf(id),
  }));

const LISTED: ReadonlySet<string> = new Set(PERMISSION_SET.map(permissionId));
const isListed = (id: string): id is ListedPermission => LISTED.has(id);

/** Why ExtendSync needs a permission, in a person's words. */
export const reasonOf = (id: string): ReasonMessage => ({
  key: `reason.${isListed(id) ? id : 'other'}`,
  values: {},
});
