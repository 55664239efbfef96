import { makeStyles } from '@fluentui/react-components';
import type { ScreenModel, SituationOption } from '../../../core/pane/screens/model';
import { ChoiceCard } from '../../components/choice-card';
import { usePane } from '../pane-context';
import { tokens } from '../../theme-tokens';
import { ScreenTop } from './screen-top';

const useStyles = makeStyles({
  list: {
    listStyleType: 'none',
    margin: 0,
    padding: 0,
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    rowGap: '8px',
  },
  word: { fontWeight: tokens.fontWeightSemibold, color: tokens.colorBrandForeground1 },
});

/** The chooser: one click answers and goes on. */
export function SituationScreen({ model }: { readonly model: ScreenModel }) {
  const styles = useStyles();
  return (
    <>
      <ScreenTop model={model} />
      <ul className={styles.list} data-situations="">
        {model.situations?.map((option) => (
          <li key={option.situation} data-situation={option.situation}>
            <SituationCard option={option} />
          </li>
        ))}
      </ul>
    </>
  );
}

/** One way in which an organisation can use ExtendSync. The present choice says so by sign and word. */
function SituationCard({ option }: { readonly option: SituationOption }) {
  const styles = useStyles();
  const { words, press } = usePane();
  const { situation, label, hint, isChosen } = option;
  return (
    <ChoiceCard
      icon={isChosen ? 'check' : 'circle'}
      label={words.say(label)}
      explanation={
        <>
          {isChosen && <span className={styles.word}>{words.label('situation.chosen')}. </span>}
          {words.say(hint)}
        </>
      }
      look={isChosen ? 'prominent' : situation === 'not-sure' ? 'quiet' : 'plain'}
      dense
      isCurrent={isChosen}
      onPress={() => press(option)}
    />
  );
}
