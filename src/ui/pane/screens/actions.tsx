import { makeStyles } from '@fluentui/react-components';
import type { Action, ActionName, Choice } from '../../../core/pane/screens/model';
import { ActionButton } from '../action-button';
import { ChoiceCard } from '../../components/choice-card';
import type { IconName } from '../../components/icon-paths';
import { usePane } from '../pane-context';

const useStyles = makeStyles({
  ways: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', rowGap: '10px' },
  others: { display: 'flex', flexDirection: 'column', alignItems: 'flex-start', rowGap: '4px' },
});

interface ActionsProps {
  readonly primary?: Action | undefined;
  readonly choices?: readonly Choice[] | undefined;
  readonly others: readonly Action[];
}

/** A screen's ways on: the primary one, choices side by side, and the quieter ones. */
export function Actions({ primary, choices, others }: ActionsProps) {
  const styles = useStyles();
  return (
    <>
      {(primary !== undefined || (choices !== undefined && choices.length > 0)) && (
        <div className={styles.ways}>
          {primary && <ActionButton action={primary} look="primary" />}
          {choices?.map((choice, index) => (
            <Way key={choice.action.name} choice={choice} first={primary === undefined && index === 0} />
          ))}
        </div>
      )}
      {others.length > 0 && (
        <div className={styles.others}>
          {others.map((action) => (
            <ActionButton key={action.name} action={action} look="quiet" />
          ))}
        </div>
      )}
    </>
  );
}

const CHOICE_ICONS: Readonly<Partial<Record<ActionName, IconName>>> = {
  approve: 'key',
  confirm: 'key',
  share: 'share',
  'sign-in': 'person',
};

/** One of the choices. The first is a little more prominent where nothing is primary. */
function Way({ choice, first }: { readonly choice: Choice; readonly first: boolean }) {
  const { words, press } = usePane();
  const { action, explanation } = choice;
  return (
    <ChoiceCard
      icon={CHOICE_ICONS[action.name] ?? 'forward'}
      label={words.say(action.label)}
      explanation={words.say(explanation)}
      look={first ? 'prominent' : 'plain'}
      busy={action.busy === true}
      name={action.name}
      onPress={() => press(action)}
    />
  );
}
