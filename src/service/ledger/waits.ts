import { createHash } from 'node:crypto';
import type { TenantId } from '../../core/tenant';

/** How far the wait of an organisation may lie from the setting, in each direction. */
const APART = 0.1;

/**
 * The wait until Microsoft is asked about an organisation again: a tenth more or less, and always the same for the same
 * organisation. A thousand that were entered at once then move apart day by day.
 */
export function waitMs(tenant: TenantId, everyMs: number): number {
  const share = createHash('sha256').update(tenant).digest().readUInt32BE(0) / 2 ** 32;
  return Math.round(everyMs * (1 - APART + 2 * APART * share));
}

/** The longest that any organisation waits. */
export const longestWaitMs = (everyMs: number): number => Math.ceil(everyMs * (1 + APART));
