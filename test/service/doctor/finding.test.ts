import { judgeEnd } from '../../../src/service/doctor/finding';

const NOW_MS = Date.UTC(2026, 10, 30, 10, 42);
const HOUR_MS = 60 * 60_000;

test.each([
  [59 * 24, 'The certificate is good for 59 more days, until 2027-01-28.'],
  [47, 'The certificate is good for 1 more day, until 2026-12-02.'],
  [23, 'The certificate is good for less than a day, until 2026-12-01.'],
  [-1, 'The certificate ended on 2026-11-30.'],
])('what ends in %d hours is told in words that fit the number', (hours, says) => {
  expect(judgeEnd('The certificate', NOW_MS + hours * HOUR_MS, NOW_MS, 'Renew it.').says).toBe(says);
});
