import type { IndexTerm } from '../../model/index.ts';
import { csvRecords } from './csv.ts';
import { isOverfull, readIndexCode, splitNonessential } from './index-entry.ts';
import type { IndexFile } from './index-file.ts';
import { bad, good, type Read, tidy } from './read.ts';

/** The heading of the alphabetic index written as a table, one entry a line. */
export const indexCsvHeading = 'RowID,Letter,Level,Term,See,SeeAlso,NonEssModif,Code';

/** Reads the alphabetic index from a table with {@link indexCsvHeading}; `Level` 0 is a main term. */
export function readIndexCsv(text: string): Read<IndexFile> {
  const [heading, ...records] = csvRecords(text);
  if (heading?.join(',') !== indexCsvHeading) {
    return bad(`this is not the index as a table; expected the heading ${indexCsvHeading}`);
  }
  const terms: IndexTerm[] = [];
  const path: string[] = [];
  const nonessential: string[][] = [];
  for (const [place, record] of records.entries()) {
    const [number, , levelText = '', title = '', see = '', seeAlso = '', modifiers = '', code = ''] = record;
    const level = Number(levelText);
    if (
      record.length !== 8 ||
      Number(number) !== place + 1 ||
      level > path.length ||
      !/^\d+$/.test(levelText)
    ) {
      return bad(
        `line ${place + 2} of the index table is out of order: expected row ${place + 1}, one level down at most`,
      );
    }
    const words = splitNonessential(modifiers);
    path.splice(level, path.length, tidy(`${title} ${words.outside}`));
    nonessential.splice(level, nonessential.length, words.nonessential);
    const term: IndexTerm = { kind: 'index', path: [...path], nonessential: nonessential.flat() };
    if (isOverfull(term.path, term.nonessential))
      return bad(
        `line ${place + 2} of the index table has more levels or words in parentheses than the index could have`,
      );
    const target = readIndexCode(code);
    // `Cancer(o)phobia`: the table keeps what stands before a linking vowel and has lost what stands behind it.
    if (modifiers === '(o)') continue;
    if (target !== undefined) term.code = target;
    if (see) term.see = tidy(see);
    if (seeAlso) term.seeAlso = tidy(seeAlso);
    if (target !== undefined || see || seeAlso) terms.push(term);
  }
  return terms.length > 0
    ? good({ kind: 'index', version: '', terms })
    : bad('the index table has no entries');
}
