import { createHash } from 'node:crypto';
import { isFields } from '../../core/fields';
import { parseTenantId, type TenantId } from '../../core/tenant';

/** An address of the settings. The database knows it by a hash: it may hold a secret. */
export interface Address {
  readonly key: string;
  readonly host: string;
  readonly url: string;
}

export const addressesOf = (urls: readonly string[]): readonly Address[] =>
  urls.map((url) => ({ key: digestOf(url).toString('base64url'), host: new URL(url).host, url }));

/** What is to be told to whom: a change of the ledger, and an address. */
export interface Errand {
  readonly tenantId: TenantId;
  readonly number: number;
  /** The address's key. */
  readonly address: string;
  readonly host: string;
}

/** Reads an errand from a job; undefined for anything else. */
export function parseErrand(data: unknown): Errand | undefined {
  if (!isFields(data)) return undefined;
  const { number, address, host } = data;
  const tenantId = parseTenantId(data['tenantId']);
  return tenantId && typeof number === 'number' && typeof address === 'string' && typeof host === 'string'
    ? { tenantId, number, address, host }
    : undefined;
}

/**
 * The id of the job that does an errand: the same for the same errand, so that it is put once. An errand that is begun
 * anew after all its tries needs another one.
 */
export function jobIdOf({ tenantId, number, address }: Errand, anew = ''): string {
  const hex = digestOf(`${tenantId} ${String(number)} ${address} ${anew}`).toString('hex');
  // A UUID of version 8, whose bits are anybody's own (RFC 9562, section 5.8).
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/**
 * `webhook-id`: the same for all tries and all addresses. The change's time is in it: after a restore, or with a new
 * database, the numbers are given anew, and receivers would drop what they take for a message that they have.
 */
export const messageIdOf = (tenantId: TenantId, number: number, at: Date): string =>
  `msg_${digestOf(`${tenantId} ${String(number)} ${at.toISOString()}`)
    .toString('base64url')
    .slice(0, 22)}`;

const digestOf = (text: string): Buffer => createHash('sha256').update(text).digest();
