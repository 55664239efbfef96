import { makeStyles, mergeClasses } from '@fluentui/react-components';
import { useId } from 'react';
import type { Message } from '../../core/message';
import type { PendingModel } from '../../core/screen-model';
import { usePane } from '../pane-context';
import { tokens } from '../theme-tokens';

const useStyles = makeStyles({
  panel: {
    padding: '14px',
    borderRadius: tokens.borderRadiusXLarge,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  title: { margin: '0 0 10px', fontSize: '14px', lineHeight: '20px', fontWeight: tokens.fontWeightSemibold },
  steps: { listStyleType: 'none', margin: 0, padding: 0 },
  step: {
    position: 'relative',
    paddingInlineStart: '20px',
    paddingBlockEnd: '10px',
    fontSize: '13px',
    lineHeight: '18px',
    // The dot, and the line that leads on to the next one.
    '::before': {
      content: '""',
      position: 'absolute',
      insetInlineStart: 0,
      insetBlockStart: '5px',
      width: '8px',
      height: '8px',
      borderRadius: '50%',
      backgroundColor: tokens.colorNeutralStrokeAccessible,
      '@media (forced-colors: active)': { backgroundColor: 'CanvasText' },
    },
    '::after': {
      content: '""',
      position: 'absolute',
      insetInlineStart: '3.5px',
      insetBlockStart: '17px',
      insetBlockEnd: '-1px',
      width: '1px',
      backgroundColor: tokens.colorNeutralStroke2,
    },
    ':last-child': { paddingBlockEnd: 0, '::after': { display: 'none' } },
  },
  latest: { '::before': { backgroundColor: tokens.colorBrandBackground } },
  at: { display: 'block', fontSize: '12px', lineHeight: '16px', color: tokens.colorNeutralForeground3 },
  expires: {
    margin: '12px 0 0',
    fontSize: '12px',
    lineHeight: '17px',
    color: tokens.colorNeutralForeground3,
  },
});

interface Step {
  readonly key: string;
  readonly atMs: number;
  readonly text: Message;
}

/** What has become of the request so far, oldest first. */
export function PendingPanel({ pending }: { readonly pending: PendingModel }) {
  const styles = useStyles();
  const { words } = usePane();
  const titleId = useId();
  const steps: readonly Step[] = [
    { key: 'shared', atMs: pending.sharedAtMs, text: { key: `shared.${pending.way}`, values: {} } as const },
    ...pending.history
      // That the link was made is told by the sharing already.
      .filter(({ text }) => text.key !== 'history.made')
      .map((one, index) => ({ ...one, key: `history-${String(index)}` })),
  ].toSorted((a, b) => a.atMs - b.atMs);
  return (
    <section className={styles.panel} aria-labelledby={titleId} data-pending="">
      <h2 id={titleId} className={styles.title}>
        {words.face('pending.title')}
      </h2>
      <ol className={styles.steps}>
        {steps.map(({ key, atMs, text }, index) => (
          <li key={key} className={mergeClasses(styles.step, index === steps.length - 1 && styles.latest)}>
            {words.say(text)}
            <span className={styles.at}>{words.face('pending.at', { atMs })}</span>
          </li>
        ))}
      </ol>
      {pending.expiresAtMs !== undefined && (
        <p className={styles.expires}>{words.face('pending.expires', { atMs: pending.expiresAtMs })}</p>
      )}
    </section>
  );
}
