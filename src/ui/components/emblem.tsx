import { makeStyles, mergeClasses } from '@fluentui/react-components';
import type { Tone } from '../../core/shown/model';
import { softTint } from '../soft-tint';
import { Icon } from './icon';
import type { IconName } from './icon-paths';
import { tokens } from '../theme-tokens';

const useStyles = makeStyles({
  disc: {
    width: '56px',
    height: '56px',
    borderRadius: '50%',
    display: 'grid',
    placeItems: 'center',
    '@media (forced-colors: active)': { border: '2px solid CanvasText', boxSizing: 'border-box' },
  },
  plain: { backgroundColor: softTint(tokens.colorBrandBackground2, 75), color: tokens.colorBrandForeground2 },
  good: {
    backgroundColor: softTint(tokens.colorStatusSuccessBackground2, 45),
    color: tokens.colorStatusSuccessForeground1,
  },
  attention: {
    backgroundColor: softTint(tokens.colorStatusWarningBackground2, 45),
    color: tokens.colorStatusWarningForeground3,
  },
  stopped: {
    backgroundColor: softTint(tokens.colorStatusDangerBackground2, 45),
    color: tokens.colorStatusDangerForeground1,
  },
});

/** An icon on a disc in the colours of a tone: the picture over a screen's title. */
export function Emblem({ icon, tone }: { readonly icon: IconName; readonly tone: Tone }) {
  const styles = useStyles();
  return (
    <div className={mergeClasses(styles.disc, styles[tone])}>
      <Icon name={icon} size={28} />
    </div>
  );
}
