// biome-ignore-all lint/a11y/useSemanticElements: one tab stop and arrow keys make it a grid, not a table
// biome-ignore-all lint/a11y/useFocusableInteractive: rows take the focus in turn, cells never
import type { SuggestionView } from '@superbill/contract';
import { EmptyState } from '../ui/index.ts';
import { RowButton } from './code-list.tsx';
import type { Coding } from './coding-state.ts';
import { type Cursor, isSame } from './cursor.ts';
import style from './lists.module.css';

interface Props {
  coding: Coding;
  cursor: Cursor | undefined;
  readOnly: boolean;
  onStand: (cursor: Cursor) => void;
  onAccept: (suggestion: SuggestionView) => void;
  onReject: (suggestion: SuggestionView) => void;
}

const signs = { open: '', accepted: '✓', rejected: '✕' } as const;
const words = { open: 'to decide', accepted: 'accepted', rejected: 'rejected' } as const;

/** What the record suggests, surest first. A decided suggestion stays in its place, so that nothing jumps. */
export function SuggestionList({ coding: { suggestions }, cursor, readOnly, ...on }: Props) {
  if (suggestions.length === 0) {
    return (
      <EmptyState
        title="The record suggests no code."
        hint="Search the code set: select the words in the record, then press /."
      />
    );
  }
  return (
    <div role="grid" aria-label="Suggestions" aria-rowcount={suggestions.length}>
      {suggestions.map((suggestion) => {
        const { code, title, decision, primary, evidence } = suggestion;
        const row: Cursor = { list: 'suggestions', code };
        const here = isSame(row, cursor);
        return (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the page's keys act on the row that has the cursor
          <div
            key={code}
            role="row"
            aria-selected={here}
            tabIndex={here ? 0 : -1}
            data-row={`suggestions ${code}`}
            data-decision={decision}
            className={style.suggestion}
            onFocus={() => on.onStand(row)}
            onClick={() => on.onStand(row)}
          >
            <span role="gridcell" className={style.decision}>
              {signs[decision]}
              <span className="sb-hidden">{words[decision]}</span>
            </span>
            <span role="gridcell" className={style.codeText}>
              {code}
            </span>
            <span role="gridcell" className={style.what}>
              <span className={style.title} title={title}>
                {primary && <span className={style.proposed}>first-listed</span>}
                {title}
              </span>
              <span className={style.quote}>
                {evidence[0] && `“${evidence[0].quote}”`}
                {evidence.length > 1 && ` and ${evidence.length - 1} more`}
              </span>
            </span>
            <span role="gridcell" className={style.sure}>
              <Confidence of={suggestion.confidence} />
            </span>
            <span role="gridcell" className={style.tools}>
              {!readOnly && (
                <>
                  <RowButton
                    does={`Accept ${code}`}
                    sign="✓"
                    disabled={decision === 'accepted'}
                    run={() => on.onAccept(suggestion)}
                  />
                  <RowButton
                    does={`Reject ${code}`}
                    sign="✕"
                    disabled={decision === 'rejected'}
                    run={() => on.onReject(suggestion)}
                  />
                </>
              )}
            </span>
          </div>
        );
      })}
    </div>
  );
}

/** How often suggestions like this are accepted, as a number and a quiet bar. */
function Confidence({ of }: { of: number }) {
  const percent = Math.round(of * 100);
  return (
    <span title={`Confidence ${percent} %`}>
      <span className={style.percent}>
        <span className="sb-hidden">confidence </span>
        {percent} %
      </span>
      <span className={style.bar}>
        <span className={style.filled} style={{ width: `${percent}%` }} />
      </span>
    </span>
  );
}
