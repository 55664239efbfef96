import { makeStyles } from '@fluentui/react-components';
import { Icon } from '../../components/icon';
import type { LaterWords } from '../../strings/later/words';
import { tokens } from '../../theme-tokens';

const useStyles = makeStyles({
  limit: {
    display: 'grid',
    gridTemplateColumns: 'auto minmax(0, 1fr)',
    columnGap: '8px',
    margin: 0,
    fontSize: '13px',
    lineHeight: '19px',
    color: tokens.colorNeutralForeground2,
  },
});

interface AttemptLimitProps {
  readonly untilMs: number;
  readonly later: LaterWords;
}

/** Until when the attempt may be finished. No countdown: whoever reads Microsoft's list needs time. */
export function AttemptLimit({ untilMs, later }: AttemptLimitProps) {
  const styles = useStyles();
  return (
    <p className={styles.limit} data-attempt="">
      <Icon name="clock" size={16} />
      <span>{later.tell('attempt.until', { atMs: untilMs })}</span>
    </p>
  );
}
