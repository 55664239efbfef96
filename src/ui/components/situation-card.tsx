import { makeStyles, mergeClasses } from '@fluentui/react-components';
import { useId } from 'react';
import type { SituationOption } from '../../core/screen/model';
import { usePane } from '../pane-context';
import { softTint } from '../soft-tint';
import { Icon } from './icon';
import { tokens } from '../theme-tokens';

const useStyles = makeStyles({
  card: {
    position: 'relative',
    display: 'grid',
    gridTemplateColumns: 'auto minmax(0, 1fr)',
    columnGap: '10px',
    alignItems: 'start',
    padding: '11px 14px',
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
  quiet: {
    backgroundColor: 'transparent',
    border: '1px solid transparent',
    '@media (forced-colors: active)': { border: '1px solid CanvasText' },
  },
  chosen: {
    border: `1px solid ${tokens.colorBrandStroke1}`,
    backgroundColor: softTint(tokens.colorBrandBackground2, 60),
    ':hover': { backgroundColor: tokens.colorBrandBackground2 },
  },
  sign: { color: tokens.colorNeutralStrokeAccessible, marginBlockStart: '1px' },
  chosenSign: { color: tokens.colorBrandForeground1 },
  button: {
    display: 'block',
    margin: 0,
    padding: 0,
    minHeight: '24px',
    fontFamily: 'inherit',
    fontSize: '14px',
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
  hint: {
    margin: '1px 0 0',
    fontSize: '13px',
    lineHeight: '18px',
    color: tokens.colorNeutralForeground2,
    overflowWrap: 'anywhere',
  },
  word: { fontWeight: tokens.fontWeightSemibold, color: tokens.colorBrandForeground1 },
});

/** One way in which an organisation can use ExtendSync. The present choice says so by sign and word. */
export function SituationCard({ option }: { readonly option: SituationOption }) {
  const styles = useStyles();
  const { words, press } = usePane();
  const hintId = useId();
  const { situation, isChosen } = option;
  return (
    <div
      className={mergeClasses(
        styles.card,
        situation === 'not-sure' && styles.quiet,
        isChosen && styles.chosen,
      )}
    >
      <Icon
        name={isChosen ? 'check' : 'circle'}
        className={mergeClasses(styles.sign, isChosen && styles.chosenSign)}
      />
      <div>
        <button
          type="button"
          className={styles.button}
          aria-describedby={hintId}
          aria-current={isChosen || undefined}
          data-situation={situation}
          onClick={() => press(option)}
        >
          {words.say(option.label)}
        </button>
        <p id={hintId} className={styles.hint}>
          {isChosen && <span className={styles.word}>{words.face('situation.chosen')}. </span>}
          {words.say(option.hint)}
        </p>
      </div>
    </div>
  );
}
