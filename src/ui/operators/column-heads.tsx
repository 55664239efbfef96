import { makeStyles, TableHeaderCell, TableRow } from '@fluentui/react-components';
import type { TenantQuery, TenantSort } from '../../core/ledger/api';
import { tokens } from '../theme-tokens';
import { useColumns } from './columns';
import { COLUMNS } from './words';

const useStyles = makeStyles({
  cell: {
    padding: 0,
    fontSize: '12px',
    lineHeight: '16px',
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground2,
  },
});

interface ColumnHeadsProps {
  readonly query: TenantQuery;
  readonly isNarrow: boolean;
  readonly onSort: (query: TenantQuery) => void;
}

interface Head {
  readonly key: keyof typeof COLUMNS;
  readonly sort?: TenantSort;
}

const HEADS: readonly Head[] = [
  { key: 'name', sort: 'name' },
  { key: 'state' },
  { key: 'situation' },
  { key: 'since', sort: 'since' },
  { key: 'checked', sort: 'checked' },
  { key: 'requests' },
];

/** A card has three cells: a cell is read out with the head that stands at its place. */
const CARD_HEADS: readonly Head[] = [{ key: 'name', sort: 'name' }, { key: 'state' }, { key: 'facts' }];

/** The columns' names; those that the service can sort by are buttons. */
export function ColumnHeads({ query, isNarrow, onSort }: ColumnHeadsProps) {
  const styles = useStyles();
  const { columns } = useColumns();
  return (
    <TableRow className={columns} aria-rowindex={1}>
      {(isNarrow ? CARD_HEADS : HEADS).map(({ key, sort }) => {
        const isSorted = sort === query.sort;
        return (
          <TableHeaderCell
            key={key}
            className={styles.cell}
            // In a narrow window the heads are for screen readers alone: nothing unseen may take the focus.
            sortable={sort !== undefined && !isNarrow}
            {...(isSorted && ({ sortDirection: query.descending ? 'descending' : 'ascending' } as const))}
            onClick={() => {
              if (sort && !isNarrow) onSort({ ...query, sort, descending: isSorted && !query.descending });
            }}
          >
            {COLUMNS[key]}
          </TableHeaderCell>
        );
      })}
    </TableRow>
  );
}
