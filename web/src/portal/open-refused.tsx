import { routes } from '@superbill/contract';
import { useEffect, useRef } from 'react';
import type { ApiProblem } from '../api/problem.ts';
import { useRead } from '../api/use-read.ts';
import controls from './controls.module.css';
import style from './notice.module.css';
import { useSpoken } from './spoken.ts';

interface OpenRefusedProps {
  problem: ApiProblem;
  onShowOpen: () => void;
}

/**
 * The link and the birth date opened nothing. The server does not tell which of them was wrong, and how many
 * tries are left is not told either, so this says what to do about both.
 */
export function OpenRefused({ problem, onShowOpen }: OpenRefusedProps) {
  const { words } = useSpoken();
  const note = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (problem) note.current?.focus();
  }, [problem]);
  const refused = problem.status === 401 || problem.status === 400;
  const silent = problem.status === 0;
  const title = refused ? words.refused : silent ? words.noAnswer : words.failed;
  return (
    <div ref={note} role="alert" tabIndex={-1} className={style.refused}>
      <h2>{title}</h2>
      {refused ? (
        <>
          <p>{words.refusedBirthDate}</p>
          <p>{words.refusedLink}</p>
          <OpenAlready onShowOpen={onShowOpen} />
        </>
      ) : (
        <p>{silent ? words.noAnswerNext : words.failedNext}</p>
      )}
    </div>
  );
}

/** Who follows the link a second time within the hour has the bill open already. */
function OpenAlready({ onShowOpen }: { onShowOpen: () => void }) {
  const { words } = useSpoken();
  const bill = useRead(routes.readBill, { query: {} });
  if (!bill.data) return null;
  return (
    <>
      <p>{words.openAlready}</p>
      <div>
        <button type="button" className={controls.button} onClick={onShowOpen}>
          {words.showOpen}
        </button>
      </div>
    </>
  );
}
