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
