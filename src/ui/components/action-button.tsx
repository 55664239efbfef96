import { Button, makeStyles, mergeClasses } from '@fluentui/react-components';
import type { Action, ActionName } from '../../core/screen-model';
import { usePane } from '../pane-context';
import { Icon } from './icon';
import type { IconName } from './icon-paths';
import { ProgressRing } from './progress-ring';

const useStyles = makeStyles({
  button: { minHeight: '32px', overflowWrap: 'anywhere' },
  wide: { width: '100%', maxWidth: 'none', minHeight: '40px', justifyContent: 'center' },
  quiet: { justifyContent: 'flex-start', marginInlineStart: '-8px', paddingInline: '8px', minWidth: 0, textAlign: 'start' },
});

export const ACTION_ICONS: Readonly<Partial<Record<ActionName, IconName>>> = {
  'check-now': 'refresh',
  back: 'back',
  'share-draft': 'draft',
  'share-copy': 'copy',
  'share-mail': 'mail',
  'share-teams': 'chat',
  share: 'share',
  withdraw: 'trash',
  'sign-in': 'person',
};

/** How loudly a button speaks: one `primary` a screen at most. */
export type ActionLook = 'primary' | 'secondary' | 'quiet';

interface ActionButtonProps {
  readonly action: Action;
  readonly look: ActionLook;
  /** It cannot be pressed yet: something that it needs is still under way. */
  readonly off?: boolean;
}

/**
 * A button for an action of the screen's model. While the action is busy the button keeps its place, its name and the
 * focus, and does nothing.
 */
export function ActionButton({ action, look, off = false }: ActionButtonProps) {
  const styles = useStyles();
  const { words, press } = usePane();
  const icon = ACTION_ICONS[action.name];
  const busy = action.busy === true;
  return (
    <Button
      type="button"
      appearance={look === 'quiet' ? 'subtle' : look}
      size={look === 'quiet' ? 'medium' : 'large'}
      className={mergeClasses(styles.button, look === 'quiet' ? styles.quiet : styles.wide)}
      disabledFocusable={busy || off}
      data-action={action.name}
      {...(busy
        ? { icon: <ProgressRing size={20} /> }
        : icon === undefined || look === 'primary'
          ? {}
          : { icon: <Icon name={icon} /> })}
      onClick={() => {
        if (!busy && !off) press(action);
      }}
    >
      {words.say(action.label)}
    </Button>
  );
}
