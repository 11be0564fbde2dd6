import type { IndexTerm, IsoDate } from '../model/index.ts';
import type { CodeRow, EditionData } from './edition-data.ts';
import { bad, good, linesOf, type Read } from './files/read.ts';

/** A diagnosis of the set we wrote ourselves, with the words people use for it. */
export interface StarterRow {
  code: string;
  title: string;
  clinical: string[];
  everyday: string[];
  abbreviations: string[];
}

/** The starter set: codes with their words, and the categories they belong to. */
export interface StarterSet {
  rows: StarterRow[];
  categories: { code: string; title: string }[];
}

const codesHeading = 'code\ttitle\tclinical\teveryday\tabbreviations';
const categoriesHeading = 'code\ttitle';

/** Reads the starter set's tables: tab separated, lists within a field separated by `; `. */
export function readStarterSet(codeTables: readonly string[], categories: string): Read<StarterSet> {
  const rows: StarterRow[] = [];
  for (const table of codeTables) {
    const [heading, ...lines] = linesOf(table);
    if (heading !== codesHeading) return bad(`a starter table must begin with the columns ${codesHeading}`);
    for (const line of lines) {
      const [code = '', title = '', clinical = '', everyday = '', abbreviations = ''] = line.split('\t');
      if (!code || !title) return bad(`a starter row lacks its code or title: ${line}`);
      rows.push({
        code,
        title,
        clinical: list(clinical),
        everyday: list(everyday),
        abbreviations: list(abbreviations),
      });
    }
  }
  const [heading, ...lines] = linesOf(categories);
  if (heading !== categoriesHeading)
    return bad(`the table of categories must begin with ${categoriesHeading}`);
  return good({
    rows,
    categories: lines.map((line) => line.split('\t')).map(([code = '', title = '']) => ({ code, title })),
  });
}

function list(field: string): string[] {
  return field
    .split(';')
    .map((word) => word.trim())
    .filter(Boolean);
}

/** The terms of the starter set, with the register they belong to as their column. */
export function starterTerms({ rows }: StarterSet): IndexTerm[] {
  return rows.flatMap(({ code, clinical, everyday, abbreviations }) => {
    const terms = (words: string[], column: string) =>
      words.map((word): IndexTerm => ({ kind: 'starter', path: [word], nonessential: [], code, column }));
    return [
      ...terms(clinical, 'clinical'),
      ...terms(everyday, 'everyday'),
      ...terms(abbreviations, 'abbreviation'),
    ];
  });
}

/** The starter set as an edition of its own, for a first look before an official edition is imported. */
export function starterEdition(set: StarterSet, edition: string, effectiveFrom: IsoDate): EditionData {
  const billable = new Map(set.rows.map((row) => [row.code, row.title]));
  const headings = new Map(
    set.categories.filter(({ code }) => !billable.has(code)).map(({ code, title }) => [code, title]),
  );
  const codes: CodeRow[] = [];
  const placeOfCode = new Map<string, number>();
  for (const code of [...billable.keys(), ...headings.keys()].sort()) {
    placeOfCode.set(code, codes.length);
    const title = billable.get(code) ?? headings.get(code) ?? '';
    codes.push({ code, title, billable: billable.has(code), parent: parentOf(code, placeOfCode) });
  }
  return {
    edition: {
      system: 'icd10cm',
      edition,
      effectiveFrom,
      codes: billable.size,
      source: 'starter set',
      starter: true,
    },
    codes,
    notes: new Map(),
    places: [],
    placeOf: new Map(),
    terms: starterTerms(set),
  };
}

/** The place of the longest known code that a code begins with, or −1. */
function parentOf(code: string, placeOfCode: ReadonlyMap<string, number>): number {
  for (let length = code.length - 1; length >= 3; length -= 1) {
    const place = placeOfCode.get(code.slice(0, length).replace(/\.$/, ''));
    if (place !== undefined) return place;
  }
  return -1;
}
