import { makeStyles, mergeClasses } from '@fluentui/react-components';
import { useId, type ReactNode } from 'react';
import { softTint } from '../soft-tint';
import { Icon } from './icon';
import type { IconName } from './icon-paths';
import { ProgressRing } from './progress-ring';
import { isSecondOfTwo } from './second-of-two';
import { tokens } from '../theme-tokens';
import { useFocusHeir } from './use-focus-heir';

const useStyles = makeStyles({
  card: {
    position: 'relative',
    display: 'grid',
    gridTemplateColumns: 'auto minmax(0, 1fr)',
    gridAutoFlow: 'column',
    columnGap: '10px',
    alignItems: 'start',
    padding: '14px',
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusXLarge,
    transitionProperty: 'background-color, border-color',
    transitionDuration: tokens.durationFaster,
    ':hover': {
      backgroundColor: tokens.colorNeutralBackground1Hover,
      border: `1px solid ${tokens.colorBrandStroke1}`,
    },
    ':active': { backgroundColor: tokens.colorNeutralBackground1Pressed },
    '@media (forced-colors: active)': { ':hover': { border: '1px solid Highlight' } },
  },
  prominent: {
    border: `1px solid ${tokens.colorBrandStroke1}`,
    backgroundColor: softTint(tokens.colorBrandBackground2, 60),
    ':hover': { backgroundColor: tokens.colorBrandBackground2 },
  },
  button: {
    display: 'block',
    margin: 0,
    padding: 0,
    minHeight: '24px',
    fontFamily: 'inherit',
    fontSize: '15px',
    lineHeight: '22px',
    fontWeight: tokens.fontWeightSemibold,
    textAlign: 'start',
    color: 'inherit',
    backgroundColor: 'transparent',
    border: 'none',
    outlineStyle: 'none',
    overflowWrap: 'anywhere',
    cursor: 'pointer',
    // The target is the card.
    '::after': { content: '""', position: 'absolute', inset: 0, borderRadius: tokens.borderRadiusXLarge },
    ':focus-visible::after': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '2px' },
  },
  explanation: {
    marginBlock: '2px 0',
    marginInline: 0,
    fontSize: '13px',
    lineHeight: '19px',
    color: tokens.colorNeutralForeground2,
    overflowWrap: 'anywhere',
  },
  sign: { color: tokens.colorBrandForeground1, marginBlockStart: '1px' },
  arrow: { color: tokens.colorNeutralForeground3, alignSelf: 'center' },
});

/** What its place adds to each of its parts. */
type DenseClasses = Readonly<Record<'card' | 'sign' | 'button' | 'explanation', string>>;

interface ChoiceCardProps {
  readonly icon: IconName;
  readonly label: string;
  readonly explanation: ReactNode;
  readonly look: 'plain' | 'prominent';
  /** One of many, with the classes by which they stand closer: no arrow says that it leads on. */
  readonly dense?: DenseClasses;
  /** What it set off is under way: it keeps its place, its name and the focus, and does nothing. */
  readonly busy?: boolean;
  /** It is what was chosen the last time. */
  readonly isCurrent?: boolean;
  /** For tests and journeys. */
  readonly name?: string;
  readonly onPress: () => void;
}

/** One of several ways, with its explanation. The whole card is the button's target; the button's name is its label alone. */
export function ChoiceCard({
  icon,
  label,
  explanation,
  look,
  dense,
  busy = false,
  isCurrent = false,
  name,
  onPress,
}: ChoiceCardProps) {
  const styles = useStyles();
  const explanationId = useId();
  const ref = useFocusHeir();
  return (
    <div className={mergeClasses(styles.card, dense?.card, look !== 'plain' && styles[look])}>
      {busy ? (
        <ProgressRing size={20} />
      ) : (
        <Icon name={icon} className={mergeClasses(styles.sign, dense?.sign)} />
      )}
      <div>
        <button
          ref={ref}
          type="button"
          className={mergeClasses(styles.button, dense?.button)}
          aria-describedby={explanationId}
          aria-disabled={busy || undefined}
          aria-current={isCurrent || undefined}
          data-action={name}
          onClick={({ detail }) => {
            if (!busy && !isSecondOfTwo(detail)) onPress();
          }}
        >
          {label}
        </button>
        <p id={explanationId} className={mergeClasses(styles.explanation, dense?.explanation)}>
          {explanation}
        </p>
      </div>
      {!dense && <Icon name="forward" size={16} className={styles.arrow} />}
    </div>
  );
}
