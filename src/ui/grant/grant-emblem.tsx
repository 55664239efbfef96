import { makeStyles, mergeClasses } from '@fluentui/react-components';
import type { GrantScreenModel, GrantScreenName } from '../../core/granting/screen-model';
import { GreenCheck } from '../components/green-check';
import { Icon } from '../components/icon';
import type { IconName } from '../components/icon-paths';
import { ProgressRing } from '../components/progress-ring';
import { softTint } from '../soft-tint';
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
  attention: {
    backgroundColor: softTint(tokens.colorStatusWarningBackground2, 45),
    color: tokens.colorStatusWarningForeground3,
  },
  stopped: {
    backgroundColor: softTint(tokens.colorStatusDangerBackground2, 45),
    color: tokens.colorStatusDangerForeground1,
  },
});

const ICONS: Readonly<Record<Exclude<GrantScreenName, 'confirmed'>, IconName>> = {
  opening: 'key',
  lost: 'question',
  gone: 'clock',
  invitation: 'key',
  starting: 'forward',
  'returned-in-dialog': 'forward',
  confirming: 'clock',
  'sign-in': 'person',
  spreading: 'clock',
  partial: 'shield',
  unproven: 'person',
  blocked: 'blocked',
  'other-account': 'people',
  unknown: 'question',
  unasked: 'question',
  denied: 'cross',
  expired: 'clock',
  repeated: 'refresh',
  forged: 'warning',
  'other-tenant': 'building',
  failed: 'warning',
};

/** The picture over a screen's title. The green check is drawn for a confirmed grant in the `good` tone, and for nothing else. */
export function GrantEmblem({ model }: { readonly model: GrantScreenModel }) {
  const styles = useStyles();
  const { name, tone, busy } = model;
  if (name === 'confirmed' && tone === 'good') return <GreenCheck />;
  if (busy) return <ProgressRing />;
  return (
    <div className={mergeClasses(styles.disc, styles[tone === 'good' ? 'plain' : tone])}>
      <Icon name={name === 'confirmed' ? 'check' : ICONS[name]} size={28} />
    </div>
  );
}
