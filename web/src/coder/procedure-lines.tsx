import type { ProcedureSuggestionView } from '@superbill/contract';
import type { Evidence } from '@superbill/engines/model';
import { Fold, RecordWords } from './fold.tsx';
import style from './procedure-lines.module.css';

interface Props {
  procedures: readonly ProcedureSuggestionView[];
  /** Shows words in the record. */
  onShow: (evidence: Evidence) => void;
}

/** What was done, given and supplied, each as the line of a claim it would be, with what is still open. */
export function ProcedureLines({ procedures, onShow }: Props) {
  if (procedures.length === 0) return null;
  return (
    <Fold title="Procedures and drugs" count={procedures.length} className={style.procedures} open>
      <ul>
        {procedures.map(({ code, modifiers = [], units, title, evidence: [span], open, path, notes }) => (
          <li key={[code, ...modifiers].join(' ')}>
            <strong>{[code, ...modifiers].join('-')}</strong>
            {units !== undefined && <span className={style.units}>× {units}</span>} {title}
            {span && <RecordWords span={span} onShow={onShow} />}
            <span className={style.more}>{path.join(' › ')}</span>
            {open.map(({ axis, values }) => (
              <span key={axis} className={style.open}>
                Open: {axis}
                {values.length > 0 && ` (${values.map(({ label }) => label).join(', ')})`}
              </span>
            ))}
            {notes.map((note) => (
              <span key={note} className={style.more}>
                {note}
              </span>
            ))}
          </li>
        ))}
      </ul>
    </Fold>
  );
}
