import { makeStyles, mergeClasses } from '@fluentui/react-components';
import { Icon } from './icon';
import type { IconName } from './icon-paths';
import { ProgressRing } from './progress-ring';
import { isSecondOfTwo } from './second-of-two';
import { tokens } from '../theme-tokens';
import { useFocusHeir } from './use-focus-heir';

const FORCED = '@media (forced-colors: active)';

const useStyles = makeStyles({
  button: {
    display: 'flex',
    alignItems: 'center',
    columnGap: '8px',
    minHeight: '32px',
    margin: 0,
    fontFamily: 'inherit',
    fontSize: '14px',
    lineHeight: '20px',
    fontWeight: tokens.fontWeightSemibold,
    borderRadius: tokens.borderRadiusLarge,
    border: '1px solid transparent',
    overflowWrap: 'anywhere',
    cursor: 'pointer',
    transitionProperty: 'background-color, border-color',
    transitionDuration: tokens.durationFaster,
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '2px' },
  },
  wide: {
    width: '100%',
    minHeight: '40px',
    padding: '9px 16px',
    justifyContent: 'center',
    textAlign: 'center',
  },
  primary: {
    color: tokens.colorNeutralForegroundOnBrand,
    backgroundColor: tokens.colorBrandBackground,
    ':hover': { backgroundColor: tokens.colorBrandBackgroundHover },
    ':active': { backgroundColor: tokens.colorBrandBackgroundPressed },
    // The theme's colours are the person's own by then.
    [FORCED]: { forcedColorAdjust: 'none', border: '1px solid HighlightText' },
  },
  quiet: {
    padding: '5px 8px',
    marginInlineStart: '-8px',
    textAlign: 'start',
    color: tokens.colorBrandForeground1,
    backgroundColor: 'transparent',
    // A step further from the ground, which comes nearer: in the dark the plain step is too faint on it.
    ':hover': {
      color: tokens.colorBrandForeground2,
      backgroundColor: tokens.colorNeutralBackground1Hover,
    },
    ':active': { backgroundColor: tokens.colorNeutralBackground1Pressed },
    [FORCED]: { border: '1px solid ButtonText', marginInlineStart: 0 },
  },
  off: { cursor: 'default' },
});

/** How loudly a button speaks: one `primary` a screen at most. */
export type ButtonLook = 'primary' | 'quiet';

export interface ButtonProps {
  readonly icon?: IconName | undefined;
  readonly label: string;
  /** `LaterButton` alone gives the looks of a secondary one. */
  readonly look: ButtonLook | 'secondary';
  /** What it set off is under way: it keeps its place, its name and the focus, and does nothing. */
  readonly busy?: boolean;
  /** It cannot be pressed yet: something that it needs is still under way. `LaterButton` has its looks. */
  readonly off?: boolean;
  /** It opens something: whether that is open, and its id while it is. */
  readonly expanded?: boolean | undefined;
  readonly controls?: string | undefined;
  /** For tests and journeys. */
  readonly name?: string;
  /** What its place adds. */
  readonly className?: string | undefined;
  /** Without it the button sends the form that it stands in. */
  readonly onPress?: () => void;
}

/** A button. */
export function Button({
  icon,
  label,
  look,
  busy = false,
  off = false,
  expanded,
  controls,
  name,
  className,
  onPress,
}: ButtonProps) {
  const styles = useStyles();
  const ref = useFocusHeir();
  return (
    <button
      ref={ref}
      type={onPress === undefined ? 'submit' : 'button'}
      className={mergeClasses(
        styles.button,
        look !== 'quiet' && styles.wide,
        look !== 'secondary' && styles[look],
        (off || busy) && styles.off,
        className,
      )}
      aria-disabled={busy || off || undefined}
      aria-expanded={expanded}
      aria-controls={controls}
      data-action={name}
      data-look={look}
      onClick={({ detail }) => {
        if (!busy && !off && !isSecondOfTwo(detail)) onPress?.();
      }}
    >
      {busy ? <ProgressRing size={20} inherits /> : icon !== undefined && <Icon name={icon} />}
      <span>{label}</span>
    </button>
  );
}
