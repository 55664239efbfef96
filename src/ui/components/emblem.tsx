import { makeStyles, mergeClasses } from '@fluentui/react-components';
import type { ScreenName, Tone } from '../../core/screen/model';
import { softTint } from '../soft-tint';
import { GreenCheck } from './green-check';
import { Icon } from './icon';
import type { IconName } from './icon-paths';
import { ProgressRing } from './progress-ring';
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

const ICONS: Readonly<Record<Exclude<ScreenName, 'checking' | 'granted'>, IconName>> = {
  'granted-personally': 'person',
  partial: 'shield',
  required: 'key',
  waiting: 'clock',
  granting: 'key',
  situation: 'list',
  sharing: 'share',
  showing: 'screen',
  group: 'people',
  manage: 'shield',
  help: 'question',
  'sign-in': 'person',
  'other-tenant': 'people',
  blocked: 'blocked',
  unknown: 'question',
};

/** The picture over a screen's title. Only the `granted` screen in the `good` tone has the green check. */
export function Emblem({
  name,
  tone,
  offline = false,
}: {
  readonly name: ScreenName;
  readonly tone: Tone;
  readonly offline?: boolean;
}) {
  const styles = useStyles();
  if (name === 'checking') return <ProgressRing />;
  if (name === 'granted' && tone === 'good') return <GreenCheck />;
  const icon = name === 'granted' ? 'check' : name === 'unknown' && offline ? 'offline' : ICONS[name];
  return (
    <div className={mergeClasses(styles.disc, styles[tone])}>
      <Icon name={icon} size={28} />
    </div>
  );
}
