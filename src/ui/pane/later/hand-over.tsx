import { makeStyles, mergeClasses } from '@fluentui/react-components';
import type { PaneEvent } from '../../../core/pane/event';
import type { IconName } from '../../components/icon-paths';
import { LaterButton, type LaterButtonLook } from '../../components/later-button';
import { useStore } from '../store-context';

const useStyles = makeStyles({
  place: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', rowGap: '8px', justifyItems: 'start' },
  wide: { justifyItems: 'stretch' },
});

interface HandOverProps {
  /** Tells the buttons of one screen apart. */
  readonly id: string;
  readonly icon: IconName;
  readonly label: string;
  readonly look: LaterButtonLook;
  readonly event: PaneEvent;
}

/** A button that hands something over: a copy, a file, a letter. */
export function HandOver({ id, icon, label, look, event }: HandOverProps) {
  const styles = useStyles();
  const { send } = useStore();
  return (
    <div className={mergeClasses(styles.place, look !== 'quiet' && styles.wide)}>
      <LaterButton
        icon={icon}
        label={label}
        look={look}
        listed={look === 'secondary'}
        name={id}
        onPress={() => send(event)}
      />
    </div>
  );
}
