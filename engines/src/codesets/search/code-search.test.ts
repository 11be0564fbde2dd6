import { describe, expect, test } from 'vitest';
import { type IndexTerm, isoDate } from '../../model/index.ts';
import { type CodeRow, type EditionData, encodeEdition, openEdition, unpackSections } from '../index.ts';
import { buildSearch } from './build.ts';
import { openSearch } from './code-search.ts';
import type { Vocabulary } from './vocabulary.ts';

/** A handful of codes under invented titles' real neighbours: enough tree for every kind of completion. */
const codes: [code: string, title: string, billable: boolean, parent: string][] = [
  ['E11', 'Type 2 diabetes mellitus', false, ''],
  ['E11.2', 'Type 2 diabetes mellitus with kidney complications', false, 'E11'],
  ['E11.21', 'Type 2 diabetes mellitus with diabetic nephropathy', true, 'E11.2'],
  ['E11.9', 'Type 2 diabetes mellitus without complications', true, 'E11'],
  ['H66', 'Suppurative and unspecified otitis media', false, ''],
  ['H66.9', 'Otitis media, unspecified', false, 'H66'],
  ['H66.90', 'Otitis media, unspecified, unspecified ear', true, 'H66.9'],
  ['H66.91', 'Otitis media, unspecified, right ear', true, 'H66.9'],
  ['H66.92', 'Otitis media, unspecified, left ear', true, 'H66.9'],
  ['R10', 'Abdominal and pelvic pain', false, ''],
  ['R10.9', 'Unspecified abdominal pain', true, 'R10'],
  ['S83', 'Dislocation and sprain of joints and ligaments of knee', false, ''],
  ['S83.5', 'Sprain of cruciate ligament of knee', false, 'S83'],
  ['S83.51', 'Sprain of anterior cruciate ligament of knee', false, 'S83.5'],
  ['S83.512', 'Sprain of anterior cruciate ligament of left knee', false, 'S83.51'],
  ['S83.512A', 'Sprain of anterior cruciate ligament of left knee, initial encounter', true, 'S83.512'],
  ['S83.512D', 'Sprain of anterior cruciate ligament of left knee, subsequent encounter', true, 'S83.512'],
];

const index = (path: string[], more: Partial<IndexTerm>): IndexTerm => ({
  kind: 'index',
  path,
  nonessential: [],
  ...more,
});
const terms: IndexTerm[] = [
  index(['Abdominalgia'], { see: 'Pain, abdominal' }),
  index(['Diabetes, diabetic'], { code: 'E11.9', nonessential: ['mellitus', 'sugar'] }),
  index(['Diabetes, diabetic', 'type 2'], { code: 'E11.9' }),
  index(['Diabetes, diabetic', 'type 2', 'with'], {}),
  index(['Diabetes, diabetic', 'type 2', 'with', 'nephropathy'], { code: 'E11.21' }),
  index(['Otitis'], { code: 'H66.90' }),
  index(['Otitis', 'media'], { code: 'H66.90' }),
  index(['Pain'], {}),
  index(['Pain', 'abdominal'], { code: 'R10.9' }),
  index(['Sprain', 'knee', 'cruciate', 'anterior'], { code: 'S83.51' }),
];

const vocabulary: Vocabulary = {
  words: [['abdomen', 'abdominal']],
  phrases: [],
  abbreviations: [{ short: 'T2DM', exactCase: false, long: ['type 2 diabetes mellitus'] }],
};

function openSmall() {
  const places = new Map(codes.map(([code], place) => [code, place]));
  const rows = codes.map(
    ([code, title, billable, parent]): CodeRow => ({
      code,
      title,
      billable,
      parent: places.get(parent) ?? -1,
    }),
  );
  const data: EditionData = {
    edition: {
      system: 'icd10cm',
      edition: 'small',
      effectiveFrom: isoDate('2025-10-01'),
      codes: 8,
      source: 'test',
      starter: false,
    },
    codes: rows,
    notes: new Map([['E11', { excludes1: ['pain of the belly (R10.-)'] }]]),
    places: [],
    placeOf: new Map(),
    terms,
  };
  const sections = unpackSections(encodeEdition(data, buildSearch(data, vocabulary)));
  return openSearch(sections, openEdition(sections));
}

const search = openSmall();
const first = (text: string) => search.search(text)[0];

test.each([
  { text: 'diabetes type 2 nephropathy', code: 'E11.21', why: 'words in the order of the index' },
  { text: 'nephropathy in a type 2 diabetic', code: 'E11.21', why: 'in any order, in other forms' },
  { text: 'T2DM', code: 'E11.9', why: 'an abbreviation' },
  { text: 'diabetes mellitus', code: 'E11.9', why: 'a nonessential word' },
  { text: 'diabtes type 2', code: 'E11.9', why: 'a misspelled word' },
  { text: 'abdominalgia', code: 'R10.9', why: 'a see reference' },
  { text: 'otitis media', code: 'H66.90', why: 'the side is not stated' },
  { text: 'left otitis media', code: 'H66.92', why: 'the side moves it to a sibling' },
  { text: 'anterior cruciate sprain, left knee', code: 'S83.512A', why: 'an initial encounter by default' },
  {
    text: 'anterior cruciate sprain, left knee, subsequent encounter',
    code: 'S83.512D',
    why: 'the phase of care is stated',
  },
])('$text is $code: $why', ({ text, code }) => {
  expect(first(text)?.code).toBe(code);
});

describe('every answer says how it was reached', () => {
  test('by the index', () => {
    expect(first('type 2 diabetes with nephropathy')?.path[0]).toBe(
      'Index: Diabetes, diabetic > type 2 > with > nephropathy',
    );
  });
  test('by a reference', () => {
    expect(first('abdominalgia')?.path[0]).toBe('Index: Abdominalgia → see Pain > abdominal');
  });
  test('with what was assumed', () => {
    expect(first('anterior cruciate sprain left knee')?.path.at(-1)).toContain(
      'S83.512A by default (7th character not stated)',
    );
  });
});

test('every answer says what it leaves open', () => {
  expect(first('otitis media')?.missing).toEqual(['laterality']);
  expect(first('left otitis media')?.missing).not.toContain('laterality');
  expect(first('type 2 diabetes with nephropathy')?.missing).toEqual([]);
  expect(first('anterior cruciate sprain')?.missing).toEqual(['laterality', '7th character']);
  expect(first('H66')?.missing).toEqual(['more detail', 'laterality']);
});

test('an answer says with which of the codes chosen before it conflicts, and where that is printed', () => {
  const [hit] = search.search('abdominalgia', { chosen: ['e119', 'H66.90', 'Z99.9'] });
  expect(hit).toMatchObject({ code: 'R10.9', conflicts: [{ with: 'E11.9', at: 'E11' }] });
  expect(first('abdominalgia')?.conflicts).toEqual([]);
});

test.each(['e11.2', 'E112', 'e11.21'])('a code typed as %s answers with its part of the tree', (typed) => {
  expect(search.search(typed).map((hit) => hit.code)).toContain('E11.21');
});

test.each([
  { typed: 'otitis med', code: 'H66.90', why: 'a word of the index' },
  { typed: 'nephro', code: 'E11.21', why: 'the only word' },
  { typed: 'pain abdomi', code: 'R10.9', why: 'a word that is known under its group' },
  { typed: 'otitis m', code: 'H66.90', why: 'a single letter' },
  { typed: 'type 2 diabetes with nephropathi', code: 'E11.21', why: 'more letters than the root has' },
  { typed: 't2dm', code: 'E11.9', why: 'an abbreviation' },
])('half typed, $typed is $code: $why', ({ typed, code }) => {
  expect(search.search(typed, { partial: true })[0]?.code).toBe(code);
});

test('what stands before a half-typed word decides before it', () => {
  for (const typed of ['otitis d', 'diabetes z'])
    expect(search.search(typed, { partial: true })[0]?.title).toMatch(/otitis|diabetes/i);
});

test('nothing is found for nothing, blanks and signs', () => {
  for (const text of ['', '   ', '?!', '𝔘𝔫']) expect(search.search(text)).toEqual([]);
});

test('terms are found in running text at their exact place, but not across a comma', () => {
  const text = 'He has diabetes, type 2, and some otitis of the ear';
  const found = search.findTerms(text).map(({ start, end, code }) => [text.slice(start, end), code]);
  expect(found).toContainEqual(['diabetes', 'E11.9']);
  expect(found).toContainEqual(['otitis', 'H66.90']);
  expect(found).not.toContainEqual(['diabetes, type 2', 'E11.9']);
});

test('a code is completed by the words of its context', () => {
  expect(search.complete('S83.51', 'left knee, subsequent encounter').code).toBe('S83.512D');
  expect(search.complete('H66.9', '')).toMatchObject({
    code: 'H66.90',
    billable: true,
    missing: ['laterality'],
  });
  expect(search.complete('Q99.99', '')).toMatchObject({ billable: false });
});
