import { makeStyles } from '@fluentui/react-components';
import type { TenantChange } from '../../core/ledger/api';
import { tokens } from '../theme-tokens';
import { StateName } from './mark';
import { moment } from './formats';
import { byVersion, lacks, PANEL, SITUATION_NAMES } from './words';

const useStyles = makeStyles({
  none: { margin: 0, color: tokens.colorNeutralForeground2 },
  list: { margin: 0, padding: 0, listStyleType: 'none' },
  change: {
    position: 'relative',
    paddingInlineStart: '20px',
    paddingBlockEnd: '14px',
    // The line that leads from one change to the one before it.
    '::before': {
      content: '""',
      position: 'absolute',
      insetInlineStart: '4px',
      insetBlockStart: '10px',
      insetBlockEnd: '-6px',
      borderLeft: `1px solid ${tokens.colorNeutralStroke1}`,
    },
    '::after': {
      content: '""',
      position: 'absolute',
      insetInlineStart: '1px',
      insetBlockStart: '7px',
      width: '7px',
      height: '7px',
      boxSizing: 'border-box',
      borderRadius: '50%',
      border: `2px solid ${tokens.colorNeutralStrokeAccessible}`,
      backgroundColor: tokens.colorNeutralBackground1,
    },
    ':last-child': { paddingBlockEnd: 0, '::before': { display: 'none' } },
  },
  more: { fontSize: '12px', lineHeight: '16px', color: tokens.colorNeutralForeground3 },
});

/** How the organisation has stood, the newest first. */
export function HistoryList({ history }: { readonly history: readonly TenantChange[] }) {
  const styles = useStyles();
  if (history.length === 0) return <p className={styles.none}>{PANEL.noHistory}</p>;
  return (
    <ol className={styles.list}>
      {history.map((change) => (
        <li key={`${change.at} ${change.state}`} className={styles.change}>
          <StateName state={change.state} />
          <div className={styles.more}>{moment(change.at)}</div>
          <div className={styles.more}>{aboutOf(change).join(' · ')}</div>
        </li>
      ))}
    </ol>
  );
}

const aboutOf = ({ situation, missing, setVersion }: TenantChange): readonly string[] => [
  ...(situation === undefined ? [] : [SITUATION_NAMES[situation]]),
  ...(missing.length === 0 ? [] : [lacks(missing.length)]),
  byVersion(setVersion),
];
