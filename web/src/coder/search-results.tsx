import { useEffect, useRef } from 'react';
import { EmptyState, FailedState, LoadingState, StatusBadge } from '../ui/index.ts';
import style from './search.module.css';
import type { SearchRow } from './search-rows.ts';
import type { CodeSearch } from './use-code-search.ts';

interface Props {
  search: CodeSearch;
  /** Codes on the visit already. */
  chosen: readonly string[];
  onPick: (row: SearchRow) => void;
}

export const resultsId = 'code-search-results';

/** The id of a row, for the field that keeps the focus. */
export function optionId(code: string): string {
  return `code-${code}`;
}

/** What the search found: code, title, the way there; headings open onto the codes below them. */
export function SearchResults({ search, chosen, onPick }: Props) {
  const { rows, at, problem, again, settled, text } = search;
  const list = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the row stood on is brought into sight when it changes
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [at?.code]);

  if (problem && rows.length === 0) return <FailedState problem={problem} retry={again} />;
  if (rows.length === 0) {
    if (!settled) {
      return (
        <div className={style.waiting}>
          <LoadingState lines={8} label="Searching" />
        </div>
      );
    }
    return (
      <EmptyState
        title={`No code is found by “${text.trim()}”.`}
        hint="Try fewer words, another word for the same thing, or the beginning of a code."
      />
    );
  }
  return (
    <div
      ref={list}
      id={resultsId}
      role="listbox"
      aria-label="Codes found"
      className={style.results}
      tabIndex={-1}
    >
      {rows.map((row) => {
        const { code, title, billable, path, depth, open, missing, conflicts } = row;
        return (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the field holds the focus and its keys choose the row
          <div
            key={code}
            id={optionId(code)}
            role="option"
            tabIndex={-1}
            aria-selected={code === at?.code}
            className={style.result}
            style={{ paddingLeft: 10 + depth * 18 }}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onPick(row)}
          >
            <span className={style.resultCode}>{code}</span>
            <span className={style.resultTitle}>
              {title}
              <span className={style.path}>{depth === 0 ? path.join(' · ') : ''}</span>
              {missing.length > 0 && <span className={style.path}>Not said: {missing.join(', ')}</span>}
              {conflicts.map((conflict) => (
                <span key={conflict.with} className={style.conflict}>
                  Not coded with {conflict.with} (Excludes1 at {conflict.at})
                </span>
              ))}
            </span>
            {chosen.includes(code) ? (
              <StatusBadge tone="good">on the visit</StatusBadge>
            ) : billable ? (
              <StatusBadge tone="still">billable</StatusBadge>
            ) : (
              <StatusBadge tone="warn">{open ? 'heading ▾' : 'heading ▸'}</StatusBadge>
            )}
          </div>
        );
      })}
    </div>
  );
}
