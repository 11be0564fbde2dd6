// biome-ignore-all lint/a11y/useFocusableInteractive: rows take the focus in turn, cells never
// biome-ignore-all lint/a11y/useSemanticElements: a grid that holds only the rows in sight is no table
import { useMediaQuery } from '@mantine/hooks';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type CSSProperties, type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import style from './grid.module.css';
import { GridHead } from './grid-head.tsx';
import { type Column, moveTo, type Sort, sortRows, templateOf } from './grid-model.ts';
import { LoadingState } from './loading-state.tsx';
import { useKeys } from './use-keys.ts';

interface Props<Row> {
  /** Spoken by a screen reader: `Visits to code`. */
  label: string;
  /** Undefined while loading: bones of the same height stand in. */
  rows: readonly Row[] | undefined;
  columns: readonly Column<Row>[];
  rowId: (row: Row) => string;
  onOpen?: (row: Row) => void;
  /** Shown in place of rows when there are none. */
  empty: ReactNode;
  firstSort?: Sort;
  /** What single keys do with the row in focus, or with the first while none is. */
  rowKeys?: readonly { key: string; does: string; run: (row: Row) => void }[];
  /** Grows with its rows instead of scrolling inside; for short lists in a panel. */
  inline?: boolean;
}

const lineHeight = 32;
/** What a second line adds. */
const belowHeight = 20;
/** The headings stay in sight above the rows, their line included. */
const headHeight = 29;

/**
 * A worklist: one tab stop, arrow keys, Home, End and Page keys move, Enter opens, a heading sorts. Only the
 * rows in sight are in the page, so ten thousand are no slower than ten.
 */
export function Grid<Row>(props: Props<Row>) {
  const { label, rows, columns, rowId, onOpen, empty, firstSort, rowKeys = [], inline = false } = props;
  const [sort, setSort] = useState(firstSort);
  const [active, setActive] = useState<string>();
  const scroller = useRef<HTMLDivElement>(null);
  const focusNext = useRef(false);
  const narrow = useMediaQuery('(max-width: 700px)', false, { getInitialValueInEffect: false });
  const shown = columns.filter((column) => !(narrow && column.wide));
  const below = columns.filter((column) => narrow && column.wide === 'below');
  const rowHeight = below.length === 0 ? lineHeight : lineHeight + belowHeight;
  const sorted = rows === undefined ? [] : sortRows(rows, columns, sort);
  const found = sorted.findIndex((row) => rowId(row) === active);
  const current = found === -1 ? 0 : found;

  const virtual = useVirtualizer({
    count: sorted.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    scrollMargin: headHeight,
    scrollPaddingStart: headHeight,
    overscan: inline ? sorted.length : 12,
    getItemKey: (index) => rowIdAt(sorted, index, rowId),
  });

  const target = sorted[current];
  useKeys(
    rowKeys.map(({ key, does, run }) => ({
      key,
      does,
      disabled: target === undefined,
      run: () => {
        if (target !== undefined) run(target);
      },
    })),
  );

  useEffect(() => {
    if (!focusNext.current) return;
    const row = scroller.current?.querySelector<HTMLElement>('[role="row"][tabindex="0"]');
    if (!row) return;
    focusNext.current = false;
    row.focus({ preventScroll: true });
  });

  function onKeyDown(event: KeyboardEvent, row: Row) {
    if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Enter' && onOpen) {
      event.preventDefault();
      onOpen(row);
      return;
    }
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 320) / rowHeight) - 2);
    const next = moveTo(event.key, current, sorted.length, page);
    const target = next === undefined ? undefined : sorted[next];
    if (next === undefined || target === undefined) return;
    event.preventDefault();
    focusNext.current = true;
    setActive(rowId(target));
    virtual.scrollToIndex(next);
  }

  const cells = (row: Row) => (
    <>
      {shown.map((column, place) => (
        <div
          key={column.id}
          role="gridcell"
          aria-colindex={place + 1}
          className={column.align === 'right' ? `${style.cell} ${style.right}` : style.cell}
        >
          {column.cell(row)}
        </div>
      ))}
      {below.length > 0 && (
        <div role="gridcell" aria-colindex={shown.length + 1} className={`${style.cell} ${style.below}`}>
          {below.map((column) => (
            <span key={column.id}>
              {column.heading} {column.cell(row)}
            </span>
          ))}
        </div>
      )}
    </>
  );

  return (
    <div className={inline ? style.inline : style.grid}>
      <div
        ref={scroller}
        role="grid"
        aria-label={label}
        aria-rowcount={sorted.length + 1}
        aria-colcount={shown.length + (below.length > 0 ? 1 : 0)}
        aria-busy={rows === undefined}
        className={style.scroller}
        style={{ '--columns': templateOf(shown), '--row': `${rowHeight}px` } as CSSProperties}
      >
        <GridHead columns={shown} sort={sort} onSort={setSort} />
        <div role="rowgroup" style={{ height: virtual.getTotalSize(), position: 'relative' }}>
          {virtual.getVirtualItems().map(({ index, key, start }) => {
            const row = sorted[index];
            if (row === undefined) return null;
            return (
              <div
                key={key}
                role="row"
                aria-rowindex={index + 2}
                tabIndex={index === current ? 0 : -1}
                className={onOpen ? `${style.row} ${style.opens}` : style.row}
                style={{ transform: `translateY(${start - headHeight}px)` }}
                onFocus={() => setActive(rowId(row))}
                onKeyDown={(event) => onKeyDown(event, row)}
                onClick={() => onOpen?.(row)}
              >
                {cells(row)}
              </div>
            );
          })}
        </div>
      </div>
      {rows === undefined && <LoadingState lines={8} label={`Loading ${label}`} />}
      {rows !== undefined && rows.length === 0 && empty}
    </div>
  );
}

function rowIdAt<Row>(rows: readonly Row[], index: number, rowId: (row: Row) => string): string | number {
  const row = rows[index];
  return row === undefined ? index : rowId(row);
}
