import { makeStyles, mergeClasses, Table, TableHeader } from '@fluentui/react-components';
import { defaultRangeExtractor, useWindowVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useLayoutEffect, useRef, useState, type KeyboardEvent } from 'react';
import type { TenantQuery } from '../../core/ledger/api';
import type { TenantList } from '../../core/operators/state';
import type { TenantId } from '../../core/tenant';
import { tokens } from '../theme-tokens';
import { ColumnHeads } from './column-heads';
import { TenantRow } from './tenant-row';
import { useIsNarrow } from './use-is-narrow';
import { LIST } from './words';
import { UNSEEN } from '../unseen';

const HEAD_PX = 44;
/** The least height of a row. One whose facts take more lines is measured. */
const ROW_PX = 60;
/** In a narrow window the columns stand below one another. */
const CARD_PX = 96;
/** Rows that are drawn before they come into sight. */
const OVERSCAN = 8;
/** The next page is asked for while so many rows are still to come. */
const ENOUGH_ROWS = 40;

const useStyles = makeStyles({
  grid: { display: 'block', backgroundColor: 'transparent' },
  body: { display: 'block', position: 'relative' },
  stale: { opacity: 0.55, '@media (forced-colors: active)': { opacity: 1 } },
  head: {
    position: 'sticky',
    insetBlockStart: 0,
    zIndex: 1,
    backgroundColor: tokens.colorNeutralBackground1,
    borderStartStartRadius: tokens.borderRadiusXLarge,
    borderStartEndRadius: tokens.borderRadiusXLarge,
  },
  unseen: UNSEEN,
});

interface TenantGridProps {
  readonly list: TenantList;
  readonly query: TenantQuery;
  readonly openId: TenantId | undefined;
  readonly nowMs: number;
  readonly onSort: (query: TenantQuery) => void;
  readonly onOpen: (id: TenantId) => void;
  readonly onEndNeared: () => void;
}

/**
 * The organisations, of which only those in sight are drawn. One row is in the order of Tab; the arrows, Page Up and
 * Down, Home and End lead to the others, as in any grid (https://www.w3.org/WAI/ARIA/apg/patterns/grid/).
 */
export function TenantGrid({ list, query, openId, nowMs, onSort, onOpen, onEndNeared }: TenantGridProps) {
  const styles = useStyles();
  const isNarrow = useIsNarrow();
  const [active, setActive] = useState(0);
  const [activeIn, setActiveIn] = useState(query);
  if (activeIn !== query) {
    // The place in the list of another query says nothing in this one.
    setActiveIn(query);
    setActive(0);
  }
  const [offset, setOffset] = useState(0);
  const body = useRef<HTMLDivElement>(null);
  /** The row that a key has led to and that has not the focus yet. */
  const wanted = useRef<number>(undefined);
  const { tenants, next, shows } = list;
  const count = tenants.length;
  const current = Math.min(active, count - 1);
  const rowPx = isNarrow ? CARD_PX : ROW_PX;

  // Nothing here is memoised by a compiler, which its functions would not bear.
  // oxlint-disable-next-line react/incompatible-library
  const virtualizer = useWindowVirtualizer({
    count,
    estimateSize: () => rowPx,
    measureElement: (row) => Math.max(rowPx, row.getBoundingClientRect().height),
    indexAttribute: 'data-row',
    overscan: OVERSCAN,
    scrollMargin: offset,
    scrollPaddingStart: isNarrow ? 0 : HEAD_PX,
    // The row that has the focus stays, wherever the others have scrolled to.
    rangeExtractor: (range) => {
      const shown = defaultRangeExtractor(range);
      return shown.includes(current) || current < 0 ? shown : [...shown, current].toSorted((a, b) => a - b);
    },
  });
  const rows = virtualizer.getVirtualItems();

  // Where the list begins depends on what stands above it, which wraps as the window narrows.
  useLayoutEffect(() => {
    const measure = (): void => {
      const top = (body.current?.getBoundingClientRect().top ?? 0) + window.scrollY;
      setOffset(Math.round(top));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(document.body);
    return () => observer.disconnect();
  }, []);
  useEffect(() => {
    virtualizer.measure();
  }, [virtualizer, rowPx]);

  // Without the row that is drawn for its focus alone: it may be the last one, and out of sight.
  const lastShown = virtualizer.range?.endIndex ?? 0;
  const isNearEnd = next !== undefined && shows === 'this-query' && lastShown >= count - ENOUGH_ROWS;
  useEffect(() => {
    if (isNearEnd) onEndNeared();
    // By the page that follows, not by the rows: one may bring none that is new.
  }, [isNearEnd, next, onEndNeared]);

  // After each drawing: the row that was asked for may have come with this one, or comes with the next: a key may be
  // pressed between a drawing and this.
  useEffect(() => {
    if (wanted.current === undefined) return;
    const index = Math.min(wanted.current, count - 1);
    const row = body.current?.querySelector<HTMLElement>(`[data-row="${String(index)}"]`);
    if (!row) return;
    wanted.current = undefined;
    row.focus({ preventScroll: true });
  });

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    // In the heads the keys are the buttons'.
    if (!body.current?.contains(event.target as Node)) return;
    // As tall as those that are drawn are on average: a leap must pass no row that nobody has seen.
    const drawnPx = rows.reduce((sum, { size }) => sum + size, 0);
    const inSight = Math.max(1, Math.floor(((window.innerHeight - HEAD_PX) * rows.length) / drawnPx) - 1);
    const target = targetOf(event.key, current, count, inSight);
    if (target === undefined) return;
    event.preventDefault();
    wanted.current = target;
    setActive(target);
    virtualizer.scrollToIndex(target);
  };

  return (
    <Table
      noNativeElements
      role="grid"
      aria-label={LIST.label}
      aria-rowcount={next === undefined ? count + 1 : -1}
      aria-busy={shows === 'stale'}
      className={styles.grid}
      onKeyDown={onKeyDown}
    >
      <TableHeader className={isNarrow ? styles.unseen : styles.head}>
        <ColumnHeads query={query} isNarrow={isNarrow} onSort={onSort} />
      </TableHeader>
      <div
        ref={body}
        role="rowgroup"
        className={mergeClasses(styles.body, shows === 'stale' && styles.stale)}
        style={{ height: `${String(virtualizer.getTotalSize())}px` }}
      >
        {rows.map(({ index, start }) => {
          const tenant = tenants[index];
          return (
            tenant && (
              <TenantRow
                key={index}
                tenant={tenant}
                index={index}
                topPx={start - offset}
                leastPx={rowPx}
                measure={virtualizer.measureElement}
                isNarrow={isNarrow}
                isActive={index === current}
                isOpen={tenant.tenantId === openId}
                nowMs={nowMs}
                onOpen={onOpen}
                onActive={setActive}
              />
            )
          );
        })}
      </div>
    </Table>
  );
}

/** The row that a key leads to; undefined for any other key. */
function targetOf(key: string, current: number, count: number, inSight: number): number | undefined {
  const within = (index: number): number => Math.min(Math.max(0, index), count - 1);
  switch (key) {
    case 'ArrowDown':
      return within(current + 1);
    case 'ArrowUp':
      return within(current - 1);
    case 'PageDown':
      return within(current + inSight);
    case 'PageUp':
      return within(current - inSight);
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return undefined;
  }
}
