import { makeStyles, mergeClasses } from '@fluentui/react-components';
import { useId, type ReactNode } from 'react';
import { tokens } from '../theme-tokens';
import { UNSEEN } from '../unseen';

const useStyles = makeStyles({
  card: {
    padding: '16px',
    borderRadius: tokens.borderRadiusXLarge,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    '@media (min-width: 640px)': { padding: '20px 24px' },
  },
  title: { margin: '0 0 12px', fontSize: '14px', lineHeight: '20px', fontWeight: tokens.fontWeightSemibold },
  unseen: UNSEEN,
  facts: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    rowGap: '10px',
    margin: 0,
    '@media (min-width: 520px)': {
      gridTemplateColumns: 'minmax(120px, auto) minmax(0, 1fr)',
      columnGap: '24px',
    },
  },
  // On a narrow page the name stands over its value, and the pair keeps together.
  fact: { display: 'block', '@media (min-width: 520px)': { display: 'contents' } },
  name: { fontSize: '13px', lineHeight: '20px', color: tokens.colorNeutralForeground3 },
  value: { margin: 0, fontSize: '14px', lineHeight: '20px', overflowWrap: 'anywhere' },
  strong: { fontWeight: tokens.fontWeightSemibold },
  code: { fontFamily: tokens.fontFamilyMonospace, fontSize: '12.5px', userSelect: 'all' },
  foot: {
    margin: '14px 0 0',
    fontSize: '12px',
    lineHeight: '17px',
    color: tokens.colorNeutralForeground3,
  },
});

/** One fact: its name and its value. `strong` is for names, `code` for ids, which one press selects whole, none for words. */
export interface Fact {
  readonly name: string;
  readonly value: string;
  readonly look?: 'strong' | 'code';
}

interface FactListProps {
  readonly title: string;
  /** The heading is only for those who do not see the card. */
  readonly titleUnseen?: boolean;
  readonly facts: readonly Fact[];
  readonly foot?: ReactNode | undefined;
}

/** Facts in a card, each beside its name. */
export function FactList({ title, titleUnseen = false, facts, foot }: FactListProps) {
  const styles = useStyles();
  const titleId = useId();
  return (
    <section className={styles.card} aria-labelledby={titleId} data-facts="">
      <h2 id={titleId} className={titleUnseen ? styles.unseen : styles.title}>
        {title}
      </h2>
      <Facts facts={facts} />
      {foot !== undefined && <p className={styles.foot}>{foot}</p>}
    </section>
  );
}

/** The facts themselves, without card and heading. */
export function Facts({ facts }: { readonly facts: readonly Fact[] }) {
  const styles = useStyles();
  return (
    <dl className={styles.facts}>
      {facts.map(({ name, value, look }) => (
        <div key={name} className={styles.fact}>
          <dt className={styles.name}>{name}</dt>
          <dd
            className={mergeClasses(styles.value, look !== undefined && styles[look])}
            translate={look === 'code' ? 'no' : undefined}
          >
            {/* A name is written as its language writes it, an id from the left, and words as the page: all begin where
                their fact does. */}
            {look === undefined ? value : <bdi dir={look === 'code' ? 'ltr' : undefined}>{value}</bdi>}
          </dd>
        </div>
      ))}
    </dl>
  );
}
