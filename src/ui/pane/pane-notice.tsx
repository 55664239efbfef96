import { useLayoutEffect } from 'react';
import type { Notice } from '../../core/pane/screens/model';
import { NoticeBar } from '../components/notice-bar';
import { useStore } from './store-context';
import { ActionButton } from './action-button';
import { AfterVerdict } from './after-verdict';
import { useWords } from '../words-context';

/** A notice of the screen's model, with the act that it offers. The words of most come after the verdict. */
export function PaneNotice({ notice }: { readonly notice: Notice }) {
  const words = useWords();
  const { text } = notice;
  return words.knows(text) ? (
    <SpokenNotice notice={notice} text={words.say(text)} />
  ) : (
    <AfterVerdict lines={2}>
      {(_, later) => <SpokenNotice notice={notice} text={later.say(text)} />}
    </AfterVerdict>
  );
}

/** The notice in words; they are said aloud as long as they stand there. */
function SpokenNotice({ notice, text }: { readonly notice: Notice; readonly text: string }) {
  const { tone, action, reminder } = notice;
  const { sayAloud } = useStore();
  // With the title, before anything is painted: the live region changes once.
  useLayoutEffect(() => {
    sayAloud(text);
    return () => sayAloud('');
  }, [sayAloud, text]);
  return (
    <NoticeBar tone={tone} text={text}>
      {action && <ActionButton action={action} look="quiet" />}
      {reminder && (
        <AfterVerdict lines={1}>
          {({ ShareButton }, later) => <ShareButton action={reminder} later={later} look="quiet" />}
        </AfterVerdict>
      )}
    </NoticeBar>
  );
}
