import type { Action, ActionName } from '../../core/pane/screens/model';
import { usePane } from './pane-context';
import { useWords } from '../words-context';
import { Button, type ButtonLook } from '../components/button';
import type { IconName } from '../components/icon-paths';

const ACTION_ICONS: Readonly<Partial<Record<ActionName, IconName>>> = {
  'check-now': 'refresh',
  back: 'back',
  renew: 'refresh',
  approve: 'key',
  confirm: 'shield',
  letter: 'mail',
  'add-autopilot': 'forward',
  share: 'share',
  withdraw: 'trash',
  forget: 'trash',
  'close-dialog': 'cross',
  'sign-in': 'person',
  show: 'screen',
  help: 'question',
  manage: 'shield',
  group: 'draft',
  'change-situation': 'list',
};

interface ActionButtonProps {
  readonly action: Action;
  readonly look: ButtonLook;
  /** It cannot be pressed yet: something that it needs is still under way. */
  readonly off?: boolean;
  readonly className?: string | undefined;
  /** What pressing does in place of telling the store. */
  readonly onPress?: () => void;
}

/** A button for an action of the screen's model. */
export function ActionButton({ action, look, off = false, className, onPress }: ActionButtonProps) {
  const words = useWords();
  const { press } = usePane();
  return (
    <Button
      icon={ACTION_ICONS[action.name]}
      label={words.say(action.label)}
      look={look}
      busy={action.busy === true}
      off={off}
      className={className}
      name={action.name}
      onPress={onPress ?? (() => press(action))}
    />
  );
}
