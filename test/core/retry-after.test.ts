import { parseRetryAfter } from '../../src/core/retry-after';

test.each([
  ['120', 120_000],
  [' 0 ', 0],
  ['Thu, 15 Jan 2026 09:00:30 GMT', 30_000],
  ['Thu, 15 Jan 2026 08:00:00 GMT', 0],
  ['soon', undefined],
  ['-5', undefined],
  ['1.5', undefined],
  ['2026', 2_026_000],
  // Nobody is made to wait longer than an hour.
  ['999999999', 3_600_000],
  ['Sun, 15 Jan 2040 09:00:00 GMT', 3_600_000],
  ['', undefined],
  [null, undefined],
  [undefined, undefined],
])('Retry-After %j is %j milliseconds', (header, ms) => {
  expect(parseRetryAfter(header, Date.UTC(2026, 0, 15, 9, 0, 0))).toBe(ms);
});
