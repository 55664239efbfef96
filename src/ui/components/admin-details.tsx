import { makeStyles } from '@fluentui/react-components';
import { usePane } from '../pane-context';
import { tokens } from '../theme-tokens';

const useStyles = makeStyles({
  box: {
    padding: '12px 14px',
    borderRadius: tokens.borderRadiusXLarge,
    backgroundColor: tokens.colorNeutralBackground3,
    fontSize: '12px',
    lineHeight: '17px',
    '@media (forced-colors: active)': { border: '1px solid CanvasText' },
  },
  title: {
    margin: 0,
    fontSize: '12px',
    lineHeight: '17px',
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground2,
  },
  facts: { margin: '6px 0 0', display: 'grid', rowGap: '4px' },
  fact: { display: 'flex', flexWrap: 'wrap', columnGap: '8px' },
  name: { color: tokens.colorNeutralForeground3 },
  value: { margin: 0, fontFamily: tokens.fontFamilyMonospace, overflowWrap: 'anywhere', userSelect: 'all' },
});

interface AdminDetailsProps {
  readonly code?: string | undefined;
  readonly correlationId?: string | undefined;
}

/** What an administrator or Microsoft's support needs: one press selects a value whole. */
export function AdminDetails({ code, correlationId }: AdminDetailsProps) {
  const styles = useStyles();
  const { words } = usePane();
  const facts = [
    { name: words.face('details.code'), value: code },
    { name: words.face('details.correlation-id'), value: correlationId },
  ];
  return (
    <section className={styles.box} data-details="">
      <h2 className={styles.title}>{words.face('details.title')}</h2>
      <dl className={styles.facts}>
        {facts.map(({ name, value }) =>
          value === undefined ? null : (
            <div key={name} className={styles.fact}>
              <dt className={styles.name}>{name}</dt>
              <dd className={styles.value} dir="ltr" translate="no">
                {value}
              </dd>
            </div>
          ),
        )}
      </dl>
    </section>
  );
}
