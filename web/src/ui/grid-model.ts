import type { ReactNode } from 'react';

/** A column of a worklist. */
export interface Column<Row> {
  id: string;
  heading: string;
  /** Pixels, or a share of what is left: `'1fr'`, `'2fr'`. */
  width: number | `${number}fr`;
  /** Money and counts stand at the right. */
  align?: 'right';
  cell: (row: Row) => ReactNode;
  /** What the column sorts by; a column without it does not sort. Missing values come last. */
  sort?: (row: Row) => string | number | null | undefined;
  /** Left out on a narrow screen, or there in a second line of the row, with its heading before it. */
  wide?: boolean | 'below';
}

export interface Sort {
  column: string;
  down: boolean;
}

/** Sorts stably by a column; without a sort the server's order stays. Text sorts as people sort names. */
export function sortRows<Row>(
  rows: readonly Row[],
  columns: readonly Column<Row>[],
  sort: Sort | undefined,
): readonly Row[] {
  const by = columns.find(({ id }) => id === sort?.column)?.sort;
  if (!sort || !by) return rows;
  const sign = sort.down ? -1 : 1;
  return [...rows].sort((a, b) => {
    const [x, y] = [by(a) ?? undefined, by(b) ?? undefined];
    if (x === undefined || y === undefined) return Number(x === undefined) - Number(y === undefined);
    return sign * (typeof x === 'number' && typeof y === 'number' ? x - y : collator.compare(`${x}`, `${y}`));
  });
}

const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

/** A first press sorts upward, the next downward, the third gives the server's order back. */
export function nextSort(sort: Sort | undefined, column: string): Sort | undefined {
  if (sort?.column !== column) return { column, down: false };
  return sort.down ? undefined : { column, down: true };
}

/** Where a key leads from a row; undefined when the key is not about moving. */
export function moveTo(key: string, from: number, count: number, page: number): number | undefined {
  const steps: Record<string, number> = {
    ArrowDown: from + 1,
    ArrowUp: from - 1,
    j: from + 1,
    k: from - 1,
    PageDown: from + page,
    PageUp: from - page,
    Home: 0,
    End: count - 1,
  };
  const to = steps[key];
  return to === undefined || count === 0 ? undefined : Math.min(count - 1, Math.max(0, to));
}

/** The grid's column template; a share never gets narrower than 60 px. */
export function templateOf(columns: readonly Pick<Column<never>, 'width'>[]): string {
  return columns
    .map(({ width }) => (typeof width === 'number' ? `${width}px` : `minmax(60px, ${width})`))
    .join(' ');
}
