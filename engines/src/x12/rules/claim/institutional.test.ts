import { expect, test } from 'vitest';
import { type Change, found } from '../../testing/changed-claim.ts';
import { anInstitutionalFile } from '../../testing/institutional-example.ts';

const file = anInstitutionalFile();

test.each<[what: string, changes: Change[], finds: string[]]>([
  ['no attending provider', [[/NM1\*71[^\n]*\nPRV\*AT[^\n]*\n/, '']], ['attending-provider NM1 2310A']],
  [
    'no attending provider of a transport',
    [
      [/NM1\*71[^\n]*\nNM1\*72[^\n]*\nNM1\*82/, 'NM1*82'],
      ['SV2*0450', 'SV2*0540'],
      ['SV2*0320', 'SV2*0540'],
      ['SV2*0490', 'SV2*0542'],
    ],
    [],
  ],
  [
    'a second surgeon alone',
    [[/NM1\*72\*1\*KNIFE[^\n]*\nNM1\*ZZ/, 'NM1*ZZ']],
    ['operating-physician NM1 2310B'],
  ],
  ['no admission', [['DTP*435*DT*202703100815\n', '']], ['admission-date DTP 2300']],
  ['no discharge hour', [['DTP*096*TM*1430\n', '']], ['discharge-hour DTP 2300']],
  ['no admitting diagnosis', [['HI*ABJ:R1011\n', '']], ['admitting-diagnosis HI 2300']],
  ['no point of origin', [['CL1*1*1*01\nPWK', 'CL1*1**01\nPWK']], ['admission-source CL102 2300']],
  ['other procedures alone', [['HI*BBR:0FT44ZZ:D8:20270311\n', '']], ['principal-procedure HI 2300']],
  [
    'a patient who is still there, at the end',
    [
      ['CL1*1*1*01\nPWK', 'CL1*1*1*30\nPWK'],
      ['DTP*096*TM*1430\n', ''],
    ],
    ['patient-status CL103 2300'],
  ],
  ['a patient who has left, in between', [['11:A:1', '11:A:3']], ['patient-status CL103 2300']],
  [
    'a discharge of a patient who is still there',
    [
      ['11:A:1', '11:A:3'],
      ['CL1*1*1*01\nPWK', 'CL1*1*1*30\nPWK'],
      ['BE:80:::4', 'BE:80:::5'],
      ['6000*DA*4', '6000*DA*5'],
    ],
    ['discharge-hour DTP 2300'],
  ],
])('a stay has %s', (_what, changes, finds) => {
  expect(found(file, changes)).toEqual(finds);
});

const severalDays: Change = ['DTP*434*RD8*20270305-20270305', 'DTP*434*RD8*20270305-20270306'];

test.each<[what: string, changes: Change[], finds: string[]]>([
  ['no reason for an unscheduled visit', [['HI*APR:M25531*APR:R609\n', '']], ['reason-for-visit HI 2300']],
  [
    'no reason for a planned visit',
    [
      ['HI*APR:M25531*APR:R609\n', ''],
      ['CL1*1*1*01\nCN1', 'CL1*3*1*01\nCN1'],
    ],
    [],
  ],
  [
    'no date of a line, on one day',
    [['UN*1\nPWK*15*BM***AC*REPORT2002\nDTP*472*D8*20270305\n', 'UN*1\nPWK*15*BM***AC*REPORT2002\n']],
    [],
  ],
  [
    'no date of a line, on several days',
    [
      severalDays,
      ['UN*1\nPWK*15*BM***AC*REPORT2002\nDTP*472*D8*20270305\n', 'UN*1\nPWK*15*BM***AC*REPORT2002\n'],
    ],
    ['outpatient-line-date DTP 2400'],
  ],
  [
    'no date of a drug, on several days',
    [severalDays, ['SV2*0320*HC:73110:RT*260*UN*1**10\nDTP*472*D8*20270305', 'SV2*0250**260*UN*1**10']],
    [],
  ],
  [
    'an operation told in ICD',
    [['HI*BH:01:D8:20270305', 'HI*BBR:0PSH04Z:D8:20270305\nHI*BH:01:D8:20270305']],
    ['outpatient-procedures HI 2300'],
  ],
])('a visit has %s', (_what, changes, finds) => {
  expect(found(file, changes)).toEqual(finds);
});

test.each<[what: string, changes: Change[], finds: string[]]>([
  [
    'one line',
    [['DTP*472*RD8*20270305-20270305', 'DTP*472*RD8*20270304-20270305']],
    ['outside-statement DTP03 2400'],
  ],
  [
    'all lines',
    [['DTP*434*RD8*20270305-20270305', 'DTP*434*RD8*20270301-20270304']],
    ['outside-statement DTP03 2300'],
  ],
  [
    'the admission',
    [['DTP*435*DT*202703100815', 'DTP*435*DT*202703150815']],
    ['outside-statement DTP03 2300'],
  ],
  [
    'an admission that came before an interim bill',
    [['DTP*435*DT*202703100815', 'DTP*435*DT*202702100815']],
    [],
  ],
  [
    'the operation',
    [['BBR:0FT44ZZ:D8:20270311', 'BBR:0FT44ZZ:D8:20270315']],
    ['outside-statement HI01-4 2300'],
  ],
  [
    'an operation long before',
    [['BBR:0FT44ZZ:D8:20270311', 'BBR:0FT44ZZ:D8:20270306']],
    ['outside-statement HI01-4 2300'],
  ],
  ['an operation three days before', [['BBR:0FT44ZZ:D8:20270311', 'BBR:0FT44ZZ:D8:20270307']], []],
  [
    'an operation before an interim bill, in the stay',
    [['DTP*434*RD8*20270310-20270314', 'DTP*434*RD8*20270320-20270324']],
    [],
  ],
  [
    'whatever, of a statement of one day',
    [['DTP*434*RD8*20270310-20270314', 'DTP*434*D8*20270310']],
    ['warning statement-period DTP02 2300'],
  ],
  ['an operation on the last day', [['BBR:0FT44ZZ:D8:20270311', 'BBR:0FT44ZZ:D8:20270314']], []],
])('outside of the statement: %s', (_what, changes, finds) => {
  expect(found(file, changes)).toEqual(finds);
});

/** The stay, billed to Medicare. */
const medicare: Change = ['GRP100******CI', 'GRP100******MA'];
const visit: Change = ['SBR*P**GRP200******CI', 'SBR*P**GRP200******MB'];

test.each<[what: string, changes: Change[], finds: string[]]>([
  ['a stay', [medicare], []],
  [
    'a stay without its days',
    [medicare, ['HI*BE:80:::4*BE:01:::1500', 'HI*BE:01:::1500']],
    ['covered-days-told HI 2300'],
  ],
  [
    'a diagnosis that nobody knows whether it was there',
    [medicare, ['HI*ABK:K8000:::::::Y', 'HI*ABK:K8000']],
    ['warning present-on-admission HI01-9 2300'],
  ],
  ['a diagnosis that needs no such knowledge', [medicare, ['HI*ABK:K8000:::::::Y', 'HI*ABK:Z5111']], []],
  ['a visit', [visit], []],
  [
    'an emergency without a code',
    [visit, ['SV2*0450*HC:99283:25*', 'SV2*0450**']],
    ['outpatient-procedure SV202 2400'],
  ],
  [
    'an emergency without a code, not to Medicare',
    [['SV2*0450*HC:99283:25*', 'SV2*0450**']],
    ['warning outpatient-procedure SV202 2400'],
  ],
  [
    'a code for anything',
    [['SV2*0490*HC:25605:RT', 'SV2*0490*HC:25999:RT']],
    ['unlisted-procedure SV202-7 2400'],
  ],
  ['a code for anything, described', [['SV2*0490*HC:25605:RT', 'SV2*0490*HC:25999:RT::::CAST']], []],
  [
    'therapy without its modifier',
    [visit, ['SV2*0490*HC:25605:RT', 'SV2*0420*HC:97110:RT']],
    ['therapy-modifier SV202-3 2400'],
  ],
  ['therapy', [visit, ['SV2*0490*HC:25605:RT', 'SV2*0420*HC:97110:RT:GP']], []],
  ['a payment group', [['SV2*0490*HC:25605:RT', 'SV2*0022*HP:AAA00']], []],
  [
    'a payment group as a procedure',
    [['SV2*0490*HC:25605:RT', 'SV2*0022*HC:25605']],
    ['payment-group SV202 2400'],
  ],
  [
    'home health without group and area',
    [visit, ['13:A:7', '32:A:7'], ['DTP*050*D8*20270306', 'DTP*435*D8*20270305\nDTP*050*D8*20270306']],
    ['home-health SV2 2400', 'home-health HI 2300'],
  ],
  [
    'hospice days somewhere',
    [
      visit,
      ['13:A:7', '81:A:7'],
      ['DTP*050*D8*20270306', 'DTP*435*D8*20270305\nDTP*050*D8*20270306'],
      ['SV2*0490*HC:25605:RT', 'SV2*0651*HC:Q5001'],
    ],
    [],
  ],
  [
    'hospice days nowhere',
    [
      visit,
      ['13:A:7', '81:A:7'],
      ['DTP*050*D8*20270306', 'DTP*435*D8*20270305\nDTP*050*D8*20270306'],
      ['SV2*0490*HC:25605:RT', 'SV2*0651*HC:G0299'],
    ],
    ['hospice-place SV202-2 2400'],
  ],
])('by kind of service: %s', (_what, changes, finds) => {
  expect(found(file, changes, 6)).toEqual(finds);
});

const surgeons = /NM1\*72\*1\*KNIFE[^\n]*\nNM1\*ZZ[^\n]*\n/;

test.each<[what: string, changes: Change[], finds: string[]]>([
  ['an operation by nobody', [[surgeons, '']], ['operating-physician NM1 2310B']],
  [
    'a procedure that is no operation, by nobody',
    [
      [surgeons, ''],
      ['BBR:0FT44ZZ', 'BBR:3E0P7VZ'],
    ],
    [],
  ],
  [
    'an admitting diagnosis of a visit',
    [['HI*APR:M25531', 'HI*ABJ:M25531\nHI*APR:M25531']],
    ['admitting-diagnosis HI 2300'],
  ],
  [
    'a reason for the visit of an inpatient',
    [['HI*ABJ:R1011', 'HI*ABJ:R1011\nHI*APR:R1011']],
    ['reason-for-visit HI 2300'],
  ],
  [
    'one diagnosis that nobody knows of',
    [['ABF:I10:::::::Y', 'ABF:I10']],
    ['warning present-on-admission HI02-9 2300'],
  ],
  [
    'no diagnosis that anybody knows of',
    [
      ['ABK:K8000:::::::Y', 'ABK:K8000'],
      ['ABF:E119:::::::Y*ABF:I10:::::::Y*ABF:T8141XA:::::::N', 'ABF:E119*ABF:I10'],
    ],
    ['warning present-on-admission HI01-9 2300'],
  ],
  [
    'what was present, of a visit',
    [['ABK:S52501A', 'ABK:S52501A:::::::Y']],
    ['warning present-on-admission HI01-9 2300'],
  ],
  ['a negative value', [['BE:01:::1500', 'BE:01:::-1500']], ['negative-value HI02-5 2300']],
  ['a payment for nothing', [['0250*30\n', '0250*0\n']], ['warning payment-without-units SVD05 2430']],
  ['an accident nowhere', [['REF*LU*OH', 'REF*LU*QQ']], ['accident-state-code REF02 2300']],
  ['a disease as a cause', [['ABN:V4352XA', 'ABN:S134XXA']], ['external-cause-code HI01-2 2300']],
  ['a cause as its diagnosis', [['ABK:S52501A', 'ABK:W010XXA']], ['external-cause-first HI01-2 2300']],
  [
    'a procedure without its date',
    [['BBR:0FT44ZZ:D8:20270311', 'BBR:0FT44ZZ::20270311']],
    ['element-missing HI01-3 2300'],
  ],
])('a bill has %s', (_what, changes, finds) => {
  expect(found(file, changes)).toEqual(finds);
});
