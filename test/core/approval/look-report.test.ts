import type { ConsentAnswer } from '../../../src/core/api/consent-answer';
import { judgeFor } from '../../../src/core/approval/check';
import { reportOfLook } from '../../../src/core/approval/look-report';
import { isGreen } from '../../../src/core/consent/verdict';
import { answer, CONTOSO, SETUP } from '../../support/evidence';

const MINUTE_MS = 60_000;

/** Everything is there by an administrator's look, taken so long before the application was asked. */
function lookedAt(ageMs: number): ConsentAnswer {
  const found = answer(() => 'tenant');
  if (found.outcome !== 'checked') throw new Error('The service has no answer.');
  const seenAt = new Date(Date.parse(found.checkedAt) - ageMs).toISOString();
  return { ...found, situation: 'no-autopilot', proof: { by: 'look', seenAt } };
}
const judged = (told: ConsentAnswer) =>
  judgeFor({ kind: 'tenant', tenant: CONTOSO }, reportOfLook(told), SETUP.set, 'no-autopilot');

test('a look of this visit stands in the place of the user’s own token', () => {
  for (const ageMs of [-MINUTE_MS, 0, 9 * MINUTE_MS]) expect(isGreen(judged(lookedAt(ageMs)))).toBe(true);
});

test('an older one does not, nor one from the future: whether it still stands, only a fresh token could say', () => {
  for (const ageMs of [11 * MINUTE_MS, 21 * 24 * 60 * MINUTE_MS, -24 * 60 * MINUTE_MS])
    expect(judged(lookedAt(ageMs))).toMatchObject({ kind: 'unknown', because: 'some-not-known' });
});

test('what the application reads by itself is of this moment', () => {
  const found = answer(() => 'tenant');
  expect(isGreen(judged({ ...found, proof: { by: 'application' } } as ConsentAnswer))).toBe(true);
});
