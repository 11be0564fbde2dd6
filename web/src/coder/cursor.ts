import type { Coding } from './coding-state.ts';

/** Where the coder stands: a row of the codes or of the suggestions. Rows are named by their code. */
export interface Cursor {
  list: 'codes' | 'suggestions';
  code: string;
}

/** Every row the cursor can stand on, from top to bottom. */
function rowsOf({ codes, suggestions }: Coding): Cursor[] {
  return [
    ...codes.map(({ code }): Cursor => ({ list: 'codes', code })),
    ...suggestions.map(({ code }): Cursor => ({ list: 'suggestions', code })),
  ];
}

/** The row to stand on: where the cursor is, if that row is still there; else the first thing to decide. */
export function standing(coding: Coding, cursor: Cursor | undefined): Cursor | undefined {
  const rows = rowsOf(coding);
  return rows.find((row) => isSame(row, cursor)) ?? firstOpen(coding) ?? rows[0];
}

/** One row up or down; stays at the ends. */
export function step(coding: Coding, cursor: Cursor | undefined, by: number): Cursor | undefined {
  const rows = rowsOf(coding);
  const from = rows.findIndex((row) => isSame(row, cursor));
  if (from === -1) return standing(coding, cursor);
  return rows[Math.min(rows.length - 1, Math.max(0, from + by))];
}

/** After a decision: the next suggestion nobody has decided, from here down, then from the top; else stay. */
export function nextOpen(coding: Coding, { code }: Cursor): Cursor {
  const { suggestions } = coding;
  const from = suggestions.findIndex((each) => each.code === code);
  const ahead = [...suggestions.slice(from + 1), ...suggestions.slice(0, from + 1)];
  const open = ahead.find((each) => each.code !== code && each.decision === 'open');
  return { list: 'suggestions', code: open?.code ?? code };
}

/** After a code is taken off: the code that now stands in its place, or the one above. */
export function afterRemoval({ codes }: Coding, code: string): Cursor | undefined {
  const at = codes.findIndex((each) => each.code === code);
  const neighbour = codes[at + 1] ?? codes[at - 1];
  return neighbour && { list: 'codes', code: neighbour.code };
}

export function isSame(a: Cursor, b: Cursor | undefined): boolean {
  return a.list === b?.list && a.code === b.code;
}

function firstOpen({ suggestions }: Coding): Cursor | undefined {
  const open = suggestions.find(({ decision }) => decision === 'open');
  return open && { list: 'suggestions', code: open.code };
}
