import type { CodeEntryView, CodeHitView } from '@superbill/contract';

/** A line of the search's answer: a hit, or a code below a heading that was opened. */
export interface SearchRow {
  code: string;
  title: string;
  billable: boolean;
  /** How it was reached, in words. */
  path: readonly string[];
  /** How many opened headings it stands below. */
  depth: number;
  open: boolean;
  /** What was assumed, or must still be chosen, to bill the code; unknown of codes below an opened heading. */
  missing: readonly string[];
  /** Codes of the visit that it is not coded with. */
  conflicts: CodeHitView['conflicts'];
}

type Children = CodeEntryView['children'];

/** The hits with the children of opened headings below them; a code that stands there already is not repeated. */
export function searchRows(
  hits: readonly CodeHitView[],
  opened: ReadonlySet<string>,
  childrenOf: ReadonlyMap<string, Children>,
): SearchRow[] {
  const shown = new Set<string>();
  const rows: SearchRow[] = [];
  const add = (row: Omit<SearchRow, 'open'>) => {
    if (shown.has(row.code)) return;
    shown.add(row.code);
    const open = opened.has(row.code);
    rows.push({ ...row, open });
    if (!open) return;
    for (const { code, title, billable } of childrenOf.get(row.code) ?? []) {
      const path = [...row.path, `${row.code} → ${code}`];
      add({ code, title, billable, depth: row.depth + 1, path, missing: [], conflicts: [] });
    }
  };
  for (const { score: _, ...hit } of hits) add({ ...hit, depth: 0 });
  return rows;
}
