import type { Notice } from '../../core/pane/screens/model';
import { usePane } from './pane-context';
import { ActionButton } from './action-button';
import { LaterPart } from '../components/later-part';
import { NoticeBar } from '../components/notice-bar';
import { loadRequestParts } from './request-parts';

/** A notice of the screen's model, with the act that it offers. */
export function PaneNotice({ notice: { tone, text, action, reminder } }: { readonly notice: Notice }) {
  const { words } = usePane();
  return (
    <NoticeBar tone={tone} text={words.say(text)}>
      {action && <ActionButton action={action} look="quiet" />}
      {reminder && (
        <LaterPart load={loadRequestParts} lines={1}>
          {({ ShareButton }) => <ShareButton action={reminder} look="quiet" />}
        </LaterPart>
      )}
    </NoticeBar>
  );
}
