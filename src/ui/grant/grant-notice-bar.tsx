import { makeStyles, mergeClasses } from '@fluentui/react-components';
import type { GrantNotice } from '../../core/granting/screen-model';
import type { Tone } from '../../core/screen/model';
import { Icon } from '../components/icon';
import type { IconName } from '../components/icon-paths';
import { softTint } from '../soft-tint';
import { tokens } from '../theme-tokens';
import { useGrant } from './grant-context';

const useStyles = makeStyles({
  bar: {
    display: 'grid',
    gridTemplateColumns: 'auto minmax(0, 1fr)',
    columnGap: '10px',
    padding: '10px 12px',
    borderRadius: tokens.borderRadiusLarge,
    border: '1px solid transparent',
    fontSize: '13px',
    lineHeight: '20px',
    color: tokens.colorNeutralForeground1,
    overflowWrap: 'anywhere',
    '@media print': { display: 'none' },
  },
  plain: {
    backgroundColor: tokens.colorNeutralBackground3,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  good: {
    backgroundColor: softTint(tokens.colorStatusSuccessBackground1, 60),
    border: `1px solid ${softTint(tokens.colorStatusSuccessBorder1, 50)}`,
  },
  attention: {
    backgroundColor: softTint(tokens.colorStatusWarningBackground1, 60),
    border: `1px solid ${softTint(tokens.colorStatusWarningBorder1, 50)}`,
  },
  stopped: {
    backgroundColor: softTint(tokens.colorStatusDangerBackground1, 60),
    border: `1px solid ${softTint(tokens.colorStatusDangerBorder1, 50)}`,
  },
  goodIcon: { color: tokens.colorStatusSuccessForeground1 },
  attentionIcon: { color: tokens.colorStatusWarningForeground3 },
  stoppedIcon: { color: tokens.colorStatusDangerForeground1 },
  text: { margin: 0 },
});

const ICONS: Readonly<Record<Tone, IconName>> = {
  plain: 'clock',
  good: 'check',
  attention: 'warning',
  stopped: 'blocked',
};

/** What became of the last thing that the person did. The live region says it aloud. */
export function GrantNoticeBar({ notice }: { readonly notice: GrantNotice }) {
  const styles = useStyles();
  const { words } = useGrant();
  const iconColour = {
    plain: undefined,
    good: styles.goodIcon,
    attention: styles.attentionIcon,
    stopped: styles.stoppedIcon,
  };
  return (
    <div className={mergeClasses(styles.bar, styles[notice.tone])} data-notice={notice.tone}>
      <Icon name={ICONS[notice.tone]} className={mergeClasses(iconColour[notice.tone])} />
      <p className={styles.text}>{words.tell(notice.text)}</p>
    </div>
  );
}
