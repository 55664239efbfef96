import { parseRequestId, type RequestId } from './api';
import type { ShareWay } from './onboarding-event';

/** What the pane keeps beside the mailbox. It is shown to people and starts checks; it never gives a verdict. */

/** A request that was shared and is still open. */
export interface StoredRequest {
  /** Undefined for a link that goes straight to Microsoft. */
  readonly id?: RequestId;
  readonly link: string;
  readonly madeAtMs: number;
  readonly expiresAtMs?: number;
  readonly way: ShareWay;
  readonly sharedAtMs: number;
}

/** The last answer that Microsoft gave, for the times when it gives none. */
export interface StoredConfirmation {
  readonly kind: 'granted' | 'partial' | 'required';
  readonly forTenant: boolean;
  readonly atMs: number;
  readonly organisation?: string;
  /** When everything was last granted for the whole tenant; kept when it no longer is. */
  readonly lastGrantedAtMs?: number;
}

export const MEMORY_KEYS = {
  request: 'extendsync.request',
  confirmation: 'extendsync.confirmation',
} as const;

type Fields = Readonly<Record<string, unknown>>;
const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null;
const isTime = (value: unknown): value is number =>
  typeof value === 'number' && Number.isFinite(value) && value > 0;
const WAYS: readonly ShareWay[] = ['draft', 'copy', 'mail', 'teams'];

/** Parses what was stored; anything else than a whole request is nothing. */
export function parseStoredRequest(value: unknown): StoredRequest | undefined {
  if (!isFields(value) || value['version'] !== 1) return undefined;
  const { link, madeAtMs, expiresAtMs, sharedAtMs } = value;
  const id = typeof value['id'] === 'string' ? parseRequestId(value['id']) : undefined;
  const way = WAYS.find((one) => one === value['way']);
  if (value['id'] !== undefined && id === undefined) return undefined;
  if (typeof link !== 'string' || !link.startsWith('https://') || !way) return undefined;
  if (!isTime(madeAtMs) || !isTime(sharedAtMs)) return undefined;
  return {
    ...(id === undefined ? {} : { id }),
    link,
    madeAtMs,
    ...(isTime(expiresAtMs) ? { expiresAtMs } : {}),
    way,
    sharedAtMs,
  };
}

/** Parses what was stored; anything else than a whole confirmation is nothing. */
export function parseStoredConfirmation(value: unknown): StoredConfirmation | undefined {
  if (!isFields(value) || value['version'] !== 1) return undefined;
  const kind = (['granted', 'partial', 'required'] as const).find((one) => one === value['kind']);
  const { forTenant, atMs, organisation, lastGrantedAtMs } = value;
  if (!kind || typeof forTenant !== 'boolean' || !isTime(atMs)) return undefined;
  return {
    kind,
    forTenant,
    atMs,
    ...(typeof organisation === 'string' ? { organisation: organisation.slice(0, 256) } : {}),
    ...(isTime(lastGrantedAtMs) ? { lastGrantedAtMs } : {}),
  };
}

/** What is written for a value, with the version that the parsers ask for. */
export const toStore = (value: StoredRequest | StoredConfirmation): Fields => ({ version: 1, ...value });
