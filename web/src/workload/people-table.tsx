import { type Board, type BoardPerson, roleNames } from '@superbill/contract';
import { DateText, InstantText } from '../ui/index.ts';
import { DayBar } from './day-bar.tsx';
import type { Whose } from './items-dialog.tsx';
import { itemsText } from './minutes.ts';
import style from './workload.module.css';

/** A row a person: days as bars with their numbers, share of the team's work, quality. */
export function PeopleTable({ board, onOpen }: { board: Board; onOpen: (whose: Whose) => void }) {
  return (
    <div className={style.scroll}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reachable by keys */}
      <table className={style.table} aria-label="Load by person" tabIndex={0}>
        <thead>
          <tr>
            <th scope="col">Person</th>
            {board.days.map((day, index) => (
              <th scope="col" key={day} className={index > 1 ? style.wide : undefined}>
                {day === board.day ? 'Today' : <DateText date={day} />}
              </th>
            ))}
            <th scope="col">Share</th>
            <th scope="col">Quality, 90 days</th>
          </tr>
        </thead>
        <tbody>
          {board.people.map((person) => (
            <tr key={person.userId}>
              <th scope="row">
                <button
                  type="button"
                  className={style.name}
                  onClick={() => onOpen({ ownerId: person.userId, name: person.name })}
                >
                  {person.name}
                  <span className="sb-hidden">, {itemsText(person.items)}</span>
                </button>
                <Aside person={person} />
              </th>
              {person.days.map((load, index) => (
                <td key={load.day} className={index > 1 ? style.wide : undefined}>
                  <DayBar load={load} />
                </td>
              ))}
              <td className="sb-number">{person.share === null ? '–' : person.share.toFixed(2)}</td>
              <td>
                <Quality person={person} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Aside({ person }: { person: BoardPerson }) {
  const { desks, items, workedToday, interruptionsToday, focusUntil, isAway } = person;
  return (
    <div className={style.aside}>
      {desks.map((desk) => roleNames[desk]).join(', ')} · {itemsText(items)}
      {isAway && ' · away today'}
      {focusUntil && (
        <>
          {' · in focus until '}
          <InstantText at={focusUntil} />
        </>
      )}
      {workedToday > 0 &&
        ` · ${workedToday} min so far, ${interruptionsToday} ${interruptionsToday === 1 ? 'interruption' : 'interruptions'}`}
    </div>
  );
}

/** Speed never stands alone: what came back, what was denied for its coding, how often a reviewer agreed. */
function Quality({ person: { desks, quality } }: { person: BoardPerson }) {
  if (!desks.includes('coder')) return <span className={style.quiet}>–</span>;
  const { handedOver, returned, codingDenials, agreement } = quality;
  return (
    <span className={style.small}>
      {handedOver === 0
        ? 'nothing handed over'
        : `${returned} of ${handedOver} came back, ${codingDenials} denied`}
      <br />
      {agreement === null ? 'not yet reviewed' : `${Math.round(agreement * 100)} % agreed`}
    </span>
  );
}
