import { makeStyles, mergeClasses } from '@fluentui/react-components';
import { useId } from 'react';
import type { ActionName, Choice } from '../../core/screen/model';
import { usePane } from '../pane-context';
import { softTint } from '../soft-tint';
import { Icon } from './icon';
import type { IconName } from './icon-paths';
import { ProgressRing } from './progress-ring';
import { tokens } from '../theme-tokens';

const useStyles = makeStyles({
  card: {
    position: 'relative',
    display: 'grid',
    gridTemplateColumns: 'auto minmax(0, 1fr) auto',
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
  first: {
    border: `1px solid ${tokens.colorBrandStroke1}`,
    backgroundColor: softTint(tokens.colorBrandBackground2, 60),
    ':hover': { backgroundColor: tokens.colorBrandBackground2 },
  },
  icon: { color: tokens.colorBrandForeground1, marginBlockStart: '1px' },
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
    margin: '2px 0 0',
    fontSize: '13px',
    lineHeight: '19px',
    color: tokens.colorNeutralForeground2,
    overflowWrap: 'anywhere',
  },
  arrow: { color: tokens.colorNeutralForeground3, alignSelf: 'center' },
});

const CHOICE_ICONS: Readonly<Partial<Record<ActionName, IconName>>> = {
  grant: 'key',
  share: 'share',
  'sign-in': 'person',
};

/**
 * One of several ways, with its explanation. The whole card is the button's target; the button's name is its label
 * alone. The first card is a little more prominent.
 */
export function ChoiceCard({ choice, first }: { readonly choice: Choice; readonly first: boolean }) {
  const styles = useStyles();
  const { words, press } = usePane();
  const explanationId = useId();
  const { action } = choice;
  const busy = action.busy === true;
  return (
    <div className={mergeClasses(styles.card, first && styles.first)}>
      {busy ? (
        <ProgressRing size={20} />
      ) : (
        <Icon name={CHOICE_ICONS[action.name] ?? 'forward'} className={styles.icon} />
      )}
      <div>
        <button
          type="button"
          className={styles.button}
          aria-describedby={explanationId}
          aria-disabled={busy || undefined}
          data-action={action.name}
          onClick={() => {
            if (!busy) press(action);
          }}
        >
          {words.say(action.label)}
        </button>
        <p id={explanationId} className={styles.explanation}>
          {words.say(choice.explanation)}
        </p>
      </div>
      <Icon name="forward" size={16} className={styles.arrow} />
    </div>
  );
}
