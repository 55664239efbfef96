import { makeStyles, mergeClasses } from '@fluentui/react-components';
import type { SituationOption } from '../../../core/pane/screens/model';
import { ChoiceCard } from '../../components/choice-card';
import type { LaterWords } from '../../strings/later/words';
import { tokens } from '../../theme-tokens';
import { usePane } from '../pane-context';
import { useWords } from '../../words-context';

const useStyles = makeStyles({
  list: {
    listStyleType: 'none',
    margin: 0,
    padding: 0,
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    rowGap: '8px',
  },
  card: { padding: '11px 14px' },
  quiet: {
    backgroundColor: 'transparent',
    border: '1px solid transparent',
    '@media (forced-colors: active)': { border: '1px solid CanvasText' },
  },
  sign: { color: tokens.colorNeutralStrokeAccessible },
  button: { fontSize: '14px' },
  explanation: { marginBlockStart: '1px', lineHeight: '18px' },
  word: { fontWeight: tokens.fontWeightSemibold, color: tokens.colorBrandForeground1 },
});

interface SituationListProps {
  readonly situations: readonly SituationOption[];
  readonly later: LaterWords;
}

/** The answers of the chooser: one click answers and goes on. */
export function SituationList({ situations, later }: SituationListProps) {
  const styles = useStyles();
  return (
    <ul className={styles.list} data-situations="">
      {situations.map((option) => (
        <li key={option.situation} data-situation={option.situation}>
          <SituationCard option={option} later={later} />
        </li>
      ))}
    </ul>
  );
}

interface SituationCardProps {
  readonly option: SituationOption;
  readonly later: LaterWords;
}

/** One way in which an organisation can use ExtendSync. The present choice says so by sign and word. */
function SituationCard({ option, later }: SituationCardProps) {
  const styles = useStyles();
  const words = useWords();
  const { press } = usePane();
  const { situation, label, hint, isChosen } = option;
  return (
    <ChoiceCard
      icon={isChosen ? 'check' : 'circle'}
      label={words.say(label)}
      explanation={
        <>
          {isChosen && <span className={styles.word}>{later.tell('situation.chosen')}. </span>}
          {later.say(hint)}
        </>
      }
      look={isChosen ? 'prominent' : 'plain'}
      dense={{
        card: mergeClasses(styles.card, !isChosen && situation === 'not-sure' && styles.quiet),
        sign: isChosen ? '' : styles.sign,
        button: styles.button,
        explanation: styles.explanation,
      }}
      isCurrent={isChosen}
      onPress={() => press(option)}
    />
  );
}
