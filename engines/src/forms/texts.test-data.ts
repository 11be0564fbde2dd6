import type { PlacedText } from './grid.ts';

/** Texts of one page as a table: field, row, column, text; compared by eye with the forms' layouts. */
export function tableOf(texts: readonly PlacedText[]): string {
  const rows = texts.map(({ field, row, column, text }) =>
    [field.padEnd(18), String(row).padStart(2), String(column).padStart(2), text].join('  '),
  );
  return ['field             row col  text', ...rows, ''].join('\n');
}

/** What stands in some fields of a page: `24F.1 10` … in reading order. */
export function shown(texts: readonly PlacedText[], page: number, fields: RegExp): string[] {
  return texts
    .filter((placed) => placed.page === page && fields.test(placed.field))
    .map(({ field, text }) => `${field} ${text}`);
}
