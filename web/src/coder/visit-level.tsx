import type { EvaluationElementView, EvaluationView } from '@superbill/contract';
import {
  type Decided,
  levelOf,
  withoutRejected,
} from '@superbill/engines/coding/procedures/evaluation/level';
import type { Evidence } from '@superbill/engines/model';
import { useState } from 'react';
import { Fold, InlineButton, RecordWords } from './fold.tsx';
import { keepStruck, placesOf, readStruck } from './struck.ts';
import style from './visit-level.module.css';

interface Props {
  encounterId: string;
  evaluation: EvaluationView;
  /** What the coder rejected is no problem of the visit. */
  decided: readonly Decided[];
  /** The date of service: the rules are those of that date. */
  date: string;
  /** Shows words in the record. */
  onShow: (evidence: Evidence) => void;
}

const areas = [
  ['problems', 'Problems'],
  ['data', 'Data'],
  ['risk', 'Risk'],
  ['time', 'Time'],
] as const;

/** The level of the visit with all that was counted. What a coder strikes is not counted, and the level follows. */
export function VisitLevel({ encounterId, evaluation, decided, date, onShow }: Props) {
  const [kept, setKept] = useState(() => readStruck(encounterId));
  const [patient, setPatient] = useState(evaluation.patient);
  const { place } = evaluation;
  const elements = withoutRejected(evaluation.elements, decided);
  const places = placesOf(evaluation.elements);
  const keyOf = (element: EvaluationElementView) => places[evaluation.elements.indexOf(element)] ?? '';
  const struck = new Set(elements.map(keyOf).filter((key) => kept.has(key)));
  const counted = elements.filter((element) => !struck.has(keyOf(element)));
  const now = levelOf(counted, { date, place, patient });
  const open = [...new Set([...evaluation.open, ...now.open])];
  if (elements.length === 0 && !evaluation.code) return null;

  function strike(element: EvaluationElementView) {
    const next = new Set(struck);
    if (!next.delete(keyOf(element))) next.add(keyOf(element));
    setKept(next);
    keepStruck(encounterId, next);
  }

  return (
    <Fold
      title={
        <>
          Visit level <strong>{now.code ?? 'none'}</strong>
          {now.level && ` ${now.level}, by ${now.by === 'time' ? 'time' : 'decision making'}`}
          <span className={style.proposal}>{struck.size > 0 ? `${struck.size} struck` : 'proposal'}</span>
        </>
      }
      className={style.level}
      onToggle={({ currentTarget }) => currentTarget.open && currentTarget.scrollIntoView({ block: 'start' })}
    >
      {place === 'office' && (
        <p className={style.patient}>
          Counted for {patient === 'new' ? 'a new' : 'an established'} patient.{' '}
          <InlineButton onClick={() => setPatient(patient === 'new' ? 'established' : 'new')}>
            Count for {patient === 'new' ? 'an established' : 'a new'} one
          </InlineButton>
        </p>
      )}
      {areas.map(([area, name]) => {
        const own = elements.filter((element) => element.area === area);
        if (own.length === 0) return null;
        return (
          <section key={area} aria-label={name}>
            <h3>
              {name} {area !== 'time' && <span className={style.supports}>{now[area]}</span>}
            </h3>
            <ul>
              {own.map((element) => (
                <ElementLine
                  key={keyOf(element)}
                  element={element}
                  isStruck={struck.has(keyOf(element))}
                  onStrike={() => strike(element)}
                  onShow={onShow}
                />
              ))}
            </ul>
          </section>
        );
      })}
      {now.higher && <p className={style.next}>Up: {now.higher}</p>}
      {now.lower && <p className={style.next}>Down: {now.lower}</p>}
      {open.map((what) => (
        <p key={what} className={style.open}>
          Open: {what}
        </p>
      ))}
      {now.notes.map((note) => (
        <p key={note} className={style.next}>
          {note}
        </p>
      ))}
    </Fold>
  );
}

interface LineProps {
  element: EvaluationElementView;
  isStruck: boolean;
  onStrike: () => void;
  onShow: (evidence: Evidence) => void;
}

function ElementLine({ element: { what, counts, evidence }, isStruck, onStrike, onShow }: LineProps) {
  const [span] = evidence;
  return (
    <li data-struck={isStruck}>
      <label>
        <input type="checkbox" checked={!isStruck} onChange={onStrike} />
        <span className={style.what}>{what}</span>
      </label>
      {span && <RecordWords span={span} onShow={onShow} />}
      <span className={style.counts}>{counts}</span>
    </li>
  );
}
