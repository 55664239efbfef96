import { makeStyles } from '@fluentui/react-components';
import type { GrantAction } from '../../core/granting/screen-model';
import type { ChecksModel } from '../../core/screen/model';
import { StatusLine } from '../components/status-line';
import { GrantButton } from './grant-button';

const useStyles = makeStyles({
  line: { display: 'flex', alignItems: 'center', justifyContent: 'space-between', columnGap: '12px' },
  button: {
    flexShrink: 0,
    marginInlineEnd: '-8px',
    '@media (forced-colors: active)': { marginInlineEnd: 0 },
  },
});

/** When Microsoft was asked last and will be asked next, with the button that asks now. */
export function ChecksLine({
  checks,
  checkNow,
}: {
  readonly checks: ChecksModel;
  readonly checkNow?: GrantAction | undefined;
}) {
  const styles = useStyles();
  return (
    <div className={styles.line}>
      <StatusLine checks={checks} />
      {checkNow && (
        <span className={styles.button}>
          <GrantButton action={checkNow} look="quiet" />
        </span>
      )}
    </div>
  );
}
