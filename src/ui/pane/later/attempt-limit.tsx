import { makeStyles } from '@fluentui/react-components';
import { Icon } from '../../components/icon';
import { tokens } from '../../theme-tokens';
import { useWords } from '../../words-context';

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

/** Until when the attempt may be finished. No countdown: whoever reads Microsoft's list needs time. */
export function AttemptLimit({ untilMs }: { readonly untilMs: number }) {
  const styles = useStyles();
  const words = useWords();
  return (
    <p className={styles.limit} data-attempt="">
      <Icon name="clock" size={16} />
      <span>{words.label('attempt.until', { atMs: untilMs })}</span>
    </p>
  );
}
