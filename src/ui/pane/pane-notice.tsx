import type { Notice } from '../../core/pane/screens/model';
import { usePane } from './pane-context';
import { ActionButton } from './action-button';
import { NoticeBar } from '../components/notice-bar';

/** A notice of the screen's model, with the act that it offers. */
export function PaneNotice({ notice: { tone, text, action } }: { readonly notice: Notice }) {
  const { words } = usePane();
  return (
    <NoticeBar tone={tone} text={words.say(text)}>
      {action && <ActionButton action={action} look="quiet" />}
    </NoticeBar>
  );
}
