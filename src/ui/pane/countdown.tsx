import { makeStyles } from '@fluentui/react-components';
import { usePane } from './pane-context';
import { useTick } from '../use-tick';
import { Icon } from '../components/icon';
import { tokens } from '../theme-tokens';

const useStyles = makeStyles({
  countdown: {
    display: 'flex',
    alignItems: 'center',
    columnGap: '8px',
    fontSize: '14px',
    lineHeight: '20px',
    fontWeight: tokens.fontWeightSemibold,
    fontVariantNumeric: 'tabular-nums',
    color: tokens.colorNeutralForeground2,
  },
});

const SECOND = 1000;

/** The time that is left until `untilMs` (milliseconds since the epoch), once a second; at its end it says so. */
export function Countdown({ untilMs }: { readonly untilMs: number }) {
  const styles = useStyles();
  const { words, clock } = usePane();
  useTick(clock.now() >= untilMs ? undefined : SECOND);
  const leftMs = untilMs - clock.now();
  return (
    // A timer is not read out at every tick (WAI-ARIA 1.2, role timer).
    <div role="timer" className={styles.countdown}>
      <Icon name="clock" size={16} />
      {leftMs <= 0 ? words.label('countdown.over') : words.label('countdown.left', { leftMs })}
    </div>
  );
}
