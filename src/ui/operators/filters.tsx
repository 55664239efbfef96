import { Field, makeStyles, SearchBox, Select } from '@fluentui/react-components';
import { TENANT_SORTS, type TenantQuery } from '../../core/ledger/api';
import { FILTERS, SITUATION_NAMES, SORTS } from './words';

const useStyles = makeStyles({
  bar: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: '8px 12px',
    alignItems: 'end',
    '@media (min-width: 480px)': { gridTemplateColumns: 'repeat(2, minmax(0, 1fr))' },
    '@media (min-width: 900px)': { gridTemplateColumns: 'minmax(0, 2fr) repeat(3, minmax(0, 1fr))' },
  },
  search: { maxWidth: 'none', width: '100%' },
  // Fluent's own least width would stand out of a narrow column.
  select: { minWidth: 0, '& select': { minWidth: 0 } },
});

const AGES = [7, 30, 90, 365] as const;
const SITUATIONS = Object.keys(SITUATION_NAMES) as readonly (keyof typeof SITUATION_NAMES)[];

interface FiltersProps {
  readonly query: TenantQuery;
  readonly onQuery: (query: TenantQuery, typing: boolean) => void;
}

/** What of the list is shown, and in which order. All of it stands in the page's address. */
export function Filters({ query, onQuery }: FiltersProps) {
  const styles = useStyles();
  const { situation, olderThanDays, text, sort, descending } = query;
  const change = (changes: Partial<TenantQuery>): void => onQuery({ ...query, ...changes }, false);
  // A link may bring another number of days than those that are offered.
  const ages: readonly number[] =
    olderThanDays === undefined || AGES.some((days) => days === olderThanDays)
      ? AGES
      : [...AGES, olderThanDays].toSorted((a, b) => a - b);
  return (
    <div className={styles.bar} role="search">
      <Field label={FILTERS.search}>
        <SearchBox
          className={styles.search}
          placeholder={FILTERS.searchHint}
          value={text ?? ''}
          onChange={(_event, { value }) =>
            onQuery({ ...query, text: value === '' ? undefined : value }, true)
          }
        />
      </Field>
      <Field label={FILTERS.situation}>
        <Select
          className={styles.select}
          value={situation ?? ''}
          onChange={(_event, { value }) => change({ situation: SITUATIONS.find((name) => name === value) })}
        >
          <option value="">{FILTERS.anySituation}</option>
          {SITUATIONS.map((name) => (
            <option key={name} value={name}>
              {SITUATION_NAMES[name]}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={FILTERS.age}>
        <Select
          className={styles.select}
          value={olderThanDays === undefined ? '' : String(olderThanDays)}
          onChange={(_event, { value }) =>
            change({ olderThanDays: value === '' ? undefined : Number(value) })
          }
        >
          <option value="">{FILTERS.anyAge}</option>
          {ages.map((days) => (
            <option key={days} value={days}>
              {FILTERS.atLeast(days)}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={FILTERS.sort}>
        <Select
          className={styles.select}
          value={`${descending ? '-' : ''}${sort}`}
          onChange={(_event, { value }) =>
            change({
              sort: TENANT_SORTS.find((name) => name === value.replace(/^-/, '')) ?? sort,
              descending: value.startsWith('-'),
            })
          }
        >
          {SORTS.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </Select>
      </Field>
    </div>
  );
}
