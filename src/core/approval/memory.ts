import { parseLocalAttempt, type LocalAttempt } from '../admin-consent';
import { LOOK_OUTCOMES, parseLookKey, type LookKey, type LookOutcome } from '../api/looks';
import { parseRequestId, RETURN_OUTCOMES, type RequestId, type ReturnOutcome } from '../api/requests';
import { isFields, type Fields } from '../fields';
import { parseShownCode } from './arrival';
import type { UnconfirmedLook } from './message';
import { parseSituationChoice, type SituationChoice } from '../situation';
import { parseDomain, parseTenantId, type DomainName, type TenantId } from '../tenant';

/**
 * What the page keeps in its tab (session storage) while the browser is at Microsoft, and for a reload. It belongs to
 * this tab alone and dies with it.
 */
export interface TabMemory {
  /** The tab is the dialog of a pane. */
  readonly dialog: boolean;
  /** The dialog's first page had an opener. Where none is left, nobody hears what this window says: see `isParted`. */
  readonly hadOpener?: true | undefined;
  readonly request?: RequestId | undefined;
  /** The organisation that is asked. */
  readonly tenant?: TenantId | DomainName | undefined;
  /** What is asked for: the answer that was given here, or the one that the request suggests. */
  readonly situation?: SituationChoice | undefined;
  /** Whether it was answered. What was suggested alone must not come back from Microsoft as an answer. */
  readonly isAnswered?: true | undefined;
  /** The attempt that was begun without the service. */
  readonly attempt?: LocalAttempt | undefined;
  /** The last return: its address was cleared, or a reload repeats it. */
  readonly returned?: Returned | undefined;
}

/** What an address said when the browser came back from Microsoft. */
export interface Returned {
  /** What became of the visit to the consent page; `looked` where there was none, only an administrator's look. */
  readonly outcome: ReturnOutcome | 'looked';
  /**
   * Whether the service vouches for it by its mark, or this tab for an attempt of its own. Anybody can write an address:
   * one that nobody vouches for is quoted and not believed.
   */
  readonly isBelieved: boolean;
  /** Microsoft sent the browser here itself. */
  readonly isDirect: boolean;
  readonly looked?: LookOutcome | undefined;
  /** With it the service tells what the look found, without a sign-in. */
  readonly lookKey?: LookKey | undefined;
  /** After `other-tenant`: the organisation in which it was approved. It is told for undoing, and proves nothing. */
  readonly consentedIn?: TenantId | undefined;
  readonly code?: string | undefined;
}

export const TAB_MEMORY_KEY = 'grant-page';
const VERSION = 2;

export const NO_MEMORY: TabMemory = { dialog: false };

/**
 * Whether Microsoft's pages have parted the window from whoever opened it (Cross-Origin-Opener-Policy). No word reaches the
 * pane any more, and office.js would close the page at once (office.js 1.1, `OSF._OfficeAppFactory`: a dialog on the web that
 * has no opener). In a host of its own a dialog never had one, and is heard without.
 */
export const isParted = ({ hadOpener }: TabMemory, hasOpener: boolean): boolean =>
  hadOpener === true && !hasOpener;

/** Whether the tab is the window of a pane, be it one that Microsoft has parted from it. */
export const isPanesWindow = ({ dialog, hadOpener }: TabMemory): boolean => dialog || hadOpener === true;

/** Whether a look has not shown what is granted. */
export const isUnconfirmed = (looked: Returned['looked']): looked is UnconfirmedLook =>
  looked !== undefined && looked !== 'confirmed' && looked !== 'incomplete';

/** Reads what was kept; anything else than our own writing is no memory. */
export function parseTabMemory(value: unknown): TabMemory {
  if (!isFields(value) || value['version'] !== VERSION) return NO_MEMORY;
  const tenantText = textIn(value, 'tenant') ?? '';
  return {
    dialog: value['dialog'] === true,
    hadOpener: value['hadOpener'] === true || undefined,
    request: parseRequestId(textIn(value, 'request')),
    tenant: parseTenantId(tenantText) ?? parseDomain(tenantText),
    situation: parseSituationChoice(value['situation']),
    isAnswered: value['isAnswered'] === true || undefined,
    attempt: parseLocalAttempt(value['attempt']),
    returned: parseReturned(value['returned']),
  };
}

/** What is written for a memory, with the version that the parser asks for. */
export const toKeep = (memory: TabMemory): Readonly<Record<string, unknown>> => ({
  version: VERSION,
  ...memory,
});

function parseReturned(value: unknown): Returned | undefined {
  if (!isFields(value)) return undefined;
  const outcome = ([...RETURN_OUTCOMES, 'looked'] as const).find((name) => name === value['outcome']);
  if (outcome === undefined) return undefined;
  return {
    outcome,
    isBelieved: value['isBelieved'] === true,
    isDirect: value['isDirect'] === true,
    looked: LOOK_OUTCOMES.find((name) => name === value['looked']),
    lookKey: parseLookKey(textIn(value, 'lookKey') ?? ''),
    consentedIn: parseTenantId(textIn(value, 'consentedIn')),
    code: parseShownCode(textIn(value, 'code') ?? ''),
  };
}

const textIn = (fields: Fields, name: string): string | undefined => {
  const value = fields[name];
  return typeof value === 'string' ? value : undefined;
};
