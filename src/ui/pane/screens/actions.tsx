import { makeStyles } from '@fluentui/react-components';
import { useId, useState } from 'react';
import type { Action, ActionName, Choice } from '../../../core/pane/screens/model';
import { ActionButton } from '../action-button';
import { AfterVerdict } from '../after-verdict';
import { Button } from '../../components/button';
import { ChoiceCard } from '../../components/choice-card';
import type { IconName } from '../../components/icon-paths';
import { usePane } from '../pane-context';
import { useWords } from '../../words-context';

const useStyles = makeStyles({
  ways: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', rowGap: '10px' },
  others: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    rowGap: '4px',
    '@media (forced-colors: active)': { rowGap: '10px' },
  },
});

interface ActionsProps {
  readonly primary?: Action | undefined;
  readonly choices?: readonly Choice[] | undefined;
  readonly others: readonly Action[];
}

// Two stand in sight; from the third on they are a menu that nobody has to read.
const IN_SIGHT_MOST = 2;

/** A screen's ways on: the primary one, choices side by side, and the quieter ones, the last of them behind "More". */
export function Actions({ primary, choices, others }: ActionsProps) {
  const styles = useStyles();
  const inSight = others.length <= IN_SIGHT_MOST ? others : others.slice(0, IN_SIGHT_MOST - 1);
  const behind = others.slice(inSight.length);
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
          {inSight.map((action) => (
            <Other key={action.name} action={action} />
          ))}
          {behind.length > 0 && <More actions={behind} />}
        </div>
      )}
    </>
  );
}

/** The request is not taken back by one press. */
const Other = ({ action }: { readonly action: Action }) =>
  action.name === 'withdraw' || action.name === 'forget' ? (
    <AfterVerdict lines={1}>
      {({ WithdrawButton }, later) => <WithdrawButton action={action} later={later} />}
    </AfterVerdict>
  ) : (
    <ActionButton action={action} look="quiet" />
  );

function More({ actions }: { readonly actions: readonly Action[] }) {
  const styles = useStyles();
  const words = useWords();
  const [open, setOpen] = useState(false);
  const id = useId();
  return (
    <>
      <Button
        icon="more"
        label={words.label('actions.more')}
        look="quiet"
        name="more"
        expanded={open}
        controls={open ? id : undefined}
        onPress={() => setOpen(!open)}
      />
      {open && (
        <div id={id} className={styles.others}>
          {actions.map((action) => (
            <Other key={action.name} action={action} />
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
  const words = useWords();
  const { press } = usePane();
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
