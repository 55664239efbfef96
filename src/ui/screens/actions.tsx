import { makeStyles } from '@fluentui/react-components';
import type { Action, Choice } from '../../core/screen/model';
import { ActionButton } from '../components/action-button';
import { ChoiceCard } from '../components/choice-card';

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
            <ChoiceCard
              key={choice.action.name}
              choice={choice}
              first={primary === undefined && index === 0}
            />
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
