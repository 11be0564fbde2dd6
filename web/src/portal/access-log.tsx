import { type AccessLog as Log, routes } from '@superbill/contract';
import { useState } from 'react';
import { useRead } from '../api/index.ts';
import style from './bill.module.css';
import controls from './controls.module.css';
import { dayText } from './formats.ts';
import { useSpoken } from './spoken.ts';

/** Who looked at the record, by day and role, fetched when the patient asks. */
export function AccessLog() {
  const { words } = useSpoken();
  const [asked, setAsked] = useState(false);
  const read = useRead(routes.readAccessLog, {}, { enabled: asked });
  return (
    <section aria-labelledby="looks" className={style.onScreen}>
      <h2 id="looks" className={style.heading}>
        {words.looks}
      </h2>
      <p className={style.hint}>{words.looksHint}</p>
      {!asked && (
        <button type="button" className={controls.plain} onClick={() => setAsked(true)}>
          {words.showLooks}
        </button>
      )}
      <div aria-live="polite">
        {read.error && <p>{words.looksFailed}</p>}
        {read.data && <Looks entries={read.data.entries} />}
      </div>
    </section>
  );
}

function Looks({ entries }: Pick<Log, 'entries'>) {
  const { words, language } = useSpoken();
  if (entries.length === 0) return <p>{words.noLooks}</p>;
  return (
    <ul className={style.services}>
      {entries.map((entry) => (
        <li key={`${entry.on} ${entry.role} ${entry.what}`}>
          {words.lookRoles[entry.role]} {entry.changed ? words.lookChanged : words.lookRead}{' '}
          {words.lookKinds[entry.what]}, <time dateTime={entry.on}>{dayText(entry.on, language)}</time>.
          {entry.brokeGlass && ` ${words.brokeGlass}`}
        </li>
      ))}
    </ul>
  );
}
