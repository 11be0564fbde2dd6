import { expect, test } from 'vitest';
import { type Change, found } from '../testing/changed-claim.ts';
import { aProfessionalFile } from '../testing/professional-example.ts';

const file = aProfessionalFile();

test.each<[what: string, changes: Change[], finds: string[]]>([
  [
    'an element that is not used, whose partner is missing',
    [['NM1*PW*2', 'NM1*PW*2*******1999000015']],
    ['element-not-used NM109 2310E'],
  ],
  [
    'a component that is not used, whose partner is missing',
    [['HI*ABK:J069', 'HI*ABK:J069:D8']],
    ['element-not-used HI01-3 2300'],
  ],
  [
    'an element that excludes another and needs a third',
    [['N4*SAMPLETON*OH*440999998', 'N4*SAMPLETON*OH*440999998****X']],
    ['elements-exclude N407 2010AA'],
  ],
  [
    'more elements than there are, which are wrong',
    [['DTP*472*D8*20270305', 'DTP*472*D8*20270305REF*6R*1']],
    ['too-many-elements DTP04 2400'],
  ],
  [
    'a taxonomy code that is too long',
    [['PRV*BI*PXC*', `PRV*BI*PXC*${'X'.repeat(50)}`]],
    ['element-too-long PRV03 2000A'],
  ],
  ['a group number of letters', [[/(\nGS(?:\*[^*\n]+){5}\*)\d+/, '$1ABC']], ['envelope-element GS06']],
  ['a group of no kind', [['GS*HC', 'GS*1']], ['envelope-element GS01']],
  ['a group of no version', [[/(\nGS[^\n]*\*)005010X222A1/, '$1']], ['envelope-element GS08']],
  ['a transaction that its group does not announce', [['ST*837', 'ST*838']], ['group-kind ST01']],
  ['no transaction set', [['ST*837', 'ST*']], ['element-missing ST01']],
  ['a count in letters', [[/\nSE\*\d+/, '\nSE*X']], ['invalid-character SE01']],
  ['no control number at the end', [[/(\nSE\*\d+)\*\d+/, '$1']], ['element-missing SE02']],
  [
    'a control number that is too long',
    [
      ['ST*837*', 'ST*837*000000'],
      [/(\nSE\*\d+\*)/, '$1000000'],
    ],
    ['element-too-long ST02'],
  ],
  ['no group', [[/\nGS[^\n]*/, '']], ['segment-outside ST']],
  ['no beginning of the transaction', [[/\nST[^\n]*/, '']], ['segment-outside BHT']],
])('%s is told once', (_what, changes, finds) => {
  expect(found(file, changes)).toEqual(finds);
});
