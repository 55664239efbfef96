/** No wait is obeyed longer than this, lest one wrong header stops everything for days. */
export const LONGEST_WAIT_MS = 60 * 60_000;

/**
 * A Retry-After header (RFC 9110, section 10.2.3: seconds, or an HTTP date) as milliseconds from `nowMs`, an hour at
 * most. Undefined when there is none, or when it makes no sense.
 */
export function parseRetryAfter(header: string | null | undefined, nowMs: number): number | undefined {
  const value = header?.trim() ?? '';
  if (/^\d{1,9}$/.test(value)) return Math.min(Number(value) * 1_000, LONGEST_WAIT_MS);
  // Date.parse takes almost anything for a date; HTTP's dates begin with the name of a day.
  if (!/^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)/.test(value)) return undefined;
  const untilMs = Date.parse(value);
  return Number.isNaN(untilMs) ? undefined : Math.min(Math.max(0, untilMs - nowMs), LONGEST_WAIT_MS);
}
