import type { PermissionSet } from '../../core/permissions';
import type { TenantId } from '../../core/tenant';
import type { PersonalFacts } from '../tenant/facts';
import { judgeConsent, type Known } from '../tenant/judgement';
import type { Seen, SeenIn } from './ledger';

/**
 * What the ledger is told of what Microsoft said. The answer to one caller leaves open what that caller may hold alone; the
 * ledger is about everybody, so what is not granted for all is missing.
 */
export function seenOf(
  tenant: TenantId,
  by: SeenIn,
  known: Known,
  set: PermissionSet,
  personal?: PersonalFacts,
): Seen {
  const { facts } = known;
  const isRead = facts.kind === 'token' && facts.directory.kind === 'read';
  return {
    tenant,
    by,
    answer: judgeConsent(tenant, known, set, personal ?? (isRead ? { scopes: [] } : undefined)),
    atMs: known.checkedAtMs,
    nobodyHasAny: facts.kind === 'nothing-granted',
  };
}
