import type { PermissionSet } from '../../core/permissions';
import type { Answered } from '../tenant/checks';
import { judgeConsent } from '../tenant/judgement';
import type { Seen, SeenIn } from './ledger';

/**
 * What the ledger is told of what Microsoft said. The answer to one caller leaves open what that caller may hold alone; the
 * ledger is about everybody, so what is not granted for all is missing.
 */
export function seenOf(
  { tenant, by, known, personal, cameAtMs }: Omit<Answered, 'by'> & { readonly by: SeenIn },
  set: PermissionSet,
): Seen {
  const { facts } = known;
  const isRead = facts.kind === 'token' && facts.directory.kind === 'read';
  return {
    tenant,
    by,
    answer: judgeConsent(tenant, known, set, personal ?? (isRead ? { scopes: [] } : undefined)),
    atMs: known.checkedAtMs,
    cameAtMs,
    nobodyHasAny: facts.kind === 'nothing-granted',
  };
}
