import type { ShareAction } from '../../../core/pane/screens/model';
import { sharePress } from '../../../core/pane/screens/share-press';
import { LaterButton, type LaterButtonLook } from '../../components/later-button';
import type { IconName } from '../../components/icon-paths';
import { useStore } from '../store-context';
import type { LaterWords } from '../../strings/later/words';
import { usePane } from '../pane-context';

const ICONS: Readonly<Record<ShareAction['name'], IconName>> = {
  'share-draft': 'draft',
  'share-copy': 'copy',
  'share-mail': 'mail',
  'share-teams': 'chat',
  remind: 'share',
};

interface ShareButtonProps {
  readonly action: ShareAction;
  readonly later: LaterWords;
  readonly look: LaterButtonLook;
  /** One of several in a column: their icons and words stand below one another. */
  readonly listed?: boolean;
}

/** Composes the message and hands it over, in one press. */
export function ShareButton({ action, later, look, listed = false }: ShareButtonProps) {
  const { press } = usePane();
  const { message } = useStore();
  const { name, label, facts, busy, off } = action;
  return (
    <LaterButton
      icon={ICONS[name]}
      label={later.say(label)}
      look={look}
      busy={busy === true}
      off={facts === undefined || off === true || message.coming !== undefined}
      listed={listed}
      name={name}
      onPress={() => {
        const event = sharePress(action, message.words ?? later.request);
        if (event) press({ event });
      }}
    />
  );
}
