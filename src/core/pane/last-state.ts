import { isFresh } from '../asking/watch';
import type { Cause } from '../consent/cause';
import { confirmedAtMs, isGreen, isServiceAway, type Verdict } from '../consent/verdict';
import { isFields, type Fields } from '../fields';
import { parseDomain, type DomainName } from '../tenant';

/*
 * What a browser keeps of the last answers, for all accounts that use it, so that the next pane can show at once what was
 * confirmed last. It is shown, with its time, and gives no verdict. Nobody knows yet who looks at it: so it names the
 * organisation, and is shown only where the browser has kept no other's.
 */

/** That an organisation had approved everything, as Microsoft confirmed it last. */
export interface LastState {
  /** By the domain of the mailbox: the only name that Outlook tells as well. */
  readonly organisation: DomainName;
  readonly atMs: number;
}

interface KeptState extends LastState {
  readonly approved: boolean;
}

/** What an answer changes in what the browser keeps. */
export type LastStateNews = KeptState | 'forget-all';

// What was proved a day ago is history: from then on it is said that nothing is known.
export const STANDS_MS = 24 * 60 * 60_000;

// Two show that there is not only one.
const KEPT_MOST = 2;

/** Why nobody could say anything. These causes say nothing of the organisation either. */
const NO_NEWS: ReadonlySet<Cause> = new Set<Cause>([
  'network-unreachable',
  'microsoft-unavailable',
  'service-unavailable',
  'newer-version',
  'host-unavailable',
  'page-failed',
  'throttled',
  'loop-detected',
]);

/** Whether an answer is none: nobody could be reached, or nobody would say. */
export const saysNothing = (told: Verdict): boolean => told.kind === 'unknown' && NO_NEWS.has(told.cause);

/** The state that may be shown early, of what this browser has kept; undefined where there is none, or not only one. */
export function lastStateIn(kept: unknown, nowMs: number): LastState | undefined {
  const [only, another] = freshIn(kept, nowMs);
  return only?.approved === true && another === undefined
    ? { organisation: only.organisation, atMs: only.atMs }
    : undefined;
}

/**
 * What follows from an answer about the organisation of a mailbox; undefined: what the browser keeps still counts. Whoever
 * has to sign in has left, and with them goes everything. So it does where an answer is bad and nobody knows about whom.
 */
export function lastStateNews(
  told: Verdict,
  organisation: DomainName | undefined,
  nowMs: number,
): LastStateNews | undefined {
  if (told.kind === 'checking' || saysNothing(told) || isServiceAway(told)) return undefined;
  // It is about the account's organisation, and the mailbox that has been named since may be another's.
  if (told.kind === 'granted' && told.mailbox === 'not-known') return undefined;
  const approved = isGreen(told);
  if (told.kind === 'sign-in-needed') return 'forget-all';
  if (organisation === undefined) return approved ? undefined : 'forget-all';
  return { organisation, approved, atMs: approved ? confirmedAtMs(told, nowMs) : nowMs };
}

/** What the browser keeps from now on; undefined: nothing, for no approval is left that could be shown. */
export function keepLastState(kept: unknown, news: LastStateNews, nowMs: number): Fields | undefined {
  if (news === 'forget-all') return undefined;
  const others = freshIn(kept, nowMs).filter(({ organisation }) => organisation !== news.organisation);
  const states = [news, ...others].slice(0, KEPT_MOST);
  return states.some(({ approved }) => approved) ? { version: 1, states } : undefined;
}

/** Any program of this origin may write there: where one entry is not as we write it, nothing is believed. */
function freshIn(kept: unknown, nowMs: number): readonly KeptState[] {
  if (!isFields(kept) || kept['version'] !== 1 || !Array.isArray(kept['states'])) return [];
  const states = kept['states'].map(parseState);
  return states.length <= KEPT_MOST && states.every((state) => state !== undefined)
    ? states.filter(({ atMs }) => isFresh(atMs, STANDS_MS, nowMs))
    : [];
}

function parseState(value: unknown): KeptState | undefined {
  if (!isFields(value)) return undefined;
  const { approved, atMs } = value;
  const organisation = parseDomain(value['organisation']);
  return organisation !== undefined && typeof approved === 'boolean' && typeof atMs === 'number'
    ? { organisation, approved, atMs }
    : undefined;
}
