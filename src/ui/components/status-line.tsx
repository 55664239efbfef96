import { makeStyles } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { ChecksModel } from '../../core/shown/model';
import { useWords } from '../words-context';
import { Icon } from './icon';
import { ProgressRing } from './progress-ring';
import { tokens } from '../theme-tokens';

const useStyles = makeStyles({
  line: {
    display: 'flex',
    // The button goes below only where it does not fit beside the longest word.
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: '12px',
    fontSize: '12px',
    lineHeight: '17px',
    color: tokens.colorNeutralForeground3,
  },
  // Its own space stands outside the line, as everywhere at the other side.
  button: {
    flexShrink: 0,
    marginInlineStart: 'auto',
    marginInlineEnd: '-8px',
    '@media (forced-colors: active)': { marginInlineEnd: 0 },
  },
  words: {
    display: 'flex',
    alignItems: 'center',
    columnGap: '8px',
    flexGrow: 1,
    flexBasis: 'min-content',
    minWidth: 0,
    minHeight: '32px',
    fontVariantNumeric: 'tabular-nums',
  },
  sentences: { overflowWrap: 'break-word' },
  sentence: { display: 'block' },
});

interface StatusLineProps {
  readonly checks: ChecksModel;
  /** The button that asks now. */
  readonly children?: ReactNode;
}

/** When Microsoft was asked last and will be asked next, with the button that asks now. `useSpokenChecks` says it aloud. */
export function StatusLine({ checks, children }: StatusLineProps) {
  const styles = useStyles();
  return (
    <div className={styles.line} data-status-line="">
      <span className={styles.words}>
        {checks.busy ? (
          <ProgressRing size={16} />
        ) : checks.lastAtMs === undefined && checks.paused === undefined && !checks.putOff ? null : (
          <Icon
            name={checks.isOffline ? 'offline' : checks.paused === 'hidden' ? 'pause' : 'clock'}
            size={16}
          />
        )}
        <StatusSentences checks={checks} />
      </span>
      {children !== undefined && <span className={styles.button}>{children}</span>}
    </div>
  );
}

/** The time of the last check. Nothing here ticks: the next one is told to whoever points at it, or has to wait for it. */
function StatusSentences({ checks }: { readonly checks: ChecksModel }) {
  const styles = useStyles();
  const words = useWords();
  if (checks.busy) return <span className={styles.sentences}>{words.label('checks.busy')}</span>;
  const next =
    checks.nextAtMs === undefined ? undefined : words.label('checks.next', { atMs: checks.nextAtMs });
  return (
    <span className={styles.sentences} title={next}>
      {checks.lastAtMs !== undefined && (
        <span className={styles.sentence}>{words.label('checks.last', { atMs: checks.lastAtMs })} </span>
      )}
      {checks.putOff && (
        <span className={styles.sentence} data-put-off="">
          {next}
        </span>
      )}
      {checks.paused !== undefined && (
        <span className={styles.sentence}>{words.label(`checks.paused-${checks.paused}`)}</span>
      )}
    </span>
  );
}
