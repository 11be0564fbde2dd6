import type { Evidence } from '@superbill/engines/model';
import { Fold, RecordWords } from './fold.tsx';
import style from './not-coded.module.css';
import type { LeftOut } from './rule-lines.ts';

interface Props {
  lines: readonly LeftOut[];
  /** Shows words in the record. */
  onShow: (evidence: Evidence) => void;
}

/** What the record names and is no suggestion, folded away until somebody misses a code. */
export function NotCoded({ lines, onShow }: Props) {
  if (lines.length === 0) return null;
  return (
    <Fold
      title="Not coded, and why"
      count={lines.length}
      className={style.notCoded}
      onToggle={({ currentTarget }) => currentTarget.open && currentTarget.scrollIntoView({ block: 'start' })}
    >
      <ul>
        {lines.map(({ code, title, reason, source, evidence: [span] }) => (
          <li key={code}>
            <strong>{code}</strong> {title}
            {span && <RecordWords span={span} onShow={onShow} />}
            <span className={style.reason}>
              {reason} {source}
            </span>
          </li>
        ))}
      </ul>
    </Fold>
  );
}
