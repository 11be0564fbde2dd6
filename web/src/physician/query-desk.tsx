import { type Query, routes } from '@superbill/contract';
import { ageOn } from '@superbill/engines/model';
import { useMemo, useState } from 'react';
import { useRead } from '../api/index.ts';
import type { RecordMark } from '../record/mark.ts';
import { RecordPane } from '../record/record-pane.tsx';
import { places } from '../router/places.ts';
import { DateText, InstantText, PageLink, personName, ReadState, useKeys } from '../ui/index.ts';
import { useWorkOn } from '../workload/use-work-on.ts';
import { AnswerForm } from './answer-form.tsx';
import style from './queries.module.css';

interface Props {
  query: Query;
  /** The question to go to once this one is answered. */
  next: Query | undefined;
}

/** One question beside the note it is about, with the words in question highlighted. */
export function QueryDesk({ query, next }: Props) {
  const { encounterId, patient, serviceDate, question, evidence, askedBy, askedAt, state } = query;
  useWorkOn('answer-query', state === 'open' ? query.id : undefined);
  const visit = useRead(routes.readEncounter, { params: { encounterId } });
  const [place, setPlace] = useState(0);
  const [jump, setJump] = useState(0);
  const marks = useMemo(
    () =>
      evidence.map(
        (span, i): RecordMark => ({ id: `asked/${i}`, evidence: span, tone: 'query', label: 'Asked about' }),
      ),
    [evidence],
  );
  useKeys([
    {
      key: 'e',
      does: 'Show the next words in question',
      disabled: evidence.length === 0,
      run: () => {
        setPlace((place + 1) % evidence.length);
        setJump(jump + 1);
      },
    },
  ]);

  return (
    <>
      <section className={style.question} aria-label="Question">
        <div className={style.about}>
          <p>
            <strong>{personName(patient)}</strong>, {ageOn(patient.birthDate, serviceDate)} {patient.sex},
            seen <DateText date={serviceDate} />
          </p>
          <PageLink to={places.record(encounterId)}>Whole record</PageLink>
        </div>
        <p className={style.by}>
          Asked by {askedBy}, <InstantText at={askedAt} />
        </p>
        <h2 className={style.words}>{question}</h2>
        {evidence.length > 0 && (
          <ul className={style.quotes} aria-label="Words in question">
            {evidence.map(({ documentId, start, quote }) => (
              <li key={`${documentId} ${start}`}>“{quote}”</li>
            ))}
          </ul>
        )}
        {state === 'open' ? (
          <AnswerForm query={query} next={next} />
        ) : (
          <div className={style.answer}>
            <p>
              You answered{query.answeredAt && ' on '}
              {query.answeredAt && <InstantText at={query.answeredAt} />}:
            </p>
            <p>
              <strong>{query.answerOption}</strong>
            </p>
            {query.answerText && <p>{query.answerText}</p>}
            <p className={style.quiet}>It stands in the record as a signed addendum.</p>
          </div>
        )}
      </section>
      <section className={style.record} aria-label="Record of the visit">
        <ReadState read={visit} lines={12}>
          {(encounter) => (
            <RecordPane encounter={encounter} marks={marks} active={`asked/${place}`} jump={jump} />
          )}
        </ReadState>
      </section>
    </>
  );
}
