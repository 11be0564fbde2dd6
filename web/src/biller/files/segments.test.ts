import { expect, test } from 'vitest';
import { segmentsOf } from './segments.ts';

const isa = (terminator: string) =>
  `ISA*00*          *00*          *ZZ*PAYER          *ZZ*PRACTICE       *261104*1200*^*00501*000000001*0*P*:${terminator}`;

test.each([
  { name: 'with line ends', file: `${isa('~')}\nTA1*000000001~\nIEA*0*1~\n` },
  { name: 'on one line', file: `${isa('~')}TA1*000000001~IEA*0*1~` },
  { name: 'with a line end as terminator', file: `${isa('\n')}TA1*000000001\nIEA*0*1\n` },
])('an interchange is read segment by segment: $name', ({ file }) => {
  expect(segmentsOf(file).map(({ id }) => id)).toEqual(['ISA', 'TA1', 'IEA']);
});

test('what is no X12 is shown line by line', () => {
  expect(segmentsOf('Dear practice,\r\n\r\nyour file')).toEqual([
    { id: '', text: 'Dear practice,' },
    { id: '', text: 'your file' },
  ]);
});

test('an ISA that is cut short is shown as it is', () => {
  expect(segmentsOf('ISA*00*')).toEqual([{ id: '', text: 'ISA*00*' }]);
});
