import { type Board, type BoardDesk, roleNames } from '@superbill/contract';
import { workKindNames } from '@superbill/engines/workload';
import { DateText } from '../ui/index.ts';
import { DayBar } from './day-bar.tsx';
import type { Whose } from './items-dialog.tsx';
import { minutesText } from './minutes.ts';
import style from './workload.module.css';

/** A row a desk: what waits, what the next days bring, when the queue is empty. */
export function DeskTable({ board, onOpen }: { board: Board; onOpen: (whose: Whose) => void }) {
  return (
    <div className={style.scroll}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reachable by keys */}
      <table className={style.table} aria-label="Load by desk, with what is expected to come" tabIndex={0}>
        <thead>
          <tr>
            <th scope="col">Desk</th>
            {board.days.map((day, index) => (
              <th scope="col" key={day} className={index > 1 ? style.wide : undefined}>
                {day === board.day ? 'Today' : <DateText date={day} />}
              </th>
            ))}
            <th scope="col">Empty on</th>
            <th scope="col">Spread</th>
          </tr>
        </thead>
        <tbody>
          {board.desks.map((desk) => (
            <tr key={desk.desk}>
              <th scope="row">
                <button
                  type="button"
                  className={style.name}
                  onClick={() => onOpen({ desk: desk.desk, name: `${roleNames[desk.desk]}: nobody’s yet` })}
                >
                  {roleNames[desk.desk]}
                  <span className="sb-hidden">, items that are nobody’s</span>
                </button>
                <div className={style.aside}>{waiting(desk)}</div>
              </th>
              {desk.days.map((load, index) => (
                <td key={load.day} className={index > 1 ? style.wide : undefined}>
                  <DayBar load={load} />
                  {index > 0 && <span className={style.quiet}>{desk.coming[index]} to come</span>}
                </td>
              ))}
              <td>
                <Empty desk={desk} />
              </td>
              <td className="sb-number">{desk.spread === null ? '–' : desk.spread.toFixed(2)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function waiting({ kinds, poolMinutes }: BoardDesk): string {
  if (kinds.length === 0) return 'Nothing waits.';
  const parts = kinds.map(
    ({ kind, items, late }) => `${workKindNames[kind]}: ${items}${late > 0 ? ` (${late} late)` : ''}`,
  );
  return `${parts.join(' · ')} · ${minutesText(poolMinutes)} nobody’s`;
}

function Empty({ desk: { empty } }: { desk: BoardDesk }) {
  if (empty.day === null) return <span>not within four weeks</span>;
  return (
    <span className={style.small}>
      <DateText date={empty.day} />
      <br />
      <span className={style.quiet}>
        {empty.early && empty.early !== empty.day ? (
          <>
            <DateText date={empty.early} /> to{' '}
          </>
        ) : (
          'or until '
        )}
        {empty.late ? <DateText date={empty.late} /> : 'later than four weeks'}
      </span>
    </span>
  );
}
