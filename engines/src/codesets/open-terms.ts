import type { IndexTerm } from '../model/index.ts';
import { termKinds } from './artifact.ts';
import { readStrings, type Sections, type StringTable, section } from './sections.ts';

/** The terms of an opened edition, by number. */
export interface Terms {
  length: number;
  at(number: number): IndexTerm;
  /** The numbers of the terms that lead to a row. */
  of(row: number): number[];
}

/** Opens the term sections of an edition; the list from code to terms is built when first asked for. */
export function openTerms(sections: Sections, columns: readonly string[], codes: StringTable): Terms {
  const kinds = section(sections, 'term.kind', Uint8Array);
  const columnNumbers = section(sections, 'term.column', Uint8Array);
  const rows = section(sections, 'term.code', Int32Array);
  const manifestations = section(sections, 'term.manifestation', Int32Array);
  const see = section(sections, 'term.see', Int32Array);
  const seeAlso = section(sections, 'term.seeAlso', Int32Array);
  const words = readStrings(sections, 'term.words');
  const path = openRuns(sections, 'term.path', words);
  const nonessential = openRuns(sections, 'term.nonessential', words);
  let byRow: Map<number, number[]> | undefined;

  return {
    length: kinds.length,
    at(number) {
      const kind = termKinds[kinds[number] ?? -1];
      if (!kind) throw new RangeError(`no term ${number}`);
      const term: IndexTerm = { kind, path: path(number), nonessential: nonessential(number) };
      const row = rows[number] ?? -1;
      const manifestation = manifestations[number] ?? -1;
      const column = columns[(columnNumbers[number] ?? 0) - 1];
      if (row !== -1) term.code = codes.at(row);
      if (manifestation !== -1) term.manifestation = codes.at(manifestation);
      if (see[number] !== -1) term.see = words.at(see[number] ?? 0);
      if (seeAlso[number] !== -1) term.seeAlso = words.at(seeAlso[number] ?? 0);
      if (column !== undefined) term.column = column;
      return term;
    },
    of(row) {
      byRow ??= groupByRow(rows);
      return byRow.get(row) ?? [];
    },
  };
}

function openRuns(sections: Sections, name: string, words: StringTable): (number: number) => string[] {
  const ends = section(sections, `${name}.ends`, Uint32Array);
  const numbers = section(sections, name, Uint32Array);
  return (number) => {
    const run = numbers.subarray(number === 0 ? 0 : ends[number - 1], ends[number]);
    return Array.from(run, (word) => words.at(word));
  };
}

function groupByRow(rows: Int32Array): Map<number, number[]> {
  const groups = new Map<number, number[]>();
  for (const [number, row] of rows.entries()) {
    if (row === -1) continue;
    const group = groups.get(row);
    if (group) group.push(number);
    else groups.set(row, [number]);
  }
  return groups;
}
