import { DatabaseUnavailable } from '../database/database';

/** What is looked at, in the order in which it is told. */
export type CheckName =
  | 'settings'
  | 'tls'
  | 'login'
  | 'graph'
  | 'clock'
  | 'token'
  | 'registration'
  | 'credential'
  | 'publisher'
  | 'manifest'
  | 'service'
  | 'pane'
  | 'database'
  | 'migrations'
  | 'jobs'
  | 'listen'
  | 'tenant-token'
  | 'tenant-permissions'
  | 'tenant-grants';

/** What a check found. */
export interface Seen {
  readonly result: 'ok' | 'warning' | 'failed';
  readonly says: string;
  readonly cure?: string | undefined;
  /** What was seen, a line each; it names no person. */
  readonly details?: readonly string[] | undefined;
}

export interface Finding extends Seen {
  readonly check: CheckName;
}

export const ok = (says: string, details?: readonly string[]): Seen => ({ result: 'ok', says, details });
export const warning = (says: string, cure: string, details?: readonly string[]): Seen => ({
  result: 'warning',
  says,
  cure,
  details,
});
export const failed = (says: string, cure: string, details?: readonly string[]): Seen => ({
  result: 'failed',
  says,
  cure,
  details,
});

/** The words of an error, in a line: the driver's own, and of a list of settings the last one. */
export function wordsOf(error: unknown): string {
  const cause = error instanceof DatabaseUnavailable && error.cause instanceof Error ? error.cause : error;
  const words = cause instanceof Error ? cause.message : String(cause);
  return words.split('\n').at(-1)?.trim() || 'no reason given';
}

/** Words that follow others elsewhere, as a sentence. */
export const sentence = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;

const DAY_MS = 24 * 60 * 60_000;
/** Long enough for whoever has to ask somebody for a new one. */
export const WARN_DAYS = 30;

/** Judges something that ends: what it is, when, and how it is made anew. */
export function judgeEnd(what: string, endMs: number, nowMs: number, cure: string): Seen {
  const days = Math.floor((endMs - nowMs) / DAY_MS);
  const end = new Date(endMs).toISOString().slice(0, 10);
  if (endMs <= nowMs) return failed(`${what} ended on ${end}.`, cure);
  const left = days === 0 ? 'less than a day' : days === 1 ? '1 more day' : `${String(days)} more days`;
  const says = `${what} is good for ${left}, until ${end}.`;
  return days < WARN_DAYS ? warning(says, cure) : ok(says);
}
