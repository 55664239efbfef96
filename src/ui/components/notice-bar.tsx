import { makeStyles, mergeClasses } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { Tone } from '../../core/shown/model';
import { softTint } from '../soft-tint';
import { Icon } from './icon';
import type { IconName } from './icon-paths';
import { tokens } from '../theme-tokens';

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
  plainIcon: {},
  goodIcon: { color: tokens.colorStatusSuccessForeground1 },
  attentionIcon: { color: tokens.colorStatusWarningForeground3 },
  stoppedIcon: { color: tokens.colorStatusDangerForeground1 },
  text: { margin: 0 },
});

const ICONS: Readonly<Record<Tone, IconName>> = {
  plain: 'info',
  good: 'check',
  attention: 'warning',
  stopped: 'blocked',
};

interface NoticeBarProps {
  readonly tone: Tone;
  readonly text: string;
  /** What can be done about it. */
  readonly children?: ReactNode;
}

/** What became of the last thing that the person did. The live region says it aloud. */
export function NoticeBar({ tone, text, children }: NoticeBarProps) {
  const styles = useStyles();
  return (
    <div className={mergeClasses(styles.bar, styles[tone])} data-notice={tone}>
      <Icon name={ICONS[tone]} className={styles[`${tone}Icon`]} />
      <div>
        <p className={styles.text}>{text}</p>
        {children}
      </div>
    </div>
  );
}
