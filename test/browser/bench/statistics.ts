/** What is left of several measurements of the same thing. */
export interface Summary {
  readonly median: number;
  readonly low: number;
  readonly high: number;
  readonly runs: number;
}

/** Median and extremes. Throws when there is nothing to sum up, or something that is no number: a figure is never made up. */
export function summarise(values: readonly number[]): Summary {
  if (values.length === 0) throw new Error('Nothing was measured.');
  if (!values.every(Number.isFinite)) throw new Error(`Not a measurement: ${values.join(', ')}`);
  const sorted = values.toSorted((a, b) => a - b);
  const at = (index: number): number => sorted[index] ?? Number.NaN;
  const middle = Math.floor(sorted.length / 2);
  return {
    median: sorted.length % 2 === 1 ? at(middle) : (at(middle - 1) + at(middle)) / 2,
    low: at(0),
    high: at(sorted.length - 1),
    runs: sorted.length,
  };
}

/** The value below or at which so large a share of all lies (nearest rank); not a number where there is none. */
export const percentile = (values: readonly number[], share: number): number =>
  values.toSorted((a, b) => a - b)[Math.ceil(values.length * share) - 1] ?? Number.NaN;
