import { makeStyles, mergeClasses } from '@fluentui/react-components';
import type { ShownState } from '../../core/ledger/api';
import { ICON_PATHS, type IconName } from '../components/icon-paths';
import { tokens } from '../theme-tokens';
import { STATE_NAMES } from './words';

const useStyles = makeStyles({
  mark: { display: 'block', flexShrink: 0 },
  state: { display: 'flex', alignItems: 'center', columnGap: '6px', minWidth: 0 },
  name: { minWidth: 0, overflowWrap: 'break-word' },
  good: { color: tokens.colorStatusSuccessForeground1 },
  attention: { color: tokens.colorStatusWarningForeground3 },
  stopped: { color: tokens.colorStatusDangerForeground1 },
  plain: { color: tokens.colorNeutralForeground3 },
});

/** Each state has a shape of its own beside its name: the colour only repeats what they say. */
const LOOKS: Readonly<
  Record<ShownState, { readonly icon: IconName; readonly tone: 'good' | 'attention' | 'stopped' | 'plain' }>
> = {
  granted: { icon: 'check', tone: 'good' },
  partial: { icon: 'warning', tone: 'attention' },
  'only-some-people': { icon: 'people', tone: 'attention' },
  withdrawn: { icon: 'cross', tone: 'stopped' },
  disabled: { icon: 'blocked', tone: 'stopped' },
  'never-asked': { icon: 'dash', tone: 'plain' },
  unproven: { icon: 'question', tone: 'plain' },
  'could-not-tell': { icon: 'offline', tone: 'plain' },
  unknown: { icon: 'question', tone: 'plain' },
  deleted: { icon: 'trash', tone: 'plain' },
};

/** A decorative icon in the colour of the text around it. */
export function Mark({ icon, className }: { readonly icon: IconName; readonly className?: string }) {
  const styles = useStyles();
  return (
    <svg
      className={mergeClasses(styles.mark, className)}
      width={20}
      height={20}
      viewBox="0 0 20 20"
      fill="none"
      stroke="currentColor"
      strokeWidth={1.5}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      {ICON_PATHS[icon].map((path) => (
        <path key={path} d={path} />
      ))}
    </svg>
  );
}

/** A state by its shape and its name. */
export function StateName({ state }: { readonly state: ShownState }) {
  const styles = useStyles();
  const { icon, tone } = LOOKS[state];
  return (
    <span className={styles.state} title={STATE_NAMES[state]}>
      <Mark icon={icon} className={styles[tone]} />
      <span className={styles.name}>{STATE_NAMES[state]}</span>
    </span>
  );
}
