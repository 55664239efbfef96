import { makeStyles, mergeClasses } from '@fluentui/react-components';
import { useId } from 'react';
import type { StepLine } from '../../../core/pane/screens/model';
import { ActionButton } from '../action-button';
import { Icon } from '../../components/icon';
import type { IconName } from '../../components/icon-paths';
import { useRowStyles } from '../../components/row-styles';
import { useStore } from '../store-context';
import type { LaterWords } from '../../strings/later/words';
import { tokens } from '../../theme-tokens';

const useStyles = makeStyles({
  panel: {
    padding: '14px',
    borderRadius: tokens.borderRadiusXLarge,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  title: { margin: '0 0 6px', fontSize: '14px', lineHeight: '20px', fontWeight: tokens.fontWeightSemibold },
  next: { backgroundColor: tokens.colorBrandBackground2, color: tokens.colorBrandForeground2 },
  later: { border: `1px solid ${tokens.colorNeutralStrokeAccessible}` },
  label: { display: 'block' },
  box: {
    width: '24px',
    height: '24px',
    margin: '-2px',
    accentColor: tokens.colorBrandBackground,
    cursor: 'pointer',
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '1px' },
  },
});

const SIGNS: Readonly<Partial<Record<StepLine['state'], IconName>>> = { done: 'check', next: 'forward' };

interface StepListProps {
  readonly steps: readonly StepLine[];
  readonly later: LaterWords;
}

/** What there is to do in the organisation's situation, in order, each with its state as sign and word. */
export function StepList({ steps, later }: StepListProps) {
  const styles = useStyles();
  const rowStyles = useRowStyles();
  const titleId = useId();
  return (
    <section className={styles.panel} aria-labelledby={titleId} data-steps="">
      <h2 id={titleId} className={styles.title}>
        {later.tell('steps.title')}
      </h2>
      <ol className={rowStyles.list}>
        {steps.map((step) => (
          <Step key={step.name} step={step} later={later} />
        ))}
      </ol>
    </section>
  );
}

interface StepProps {
  readonly step: StepLine;
  readonly later: LaterWords;
}

/** One step. What Microsoft proves has a sign; what only a person knows has a box to tick. */
function Step({ step: { name, label, state, tick, action }, later }: StepProps) {
  const styles = useStyles();
  const rowStyles = useRowStyles();
  const { send } = useStore();
  const id = useId();
  const sign = SIGNS[state];
  const strong = state === 'next' && rowStyles.strong;
  return (
    <li
      className={rowStyles.row}
      aria-current={state === 'next' ? 'step' : undefined}
      data-step={name}
      data-state={state}
    >
      {tick ? (
        <input
          id={id}
          className={styles.box}
          type="checkbox"
          checked={state === 'done'}
          onChange={() => send(tick)}
        />
      ) : (
        <span className={mergeClasses(rowStyles.sign, state === 'done' ? rowStyles.good : styles[state])}>
          {sign && <Icon name={sign} size={14} />}
        </span>
      )}
      <span>
        {tick ? (
          <label htmlFor={id} className={mergeClasses(styles.label, strong)}>
            {later.say(label)}
          </label>
        ) : (
          <span className={mergeClasses(styles.label, strong)}>{later.say(label)}</span>
        )}
        <span className={rowStyles.small}>{later.tell(`step.${state}`)}</span>
        {action && <ActionButton action={action} look="quiet" />}
      </span>
    </li>
  );
}
