import { makeStyles } from '@fluentui/react-components';
import { useWords } from '../words-context';
import { Icon } from '../components/icon';
import { tokens } from '../theme-tokens';

const useStyles = makeStyles({
  card: {
    display: 'grid',
    gridTemplateColumns: 'auto minmax(0, 1fr)',
    columnGap: '12px',
    alignItems: 'center',
    padding: '12px 14px',
    borderRadius: tokens.borderRadiusXLarge,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  icon: { color: tokens.colorNeutralForeground3 },
  label: { display: 'block', fontSize: '12px', lineHeight: '16px', color: tokens.colorNeutralForeground3 },
  name: {
    display: 'block',
    fontSize: '15px',
    lineHeight: '22px',
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: 'anywhere',
  },
  confirmed: {
    display: 'block',
    fontSize: '12px',
    lineHeight: '17px',
    color: tokens.colorNeutralForeground3,
  },
});

const useLineStyles = makeStyles({
  line: {
    display: 'grid',
    gridTemplateColumns: 'auto minmax(0, 1fr)',
    columnGap: '8px',
    alignItems: 'center',
    margin: 0,
    fontSize: '13px',
    lineHeight: '18px',
    color: tokens.colorNeutralForeground2,
    overflowWrap: 'anywhere',
  },
  icon: { color: tokens.colorNeutralForeground3 },
});

/** Which organisation the screen speaks of, where that is no news. */
export function OrganisationLine({ name }: { readonly name: string }) {
  const styles = useLineStyles();
  const words = useWords();
  return (
    <p className={styles.line} data-organisation="">
      <Icon name="building" size={16} className={styles.icon} />
      <span>
        {words.format.named(words.label('organisation.label'))}
        <bdi>{name}</bdi>
      </span>
    </p>
  );
}

/** Which organisation the screen speaks of, and when Microsoft confirmed it last. */
export function OrganisationCard({
  name,
  confirmedAtMs,
}: {
  readonly name: string;
  readonly confirmedAtMs?: number | undefined;
}) {
  const styles = useStyles();
  const words = useWords();
  return (
    <div className={styles.card} data-organisation="">
      <Icon name="building" className={styles.icon} />
      <div>
        <span className={styles.label}>{words.label('organisation.label')}</span>
        {/* A name is written as its language writes it, whatever the page's direction. */}
        <span className={styles.name}>
          <bdi>{name}</bdi>
        </span>
        {confirmedAtMs !== undefined && (
          <span className={styles.confirmed}>
            {words.label('organisation.confirmed', { atMs: confirmedAtMs })}
          </span>
        )}
      </div>
    </div>
  );
}
