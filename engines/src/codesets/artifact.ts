import type { CodeNotes, Edition, IndexTerm } from '../model/index.ts';
import type { EditionData, Place } from './edition-data.ts';
import { addStrings, filled, packSections, type Sections } from './sections.ts';

/** Raised when the sections of an edition change their meaning; artifacts of another version are rebuilt. */
export const artifactVersion = 1;

export const rowFlags = { billable: 1, poaExempt: 2 } as const;

export const termKinds: readonly IndexTerm['kind'][] = [
  'index',
  'external-cause',
  'neoplasm',
  'drug',
  'inclusion',
  'title',
  'starter',
];

/** The part of an artifact that is read at once, as JSON. */
export interface ArtifactHead {
  version: number;
  edition: Edition;
  places: Place[];
  /** Whether the flags say which codes are exempt from present-on-admission reporting. */
  hasPoaExempt: boolean;
  columns: string[];
}

/** The sections of an edition, to which others (the search index) may be added before packing. */
export function editionSections(data: EditionData): Sections {
  const sections: Sections = new Map();
  const columns = [...new Set(data.terms.flatMap((term) => term.column ?? []))];
  const head: ArtifactHead = {
    version: artifactVersion,
    edition: data.edition,
    places: data.places,
    hasPoaExempt: data.poaExempt !== undefined,
    columns,
  };
  addStrings(sections, 'head', [JSON.stringify(head)]);
  addCodes(sections, data);
  addNotes(sections, data);
  addTerms(sections, data, columns);
  // Read as a whole, and only when a procedure is asked for.
  for (const [part, file] of Object.entries(data.pcs ?? {}))
    addStrings(sections, `pcs.${part}`, [JSON.stringify(file)]);
  return sections;
}

/** An edition as bytes, for {@link openEdition}; `more` are sections of others, such as a search index. */
export function encodeEdition(data: EditionData, more: Sections = new Map()): Uint8Array {
  return packSections(new Map([...editionSections(data), ...more]));
}

function addCodes(sections: Sections, data: EditionData): void {
  const { codes, poaExempt } = data;
  addStrings(
    sections,
    'code',
    codes.map((row) => row.code),
  );
  addStrings(
    sections,
    'code.title',
    codes.map((row) => row.title),
  );
  addStrings(
    sections,
    'code.short',
    codes.map((row) => row.shortTitle ?? ''),
  );
  sections.set(
    'code.parent',
    filled(new Int32Array(codes.length), codes, (row) => row.parent),
  );
  const flagsOf = ({ code, billable }: { code: string; billable: boolean }) =>
    (billable ? rowFlags.billable : 0) | (poaExempt?.has(code) ? rowFlags.poaExempt : 0);
  sections.set('code.flags', filled(new Uint8Array(codes.length), codes, flagsOf));
  // Rows in the order of their code, for binary search: the publisher's order is not quite alphabetic.
  const sorted = codes.map((row, place) => ({ code: row.code, place }));
  sorted.sort((a, b) => (a.code < b.code ? -1 : 1));
  sections.set(
    'code.sorted',
    filled(new Uint32Array(sorted.length), sorted, (row) => row.place),
  );
  const places = new Map(data.places.map((place, number) => [place.at, number]));
  const placeOf = (row: { code: string }) => places.get(data.placeOf.get(row.code) ?? '') ?? -1;
  sections.set('code.place', filled(new Int16Array(codes.length), codes, placeOf));
}

/** Notes as JSON texts: first those of places, in their order, then those of rows by number. */
function addNotes(sections: Sections, { codes, places, notes }: EditionData): void {
  const texts: string[] = [];
  const add = (found: CodeNotes | undefined) => (found ? texts.push(JSON.stringify(found)) - 1 : -1);
  sections.set(
    'place.notes',
    filled(new Int32Array(places.length), places, ({ at }) => add(notes.get(at))),
  );
  sections.set(
    'code.notes',
    filled(new Int32Array(codes.length), codes, ({ code }) => add(notes.get(code))),
  );
  addStrings(sections, 'notes', texts);
}

/** Terms as numbers: rows for codes, places in one table of strings for words, runs for paths. */
function addTerms(sections: Sections, { codes, terms }: EditionData, columns: readonly string[]): void {
  const rowOf = new Map(codes.map((row, place) => [row.code, place]));
  const words = new Map<string, number>();
  const numberOf = (word: string | undefined) => {
    if (word === undefined) return -1;
    const known = words.get(word);
    if (known === undefined) words.set(word, words.size);
    return known ?? words.size - 1;
  };
  const code = (value: string | undefined) => (value === undefined ? -1 : (rowOf.get(value) ?? -1));
  sections.set(
    'term.kind',
    filled(new Uint8Array(terms.length), terms, (term) => termKinds.indexOf(term.kind)),
  );
  sections.set(
    'term.column',
    filled(new Uint8Array(terms.length), terms, ({ column }) =>
      column === undefined ? 0 : columns.indexOf(column) + 1,
    ),
  );
  sections.set(
    'term.code',
    filled(new Int32Array(terms.length), terms, (term) => code(term.code)),
  );
  sections.set(
    'term.manifestation',
    filled(new Int32Array(terms.length), terms, (term) => code(term.manifestation)),
  );
  sections.set(
    'term.see',
    filled(new Int32Array(terms.length), terms, (term) => numberOf(term.see)),
  );
  sections.set(
    'term.seeAlso',
    filled(new Int32Array(terms.length), terms, (term) => numberOf(term.seeAlso)),
  );
  addRuns(
    sections,
    'term.path',
    terms.map((term) => term.path.map(numberOf)),
  );
  addRuns(
    sections,
    'term.nonessential',
    terms.map((term) => term.nonessential.map(numberOf)),
  );
  addStrings(sections, 'term.words', [...words.keys()]);
}

function addRuns(sections: Sections, name: string, runs: readonly number[][]): void {
  let end = 0;
  const ends = filled(new Uint32Array(runs.length), runs, (run) => (end += run.length));
  const numbers = new Uint32Array(end);
  for (const [place, run] of runs.entries()) numbers.set(run, (ends[place] ?? 0) - run.length);
  sections.set(`${name}.ends`, ends);
  sections.set(name, numbers);
}
