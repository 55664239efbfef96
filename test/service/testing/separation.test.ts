import { SAMPLES, separationOf, whatIsShown } from './separation';

test('what is measured is apart or not, whichever is the larger', () => {
  expect(separationOf([1, 2, 3], [4, 5, 6])).toBe(1);
  expect(separationOf([4, 5, 6], [1, 2, 3])).toBe(1);
  expect(separationOf([1, 2], [2, 1])).toBe(0.5);
  expect(separationOf([1, 3, 5, 7], [2, 4, 6, 8])).toBe(0.625);
});

/** The same numbers in each run (mulberry32), so that the test says the same each time. */
function createDice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** How often 200 measurements, each of one thing that differs by `shift` and one that does not, are called apart. */
function calledApart(shift: number): number {
  const dice = createDice(7);
  const normal = (): number => Math.sqrt(-2 * Math.log(1 - dice())) * Math.cos(2 * Math.PI * dice());
  const measured = (): boolean => {
    const [one, other, still, stillToo]: [number[], number[], number[], number[]] = [[], [], [], []];
    for (;;) {
      for (let more = one.length === 0 ? SAMPLES.first : SAMPLES.more; more > 0; more -= 1) {
        one.push(normal());
        other.push(normal() + shift);
        still.push(normal());
        stillToo.push(normal());
      }
      const shown = whatIsShown([separationOf(one, other), separationOf(still, stillToo)], one.length);
      if (shown !== 'nothing clear') return shown === 'apart';
    }
  };
  return Array.from({ length: 200 }, measured).filter(Boolean).length;
}

test('S2: chance alone is not called an oracle, and one of the strength that was found is', () => {
  expect(calledApart(0)).toBe(0);
  // The two shifts at which the kinds overlap by an area of 0.70 and 0.77.
  expect(calledApart(0.742)).toBeGreaterThan(190);
  expect(calledApart(1.045)).toBeGreaterThan(198);
});
