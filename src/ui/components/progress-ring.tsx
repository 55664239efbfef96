import { makeStyles, mergeClasses } from '@fluentui/react-components';
import { tokens } from '../theme-tokens';

const useStyles = makeStyles({
  ring: { display: 'block', flexShrink: 0, fill: 'none', strokeLinecap: 'round' },
  track: { stroke: tokens.colorNeutralStroke2 },
  faintTrack: { stroke: 'currentColor', opacity: 0.3 },
  arc: {
    stroke: tokens.colorBrandForeground1,
    transformOrigin: '50% 50%',
    // Without motion the arc still says "under way"; the words say it in any case.
    '@media (prefers-reduced-motion: no-preference)': {
      animationName: { from: { transform: 'rotate(0deg)' }, to: { transform: 'rotate(360deg)' } },
      animationDuration: '1.1s',
      animationTimingFunction: 'linear',
      animationIterationCount: 'infinite',
    },
    '@media (forced-colors: active)': { stroke: 'Highlight' },
  },
  textArc: { stroke: 'currentColor', '@media (forced-colors: active)': { stroke: 'currentColor' } },
});

interface ProgressRingProps {
  /** In pixels. */
  readonly size?: number;
  /** Drawn in the colour of the text around it. */
  readonly inherits?: boolean;
}

/** A ring that turns while something is under way. Decorative: never without words beside it. */
export function ProgressRing({ size = 56, inherits = false }: ProgressRingProps) {
  const styles = useStyles();
  return (
    <svg
      className={styles.ring}
      width={size}
      height={size}
      viewBox="0 0 56 56"
      aria-hidden="true"
      focusable="false"
      // Small rings need thicker lines, in their own measure.
      style={{ strokeWidth: size < 32 ? 6 : 3 }}
    >
      <circle className={inherits ? styles.faintTrack : styles.track} cx="28" cy="28" r="25" />
      <path className={mergeClasses(styles.arc, inherits && styles.textArc)} d="M28 3a25 25 0 0 1 25 25" />
    </svg>
  );
}
