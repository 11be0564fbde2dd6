import { expect, test } from 'vitest';
import { cptFile } from '../../../../test/code-files.ts';
import { hasCptCodes, readCpt } from './cpt.ts';

const invented = [
  { code: '00001', title: 'Mending of a paper kite, simple' },
  { code: '00002', title: 'Mending of a paper kite, with tail' },
  { code: '0003T', title: 'Polishing of a brass bell' },
];

test.each([
  [
    'tabs behind a notice',
    `A notice of the licence\n\n${invented.map(({ code, title }) => `${code}\t${title}`).join('\n')}\n`,
  ],
  ['blanks', invented.map(({ code, title }) => `${code} ${title}\r\n`).join('')],
  ['commas and quotes', cptFile()],
  ['commas without a heading', invented.map(({ code, title }) => `${code},"${title}"\n`).join('')],
])('a list divided by %s', (_, text) => expect(readCpt(text)).toEqual({ ok: true, value: invented }));

test('a consolidated list gives the long wording, and the short one beside it', () => {
  const text =
    'Concept Id\tCPT Code\tLong\tMedium\tShort\n1\t00001\tMending of a paper kite\tMEND KITE\tKITE\n';
  expect(readCpt(text)).toEqual({
    ok: true,
    value: [{ code: '00001', title: 'Mending of a paper kite', shortTitle: 'KITE' }],
  });
});

test.each([
  ['no codes', 'Dear licensee\n', 'no CPT codes'],
  ['a stray line', '00001\tKite\nfoo\tbar\n', 'line 2 is not'],
  ['a code without wording', '00001\tKite\n00002\t\n', 'line 2 is not'],
  ['a code twice', '00001\tKite\n00001\tBell\n', 'repeats the code 00001'],
  ['a heading alone', 'code,description\n', 'is empty'],
])('a list with %s is refused', (_, text, expected) => {
  const read = readCpt(text);
  expect(read.ok ? '' : read.problem).toContain(expected);
});

test('a licence text holds no codes', () => {
  expect(hasCptCodes('CPT is copyrighted.\nAll rights reserved 2026.')).toBe(false);
  expect(hasCptCodes(cptFile())).toBe(true);
});
