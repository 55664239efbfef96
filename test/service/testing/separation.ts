/**
 * How well one measurement tells one kind from another: the area under the ROC curve, 0.5 for not at all and 1 for always
 * (the Mann-Whitney statistic over all pairs; equal values count half). Which of the two kinds is the larger does not
 * matter to whoever measures.
 */
export function separationOf(one: readonly number[], other: readonly number[]): number {
  let wins = 0;
  for (const a of one) for (const b of other) wins += a > b ? 1 : a === b ? 0.5 : 0;
  const area = wins / (one.length * other.length);
  return Math.max(area, 1 - area);
}

/** Above this, a measurement tells the kinds apart. */
const TELLING = 0.6;
/** So many of each kind are measured first, so many more as long as it is not clear, and so many at most. */
export const SAMPLES = { first: 20, more: 10, most: 240 } as const;
/**
 * The margins of Wald's sequential test: how far on one side of the limit what was measured must lie, in 1/n for n samples
 * of each kind. They are chosen by simulation, with two measurements of which one tells:
 *
 * - nothing to be told: called apart once in 10,000 times, after 51 samples of each kind on average;
 * - 0.65: noticed 5 times in 6;
 * - 0.70: noticed 98 times in 100;
 * - 0.77, the weakest that the attack of S2 reached: 999 times in 1,000, after 53 samples.
 *
 * A single look at 20 samples would have let 0.77 pass once in 30 times, and called nothing something once in 7.
 */
const MARGIN = { alike: 1.5, apart: 8 } as const;

/** What so many samples of each kind show: that the kinds are alike, that they are apart, or nothing clear yet. */
export function whatIsShown(
  separations: readonly number[],
  samples: number,
): 'alike' | 'apart' | 'nothing clear' {
  const separation = Math.max(...separations);
  if (samples >= SAMPLES.most) return separation > TELLING ? 'apart' : 'alike';
  if (separation > TELLING + MARGIN.apart / samples) return 'apart';
  return separation <= TELLING - MARGIN.alike / samples ? 'alike' : 'nothing clear';
}
