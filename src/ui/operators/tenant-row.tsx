import { makeStyles, mergeClasses, TableCell, TableRow } from '@fluentui/react-components';
import { Fragment, memo, type KeyboardEvent, type ReactNode } from 'react';
import { stateShown, type TenantEntry } from '../../core/ledger/api';
import type { TenantId } from '../../core/tenant';
import { tokens } from '../theme-tokens';
import { useColumns } from './columns';
import { StateName } from './mark';
import { ago, day } from './formats';
import { lacks, LIST, SITUATION_NAMES, sinceDay, waiting } from './words';

const useStyles = makeStyles({
  row: {
    position: 'absolute',
    insetInlineStart: 0,
    insetBlockStart: 0,
    width: '100%',
    boxSizing: 'border-box',
    height: 'auto',
    paddingBlock: '8px',
    cursor: 'pointer',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  open: {
    backgroundColor: tokens.colorBrandBackground2,
    '@media (forced-colors: active)': { outline: '2px solid Highlight', outlineOffset: '-2px' },
  },
  card: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    alignContent: 'center',
    rowGap: '2px',
    paddingInline: '16px',
  },
  cell: { display: 'block', minWidth: 0, minHeight: 0, height: 'auto', padding: 0 },
  line: { display: 'block', overflowWrap: 'anywhere' },
  name: { fontWeight: tokens.fontWeightSemibold },
  // At 320 pixels they take two lines, and no fact is torn apart where a line has room for it.
  fact: { display: 'inline-block' },
  more: { fontSize: '12px', lineHeight: '16px', color: tokens.colorNeutralForeground3 },
  attention: { color: tokens.colorStatusWarningForeground3 },
  // The icon and the gap after it.
  belowName: { paddingInlineStart: '26px' },
  numbers: { fontVariantNumeric: 'tabular-nums' },
});

interface TenantRowProps {
  readonly tenant: TenantEntry;
  readonly index: number;
  readonly topPx: number;
  readonly leastPx: number;
  /** Hears of the row's own height. */
  readonly measure: (row: HTMLElement | null) => void;
  readonly isNarrow: boolean;
  readonly isActive: boolean;
  readonly isOpen: boolean;
  readonly nowMs: number;
  readonly onOpen: (id: TenantId) => void;
  readonly onActive: (index: number) => void;
}

/** One organisation. Enter, Space or a click opens its panel. */
export const TenantRow = memo(function TenantRow(props: TenantRowProps) {
  const { tenant, index, topPx, leastPx, measure, isNarrow, isActive, isOpen, onOpen, onActive } = props;
  const styles = useStyles();
  const { columns } = useColumns();
  const open = (): void => onOpen(tenant.tenantId);
  return (
    <TableRow
      className={mergeClasses(styles.row, isNarrow ? styles.card : columns, isOpen && styles.open)}
      ref={measure}
      style={{ minHeight: `${String(leastPx)}px`, transform: `translateY(${String(topPx)}px)` }}
      aria-rowindex={index + 2}
      aria-selected={isOpen}
      tabIndex={isActive ? 0 : -1}
      data-row={index}
      onClick={() => {
        onActive(index);
        open();
      }}
      onFocus={() => onActive(index)}
      onKeyDown={(event: KeyboardEvent) => {
        if (event.key !== 'Enter' && event.key !== ' ') return;
        event.preventDefault();
        open();
      }}
    >
      {isNarrow ? <CardCells {...props} /> : <ColumnCells {...props} />}
    </TableRow>
  );
});

/** One column; what follows the first line is smaller and says more. */
function Cell({ children, more }: { readonly children: ReactNode; readonly more?: ReactNode }) {
  const styles = useStyles();
  return (
    <TableCell role="gridcell" className={styles.cell}>
      <span className={styles.line}>{children}</span>
      {more !== undefined && more !== false && (
        <span className={mergeClasses(styles.line, styles.more)}>{more}</span>
      )}
    </TableCell>
  );
}

function ColumnCells({ tenant, nowMs }: TenantRowProps) {
  const styles = useStyles();
  const { openRequests, trouble, checkedAt, since } = tenant;
  const { oldestAt } = openRequests;
  // What it did with ExtendSync, and when Microsoft was asked, is deleted with the rest.
  const isKnown = tenant.deletedAt === undefined;
  return (
    <>
      <Cell more={below(tenant)}>
        <span className={styles.name}>{nameOf(tenant)}</span>
      </Cell>
      <Cell
        more={
          tenant.missing.length > 0 && (
            <span className={styles.belowName}>{lacks(tenant.missing.length)}</span>
          )
        }
      >
        <StateName state={stateShown(tenant)} />
      </Cell>
      <Cell>{isKnown && SITUATION_NAMES[tenant.situation ?? 'unknown']}</Cell>
      <Cell more={ago(since, nowMs)}>
        <span className={styles.numbers}>{day(since)}</span>
      </Cell>
      <Cell more={trouble && <span className={styles.attention}>{LIST.noAnswer}</span>}>
        {isKnown && (checkedAt === undefined ? LIST.neverChecked : ago(checkedAt, nowMs))}
      </Cell>
      <Cell more={oldestAt && openRequests.count > 0 ? ago(oldestAt, nowMs) : undefined}>
        {openRequests.count === 0 ? LIST.noRequests : waiting(openRequests.count)}
      </Cell>
    </>
  );
}

/** The same without columns: what stands in a cell of its own there follows after it here. */
function CardCells({ tenant }: TenantRowProps) {
  const styles = useStyles();
  const { openRequests, since, missing } = tenant;
  const facts = [
    sinceDay(day(since)),
    ...(missing.length > 0 ? [lacks(missing.length)] : []),
    ...(openRequests.count > 0 ? [waiting(openRequests.count)] : []),
  ];
  return (
    <>
      <Cell>
        <span className={styles.name}>{nameOf(tenant)}</span>
      </Cell>
      <Cell>
        <StateName state={stateShown(tenant)} />
      </Cell>
      <TableCell role="gridcell" className={mergeClasses(styles.cell, styles.more)}>
        {facts.map((fact, index) => (
          <Fragment key={fact}>
            {index > 0 && ' '}
            <span className={styles.fact}>{index < facts.length - 1 ? `${fact} ·` : fact}</span>
          </Fragment>
        ))}
      </TableCell>
    </>
  );
}

const nameOf = ({ name, deletedAt, domains }: TenantEntry): string =>
  deletedAt === undefined ? (name ?? domains[0] ?? LIST.nameless) : LIST.deleted;

/** A name is not unique; the domain, or the id, tells two organisations apart. */
const below = ({ name, domains, tenantId }: TenantEntry): string =>
  name === undefined ? tenantId : (domains[0] ?? tenantId);
