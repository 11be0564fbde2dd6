import { Button } from '@mantine/core';
import type { Encounter } from '@superbill/contract';
import { EmptyState, Panel, Why } from '../../ui/index.ts';
import { type Diagnosis, diagnosesOf } from './charge-values.ts';
import { FindingNotes, type FoundByEdit } from './finding-notes.tsx';
import { findingsAt } from './finding-place.ts';
import style from './visit.module.css';

interface Props {
  visit: Encounter;
  findings: readonly FoundByEdit[];
  /** Shows in the record the words a code stands on, where the record may be read. */
  onShow: ((code: Diagnosis) => void) | undefined;
}

/** What the coder handed over: each code with its number for the charges, its words, and why. */
export function DiagnosisPanel({ visit, findings, onShow }: Props) {
  const diagnoses = diagnosesOf(visit);
  const others = visit.codes.filter(({ system }) => system !== 'icd10cm');
  const counts = { charges: visit.charges.length, diagnoses: diagnoses.length };
  return (
    <Panel title="Codes">
      {visit.codes.length === 0 && (
        <EmptyState
          title="No code."
          hint="Return the visit to the coder; nothing can be billed without one."
        />
      )}
      <ol className={style.codes} aria-label="Diagnoses">
        {diagnoses.map((code, i) => (
          <li key={code.id}>
            <CodeLine code={code} number={i + 1} onShow={onShow} />
            <FindingNotes
              label={`Findings on diagnosis ${i + 1}`}
              findings={findingsAt(findings, { part: 'diagnosis', index: i }, counts)}
            />
          </li>
        ))}
      </ol>
      {others.length > 0 && (
        <ul className={style.codes} aria-label="Procedures coded">
          {others.map((code) => (
            <li key={code.id}>
              <CodeLine code={code} onShow={onShow} />
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}

function CodeLine({ code, number, onShow }: { code: Diagnosis; number?: number; onShow: Props['onShow'] }) {
  const [first] = code.evidence;
  return (
    <div className={style.code}>
      <span className={style.number}>{number}</span>
      <strong className="sb-number">{code.code}</strong>
      <span className={style.title}>{code.title}</span>
      {first && !onShow && <span className={style.quoted}>“{first.quote}”</span>}
      {first && onShow && (
        <Button
          size="compact-xs"
          variant="subtle"
          classNames={{ root: style.quote, label: style.quoted }}
          title={`“${first.quote}”`}
          aria-label={`Show in the record: ${code.code}, “${first.quote}”`}
          onClick={() => onShow(code)}
        >
          “{first.quote}”
        </Button>
      )}
      <Why kind="code" id={code.id} about={code.code} />
    </div>
  );
}
