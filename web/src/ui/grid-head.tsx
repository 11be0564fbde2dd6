// biome-ignore-all lint/a11y/useSemanticElements: a grid that holds only the rows in sight is no table
import style from './grid.module.css';
import { type Column, nextSort, type Sort } from './grid-model.ts';

interface Props<Row> {
  columns: readonly Column<Row>[];
  sort: Sort | undefined;
  onSort: (sort: Sort | undefined) => void;
}

/** The headings of a worklist; those that sort are buttons. */
export function GridHead<Row>({ columns, sort, onSort }: Props<Row>) {
  const direction = (id: string) => {
    if (sort?.column !== id) return 'none';
    return sort.down ? 'descending' : 'ascending';
  };
  return (
    <div role="rowgroup" className={style.head}>
      {/* biome-ignore lint/a11y/useFocusableInteractive: the buttons in it take the focus */}
      <div role="row" aria-rowindex={1} className={style.headRow}>
        {columns.map((column, place) => (
          // biome-ignore lint/a11y/useFocusableInteractive: the button in it takes the focus
          <div
            key={column.id}
            role="columnheader"
            aria-colindex={place + 1}
            {...(column.sort ? { 'aria-sort': direction(column.id) } : {})}
            className={column.align === 'right' ? `${style.cell} ${style.right}` : style.cell}
          >
            {column.sort ? (
              <button type="button" className={style.sort} onClick={() => onSort(nextSort(sort, column.id))}>
                {column.heading}
                <span aria-hidden className={style.arrow}>
                  {sort?.column === column.id ? (sort.down ? '▾' : '▴') : ''}
                </span>
              </button>
            ) : (
              column.heading
            )}
          </div>
        ))}
      </div>
    </div>
  );
}
