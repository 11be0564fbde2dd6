import { expect, test } from 'vitest';
import { type Change, found } from '../../testing/changed-claim.ts';
import { aDentalFile } from '../../testing/dental-example.ts';
import { anInstitutionalFile } from '../../testing/institutional-example.ts';
import { aProfessionalFile } from '../../testing/professional-example.ts';

const professional = aProfessionalFile();
const institutional = anInstitutionalFile();
const dental = aDentalFile();

test.each<[what: string, file: string, changes: Change[], finds: string[]]>([
  ['the last there is', professional, [['320*UN*1***1:2', '320*UN*1***2']], []],
  [
    'one past the last',
    professional,
    [['320*UN*1***1:2', '320*UN*1***1:3']],
    ['diagnosis-pointer SV107-2 2400'],
  ],
  ['zero', professional, [['320*UN*1***1:2', '320*UN*1***0']], ['diagnosis-pointer SV107-1 2400']],
  [
    'the same twice',
    professional,
    [['320*UN*1***1:2', '320*UN*1***1:1']],
    ['diagnosis-pointer SV107-2 2400'],
  ],
  ['a letter', professional, [['320*UN*1***1:2', '320*UN*1***A']], ['invalid-character SV107-1 2400']],
  ['a dental line', dental, [['R******1\n', 'R******3\n']], ['diagnosis-pointer SV311-1 2400']],
  [
    'a dental claim without diagnoses',
    dental,
    [['HI*ABK:K0252*ABF:K0261\n', '']],
    ['dental-diagnosis HI 2300'],
  ],
  [
    'a professional claim without diagnoses',
    professional,
    [['HI*ABK:J069\n', '']],
    ['segment-missing HI 2300'],
  ],
])('a pointer names %s', (_what, file, changes, finds) => {
  expect(found(file, [...changes])).toEqual(finds);
});

test.each<[what: string, file: string, changes: Change[], finds: string[]]>([
  [
    'one of ICD-9 among those of ICD-10',
    professional,
    [['ABF:E119', 'BF:25000']],
    ['diagnosis-editions-mixed HI02-1 2300'],
  ],
  ['the first of ICD-9', professional, [['ABK:I5021', 'BK:4280']], ['diagnosis-editions-mixed HI01-1 2300']],
  [
    'a procedure of ICD-9',
    institutional,
    [
      ['BBR:0FT44ZZ', 'BR:5123'],
      [/HI\*BBQ[^\n]*\n/, ''],
    ],
    ['diagnosis-editions-mixed HI01-1 2300'],
  ],
  ['of ICD-9, all of them', professional, [['HI*ABK:J069', 'HI*BK:4659']], ['icd-9-retired HI01-1 2300']],
  ['of ICD-10, called ICD-9', professional, [['HI*ABK:J069', 'HI*BK:J069']], ['icd-9-retired HI01-1 2300']],
  ['of ICD-9, to a casualty insurer', professional, [['ABK:S134XXA*ABF:V4352XA', 'BK:8470*BF:E8120']], []],
  [
    'of ICD-10 before its time',
    professional,
    [['DTP*472*D8*20270305', 'DTP*472*D8*20150930']],
    ['icd-10-early HI01-1 2300'],
  ],
  [
    'that tells how it happened',
    professional,
    [['HI*ABK:J069', 'HI*ABK:W010XXA']],
    ['external-cause-first HI01-2 2300'],
  ],
  [
    'of ICD-10 with a qualifier of ICD-9',
    professional,
    [['ABF:E119', 'BF:J449']],
    ['diagnosis-editions-mixed HI02-1 2300'],
  ],
  ['with its point', professional, [['ABF:E119', 'ABF:E11.9']], ['diagnosis-point HI02-2 2300']],
  ['twice', professional, [['ABF:E119', 'ABF:I5021']], ['warning diagnosis-repeated HI02-2 2300']],
  ['for admission as well', institutional, [['ABJ:R1011', 'ABJ:K8000']], []],
])('a diagnosis stands there %s', (_what, file, changes, finds) => {
  expect(found(file, [...changes])).toEqual(finds);
});

test.each<[what: string, file: string, changes: Change[], finds: string[]]>([
  [
    'a number left out',
    professional,
    [['LX*3\nSV1*HC:80053', 'LX*4\nSV1*HC:80053']],
    ['line-number LX01 2400'],
  ],
  ['a number twice', dental, [['LX*2', 'LX*1']], ['line-number LX01 2400']],
  [
    'a line left out, and all after it shifted',
    professional,
    [
      [/LX\*4\nSV1\*HC:G0181[^L]*/, ''],
      ['P4006*1400', 'P4006*1300'],
    ],
    ['line-number LX01 2400'],
  ],
  [
    'the same control number',
    institutional,
    [['REF*6R*H2001-2', 'REF*6R*H2001-1']],
    ['line-control-number REF02 2400'],
  ],
  ['the control number of another claim', institutional, [['REF*6R*H2002-1', 'REF*6R*H2001-1']], []],
  [
    'equipment of another procedure',
    professional,
    [['SV5*HC:E1390', 'SV5*HC:E1391']],
    ['equipment-procedure SV501-2 2400'],
  ],
  [
    'two who referred',
    professional,
    [['NM1*P3*1*FIRST', 'NM1*DN*1*FIRST']],
    ['referring-provider-order NM101 2310A'],
  ],
  [
    'only the second who referred',
    professional,
    [[/NM1\*DN[^\n]*\n/, '']],
    ['referring-provider-order NM101 2310A'],
  ],
  ['a referral that is none', professional, [['CRC*ZZ*N*NU', 'CRC*ZZ*N*ST']], ['epsdt-condition CRC03 2300']],
  [
    'no referral that is one',
    institutional,
    [['CRC*ZZ*Y*ST', 'CRC*ZZ*Y*NU']],
    ['epsdt-condition CRC03 2300'],
  ],
])('lines and what stands at them: %s', (_what, file, changes, finds) => {
  expect(found(file, [...changes])).toEqual(finds);
});
