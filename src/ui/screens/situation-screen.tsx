import { makeStyles } from '@fluentui/react-components';
import type { ScreenModel } from '../../core/screen/model';
import { Emblem } from '../components/emblem';
import { NoticeBar } from '../components/notice-bar';
import { ScreenHeading } from '../components/screen-heading';
import { SituationCard } from '../components/situation-card';
import { Back } from './back';

const useStyles = makeStyles({
  list: {
    listStyleType: 'none',
    margin: 0,
    padding: 0,
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    rowGap: '8px',
  },
});

/** The chooser: one click answers and goes on. */
export function SituationScreen({ model }: { readonly model: ScreenModel }) {
  const styles = useStyles();
  return (
    <>
      <Back model={model} />
      <ScreenHeading model={model} emblem={<Emblem name={model.name} tone={model.tone} />} />
      {model.notice && <NoticeBar notice={model.notice} />}
      <ul className={styles.list} data-situations="">
        {model.situations?.map((option) => (
          <li key={option.situation}>
            <SituationCard option={option} />
          </li>
        ))}
      </ul>
    </>
  );
}
