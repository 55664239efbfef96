import { makeStyles } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { ChecksModel } from '../../core/shown/model';
import { usePane } from '../pane/pane-context';
import { useTick } from '../use-tick';
import { Icon } from './icon';
import { ProgressRing } from './progress-ring';
import { tokens } from '../theme-tokens';

const useStyles = makeStyles({
  line: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'space-between',
    columnGap: '12px',
    fontSize: '12px',
    lineHeight: '17px',
    color: tokens.colorNeutralForeground3,
  },
  // Its own space stands outside the line, as everywhere at the other side.
  button: {
    flexShrink: 0,
    marginInlineEnd: '-8px',
    '@media (forced-colors: active)': { marginInlineEnd: 0 },
  },
  words: {
    display: 'flex',
    alignItems: 'center',
    columnGap: '8px',
    minWidth: 0,
    minHeight: '32px',
    fontVariantNumeric: 'tabular-nums',
  },
  sentences: { overflowWrap: 'anywhere' },
  sentence: { display: 'block' },
});

const SECOND = 1000;

interface StatusLineProps {
  readonly checks: ChecksModel;
  /** The button that asks now. */
  readonly children?: ReactNode;
}

/** When Microsoft was asked last and will be asked next, with the button that asks now. */
export function StatusLine({ checks, children }: StatusLineProps) {
  const styles = useStyles();
  return (
    <div className={styles.line} data-status-line="">
      <span className={styles.words}>
        {checks.busy ? (
          <ProgressRing size={16} />
        ) : (
          <Icon
            name={checks.paused === 'offline' ? 'offline' : checks.paused === 'hidden' ? 'pause' : 'clock'}
            size={16}
          />
        )}
        <StatusSentences checks={checks} />
      </span>
      {children !== undefined && <span className={styles.button}>{children}</span>}
    </div>
  );
}

function StatusSentences({ checks }: { readonly checks: ChecksModel }) {
  const styles = useStyles();
  const { words, clock } = usePane();
  const nextInMs = checks.nextAtMs === undefined ? Number.POSITIVE_INFINITY : checks.nextAtMs - clock.now();
  const lastAgoMs = checks.lastAtMs === undefined ? Number.POSITIVE_INFINITY : clock.now() - checks.lastAtMs;
  // Seconds are shown for a minute; after it, minutes do.
  const counting = Math.min(nextInMs, lastAgoMs) < 60 * SECOND;
  useTick(checks.busy ? undefined : counting ? SECOND : 15 * SECOND);
  if (checks.busy) return <span className={styles.sentences}>{words.label('checks.busy')}</span>;
  const last =
    checks.lastAtMs === undefined ? undefined : words.label('checks.last', { atMs: checks.lastAtMs });
  const next = nextWords(checks, words.label);
  return (
    <span className={styles.sentences}>
      {last !== undefined && <span className={styles.sentence}>{last} </span>}
      {next !== undefined && <span className={styles.sentence}>{next}</span>}
    </span>
  );
}

function nextWords(
  checks: ChecksModel,
  label: ReturnType<typeof usePane>['words']['label'],
): string | undefined {
  if (checks.paused === 'offline') return label('checks.paused-offline');
  if (checks.paused === 'hidden') return label('checks.paused-hidden');
  return checks.nextAtMs === undefined ? undefined : label('checks.next', { atMs: checks.nextAtMs });
}
