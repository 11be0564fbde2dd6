import { expect, test } from 'vitest';
import { type Change, found } from '../testing/changed-claim.ts';
import { aProfessionalFile } from '../testing/professional-example.ts';

const file = aProfessionalFile();

test.each<[what: string, changes: Change[], finds: string[]]>([
  ['a number', [['REF*6R*P4001-1', 'REF*F8*P4001-1']], ['code-not-allowed REF01 2400']],
  [
    'a date',
    [['DTP*472*D8*20270310\n', 'DTP*472*D8*20270310\nDTP*431*D8*20270301\n']],
    ['code-not-allowed DTP01 2400'],
  ],
  ['an amount', [['REF*6R*P4001-1\n', 'REF*6R*P4001-1\nAMT*F5*10\n']], ['code-not-allowed AMT01 2400']],
])(
  '%s of a claim at one of its lines has a wrong code there, and begins no claim',
  (_what, changes, finds) => {
    expect(found(file, changes)).toEqual(finds);
  },
);

test('a claim that lost its beginning begins all the same with what only a claim has', () => {
  for (const claim of ['P4001', 'P4002'])
    expect(found(file, [[new RegExp(`CLM\\*${claim}[^\\n]*\\n`), '']])).toEqual(['segment-missing CLM 2300']);
});

test('a loop that lost its beginning is told once, though its segments are of several loops', () => {
  expect(found(file, [[/NM1\*DK[^\n]*\n/, '']])).toEqual(['segment-missing NM1 2420C']);
});

test('one segment too many that also stands too late is one finding', () => {
  const again: Change = ['ABF:E119\n', 'ABF:E119\nDTP*435*D8*20270310\n'];
  expect(found(file, [again])).toEqual(['segment-repeats DTP 2300']);
});
