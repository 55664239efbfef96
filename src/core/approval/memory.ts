import { parseLocalAttempt, type LocalAttempt } from '../admin-consent';
import { parseRequestId, RETURN_OUTCOMES, type RequestId, type ReturnOutcome } from '../api';
import { parseShownCode } from './arrival';
import { parseSituation, type Situation } from '../situation';
import { parseDomain, parseTenantId, type DomainName, type TenantId } from '../tenant';

/**
 * What the grant page keeps in its tab (session storage) while the browser is at Microsoft, and for a reload. It belongs
 * to this tab alone and dies with it.
 */
export interface TabMemory {
  /** The tab is the dialog of a pane. */
  readonly dialog: boolean;
  readonly request?: RequestId;
  /** The organisation that is asked. */
  readonly tenant?: TenantId | DomainName;
  readonly situation?: Situation;
  /** The attempt that was begun without the service. */
  readonly attempt?: LocalAttempt;
  /** What Microsoft's own return meant: its address was cleared, so that a reload has to find it here. */
  readonly returned?: KeptReturn;
}

export interface KeptReturn {
  readonly outcome: ReturnOutcome | 'unasked';
  readonly code?: string;
  /** Whether Microsoft's answer to a question that this tab had not asked was a refusal. */
  readonly refused?: true;
}

export const TAB_MEMORY_KEY = 'grant-page';

export const NO_MEMORY: TabMemory = { dialog: false };

/** Reads what was kept; anything else than our own writing is no memory. */
export function parseTabMemory(value: unknown): TabMemory {
  if (!isFields(value) || value['version'] !== 1) return NO_MEMORY;
  const request = typeof value['request'] === 'string' ? parseRequestId(value['request']) : undefined;
  const tenantText = typeof value['tenant'] === 'string' ? value['tenant'] : '';
  const tenant = parseTenantId(tenantText) ?? parseDomain(tenantText);
  const situation = parseSituation(value['situation']);
  const attempt = parseLocalAttempt(value['attempt']);
  const returned = parseKeptReturn(value['returned']);
  return {
    dialog: value['dialog'] === true,
    ...(request === undefined ? {} : { request }),
    ...(tenant === undefined ? {} : { tenant }),
    ...(situation === undefined ? {} : { situation }),
    ...(attempt === undefined ? {} : { attempt }),
    ...(returned === undefined ? {} : { returned }),
  };
}

/** What is written for a memory, with the version that the parser asks for. */
export const toKeep = (memory: TabMemory): Readonly<Record<string, unknown>> => ({ version: 1, ...memory });

function parseKeptReturn(value: unknown): KeptReturn | undefined {
  if (!isFields(value)) return undefined;
  const outcome = ([...RETURN_OUTCOMES, 'unasked'] as const).find((name) => name === value['outcome']);
  if (outcome === undefined) return undefined;
  const code = typeof value['code'] === 'string' ? parseShownCode(value['code']) : undefined;
  return {
    outcome,
    ...(code === undefined ? {} : { code }),
    ...(value['refused'] === true ? { refused: true } : {}),
  };
}

const isFields = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;
