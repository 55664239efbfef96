import { makeStyles } from '@fluentui/react-components';
import { softTint } from '../soft-tint';
import { tokens } from '../theme-tokens';

const MOTION_WANTED = '@media (prefers-reduced-motion: no-preference)';
const FORCED = '@media (forced-colors: active)';

// On the first screen it is no news: the static shell may have shown it before.
const AT_FIRST = '[data-at-first] &';

const useStyles = makeStyles({
  check: { display: 'block', width: '56px', height: '56px', overflow: 'visible', forcedColorAdjust: 'none' },
  halo: {
    fill: softTint(tokens.colorStatusSuccessBackground2, 60),
    transformOrigin: '28px 28px',
    [FORCED]: { fill: 'none' },
    [MOTION_WANTED]: {
      animationName: {
        from: { transform: 'scale(0.6)', opacity: 0 },
        to: { transform: 'scale(1)', opacity: 1 },
      },
      animationDuration: '500ms',
      animationDelay: '120ms',
      animationTimingFunction: 'cubic-bezier(0.2, 0.7, 0.2, 1)',
      animationFillMode: 'both',
      [AT_FIRST]: { animationName: 'none' },
    },
  },
  disc: {
    fill: tokens.colorStatusSuccessBackground3,
    transformOrigin: '28px 28px',
    [FORCED]: { fill: 'Canvas', stroke: 'CanvasText', strokeWidth: '2px' },
    [MOTION_WANTED]: {
      animationName: {
        from: { transform: 'scale(0.4)', opacity: 0 },
        to: { transform: 'scale(1)', opacity: 1 },
      },
      animationDuration: '320ms',
      animationTimingFunction: 'cubic-bezier(0.2, 0.7, 0.2, 1)',
      animationFillMode: 'both',
      [AT_FIRST]: { animationName: 'none' },
    },
  },
  tick: {
    fill: 'none',
    stroke: '#ffffff',
    strokeWidth: '3.2px',
    strokeLinecap: 'round',
    strokeLinejoin: 'round',
    // The path is normalised to a length of 1, so that the offset can draw it.
    strokeDasharray: '1',
    [FORCED]: { stroke: 'CanvasText' },
    [MOTION_WANTED]: {
      animationName: { from: { strokeDashoffset: '1' }, to: { strokeDashoffset: '0' } },
      animationDuration: '360ms',
      animationDelay: '260ms',
      animationTimingFunction: 'ease-out',
      animationFillMode: 'both',
      [AT_FIRST]: { animationName: 'none' },
    },
  },
});

/**
 * The green check: drawn once, calmly, and only when it is true; without a motion where the pane opens with it. Decorative:
 * the title says it in words.
 */
export function GreenCheck() {
  const styles = useStyles();
  return (
    <svg
      className={styles.check}
      viewBox="0 0 56 56"
      aria-hidden="true"
      focusable="false"
      data-green-check=""
    >
      <circle className={styles.halo} cx="28" cy="28" r="28" />
      <circle className={styles.disc} cx="28" cy="28" r="20" />
      <path className={styles.tick} pathLength={1} d="M19.5 28.6l6 6 11.5-12.4" />
    </svg>
  );
}
