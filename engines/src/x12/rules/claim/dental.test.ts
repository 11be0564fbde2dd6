import { expect, test } from 'vitest';
import { type Change, found } from '../../testing/changed-claim.ts';
import { aDentalFile } from '../../testing/dental-example.ts';

const file = aDentalFile();

test.each<[what: string, changes: Change[], finds: string[]]>([
  ['of the claim, which two lines go by', [['DTP*472*D8*20270305\n', '']], ['dental-service-date DTP 2300']],
  [
    'of one line',
    [
      ['DTP*472*D8*20270305\n', ''],
      ['TOO*JP*14\n', 'TOO*JP*14\nDTP*472*D8*20270305\n'],
    ],
    ['dental-service-date DTP 2400'],
  ],
  ['of a predetermination', [], []],
  ['of a predetermination that is none', [['**********PB', '']], ['dental-service-date DTP 2400']],
  ['of braces', [['DTP*472*D8*20270201\n', '']], []],
])('the date is missing: %s', (_what, changes, finds) => {
  expect(found(file, changes)).toEqual(finds);
});

test.each<[what: string, changes: Change[], finds: string[]]>([
  ['replaced, but not when', [['DTP*441*D8*20150601\n', '']], ['prior-placement DTP 2400']],
  ['first, but replaces one', [['1100***R', '1100***I']], ['prior-placement DTP 2400']],
  [
    'first',
    [
      ['1100***R', '1100***I'],
      ['DTP*441*D8*20150601\n', ''],
    ],
    [],
  ],
])('a prosthesis is %s', (_what, changes, finds) => {
  expect(found(file, changes)).toEqual(finds);
});

test.each<[what: string, changes: Change[], finds: string[]]>([
  ['the last permanent one', [['TOO*JP*14', 'TOO*JP*32']], []],
  ['one past it', [['TOO*JP*14', 'TOO*JP*33']], ['tooth-code TOO02 2400']],
  ['a primary one', [['TOO*JP*14', 'TOO*JP*T']], []],
  ['no letter of a tooth', [['TOO*JP*14', 'TOO*JP*U']], ['tooth-code TOO02 2400']],
  ['a supernumerary one', [['TOO*JP*14', 'TOO*JP*AS']], []],
  ['with a leading zero', [['DN2*1*M', 'DN2*01*M']], []],
  ['zero', [['DN2*1*M', 'DN2*0*M']], ['tooth-code DN201 2300']],
])('a tooth is %s', (_what, changes, finds) => {
  expect(found(file, changes)).toEqual(finds);
});

test.each<[what: string, changes: Change[], finds: string[]]>([
  ['a filling with a surface too few', [['TOO*JP*30*M:O', 'TOO*JP*30*M']], ['tooth-surfaces TOO03 2400']],
  [
    'a filling with a surface too many',
    [['TOO*JP*30*M:O', 'TOO*JP*30*M:O:D']],
    ['tooth-surfaces TOO03 2400'],
  ],
  [
    'a filling of four or more',
    [
      ['AD:D2392', 'AD:D2394'],
      ['TOO*JP*30*M:O', 'TOO*JP*30*M:O:D:B:L'],
    ],
    [],
  ],
  [
    'a filling with a surface twice',
    [['TOO*JP*30*M:O', 'TOO*JP*30*M:M']],
    ['tooth-surface-repeated TOO03-2 2400'],
  ],
  [
    'a filling where a front tooth has no surface',
    [['TOO*JP*30*M:O', 'TOO*JP*8*M:O']],
    ['warning tooth-surface-place TOO03-2 2400'],
  ],
  [
    'a filling where a back tooth has no edge',
    [['TOO*JP*30*M:O', 'TOO*JP*30*I:O']],
    ['warning tooth-surface-place TOO03-1 2400'],
  ],
  ['a filling of the edge of a front tooth', [['TOO*JP*30*M:O', 'TOO*JP*8*M:I']], []],
  ['a filling of no first surface', [['TOO*JP*30*M:O', 'TOO*JP*30*:O']], ['element-missing TOO03-1 2400']],
  ['a filling of one surface', [['TOO*JP*30*M:O', 'TOO*JP*30*M']], ['tooth-surfaces TOO03 2400']],
  ['a filling of no tooth', [['TOO*JP*30*M:O\n', '']], ['tooth-surfaces TOO 2400']],
  ['a crown of no tooth', [['TOO*JP*14\n', '']], ['tooth-required TOO 2400']],
  ['a cleaning of no quadrant', [['SV3*AD:D1110*120', 'SV3*AD:D4341*120']], ['oral-cavity SV304 2400']],
  ['an extraction at no area', [['**20**2', '**98**2']], ['oral-cavity-code SV304-1 2400']],
  ['more months left than there are', [['DN1*24*22', 'DN1*24*25']], ['orthodontic-months DN102 2300']],
  ['as many months left as there are', [['DN1*24*22', 'DN1*24*24']], []],
  ['a cleaning of a quadrant', [['SV3*AD:D1110*120', 'SV3*AD:D4341*120**30']], []],
  ['a cleaning of a jaw', [['SV3*AD:D1110*120', 'SV3*AD:D4341*120**01']], ['oral-cavity SV304-1 2400']],
  ['braces that were never placed', [['DTP*452*D8*20270201\n', '']], ['orthodontic-treatment DTP 2300']],
  [
    'braces of an unknown date',
    [['DTP*452*D8*20270201', 'DTP*499*D8*20270201']],
    ['code-not-allowed DTP01 2300'],
  ],
  ['braces without the treatment', [['DN1*24*22\n', '']], ['orthodontic-treatment DN1 2300']],
  [
    'a crown, first or not',
    [
      ['1100***R******1', '1100*********1'],
      ['DTP*441*D8*20150601\n', ''],
    ],
    ['warning prosthesis-placement SV305 2400'],
  ],
])('by kind of service: %s', (_what, changes, finds) => {
  expect(found(file, changes, 6)).toEqual(finds);
});
