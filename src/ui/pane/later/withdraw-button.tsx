import { makeStyles } from '@fluentui/react-components';
import { useLayoutEffect, useRef, useState } from 'react';
import type { Action } from '../../../core/pane/screens/model';
import { Button } from '../../components/button';
import type { LaterWords } from '../../strings/later/words';
import { ActionButton } from '../action-button';
import { usePane } from '../pane-context';
import { useWords } from '../../words-context';

const useStyles = makeStyles({
  question: { margin: 0, fontSize: '13px', lineHeight: '19px', overflowWrap: 'anywhere' },
  answers: { display: 'flex', flexWrap: 'wrap', columnGap: '20px' },
});

/** Takes the open request back, after one question: the link cannot be brought back. */
export function WithdrawButton({ action, later }: { readonly action: Action; readonly later: LaterWords }) {
  const styles = useStyles();
  const words = useWords();
  const { press } = usePane();
  const [asked, setAsked] = useState(false);
  const question = useRef<HTMLDivElement>(null);
  // To the answer that destroys nothing: Enter may still be held down.
  useLayoutEffect(() => {
    if (asked) question.current?.querySelector<HTMLElement>('[data-action="withdraw-no"]')?.focus();
  }, [asked]);
  const isStraight = action.name === 'forget';
  if (!asked) return <ActionButton action={action} look="quiet" onPress={() => setAsked(true)} />;
  return (
    <div ref={question} role="group" aria-label={words.say(action.label)}>
      <p className={styles.question} role="alert">
        {later.tell(isStraight ? 'forget.question' : 'withdraw.question')}
      </p>
      <div className={styles.answers}>
        <Button
          icon="trash"
          label={later.tell(isStraight ? 'forget.yes' : 'withdraw.yes')}
          look="quiet"
          name="withdraw-yes"
          onPress={() => press(action)}
        />
        <Button
          label={later.tell('withdraw.no')}
          look="quiet"
          name="withdraw-no"
          onPress={() => setAsked(false)}
        />
      </div>
    </div>
  );
}
