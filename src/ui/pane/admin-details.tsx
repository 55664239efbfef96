import { makeStyles } from '@fluentui/react-components';
import { useWords } from '../words-context';
import { tokens } from '../theme-tokens';
import { Disclosure } from '../components/disclosure';

const useStyles = makeStyles({
  facts: { margin: 0, display: 'grid', rowGap: '8px', fontSize: '12px', lineHeight: '17px' },
  name: { color: tokens.colorNeutralForeground3 },
  value: {
    margin: 0,
    fontFamily: tokens.fontFamilyMonospace,
    overflowWrap: 'anywhere',
    userSelect: 'all',
  },
});

interface AdminDetailsProps {
  readonly code?: string | undefined;
  readonly correlationId?: string | undefined;
  readonly openAtFirst: boolean;
}

/** What an administrator or Microsoft's support needs: one press selects a value whole. */
export function AdminDetails({ code, correlationId, openAtFirst }: AdminDetailsProps) {
  const styles = useStyles();
  const words = useWords();
  const facts = [
    { name: words.label('details.code'), value: code },
    { name: words.label('details.correlation-id'), value: correlationId },
  ];
  return (
    <Disclosure title={words.label('details.title')} openAtFirst={openAtFirst}>
      <dl className={styles.facts} data-details="">
        {facts.map(({ name, value }) =>
          value === undefined ? null : (
            <div key={name}>
              <dt className={styles.name}>{name}</dt>
              <dd className={styles.value} translate="no">
                <bdi dir="ltr">{value}</bdi>
              </dd>
            </div>
          ),
        )}
      </dl>
    </Disclosure>
  );
}
