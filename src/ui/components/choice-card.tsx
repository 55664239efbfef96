import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useId } from 'react';
import type { ActionName, Choice } from '../../core/screen-model';
import { usePane } from '../pane-context';
import { softTint } from '../soft-tint';
import { Icon } from './icon';
import type { IconName } from './icon-paths';
import { ProgressRing } from './progress-ring';

const useStyles = makeStyles({
  card: {
    display: 'grid',
    gridTemplateColumns: 'auto minmax(0, 1fr) auto',
    columnGap: '10px',
    alignItems: 'start',
    width: '100%',
    boxSizing: 'border-box',
    padding: '14px',
    font: 'inherit',
    textAlign: 'start',
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusXLarge,
    cursor: 'pointer',
    transitionProperty: 'background-color, border-color',
    transitionDuration: tokens.durationFaster,
    ':hover': {
      backgroundColor: tokens.colorNeutralBackground1Hover,
      border: `1px solid ${tokens.colorBrandStroke1}`,
    },
    ':active': { backgroundColor: tokens.colorNeutralBackground1Pressed },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '2px' },
    '@media (forced-colors: active)': { ':hover': { border: '1px solid Highlight' } },
  },
  first: {
    border: `1px solid ${tokens.colorBrandStroke1}`,
    backgroundColor: softTint(tokens.colorBrandBackground2, 60),
    ':hover': { backgroundColor: tokens.colorBrandBackground2 },
  },
  icon: { color: tokens.colorBrandForeground1, marginBlockStart: '1px' },
  label: {
    display: 'block',
    fontSize: '15px',
    lineHeight: '22px',
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: 'anywhere',
  },
  explanation: {
    display: 'block',
    marginBlockStart: '2px',
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

/** One of several ways, as a button with its explanation. The first of them is a little more prominent. */
export function ChoiceCard({ choice, first }: { readonly choice: Choice; readonly first: boolean }) {
  const styles = useStyles();
  const { words, press } = usePane();
  const id = useId();
  const { action } = choice;
  const busy = action.busy === true;
  return (
    <button
      type="button"
      className={mergeClasses(styles.card, first && styles.first)}
      aria-labelledby={`${id}label`}
      aria-describedby={`${id}explanation`}
      aria-disabled={busy || undefined}
      data-action={action.name}
      onClick={() => {
        if (!busy) press(action);
      }}
    >
      {busy ? (
        <ProgressRing size={20} />
      ) : (
        <Icon name={CHOICE_ICONS[action.name] ?? 'forward'} className={styles.icon} />
      )}
      <span>
        <span id={`${id}label`} className={styles.label}>
          {words.say(action.label)}
        </span>
        <span id={`${id}explanation`} className={styles.explanation}>
          {words.say(choice.explanation)}
        </span>
      </span>
      <Icon name="forward" size={16} className={styles.arrow} />
    </button>
  );
}
