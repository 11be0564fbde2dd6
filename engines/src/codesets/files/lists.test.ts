import { expect, test } from 'vitest';
import { hcpcsFile, poaFile } from '../../../../test/code-files.ts';
import { readHcpcs, readHcpcsCsv } from './hcpcs.ts';
import { readPoaExempt } from './poa.ts';

test('HCPCS text that runs over several lines is joined, and end dates are kept', () => {
  const read = readHcpcs(hcpcsFile());
  expect(read.ok && read.value).toEqual([
    { code: 'ZZ', title: 'An invented modifier', shortTitle: 'Invented mod', modifier: true },
    {
      code: 'A9901',
      title: 'An invented thing that is described in two lines',
      shortTitle: 'Invented thing',
      modifier: false,
    },
    {
      code: 'B9902',
      title: 'A thing of the past',
      shortTitle: 'Past thing',
      modifier: false,
      endsOn: '2025-12-31',
    },
    { code: 'V9903', title: 'A thing to hear with', shortTitle: 'Hearing thing', modifier: false },
  ]);
});

test.each([
  ['another text', 'nothing of the kind\r\n', 'not the HCPCS file'],
  ['a file cut before its end', hcpcsFile().slice(0, -300), 'cut short'],
  ['a stray line', `${hcpcsFile()}stray\r\n`, 'does not have the layout'],
  ['text without its code', hcpcsFile().replace('A990100200', 'A990900200'), 'goes on with A9909'],
])('%s is refused as HCPCS', (_, text, expected) => {
  const read = readHcpcs(text);
  expect(read.ok ? '' : read.problem).toContain(expected);
});

test('HCPCS as a table of codes and descriptions', () => {
  const read = readHcpcsCsv(
    'Code,Description,last_updated\n   A1,"Dressing, one",x\nV9903,Hearing thing,x\n',
  );
  expect(read.ok && read.value).toEqual([
    { code: 'A1', title: 'Dressing, one', modifier: true },
    { code: 'V9903', title: 'Hearing thing', modifier: false },
  ]);
  expect(readHcpcsCsv('Code,Description,last_updated\nnothing,,x\n').ok).toBe(false);
});

test('the POA-exempt list is its codes', () => {
  const read = readPoaExempt(poaFile(['B90.0', 'Z00.00', 'QA0.0101']));
  expect(read.ok && read.value).toEqual(['B90.0', 'Z00.00', 'QA0.0101']);
});

test.each([
  ['another heading', 'Code\tDescription\r\n'],
  ['no codes', poaFile([])],
  ['a cut last line', poaFile(['B90.0']).slice(0, -4)],
  ['a code without its dot', poaFile(['B900'])],
  ['numbers that fall', poaFile(['B90.0', 'Z00.0']).replace('00004', '00000')],
])('a POA-exempt list with %s is refused', (_, text) => {
  expect(readPoaExempt(text).ok).toBe(false);
});
