/** No wait that Microsoft asks for is obeyed longer than this, lest one wrong header stops the service for days. */
const LONGEST_WAIT_MS = 60 * 60 * 1000;

/**
 * The Retry-After header in milliseconds from now: seconds or an HTTP date (RFC 9110, section 10.2.3). Undefined when
 * there is none, or when it makes no sense.
 */
export function retryAfterMs(header: string | null | undefined, nowMs: number): number | undefined {
  if (header === null || header === undefined) return undefined;
  const text = header.trim();
  const ms = /^\d{1,9}$/.test(text) ? Number(text) * 1000 : Date.parse(text) - nowMs;
  return Number.isFinite(ms) ? Math.min(Math.max(ms, 0), LONGEST_WAIT_MS) : undefined;
}
