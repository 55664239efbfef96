import { makeStyles, mergeClasses } from '@fluentui/react-components';
import { useWords } from '../words-context';
import { ICON_PATHS, MIRRORED_IN_RTL, type IconName } from './icon-paths';

const useStyles = makeStyles({
  icon: { flexShrink: 0, display: 'block' },
  mirrored: { transform: 'scaleX(-1)' },
});

/** A decorative icon in the colour of the text around it; the words beside it carry the meaning. `size` in pixels. */
export function Icon({
  name,
  size = 20,
  className,
}: {
  readonly name: IconName;
  readonly size?: number;
  readonly className?: string;
}) {
  const styles = useStyles();
  const { direction } = useWords();
  return (
    <svg
      className={mergeClasses(
        styles.icon,
        direction === 'rtl' && MIRRORED_IN_RTL.has(name) && styles.mirrored,
        className,
      )}
      width={size}
      height={size}
      viewBox="0 0 20 20"
      fill="none"
      stroke="currentColor"
      strokeWidth={1.5}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      {ICON_PATHS[name].map((path) => (
        <path key={path} d={path} />
      ))}
    </svg>
  );
}
