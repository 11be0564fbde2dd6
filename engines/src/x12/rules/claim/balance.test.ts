import { expect, test } from 'vitest';
import { type Change, found } from '../../testing/changed-claim.ts';
import { aDentalFile } from '../../testing/dental-example.ts';
import { anInstitutionalFile } from '../../testing/institutional-example.ts';
import { aProfessionalFile } from '../../testing/professional-example.ts';

const professional = aProfessionalFile();
const institutional = anInstitutionalFile();
const dental = aDentalFile();

test.each([
  ['professional', professional],
  ['institutional', institutional],
  ['dental', dental],
])('a claim that adds up is left alone: %s', (_what, file) => {
  expect(found(file, [], 6)).toEqual([]);
});

test.each<[what: string, file: string, changes: Change[], finds: string[]]>([
  ['a total one cent off', professional, [['P4002*150', 'P4002*150.01']], ['line-charges CLM02 2300']],
  ['a total of trailing zeros', professional, [['P4002*150', 'P4002*150.00']], []],
  ['a hospital line changed', institutional, [['**9000*UN', '**9001*UN']], ['line-charges CLM02 2300']],
  ['a dental line changed', dental, [['D1110*120', 'D1110*121']], ['line-charges CLM02 2300']],
  [
    'a charge that two other payers and the total contradict',
    professional,
    [['99232*180', '99232*181']],
    ['line-charges CLM02 2300'],
  ],
  ['a line without its charge', professional, [['99213*150', '99213*']], ['element-missing SV102 2400']],
  [
    'a negative line',
    professional,
    [
      ['P4003*240', 'P4003*160'],
      ['29125*40', '29125*-40'],
      ['AMT*T*2.4\n', ''],
    ],
    ['negative-charge SV102 2400'],
  ],
  [
    'a claim of nothing',
    professional,
    [
      ['P4004*900', 'P4004*0'],
      ['RH*700', 'RH*0'],
      ['RH*200', 'RH*0'],
    ],
    [],
  ],
  ['tax above the charge', professional, [['AMT*T*2.4', 'AMT*T*40.01']], ['tax-within-charge AMT02 2400']],
  ['tax that is all of the charge', professional, [['AMT*T*2.4', 'AMT*T*40']], []],
  ['no units', professional, [['99203*200*UN*1', '99203*200*UN*0']], ['service-quantity SV104 2400']],
  ['units with four decimals', professional, [['UN*12*', 'UN*1.2345*']], ['service-quantity SV104 2400']],
  ['units with eight digits', professional, [['UN*12*', 'UN*12345.678*']], []],
  ['no amount of a drug', professional, [['CTP****4*ML', 'CTP****0*ML']], ['service-quantity CTP04 2410']],
  [
    'a hospital line of no units',
    institutional,
    [['**1450.5*UN*30', '**1450.5*UN*0']],
    ['warning charge-without-units SV205 2400'],
  ],
  [
    'more not covered than charged',
    institutional,
    [['260*UN*1**10', '260*UN*1**260.01']],
    ['not-covered-charge SV207 2400'],
  ],
  ['all not covered', institutional, [['260*UN*1**10', '260*UN*1**260']], []],
  [
    'the total as a line',
    institutional,
    [['DTP*472*RD8*20270305-20270305\nREF*6R*H2002-3', 'DTP*472*D8*20270305\nLX*4\nSV2*0001**1080*UN*0']],
    ['total-line SV201 2400'],
  ],
])('charges: %s', (_what, file, changes, finds) => {
  expect(found(file, [...changes])).toEqual(finds);
});

const line = ['other-payer-line-balance SVD02 2430'];
const claim = ['other-payer-claim-balance AMT02 2320'];

test.each<[what: string, file: string, changes: Change[], finds: string[]]>([
  ['a payment of a line', professional, [['INV02*200*', 'INV02*200.01*']], line],
  ['an adjustment of a line', institutional, [['CAS*CO*45*2000', 'CAS*CO*45*2000.01']], line],
  ['an adjustment of a line left out', dental, [['CAS*PR*2*350\n', '']], line],
  ['the payment of the claim', professional, [['AMT*D*280', 'AMT*D*280.01']], claim],
  ['an adjustment of the claim', dental, [['CAS*PR*1*50', 'CAS*PR*1*50.01']], claim],
  ['a payer that decided on the claim alone', professional, [['AMT*D*75', 'AMT*D*76']], claim],
  [
    'a payment without adjustments, of which nothing is known',
    professional,
    [['CAS*CO*45*50\nCAS*PR*1*25\nAMT*D*75', 'AMT*D*60']],
    [],
  ],
  [
    'an unbundled line that balances with all its decisions',
    professional,
    [
      [
        'CAS*CO*45*80\nDTP*573*D8*20270328\nAMT*EAF*0',
        'CAS*CO*45*50\nDTP*573*D8*20270328\nSVD*INV02*10*HC:99231**1\nCAS*CO*45*20\nDTP*573*D8*20270328',
      ],
      ['AMT*D*280', 'AMT*D*290'],
    ],
    [],
  ],
  [
    'an unbundled line that does not',
    professional,
    [
      [
        'CAS*CO*45*80\nDTP*573*D8*20270328\nAMT*EAF*0',
        'CAS*CO*45*50\nDTP*573*D8*20270328\nSVD*INV02*10*HC:99231**1\nCAS*CO*45*19\nDTP*573*D8*20270328',
      ],
      ['AMT*D*280', 'AMT*D*290'],
    ],
    line,
  ],
  [
    'a payer that was bypassed',
    professional,
    [
      ['CAS*CO*45*50\nCAS*PR*1*25\nAMT*D*75\nAMT*EAF*25', 'AMT*A8*150'],
      ['PI*INV02\nDTP*573*D8*20270328\nLX*1\nSV1*HC:99213', 'PI*INV02\nLX*1\nSV1*HC:99213'],
    ],
    [],
  ],
  [
    'a payer that was bypassed for something else',
    professional,
    [
      ['CAS*CO*45*50\nCAS*PR*1*25\nAMT*D*75\nAMT*EAF*25', 'AMT*A8*149'],
      ['PI*INV02\nDTP*573*D8*20270328\nLX*1\nSV1*HC:99213', 'PI*INV02\nLX*1\nSV1*HC:99213'],
    ],
    ['not-covered-total AMT02 2320'],
  ],
])('what another payer decided balances: %s', (_what, file, changes, finds) => {
  expect(found(file, [...changes])).toEqual(finds);
});

test.each<[what: string, changes: Change[], finds: string[]]>([
  ['a value code', [['BE:80:::4', 'BE:80:::5']], ['covered-days HI01-5 2300']],
  ['the units of the room', [['6000*DA*4', '6000*DA*3']], ['covered-days SV205 2400']],
  ['days in two codes', [['BE:80:::4', 'BE:80:::3*BE:81:::1']], []],
  ['no days told', [['HI*BE:80:::4*BE:01:::1500', 'HI*BE:01:::1500']], []],
  [
    'a patient who stays on',
    [
      ['11:A:1', '11:A:2'],
      ['CL1*1*1*01', 'CL1*1*1*30'],
      ['DTP*096*TM*1430\n', ''],
      ['BE:80:::4', 'BE:80:::5'],
      ['6000*DA*4', '6000*DA*5'],
    ],
    [],
  ],
])('days of a stay: %s', (_what, changes, finds) => {
  expect(found(institutional, [...changes])).toEqual(finds);
});
