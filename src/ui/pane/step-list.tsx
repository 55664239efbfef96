import { makeStyles, mergeClasses } from '@fluentui/react-components';
import { useId } from 'react';
import type { StepLine } from '../../core/pane/screens/model';
import { softTint } from '../soft-tint';
import { usePane } from './pane-context';
import { ActionButton } from './action-button';
import { Icon } from '../components/icon';
import type { IconName } from '../components/icon-paths';
import { tokens } from '../theme-tokens';

const useStyles = makeStyles({
  panel: {
    padding: '14px',
    borderRadius: tokens.borderRadiusXLarge,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  title: { margin: '0 0 6px', fontSize: '14px', lineHeight: '20px', fontWeight: tokens.fontWeightSemibold },
  steps: { listStyleType: 'none', margin: 0, padding: 0 },
  step: {
    display: 'grid',
    gridTemplateColumns: '20px minmax(0, 1fr)',
    columnGap: '10px',
    paddingBlock: '7px',
    fontSize: '13px',
    lineHeight: '19px',
    overflowWrap: 'anywhere',
  },
  sign: {
    width: '20px',
    height: '20px',
    borderRadius: '50%',
    display: 'grid',
    placeItems: 'center',
    boxSizing: 'border-box',
    '@media (forced-colors: active)': { border: '1px solid CanvasText' },
  },
  done: {
    backgroundColor: softTint(tokens.colorStatusSuccessBackground2, 50),
    color: tokens.colorStatusSuccessForeground1,
  },
  next: { backgroundColor: tokens.colorBrandBackground2, color: tokens.colorBrandForeground2 },
  later: { border: `1px solid ${tokens.colorNeutralStrokeAccessible}` },
  label: { display: 'block' },
  nextLabel: { fontWeight: tokens.fontWeightSemibold },
  state: { display: 'block', fontSize: '12px', lineHeight: '16px', color: tokens.colorNeutralForeground3 },
});

const SIGNS: Readonly<Partial<Record<StepLine['state'], IconName>>> = { done: 'check', next: 'forward' };

/** What there is to do in the organisation's situation, in order, each with its state as sign and word. */
export function StepList({ steps }: { readonly steps: readonly StepLine[] }) {
  const styles = useStyles();
  const { words } = usePane();
  const titleId = useId();
  return (
    <section className={styles.panel} aria-labelledby={titleId} data-steps="">
      <h2 id={titleId} className={styles.title}>
        {words.say({ key: 'steps.title', values: {} })}
      </h2>
      <ol className={styles.steps}>
        {steps.map(({ name, label, state, action }) => {
          const sign = SIGNS[state];
          return (
            <li
              key={name}
              className={styles.step}
              aria-current={state === 'next' ? 'step' : undefined}
              data-step={name}
              data-state={state}
            >
              <span className={mergeClasses(styles.sign, styles[state])}>
                {sign && <Icon name={sign} size={14} />}
              </span>
              <span>
                <span className={mergeClasses(styles.label, state === 'next' && styles.nextLabel)}>
                  {words.say(label)}
                </span>
                <span className={styles.state}>{words.label(`step.${state}`)}</span>
                {action && <ActionButton action={action} look="quiet" />}
              </span>
            </li>
          );
        })}
      </ol>
    </section>
  );
}
