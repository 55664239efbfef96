import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';

const useStyles = makeStyles({
  ring: { display: 'block', flexShrink: 0, fill: 'none', strokeWidth: '3px', strokeLinecap: 'round' },
  track: { stroke: tokens.colorNeutralStroke2 },
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
});

/** A ring that turns while something is under way. Decorative: never without words beside it. `size` in pixels. */
export function ProgressRing({ size = 56, className }: { readonly size?: number; readonly className?: string }) {
  const styles = useStyles();
  return (
    <svg
      className={mergeClasses(styles.ring, className)}
      width={size}
      height={size}
      viewBox="0 0 56 56"
      aria-hidden="true"
      focusable="false"
    >
      <circle className={styles.track} cx="28" cy="28" r="22" />
      <path className={styles.arc} d="M28 6a22 22 0 0 1 22 22" />
    </svg>
  );
}
