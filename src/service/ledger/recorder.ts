import type { PermissionSet } from '../../core/permissions';
import type { TenantId } from '../../core/tenant';
import type { Answered } from '../tenant/checks';
import type { Ledger } from './ledger';
import { seenOf } from './seen';

/** Writes what Microsoft answers into the ledger, behind the answers' backs: nobody waits for it, and nobody fails with it. */
export interface Recorder {
  record(answered: Answered): void;
  /** Resolves when all that was recorded so far is written. */
  allWritten(): Promise<void>;
}

export function createRecorder(parts: {
  readonly ledger: Pick<Ledger, 'note'>;
  readonly set: PermissionSet;
  readonly onTrouble: (error: unknown) => void;
}): Recorder {
  const { ledger, set, onTrouble } = parts;
  /** The last note of each organisation: notes of one are written one after the other, in the order of the answers. */
  const writing = new Map<TenantId, Promise<void>>();
  return {
    record(answered) {
      const { tenant } = answered;
      const before = writing.get(tenant) ?? Promise.resolve();
      const note = before
        .then(() => ledger.note(seenOf(answered, set)))
        .catch(onTrouble)
        .finally(() => {
          if (writing.get(tenant) === note) writing.delete(tenant);
        });
      writing.set(tenant, note);
    },
    async allWritten() {
      await Promise.all(writing.values());
    },
  };
}
