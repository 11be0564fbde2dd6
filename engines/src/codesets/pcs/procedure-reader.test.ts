import { expect, test } from 'vitest';
import { orderFile } from '../../../../test/code-files.ts';
import { pcsEdition } from '../../../../test/pcs-edition.ts';
import { pcsCodes, pcsDefinitionsXml, pcsIndexXml, pcsTablesXml } from '../../../../test/pcs-files.ts';
import { emptyPcsVocabulary } from './vocabulary.ts';

const words = {
  ...emptyPcsVocabulary,
  values: [{ label: 'Percutaneous Endoscopic', wordings: ['laparoscopic'] }],
  operations: [
    { names: ['knee replacement'], targets: [['0SR[CD]']], implies: ['Synthetic Substitute'] },
    { names: ['biopsy'], targets: [['*B']], implies: ['Diagnostic'] },
  ],
};
const texts = [pcsTablesXml(), pcsIndexXml(), pcsDefinitionsXml()];
const { book } = pcsEdition(orderFile(pcsCodes()), texts, words);
const codes = (text: string, context?: string) => book.read(text, context).map(({ code }) => code);

test.each([
  ['laparoscopic cholecystectomy', ['0FT44ZZ']],
  ['open partial cholecystectomy', ['0FB40ZZ']],
  ['Cholecystectomy', ['0FT4?ZZ']],
  ['open excision of gall sac', ['0FB40ZZ']],
  ['laparoscopic liver biopsy', ['0FB04ZX']],
  ['right knee replacement, cemented', ['0SRC0J9']],
  ['replacement of the left femorotibial joint', ['0SRD0JZ']],
  ['bilateral knee replacement', ['0SRC0JZ', '0SRD0JZ']],
  ['knee replacement', ['0SR?0JZ']],
  ['open cholecystectomy and liver biopsy', ['0FT40ZZ', '0FB00ZX']],
  ['open excision of liver and gallbladder', ['0FB00ZZ', '0FB40ZZ']],
  ['excision', []],
  ['a pleasant lady', []],
  ['', []],
])('%j is %j', (text, expected) => expect(codes(text)).toEqual(expected));

test('what is not said is open, with the values that lead to a code', () => {
  const [reading] = book.read('cholecystectomy');
  expect(reading?.open).toEqual([
    {
      axis: 'Approach',
      position: 5,
      values: [
        { value: '0', label: 'Open' },
        { value: '4', label: 'Percutaneous Endoscopic' },
      ],
    },
  ]);
  expect(reading?.alternatives.map(({ code, needs }) => [code, needs])).toEqual([
    ['0FT40ZZ', 'Approach = Open'],
    ['0FT44ZZ', 'Approach = Percutaneous Endoscopic'],
  ]);
});

test('side and approach may stand around the statement', () => {
  expect(codes('cholecystectomy', 'The gallbladder was approached by open incision.')).toEqual(['0FT40ZZ']);
  expect(codes('knee replacement', 'Osteoarthritis of the left knee')).toEqual(['0SRD0JZ']);
});

test('a reading tells its way from the index through the table, and the words of each step', () => {
  const [reading] = book.read('Laparoscopic cholecystectomy');
  expect(reading?.path).toEqual([
    'Index: Cholecystectomy > see Resection, Gallbladder (0FT4)',
    'Table 0FT: Medical and Surgical, Hepatobiliary System, Resection',
    'Body Part = Gallbladder',
    'Approach = Percutaneous Endoscopic because “Laparoscopic”',
    'Device = No Device',
    'Qualifier = No Qualifier',
  ]);
  expect(reading?.evidence).toEqual([{ start: 0, end: 28, quote: 'Laparoscopic cholecystectomy' }]);
});

test('an assumption names its guideline', () => {
  const [reading] = book.read('open partial cholecystectomy');
  expect(reading?.notes.join(' ')).toContain('B3.4a');
});

test('a code that the order file no longer has is not reached', () => {
  const without = pcsCodes().filter(([code]) => code !== '0FT44ZZ');
  const later = pcsEdition(orderFile(without), texts, words).book;
  expect(later.read('laparoscopic cholecystectomy')).toEqual([]);
});

test('names of procedures are found in running text', () => {
  const text = 'The patient underwent cholecystectomy without trouble.';
  expect(book.namesIn(text)).toEqual([{ start: 22, end: 37, quote: 'cholecystectomy' }]);
});
