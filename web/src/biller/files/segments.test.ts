import { expect, test } from 'vitest';
import { faultySegment, segmentsOf } from './segments.ts';

const isa = (terminator: string) =>
  `ISA*00*          *00*          *ZZ*PAYER          *ZZ*PRACTICE       *261104*1200*^*00501*000000001*0*P*:${terminator}`;

const shape = (file: string) => segmentsOf(file).map(({ number, elements }) => [number, elements[0]]);

test.each([
  { name: 'with line ends', file: `${isa('~')}\nTA1*000000001~\nIEA*0*1~\n` },
  { name: 'on one line', file: `${isa('~')}TA1*000000001~IEA*0*1~` },
  { name: 'with a line end as terminator', file: `${isa('\n')}TA1*000000001\nIEA*0*1\n` },
  { name: 'cut short', file: `${isa('~')}TA1*000000001~IEA*0` },
])('an interchange is read segment by segment: $name', ({ file }) => {
  expect(shape(file)).toEqual([
    [1, 'ISA'],
    [2, 'TA1'],
    [3, 'IEA'],
  ]);
});

test('an empty segment keeps its number, as in the problems that the server names', () => {
  expect(shape(`${isa('~')}~TA1*000000001~`)).toEqual([
    [1, 'ISA'],
    [3, 'TA1'],
  ]);
});

test.each([
  { name: 'a letter', file: 'Dear practice,\r\n\r\nyour file', lines: ['Dear practice,', 'your file'] },
  { name: 'an ISA that is cut short', file: 'ISA*00*', lines: ['ISA*00*'] },
  { name: 'nothing', file: ' ', lines: [] },
])('what cannot be read as X12 is shown line by line: $name', ({ file, lines }) => {
  expect(segmentsOf(file).map(({ elements }) => elements.join(''))).toEqual(lines);
});

const payment = (trace: string) =>
  `ST*835*0001~BPR*I*10~TRN*1*${trace}*1~CLP*A~SVC*HC:1~SVC*HC:2~CLP*B~SVC*HC:3~SE*9*0001~`;
// Numbers: ISA 1, GS 2; the first payment 3 to 11, the second 12 to 20.
const file = segmentsOf(`${isa('~')}GS*HP~${payment('T1')}${payment('T2')}GE*2~IEA*1~`);

test.each([
  { at: 'segment 12, byte 340', message: 'The file is damaged.', segment: 12 },
  { at: 'payment total (BPR02)', message: 'Payment T1 does not balance: it is off by $1.00.', segment: 4 },
  { at: 'payment total (BPR02)', message: 'Payment T2 does not balance: it is off by $1.00.', segment: 13 },
  { at: 'claim 2 of 2', message: 'Claim B of payment T1 is not a claim of this practice.', segment: 9 },
  { at: 'claim 1 of 2, line 2', message: 'Payment T2 does not balance: it is off by $1.00.', segment: 17 },
  { at: 'claim 2 of 2, line 1', message: 'Payment T2 does not balance: it is off by $1.00.', segment: 19 },
  { at: undefined, message: 'Payment T2 was posted before with other content.', segment: 14 },
  {
    at: 'claim 2 of 2',
    message: 'Claim B of payment T9 is not a claim of this practice.',
    segment: undefined,
  },
  { at: undefined, message: 'This file holds a 270 transaction.', segment: undefined },
])('a problem at $at: $message', ({ at, message, segment }) => {
  expect(faultySegment(file, { message, at })).toBe(segment);
});
