import { expect, test } from 'vitest';
import { drugXml, hcpcsFile, indexXml, orderFile, tabularXml, tinyCodes } from '../../../test/code-files.ts';
import type { IsoDate } from '../model/index.ts';
import type { CodeEdition, EditionData } from './edition-data.ts';
import { readHcpcs } from './files/hcpcs.ts';
import { readIndexFile } from './files/index-file.ts';
import { readOrderFile } from './files/order-file.ts';
import type { Read } from './files/read.ts';
import { readTabular } from './files/tabular.ts';
import {
  assembleEdition,
  assembleHcpcs,
  encodeEdition,
  openEdition,
  readStarterSet,
  SectionsError,
  starterEdition,
  starterTerms,
  termsIn,
} from './index.ts';

function must<T>(read: Read<T>): T {
  if (!read.ok) throw new Error(read.problem);
  return read.value;
}

const starter = must(
  readStarterSet(
    [
      'code\ttitle\tclinical\teveryday\tabbreviations\nA00.9\tBlue fever\tfebris caerulea\tthe blues; blue flu\tBF\nA01\tGreen fever\t\t\t\n',
    ],
    'code\ttitle\nA00\tFevers\n',
  ),
);

function assembled() {
  return assembleEdition({
    order: { edition: 'FY2026', name: 'order.txt', value: must(readOrderFile(orderFile(tinyCodes))) },
    tabular: { edition: 'FY2021', name: 'tabular.xml', value: must(readTabular(tabularXml('2021'))) },
    indexes: [
      { edition: 'FY2025', name: 'index.xml', value: must(readIndexFile(indexXml('2025'))) },
      { edition: 'FY2026', name: 'drug.xml', value: must(readIndexFile(drugXml('2026'))) },
    ],
    poaExempt: { edition: 'FY2026', name: 'poa.txt', value: ['A00.9', 'B99'] },
    starter: starterTerms(starter),
  });
}

test('an edition says what it was read from, and which parts are older than its codes', () => {
  expect(assembled().data.edition).toEqual({
    system: 'icd10cm',
    edition: 'FY2026',
    effectiveFrom: '2025-10-01',
    effectiveTo: '2026-09-30',
    codes: 5,
    source: 'order.txt, tabular.xml, index.xml, drug.xml, poa.txt',
    starter: false,
    notesFrom: 'FY2021',
    indexFrom: 'FY2025',
  });
});

test('older notes and terms stay with the codes that still exist', () => {
  const { data, notesDropped, termsDropped } = assembled();
  expect(data.notes.has('A00.0')).toBe(true);
  expect(data.notes.has('A00.8')).toBe(false);
  expect(notesDropped).toBe(1);
  expect(data.terms.some((term) => term.path.includes('forgotten'))).toBe(false);
  expect(data.terms.filter((term) => term.kind === 'inclusion').map((term) => term.path[0])).toEqual([
    'Spotted blue fever',
    'Classical blue fever',
    'Broken right elbow',
  ]);
  expect(data.terms.filter((term) => term.kind === 'starter').map((term) => term.path[0])).toEqual([
    'febris caerulea',
    'the blues',
    'blue flu',
    'BF',
  ]);
  // "forgotten" had a code that is gone. Green fever of the starter set has no words of its own.
  expect(termsDropped).toBe(1);
});

test.each([
  ['O46.8X', 'O46.8'],
  ['A00.0', 'A00.0'],
  ['A07', undefined],
])('a term for %s leads to %s', (code, target) => {
  const { data } = assembleEdition({
    order: {
      edition: 'FY2026',
      name: 'order.txt',
      value: must(
        readOrderFile(
          orderFile([
            ['A00', 'Fever', false],
            ['A000', 'Spots'],
            ['O468', 'Bleeding'],
            ['Z00', 'Visit'],
          ]),
        ),
      ),
    },
    indexes: [],
    starter: [{ kind: 'starter', path: ['x'], nonessential: [], code }],
  });
  expect(data.terms.map((term) => term.code)).toEqual(target === undefined ? [] : [target]);
});

test('a category that the tabular list does not know yet finds its section by range, else its chapter', () => {
  const codes = orderFile([
    ['A00', 'Fever'],
    ['A03', 'New fever'],
    ['B05', 'Newer fever'],
    ['BA0', 'Newest'],
    ['Z00', 'Visit'],
  ]);
  const { data } = assembleEdition({
    order: { edition: 'FY2026', name: 'order.txt', value: must(readOrderFile(codes)) },
    tabular: { edition: 'FY2021', name: 'tabular.xml', value: must(readTabular(tabularXml())) },
    indexes: [],
    starter: [],
  });
  expect([...data.placeOf]).toEqual([
    ['A00', 'A00-A09'],
    ['A03', 'A00-A09'],
    ['B05', 'Chapter 1'],
    ['BA0', 'Chapter 1'],
    ['Z00', 'Chapter 1'],
  ]);
});

/** Every reading of an edition that has to survive the way through the artifact. */
function open(data: EditionData = assembled().data): CodeEdition {
  return openEdition(encodeEdition(data));
}

test('an edition is the same after the way through its artifact', () => {
  const { data } = assembled();
  const edition = open(data);
  expect(edition.edition).toEqual(data.edition);
  expect(Array.from({ length: edition.size }, (_, place) => edition.row(place))).toEqual(data.codes);
  expect([...termsIn(edition)]).toEqual(data.terms);
  for (const [at, notes] of data.notes) expect(edition.notesAt(at)).toEqual(notes);
});

test.each(['S52.0X1A', 's520x1a', ' S520X1A '])('%j finds the code with its parents', (code) => {
  const entry = open().lookup(code);
  expect(entry).toMatchObject({ code: 'S52.0X1A', billable: true, edition: 'FY2026', poaExempt: false });
  expect(entry?.parents.map((parent) => parent.code)).toEqual(['S52', 'S52.0', 'S52.0X', 'S52.0X1']);
});

test('a code shows its own notes first, then what it inherits, each with its place', () => {
  expect(open().lookup('A00.0')?.notes).toEqual([
    { at: 'A00.0', inclusionTerms: ['Spotted blue fever', 'Classical blue fever'] },
    { at: 'A00', includes: ['azure fever'], excludes1: ['green fever (A01.-)'] },
    { at: 'A00-A09', excludes2: ['colds (J00)'] },
    { at: 'Chapter 1', useAdditional: ['code for resistance'] },
  ]);
});

test('inclusion terms reach the 7th characters of a code, and no other code below it', () => {
  const edition = open();
  const at = (code: string) => edition.lookup(code)?.notes.find((notes) => notes.inclusionTerms)?.at;
  expect(at('S52.0X1A')).toBe('S52.0X1');
  expect(at('A00.0')).toBe('A00.0');
  expect(at('A00.9')).toBeUndefined();
});

test('7th characters come from the nearest code above that has them', () => {
  const edition = open();
  expect(edition.sevenths('S52.0X1')).toEqual({ A: 'first visit; emergency', D: 'later visit' });
  expect(edition.sevenths('A00.0')).toBeUndefined();
  expect(edition.sevenths('unknown')).toBeUndefined();
});

test('children stand directly below their code', () => {
  const edition = open();
  const codes = (code?: string) => edition.children(code).map((row) => row.code);
  expect(codes()).toEqual(['A00', 'S52', 'Z00']);
  expect(codes('A00')).toEqual(['A00.0', 'A00.9']);
  expect(codes('S52.0X1')).toEqual(['S52.0X1A', 'S52.0X1D']);
  expect(codes('Z00')).toEqual([]);
  expect(codes('Q00')).toEqual([]);
});

test('codes that begin as typed stand in the order of the codes, whatever the order of the file', () => {
  const edition = open(
    assembleEdition({
      order: {
        edition: 'FY2026',
        name: 'order.txt',
        value: must(
          readOrderFile(
            orderFile([
              ['C7A', 'Tumors', false],
              ['C7A0', 'Tumor'],
              ['C76', 'Other places', false],
              ['C760', 'Head'],
              ['Z00', 'Visit'],
            ]),
          ),
        ),
      },
      indexes: [],
      starter: [],
    }).data,
  );
  const codes = (start: string, limit = 9) =>
    edition.beginningWith(start, limit).map((place) => edition.row(place).code);
  expect(codes('c7')).toEqual(['C76', 'C76.0', 'C7A', 'C7A.0']);
  expect(codes('C7A')).toEqual(['C7A', 'C7A.0']);
  expect(codes('C7A0')).toEqual(['C7A.0']);
  expect(codes('C7', 1)).toEqual(['C76']);
  expect(codes('D')).toEqual([]);
});

test('billable, exempt and placed', () => {
  const edition = open();
  expect(['A00', 'A00.0', 'B00'].map((code) => edition.isBillable(code))).toEqual([false, true, false]);
  expect(edition.lookup('A00.9')?.poaExempt).toBe(true);
  expect(edition.placesOf('A00.0').map((place) => place.at)).toEqual(['A00-A09', 'Chapter 1']);
  expect(edition.placesOf('nothing')).toEqual([]);
  expect(edition.termsOf('A00.0').map((term) => term.kind)).toEqual([
    'index',
    'drug',
    'inclusion',
    'inclusion',
  ]);
  expect(() => edition.row(10)).toThrow(RangeError);
});

test.each([
  ['AO00', ['A00.0']],
  ['A0O9', ['A00.9']],
  ['A090', ['A00.9']],
  ['S52.0X', ['S52.0X']],
  ['S520X1Z', ['S52.0X1', 'S52.0X1A']],
  ['A00.5', ['A00']],
  ['???', []],
])('near %s there are %j', (code, expected) => {
  expect(open().nearMisses(code).slice(0, expected.length)).toEqual(expected);
});

test('HCPCS modifiers and ended codes are there, but not billable', () => {
  const edition = open(
    assembleHcpcs({ edition: '2026-01', name: 'hcpcs.txt', value: must(readHcpcs(hcpcsFile())) }),
  );
  expect(edition.edition).toMatchObject({ codes: 2, effectiveFrom: '2026-01-01', effectiveTo: '2026-03-31' });
  expect(['ZZ', 'A9901', 'B9902', 'V9903'].map((code) => edition.lookup(code)?.billable)).toEqual([
    false,
    true,
    false,
    true,
  ]);
  expect(edition.lookup('A9901')).not.toHaveProperty('poaExempt');
});

test('the starter set is an edition of its own', () => {
  const edition = open(starterEdition(starter, 'starter-2026-11', '2025-10-01' as IsoDate));
  expect(edition.edition).toMatchObject({ starter: true, codes: 2, source: 'starter set' });
  expect(edition.lookup('A00.9')).toMatchObject({
    billable: true,
    parents: [{ code: 'A00', title: 'Fevers' }],
  });
  expect(edition.term(0)).toEqual({
    kind: 'starter',
    path: ['febris caerulea'],
    nonessential: [],
    code: 'A00.9',
    column: 'clinical',
  });
});

test.each([
  [['wrong\theading\n'], 'code\ttitle\n'],
  [['code\ttitle\tclinical\teveryday\tabbreviations\nA00\n'], 'code\ttitle\n'],
  [[], 'wrong\n'],
])('starter tables %j with categories %j are refused', (tables, categories) => {
  expect(readStarterSet(tables, categories).ok).toBe(false);
});

test('an artifact of another version is refused', () => {
  const text = new TextDecoder('latin1').decode(encodeEdition(assembled().data));
  const other = Uint8Array.from(text.replace('{"version":1', '{"version":2'), (c) => c.charCodeAt(0));
  expect(() => openEdition(other)).toThrow(SectionsError);
});
