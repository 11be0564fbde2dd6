import type { Evidence } from '@superbill/engines/model';
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
    <details
      className={style.notCoded}
      onToggle={({ currentTarget }) => currentTarget.open && currentTarget.scrollIntoView({ block: 'start' })}
    >
      <summary>
        Not coded, and why <span className={style.count}>{lines.length}</span>
      </summary>
      <ul>
        {lines.map(({ code, title, reason, source, evidence: [span] }) => (
          <li key={code}>
            <strong>{code}</strong> {title}
            {span && (
              <button type="button" className={style.words} onClick={() => onShow(span)}>
                “{span.quote}”<span className="sb-hidden"> in the record</span>
              </button>
            )}
            <span className={style.reason}>
              {reason} {source}
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}
