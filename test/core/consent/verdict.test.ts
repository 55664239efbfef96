import { confirmedAtMs, type Verdict } from '../../../src/core/consent/verdict';

const HEARD = Date.UTC(2026, 0, 15, 9, 0, 30);
const DAY = 24 * 60 * 60_000;
const toldAt = (checkedAtMs?: number): Verdict => ({
  kind: 'required',
  because: 'nothing-granted',
  findings: [],
  ...(checkedAtMs === undefined ? {} : { checkedAtMs }),
});

describe('when Microsoft was asked', () => {
  test('is the time that the service tells, although the pane heard it later', () => {
    expect(confirmedAtMs(toldAt(HEARD - 47_000), HEARD)).toBe(HEARD - 47_000);
  });

  test('is the time of hearing where nobody tells another', () => {
    expect(confirmedAtMs(toldAt(), HEARD)).toBe(HEARD);
  });

  test('is never in the future, whatever the service’s clock says', () => {
    for (const ahead of [1, 90_000, 400 * DAY, Number.POSITIVE_INFINITY])
      expect(confirmedAtMs(toldAt(HEARD + ahead), HEARD)).toBe(HEARD);
  });

  test('is the time of hearing where the time that is told cannot be right', () => {
    for (const garbage of [Number.NaN, Number.NEGATIVE_INFINITY, 0, HEARD - DAY - 1])
      expect(confirmedAtMs(toldAt(garbage), HEARD)).toBe(HEARD);
  });
});
