import fc from 'fast-check';

import {
  allowedAtMs,
  BUDGET,
  isFresh,
  newWatch,
  obey,
  planNext,
  refund,
  reserve,
  correctBudget,
  spend,
  TOKENS_PER_PROBE,
  turnTo,
} from '../../../src/core/asking/watch';
import type { WatchMode } from '../../../src/core/asking/watch-words';

const START = Date.UTC(2026, 0, 15, 9);
const MODES: readonly WatchMode[] = ['expecting', 'pending', 'idle', 'granted', 'failing'];

/** Asks for an hour as the policy says, and answers the times. */
function hourOf(mode: WatchMode, tokensPerProbe: number, fraction: () => number): readonly number[] {
  const asked: number[] = [];
  let watch = turnTo(newWatch, mode);
  let nowMs = START;
  while (nowMs < START + 60 * 60_000) {
    const plan = planNext(watch, { nowMs, fraction: fraction() });
    nowMs = plan.atMs;
    watch = spend(plan.watch, tokensPerProbe, nowMs);
    asked.push(nowMs);
  }
  return asked;
}

test('somebody who is expected to act is asked about within half a minute: what they do is told sooner', () => {
  const { atMs } = planNext(turnTo(newWatch, 'expecting'), { nowMs: START, fraction: 0.5 });
  expect(atMs - START).toBe(30_000);
});

test('the pauses grow, to minutes', () => {
  const [first = 0, second = 0, ...rest] = hourOf('pending', 1, () => 0.5);
  expect(second - first).toBeGreaterThan(first - START);
  expect((rest.at(-1) ?? 0) - (rest.at(-2) ?? 0)).toBe(5 * 60_000);
});

test('an hour of waiting costs at most 40 token requests, even at two tokens a question', () => {
  for (const mode of ['pending', 'idle'] as const) {
    expect(hourOf(mode, 2, () => 0).length * 2).toBeLessThanOrEqual(40);
  }
});

test('panes do not ask in step: the jitter moves a pause by a quarter either way', () => {
  const at = (fraction: number): number =>
    planNext(turnTo(newWatch, 'idle'), { nowMs: START, fraction }).atMs - START;
  expect(at(0)).toBe(22_500);
  expect(at(0.999)).toBeGreaterThan(37_000);
});

test('no Retry-After holds anybody up for more than an hour', () => {
  expect(allowedAtMs(obey(newWatch, 48 * 60 * 60_000, START), START)).toBe(START + 60 * 60_000);
});

test('a Retry-After from before the clock was set back is dropped, and the next one counts', () => {
  const told = obey(newWatch, 60_000, START);
  const yesterday = START - 24 * 60 * 60_000;
  expect(allowedAtMs(told, yesterday)).toBe(yesterday);
  expect(allowedAtMs(obey(told, 5000, yesterday), yesterday)).toBe(yesterday + 5000);
});

test('what was found in the future is not fresh', () => {
  const found = [undefined, START + 1, START, START - 2999, START - 3000];
  expect(found.map((atMs) => isFresh(atMs, 3000, START))).toEqual([false, false, true, true, false]);
});

test('a short Retry-After is not waited for half an hour because the clock is set back by that', () => {
  const halfAnHourAgo = START - 30 * 60_000;
  expect(allowedAtMs(obey(newWatch, 1000, START), halfAnHourAgo)).toBe(halfAnHourAgo);
  // Seconds are no reason to ask sooner than Microsoft wants.
  expect(allowedAtMs(obey(newWatch, 90_000, START), START - 5000)).toBe(START + 90_000);
});

test('Retry-After is obeyed, and a shorter one later does not shorten it', () => {
  const told = obey(obey(newWatch, 90_000, START), 1000, START);
  expect(allowedAtMs(told, START)).toBe(START + 90_000);
  expect(planNext(turnTo(told, 'expecting'), { nowMs: START, fraction: 0 }).atMs).toBe(START + 90_000);
});

test('a question that needed one token gives the other back', () => {
  const watch = refund(spend(newWatch, 2, START), 1, START);
  expect(watch.spent).toEqual([START]);
});

describe('whatever happens', () => {
  const happening = fc.oneof(
    fc.record({ do: fc.constant('pass' as const), ms: fc.nat(120_000) }),
    fc.record({ do: fc.constant('ask' as const), tokens: fc.integer({ min: 1, max: TOKENS_PER_PROBE }) }),
    fc.record({ do: fc.constant('turn' as const), mode: fc.constantFrom(...MODES) }),
    fc.record({ do: fc.constant('wait' as const), ms: fc.nat(300_000) }),
  );

  test('twelve silent token requests in any five minutes are never exceeded', () => {
    fc.assert(
      fc.property(fc.array(happening, { maxLength: 200 }), (sequence) => {
        let watch = newWatch;
        let nowMs = START;
        const tokensAt: number[] = [];
        for (const one of sequence) {
          if (one.do === 'pass') nowMs += one.ms;
          else if (one.do === 'turn') watch = turnTo(watch, one.mode);
          else if (one.do === 'wait') watch = obey(watch, one.ms, nowMs);
          else if (allowedAtMs(watch, nowMs) === nowMs) {
            watch = spend(watch, one.tokens, nowMs);
            tokensAt.push(...Array.from({ length: one.tokens }, () => nowMs));
          }
        }
        for (const at of tokensAt) {
          const inWindow = tokensAt.filter((other) => other > at - BUDGET.windowMs && other <= at);
          expect(inWindow.length).toBeLessThanOrEqual(BUDGET.requests);
        }
      }),
      { numRuns: 500 },
    );
  });

  test('the next time is always a time to come, and never before it is allowed', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...MODES),
        fc.nat(1000),
        fc.double({ min: 0, max: 0.999999, noNaN: true }),
        fc.array(fc.integer({ min: START - BUDGET.windowMs, max: START }), { maxLength: 20 }),
        (mode, step, fraction, spent) => {
          const watch = {
            mode,
            step,
            spent: spent.toSorted((one, other) => one - other),
            notBeforeMs: 0,
            waitMs: 0,
          };
          const { atMs } = planNext(watch, { nowMs: START, fraction });
          expect(atMs).toBeGreaterThan(START);
          expect(atMs).toBeGreaterThanOrEqual(allowedAtMs(watch, START));
          expect(Number.isFinite(atMs)).toBe(true);
        },
      ),
    );
  });

  test('there is always an end to waiting for the budget', () => {
    const full = spend(newWatch, 40, START);
    expect(allowedAtMs(full, START)).toBe(START + BUDGET.windowMs + 1);
    expect(allowedAtMs(full, START + BUDGET.windowMs + 1)).toBe(START + BUDGET.windowMs + 1);
  });
});

test.each([
  ['fewer than were reserved', 1],
  ['as many', TOKENS_PER_PROBE],
  ['more, as where a broker is asked in another way', TOKENS_PER_PROBE + 1],
])('a question that needed %s stands in the budget with what it needed', (_which, needed) => {
  const before = spend(newWatch, 3, START - 1);
  const watch = correctBudget(reserve(before, START), { needed, askedAtMs: START }, START + 2);
  expect(watch.spent).toHaveLength(3 + needed);
});
