// biome-ignore-all lint/a11y/useSemanticElements: one tab stop and arrow keys make it a grid, not a table
// biome-ignore-all lint/a11y/useFocusableInteractive: rows take the focus in turn, cells never
import { ActionIcon } from '@mantine/core';
import { Why } from '../ui/index.ts';
import { type Coding, pendingId } from './coding-state.ts';
import { type Cursor, isSame } from './cursor.ts';
import type { ExcludesConflict } from './excludes.ts';
import style from './lists.module.css';

interface Props {
  coding: Coding;
  cursor: Cursor | undefined;
  conflicts: readonly ExcludesConflict[];
  readOnly: boolean;
  onStand: (cursor: Cursor) => void;
  onMove: (code: string, by: 1 | -1) => void;
  onRemove: (code: string) => void;
}

/** The codes of the visit in their order; the first is first-listed. */
export function CodeList({ coding: { codes }, cursor, conflicts, readOnly, ...on }: Props) {
  if (codes.length === 0) {
    return <p className={style.none}>No code yet. Accept a suggestion below, or search the code set.</p>;
  }
  return (
    <div role="grid" aria-label="Codes of the visit" aria-rowcount={codes.length}>
      {codes.map(({ id, code, title, position }, place) => {
        const row: Cursor = { list: 'codes', code };
        const here = isSame(row, cursor);
        const warned = conflicts.some((each) => each.code === code || each.other === code);
        return (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the page's keys act on the row that has the cursor
          <div
            key={code}
            role="row"
            aria-selected={here}
            tabIndex={here ? 0 : -1}
            data-row={`codes ${code}`}
            className={style.code}
            onFocus={() => on.onStand(row)}
            onClick={() => on.onStand(row)}
          >
            <span role="gridcell" className={position === 1 ? style.first : style.position}>
              {position}
              {position === 1 && <span className="sb-hidden"> first-listed</span>}
            </span>
            <span role="gridcell" className={style.codeText}>
              {code}
            </span>
            <span role="gridcell" className={style.title} title={title}>
              {warned && (
                <span className={style.warned}>
                  ⚠<span className="sb-hidden"> Excludes1 conflict</span>
                </span>
              )}
              {title}
            </span>
            <span role="gridcell" className={style.tools}>
              {!readOnly && (
                <span className={style.over}>
                  <RowButton
                    does={`Move ${code} up`}
                    sign="↑"
                    disabled={place === 0}
                    run={() => on.onMove(code, -1)}
                  />
                  <RowButton
                    does={`Move ${code} down`}
                    sign="↓"
                    disabled={place === codes.length - 1}
                    run={() => on.onMove(code, 1)}
                  />
                  <RowButton does={`Take ${code} off`} sign="✕" run={() => on.onRemove(code)} />
                </span>
              )}
              {id !== pendingId && <Why kind="code" id={id} about={code} />}
            </span>
          </div>
        );
      })}
    </div>
  );
}

interface ButtonProps {
  does: string;
  sign: string;
  disabled?: boolean;
  run: () => void;
}

/** A small button in a row, out of the tab order: the same is done by a key. */
export function RowButton({ does, sign, disabled = false, run }: ButtonProps) {
  return (
    <ActionIcon
      size={24}
      variant="subtle"
      color="gray"
      tabIndex={-1}
      aria-label={does}
      title={does}
      disabled={disabled}
      className={style.button ?? ''}
      onClick={(event) => {
        event.stopPropagation();
        run();
      }}
    >
      {sign}
    </ActionIcon>
  );
}
