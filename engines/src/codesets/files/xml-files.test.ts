import { expect, test } from 'vitest';
import { drugXml, indexXml, tabularXml } from '../../../../test/code-files.ts';
import { indexCsvHeading, readIndexCsv } from './index-csv.ts';
import { readIndexCode, splitNonessential } from './index-entry.ts';
import { readIndexFile } from './index-file.ts';
import { readTabular } from './tabular.ts';

test('the tabular list gives codes, chapters, sections and the notes printed at each', () => {
  const read = readTabular(tabularXml('2021'));
  if (!read.ok) throw new Error(read.problem);
  const { version, codes, places, placeOf, notes } = read.value;
  expect(version).toBe('2021');
  expect(codes).toEqual(['A00', 'A00.0', 'A00.8', 'A00.9', 'S52', 'S52.0', 'S52.0X', 'S52.0X1']);
  expect(places).toContainEqual({ at: 'Chapter 1', title: 'Invented fevers (A00-B99)' });
  expect(places).toContainEqual({ at: 'A00-A09', title: 'Fevers (A00-A09)', within: 'Chapter 1' });
  expect(placeOf.get('A00')).toBe('A00-A09');
  expect(notes.get('Chapter 1')).toEqual({ useAdditional: ['code for resistance'] });
  expect(notes.get('A00-A09')).toEqual({ excludes2: ['colds (J00)'] });
  expect(notes.get('A00.0')).toEqual({ inclusionTerms: ['Spotted blue fever', 'Classical blue fever'] });
  expect(notes.get('S52')).toEqual({
    notes: ['Add the 7th character'],
    seventhCharacter: { A: 'first visit; emergency', D: 'later visit' },
  });
  expect(notes.has('S52.0')).toBe(false);
});

test('the index is flattened with its path, its nonessential words and its manifestations', () => {
  const read = readIndexFile(indexXml());
  if (!read.ok) throw new Error(read.problem);
  expect(read.value.kind).toBe('index');
  expect(read.value.terms).toEqual([
    { kind: 'index', path: ['Fever NEC'], nonessential: ['high', 'with chills (cold)'], seeAlso: 'Cold' },
    {
      kind: 'index',
      path: ['Fever NEC', 'blue'],
      nonessential: ['high', 'with chills (cold)', 'azure'],
      code: 'A00.9',
    },
    {
      kind: 'index',
      path: ['Fever NEC', 'blue', 'with spots'],
      nonessential: ['high', 'with chills (cold)', 'azure'],
      code: 'A00.0',
      manifestation: 'Z00',
    },
    {
      kind: 'index',
      path: ['Fever NEC', 'blue', 'forgotten'],
      nonessential: ['high', 'with chills (cold)', 'azure'],
      code: 'A00.8',
    },
    {
      kind: 'index',
      path: ['Fever NEC', 'kind', 'any'],
      nonessential: ['high', 'with chills (cold)'],
      code: 'A00',
    },
    { kind: 'index', path: ['Pyrexia'], nonessential: [], see: 'Fever' },
  ]);
});

test('a table gives one term per column that has a code', () => {
  const read = readIndexFile(drugXml());
  expect(
    read.ok && read.value.terms.map(({ path, code, column }) => [path.join(' > '), code, column]),
  ).toEqual([
    ['Blueberry', 'A00.0', 'poisoning accidental'],
    ['Blueberry > wild', 'S52.0X1', 'poisoning accidental'],
    ['Blueberry > wild', 'A00', 'adverse effect'],
  ]);
});

test.each([
  ['Index to Neoplasms', 'Neoplasm', 'neoplasm'],
  ['ICD-10-CM EXTERNAL CAUSE of INJURIES INDEX', undefined, 'external-cause'],
])('the file titled %s is of the kind %s', (title, heading, kind) => {
  const head = heading === undefined ? '' : `<indexHeading><head col="1">${heading}</head></indexHeading>`;
  const xml = `<ICD10CM.index><title>${title}</title>${head}<letter><mainTerm><title>x</title><see>y</see></mainTerm></letter></ICD10CM.index>`;
  const read = readIndexFile(xml);
  expect(read.ok && read.value.kind).toBe(kind);
});

const deep = `<ICD10CM.index>${'<term>'.repeat(100)}${'</term>'.repeat(100)}</ICD10CM.index>`;
const entities = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>';
test.each([
  ['cut short', indexXml().slice(0, -30), 'not whole XML'],
  ['with a document type', indexXml().replace('?>', `?>${entities}`), 'document type'],
  ['with an unknown entity', indexXml().replace('Pyrexia', '&b;'), 'not whole XML'],
  ['too deep', deep, 'levels deep'],
  ['of another kind', '<ICD10CM.tabular/>', 'expected <ICD10CM.index>'],
  ['without a title', '<ICD10CM.index></ICD10CM.index>', 'neither'],
  ['without entries', '<ICD10CM.index><title>Index</title></ICD10CM.index>', 'no entries'],
])('an index %s is refused', (_, xml, expected) => {
  const read = readIndexFile(xml);
  expect(read.ok ? '' : read.problem).toContain(expected);
});

test.each([
  ['cut short', tabularXml().slice(0, 900), 'not whole XML'],
  [
    'with a document type',
    tabularXml().replace('?>', '?><!DOCTYPE a SYSTEM "http://example.org/a.dtd">'),
    'document type',
  ],
  ['of another kind', indexXml(), 'expected <ICD10CM.tabular>'],
  ['with a name that is no code', tabularXml().replace('A00.8', 'A-8'), 'A-8'],
  ['without codes', '<ICD10CM.tabular/>', 'no codes'],
])('a tabular list %s is refused', (_, xml, expected) => {
  const read = readTabular(xml);
  expect(read.ok ? '' : read.problem).toContain(expected);
});

test.each([
  ['(acquired (secondary)) (nonfamilial)', '', ['acquired (secondary)', 'nonfamilial']],
  ['(G) forces or states (effect of)', 'forces or states', ['G', 'effect of']],
  ['(unclosed', '', ['unclosed']],
  ['plain', 'plain', []],
])('nonessential words of %j', (text, outside, nonessential) => {
  expect(splitNonessential(text)).toEqual({ outside, nonessential });
});

test.each([
  ['E11.21', 'E11.21'],
  ['S52.5-', 'S52.5'],
  ['P92.-', 'P92'],
  ['C64-', 'C64'],
  ['QA0.0101', 'QA0.0101'],
  ['F02.81 ', 'F02.81'],
  ['--', undefined],
  ['', undefined],
  ['see below', undefined],
])('the index code %j is %s', (text, code) => {
  expect(readIndexCode(text)).toBe(code);
});

test('the index as a table reads like the index', () => {
  const read = readIndexCsv(
    `${indexCsvHeading}\n1,F,0,Fever NEC,,Cold,(high),\n2,F,1,"blue, ""azure""",,,(cold),A00.9\n3,F,1,kind,,,,\n4,F,2,any,,,,A00.-\n`,
  );
  expect(read.ok && read.value.terms).toEqual([
    { kind: 'index', path: ['Fever NEC'], nonessential: ['high'], seeAlso: 'Cold' },
    { kind: 'index', path: ['Fever NEC', 'blue, "azure"'], nonessential: ['high', 'cold'], code: 'A00.9' },
    { kind: 'index', path: ['Fever NEC', 'kind', 'any'], nonessential: ['high'], code: 'A00' },
  ]);
});

test.each([
  ['a jump of two levels', '1,F,0,Fever,,,,A00\n2,F,2,blue,,,,A00\n'],
  ['a missing row', '1,F,0,Fever,,,,A00\n3,F,1,blue,,,,A00\n'],
  ['a missing column', '1,F,0,Fever,,,A00\n'],
  ['nothing', ''],
])('an index table with %s is refused', (_, rows) => {
  expect(readIndexCsv(`${indexCsvHeading}\n${rows}`).ok).toBe(false);
});
