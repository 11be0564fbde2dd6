import { expect, test } from 'vitest';
import { codesFile, orderFile, tinyCodes } from '../../../../test/code-files.ts';
import { disagreement, readCodesFile, readOrderFile } from './order-file.ts';

const whole = orderFile(tinyCodes);

test('an order file becomes codes with dots, titles and the billable flag', () => {
  const read = readOrderFile(whole);
  if (!read.ok) throw new Error(read.problem);
  expect(read.value.system).toBe('icd10cm');
  expect(read.value.rows).toHaveLength(10);
  expect(read.value.rows[7]).toEqual({
    code: 'S52.0X1A',
    title: 'Broken right forearm, upper end, first visit',
    billable: true,
  });
});

test('an abbreviated title is kept where it differs', () => {
  const long = `Blue fever ${'and more '.repeat(10)}`.trim();
  const read = readOrderFile(orderFile([['Z00', long]]));
  expect(read.ok && read.value.rows[0]).toMatchObject({ title: long, shortTitle: long.slice(0, 60).trim() });
});

test('ICD-10-PCS has the same layout and no dots', () => {
  const read = readOrderFile(
    orderFile([
      ['001', 'Bypass', false],
      ['0016070', 'Bypass, open'],
      ['XY0', 'New', false],
      ['XY0YX37', 'New, open'],
    ]),
  );
  expect(read.ok && read.value).toMatchObject({
    system: 'icd10pcs',
    rows: { length: 4, 1: { code: '0016070' } },
  });
});

const lines = whole.split('\r\n');
test.each([
  ['an empty file', '', 'not an order file'],
  ['another text', 'A000    Blue fever\r\n', 'not an order file'],
  ['a line cut short', whole.slice(0, -30), 'cut short'],
  ['a cut inside the last title', whole.slice(0, -5), 'cut short'],
  ['lines missing at the end', `${lines.slice(0, 9).join('\r\n')}\r\n`, 'cut short'],
  ['a line missing in the middle', [...lines.slice(0, 1), ...lines.slice(2)].join('\r\n'), 'expected 2'],
  ['a line that is damaged', whole.replace('00003 A009    1', '00003 A009    ?'), 'line 3'],
  [
    'a repeated code',
    orderFile([
      ['A00', 'Fever'],
      ['A00', 'Fever'],
      ['Z00', 'Visit'],
    ]),
    'repeats the code A00',
  ],
  [
    'a heading without its codes',
    orderFile([
      ['A00', 'Fever', false],
      ['Z00', 'Visit'],
    ]),
    'under A00 are missing',
  ],
  [
    'a code under a billable one',
    orderFile([
      ['A00', 'Fever'],
      ['A000', 'Spots'],
      ['Z00', 'Visit'],
    ]),
    'marked billable',
  ],
])('%s is refused', (_, text, expected) => {
  const read = readOrderFile(text);
  expect(read.ok ? '' : read.problem).toContain(expected);
});

test('the codes file beside it proves the order file', () => {
  const order = readOrderFile(whole);
  const codes = readCodesFile(codesFile(tinyCodes));
  const fewer = readCodesFile(codesFile(tinyCodes.slice(0, -1)));
  const other = readCodesFile(codesFile(tinyCodes).replace('A000', 'A001'));
  if (!(order.ok && codes.ok && fewer.ok && other.ok)) throw new Error('unread');
  expect(disagreement(order.value, codes.value)).toBeUndefined();
  expect(disagreement(order.value, fewer.value)).toContain('5 billable codes, the codes file beside it 4');
  expect(disagreement(order.value, other.value)).toContain('A001');
});
