import { makeStyles } from '@fluentui/react-components';
import { tokens } from '../theme-tokens';

const useStyles = makeStyles({
  line: { display: 'block', width: '100%', height: '28px', overflow: 'visible' },
  stroke: {
    fill: 'none',
    stroke: tokens.colorBrandStroke1,
    strokeWidth: 1.5,
    strokeLinejoin: 'round',
    vectorEffect: 'non-scaling-stroke',
    '@media (forced-colors: active)': { stroke: 'CanvasText' },
  },
  area: {
    stroke: 'none',
    fill: tokens.colorBrandStroke1,
    fillOpacity: 0.12,
    '@media (forced-colors: active)': { fill: 'none' },
  },
});

const WIDTH = 100;
const HEIGHT = 28;

/** A number as it was on a day. */
interface Point {
  readonly daysAgo: number;
  readonly value: number;
}

/**
 * A number over time, the oldest first, from nought upwards, for the eye alone: the change stands beside it in words, and a
 * table has every day. Fluent's charts were measured and left: a line chart is 121 KB after brotli, almost twice all other
 * components of this page, and its sparkline keeps the first numbers that it was given and is a stop of Tab without a role.
 */
export function Sparkline({ points: given }: { readonly points: readonly Point[] }) {
  const styles = useStyles();
  const most = Math.max(1, ...given.map(({ value }) => value));
  const longest = Math.max(1, ...given.map(({ daysAgo }) => daysAgo));
  const points = given.map(({ daysAgo, value }) => {
    const x = (1 - daysAgo / longest) * WIDTH;
    // A line at the edge would be cut in half.
    return `${x.toFixed(1)},${(HEIGHT - 1 - (value / most) * (HEIGHT - 2)).toFixed(1)}`;
  });
  if (points.length < 2) return null;
  return (
    <svg
      className={styles.line}
      viewBox={`0 0 ${String(WIDTH)} ${String(HEIGHT)}`}
      preserveAspectRatio="none"
      aria-hidden="true"
      focusable="false"
    >
      <polygon
        className={styles.area}
        points={`0,${String(HEIGHT)} ${points.join(' ')} ${String(WIDTH)},${String(HEIGHT)}`}
      />
      <polyline className={styles.stroke} points={points.join(' ')} />
    </svg>
  );
}
