import type { Summary } from './statistics';

export type Unit = 'ms' | 'bytes' | 'times' | 'count';

/** One line of the table. */
export interface Figure {
  readonly group: string;
  readonly name: string;
  readonly unit: Unit;
  /** The median, where it was measured more than once. */
  readonly value: number;
  readonly range?: Pick<Summary, 'low' | 'high' | 'runs'>;
  /** The aim: the value may be this at most, in the same unit. */
  readonly atMost?: number;
  /** Likewise, where more is better. */
  readonly atLeast?: number;
}

/** A figure from several runs. */
export const figureOf = (
  about: Pick<Figure, 'group' | 'name' | 'unit' | 'atMost'>,
  { median, ...range }: Summary,
): Figure => ({ ...about, value: median, range });

/** A figure that was counted, once. */
export const countFigure = (group: string, name: string, value: number, atMost?: number): Figure => ({
  group,
  name,
  unit: 'count',
  value,
  ...(atMost === undefined ? {} : { atMost }),
});

/** Undefined where there is no aim. */
export const isMet = ({ value, atMost, atLeast }: Figure): boolean | undefined =>
  atMost === undefined && atLeast === undefined
    ? undefined
    : value <= (atMost ?? value) && value >= (atLeast ?? value);

/** The figures whose aim is missed: the benchmark then ends as failed. */
export const missedIn = (figures: readonly Figure[]): readonly Figure[] =>
  figures.filter((figure) => isMet(figure) === false);

/** On a machine that does other work besides, bytes and counts are what they always are, and times are nobody's. */
export const withoutTimes = (figures: readonly Figure[]): readonly Figure[] =>
  figures.map((figure) => {
    if (figure.unit === 'bytes' || figure.unit === 'count') return figure;
    const { atMost: _atMost, atLeast: _atLeast, ...unjudged } = figure;
    return unjudged;
  });

/** A value with its unit; sizes in kilobytes of 1,000 bytes, as the size budget has them. */
export function inWords(value: number, unit: Unit): string {
  switch (unit) {
    case 'ms':
      return `${value.toFixed(0)} ms`;
    case 'bytes':
      return `${(value / 1000).toFixed(1)} KB`;
    case 'times':
      return `${value.toFixed(2)} x`;
    case 'count':
      return Number.isInteger(value) ? String(value) : value.toFixed(1);
    default:
      return unit satisfies never;
  }
}

function aimOf({ atMost, atLeast, unit }: Figure): string {
  if (atMost !== undefined) return `<= ${inWords(atMost, unit)}`;
  return atLeast === undefined ? '' : `>= ${inWords(atLeast, unit)}`;
}

const HEADINGS = ['', 'median', 'range', 'runs', 'aim', ''] as const;

/** The figures as text, group by group, the aims beside them. */
export function renderTable(figures: readonly Figure[]): string {
  const rows = figures.map((figure) => [
    `  ${figure.name}`,
    inWords(figure.value, figure.unit),
    figure.range
      ? `${inWords(figure.range.low, figure.unit)} to ${inWords(figure.range.high, figure.unit)}`
      : '',
    figure.range ? String(figure.range.runs) : '',
    aimOf(figure),
    ({ true: 'met', false: 'MISSED', undefined: '' } as const)[`${isMet(figure)}`],
  ]);
  const widths = HEADINGS.map((heading, column) =>
    Math.max(heading.length, ...rows.map((row) => row[column]?.length ?? 0)),
  );
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, column) =>
        column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join('  ')
      .trimEnd();
  const lines = [line(HEADINGS)];
  for (const [index, { group }] of figures.entries()) {
    if (group !== figures[index - 1]?.group) lines.push(group);
    lines.push(line(rows[index] ?? []));
  }
  return lines.join('\n');
}
