import { expect, test } from 'vitest';
import { type Change, found } from '../../testing/changed-claim.ts';
import { aProfessionalFile } from '../../testing/professional-example.ts';

const file = aProfessionalFile();

test.each<[what: string, changes: Change[], finds: string[]]>([
  ['no description', [['CR1*LB*140**A*DH*12\n', '']], ['ambulance CR1 2300']],
  [
    'its description at a line',
    [
      ['CR1*LB*140**A*DH*12\n', ''],
      ['SV1*HC:A0427:RH*700*UN*1***1\n', 'SV1*HC:A0427:RH*700*UN*1***1\nCR1*LB*140**A*DH*12\n'],
    ],
    [],
  ],
  ['no beginning', [[/NM1\*PW\*2\nN3[^\n]*\nN4[^\n]*\n/, '']], ['ambulance-pick-up NM1 2310E']],
  ['no end', [[/NM1\*45\*2[^\n]*\nN3[^\n]*\nN4[^\n]*\n/, '']], ['ambulance-drop-off NM1 2310F']],
  [
    'a facility',
    [['NM1*PW*2\n', 'NM1*77*2*INVENTED BASE\nN3*1 X STREET\nN4*SAMPLETON*OH*440999998\nNM1*PW*2\n']],
    ['ambulance-facility NM1 2310C'],
  ],
  [
    'nothing but its description',
    [['CLM*P4002*150***11:B:1*Y*A*Y*Y\n', 'CLM*P4002*150***11:B:1*Y*A*Y*Y\nCR1*LB*140**A*DH*12\n']],
    ['ambulance CR1 2300'],
  ],
  [
    'patients counted, and no transport',
    [['DTP*472*D8*20270305', 'DTP*472*D8*20270305\nQTY*PT*2']],
    ['ambulance-patients QTY 2400'],
  ],
  ['one patient, counted', [['QTY*PT*2', 'QTY*PT*1']], ['ambulance-patients QTY 2400']],
])('an ambulance has %s', (_what, changes, finds) => {
  expect(found(file, changes)).toEqual(finds);
});

test.each<[what: string, changes: Change[], finds: string[]]>([
  ['no equipment', [['CR3*R*MO*99\n', '']], ['equipment-certificate CR3 2400']],
  ['no begin of the therapy', [['DTP*463*D8*20260301\n', '']], ['certificate-dates DTP 2400']],
  ['no date of the signature', [['DTP*461*D8*20270228\n', '']], ['certificate-dates DTP 2400']],
  ['no date of the renewal', [['DTP*607*D8*20270301\n', '']], ['certificate-dates DTP 2400']],
  ['a renewal of a first certificate', [['CR3*R*MO', 'CR3*I*MO']], ['certificate-dates DTP 2400']],
  [
    'a first certificate',
    [
      ['CR3*R*MO', 'CR3*I*MO'],
      ['DTP*607*D8*20270301\n', ''],
    ],
    [],
  ],
  ['nobody to call', [[/PER\*IC\*FRONT DESK[^\n]*\n/, '']], ['ordering-provider PER 2420E']],
])('a certificate of medical necessity has %s', (_what, changes, finds) => {
  expect(found(file, changes)).toEqual(finds);
});

test.each<[what: string, changes: Change[], finds: string[]]>([
  [
    'a visit to an inpatient without an admission',
    [['DTP*435*D8*20270310\n', '']],
    ['admission-date DTP 2300'],
  ],
  [
    'a line for an inpatient without an admission',
    [['SV1*HC:99213*150*UN*1***1', 'SV1*HC:99213*150*UN*1*21**1']],
    ['admission-date DTP 2300'],
  ],
  ['an acute condition that never showed', [['DTP*453*D8*20270201\n', '']], ['acute-manifestation DTP 2300']],
  [
    'a condition that is not acute',
    [
      ['CR2********A', 'CR2********C'],
      ['DTP*453*D8*20270201\n', ''],
    ],
    [],
  ],
  [
    'a purchase from nobody',
    [
      [
        'LX*8\nSV1*HC:87070:90*50*UN*1***1\nDTP*472*D8*20270302\nREF*F4*99D8888888',
        'LX*8\nSV1*HC:87070:90*50*UN*1***1\nDTP*472*D8*20270302\nREF*F4*99D8888888\nPS1*X1*40',
      ],
    ],
    ['purchased-service NM1 2420B'],
  ],
  ['a prescription of no day', [['DTP*471*D8*20270301\n', '']], ['prescription-date DTP 2400']],
])('what the guide asks for: %s', (_what, changes, finds) => {
  expect(found(file, changes)).toEqual(finds);
});

const toOthers: Change = ['SBR*P*18*******MB', 'SBR*P*18*******CI'];

test.each<[what: string, changes: Change[], finds: string[]]>([
  ['a trip without its route', [['A0427:RH', 'A0427']], ['ambulance-route SV101-3 2400']],
  ['a trip from an office', [['SV1*HC:99213:GV', 'SV1*HC:A0428:RH']], ['ambulance-service CR1 2400']],
  ['anesthesia in units', [['600*MJ*61', '600*UN*5']], ['anesthesia-minutes SV103 2400']],
  ['a visit in minutes', [['HC:99213:GV*150*UN*1', 'HC:99213:GV*150*MJ*20']], ['visit-minutes SV103 2400']],
  [
    'a CLIA number that is none',
    [['REF*X4*99D9999999', 'REF*X4*9999999999']],
    ['clia-number-form REF02 2300'],
  ],
  ['a dental procedure', [['SV1*HC:99213*', 'SV1*AD:D1110*']], ['code-not-allowed SV101-1 2400']],
  [
    'a code for anything of CPT',
    [['SV1*HC:99213:GV', 'SV1*HC:99199:GV']],
    ['unlisted-procedure SV101-7 2400'],
  ],
  ['anesthesia by the day', [['HC:00142:AA*600*MJ*61', 'HC:01996:AA*600*UN*1']], []],
  ['a mammogram without a certificate', [['REF*EW*123456\n', '']], ['mammography-certificate REF 2400']],
  [
    'the reading of a mammogram',
    [
      ['REF*EW*123456\n', ''],
      ['HC:77067*', 'HC:77067:26*'],
    ],
    [],
  ],
  ['a mammogram, not to Medicare', [['REF*EW*123456\n', ''], toOthers], []],
  [
    'a test of no laboratory',
    [['REF*X4*99D9999999\n', '']],
    ['clia-number REF 2400', 'clia-number REF 2400'],
  ],
  [
    'a test of the same laboratory at the line',
    [
      ['REF*X4*99D9999999\n', ''],
      [
        'SV1*HC:80053*50*UN*1***1\nDTP*472*D8*20270302',
        'SV1*HC:80053*50*UN*1***1\nDTP*472*D8*20270302\nREF*X4*99D9999999',
      ],
      [
        'HC:87070:90*50*UN*1***1\nDTP*472*D8*20270302',
        'HC:87070:90*50*UN*1***1\nDTP*472*D8*20270302\nREF*X4*99D9999999',
      ],
    ],
    [],
  ],
  [
    'a test of another laboratory that is not named',
    [['REF*F4*99D8888888', 'REF*BT*1']],
    ['referring-clia-number REF 2400'],
  ],
  ['a plan of care for nobody', [[/REF\*1J[^\n]*\n/, '']], ['care-plan-oversight REF 2400']],
  [
    'a manipulation that never began',
    [['DTP*454*D8*20270201\n', '']],
    ['chiropractic-initial-treatment DTP 2400'],
  ],
  ['a hospice patient', [['CRC*70*N*65\n', '']], ['hospice-employee CRC 2400']],
  [
    'a screening',
    [
      ['GRP500******AM', 'GRP500******MC'],
      ['HC:99203', 'HC:99382:EP'],
      ['CRC*ZZ*N*NU\n', ''],
    ],
    ['epsdt-referral CRC 2300'],
  ],
  [
    'equipment that is neither rented nor bought',
    [['HC:E1390:RR', 'HC:E1390']],
    ['equipment-modifier SV101-3 2400'],
  ],
  [
    'equipment that nobody ordered',
    [[/NM1\*DK[^N]*N3[^\n]*\nN4[^\n]*\nPER[^\n]*\n/, '']],
    ['equipment-order NM1 2420E'],
  ],
  ['equipment of nobody knows who ordered it', [['NM1*DK*', 'NM1*QQ*']], ['code-not-allowed NM101 2420A']],
  ['a code for anything, of a drug that is named', [['J3490:::::INVENTED SOLUTION', 'J3490']], []],
  ['a code for anything', [['SV1*HC:99213:GV', 'SV1*HC:A9999:GV']], ['unlisted-procedure SV101-7 2400']],
])('by kind of service: %s', (_what, changes, finds) => {
  expect(found(file, changes, 6)).toEqual(finds);
});
