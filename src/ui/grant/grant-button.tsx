import { makeStyles, mergeClasses } from '@fluentui/react-components';
import type { GrantAction } from '../../core/granting/screen-model';
import { Icon } from '../components/icon';
import type { IconName } from '../components/icon-paths';
import { ProgressRing } from '../components/progress-ring';
import { tokens } from '../theme-tokens';
import { useGrant } from './grant-context';

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
    '@media print': { display: 'none' },
  },
  primary: {
    width: '100%',
    minHeight: '44px',
    padding: '11px 24px',
    justifyContent: 'center',
    textAlign: 'center',
    fontSize: '15px',
    color: tokens.colorNeutralForegroundOnBrand,
    backgroundColor: tokens.colorBrandBackground,
    ':hover': { backgroundColor: tokens.colorBrandBackgroundHover },
    ':active': { backgroundColor: tokens.colorBrandBackgroundPressed },
    '@media (min-width: 520px)': { width: 'auto', minWidth: '240px' },
    [FORCED]: {
      forcedColorAdjust: 'none',
      color: 'HighlightText',
      backgroundColor: 'Highlight',
      border: '1px solid HighlightText',
      ':hover': { backgroundColor: 'Highlight' },
    },
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
  busy: { cursor: 'default' },
});

const ICONS: Readonly<Partial<Record<GrantAction['name'], IconName>>> = {
  'try-again': 'refresh',
  'check-now': 'refresh',
  'sign-in': 'person',
  close: 'cross',
  copy: 'copy',
};

interface GrantButtonProps {
  readonly action: GrantAction;
  /** How loudly it speaks: one `primary` a screen at most. */
  readonly look: 'primary' | 'quiet';
}

/** A button for an action of the page's model. While it is busy it keeps its place, its name and the focus. */
export function GrantButton({ action, look }: GrantButtonProps) {
  const styles = useStyles();
  const { words, press } = useGrant();
  const busy = action.busy === true;
  const icon = ICONS[action.name];
  return (
    <button
      type="button"
      className={mergeClasses(styles.button, styles[look], busy && styles.busy)}
      aria-disabled={busy || undefined}
      data-action={action.name}
      data-look={look}
      onClick={() => {
        if (!busy) press(action);
      }}
    >
      {busy ? <ProgressRing size={20} inherits /> : icon !== undefined && <Icon name={icon} />}
      <span>{words.tell(action.label)}</span>
    </button>
  );
}
