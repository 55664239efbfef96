import { makeStyles } from '@fluentui/react-components';
import type { ApprovalAction } from '../../core/approval/screens/model';
import { Button } from '../components/button';
import type { IconName } from '../components/icon-paths';
import { useApproval } from './approval-context';

const useStyles = makeStyles({
  // A page has more room than the pane: its one way on is larger, and no wider than it needs to be.
  primary: {
    minHeight: '44px',
    padding: '11px 24px',
    fontSize: '15px',
    '@media (min-width: 520px)': { width: 'auto', minWidth: '240px' },
  },
});

const ICONS: Readonly<Partial<Record<ApprovalAction['name'], IconName>>> = {
  'try-again': 'refresh',
  'check-now': 'refresh',
  'sign-in': 'person',
  close: 'cross',
  copy: 'copy',
  'pass-on': 'copy',
  confirm: 'shield',
};

interface ApprovalButtonProps {
  readonly action: ApprovalAction;
  /** How loudly it speaks: one `primary` a screen at most. */
  readonly look: 'primary' | 'quiet';
}

/** A button for an action of the page's model. */
export function ApprovalButton({ action, look }: ApprovalButtonProps) {
  const styles = useStyles();
  const { words, press } = useApproval();
  return (
    <Button
      icon={ICONS[action.name]}
      label={words.tell(action.label)}
      look={look}
      busy={action.busy === true}
      name={action.name}
      className={look === 'primary' ? styles.primary : undefined}
      onPress={() => press(action)}
    />
  );
}
