import { expect, test } from 'vitest';
import { type Change, found } from '../../testing/changed-claim.ts';
import { aDentalFile } from '../../testing/dental-example.ts';
import { anInstitutionalFile } from '../../testing/institutional-example.ts';
import { aProfessionalFile } from '../../testing/professional-example.ts';

const professional = aProfessionalFile();
const institutional = anInstitutionalFile();
const dental = aDentalFile();
const bothLines: Change[] = [
  ['SVD*INV02*200', 'SVD*INV09*200'],
  ['SVD*INV02*100', 'SVD*INV09*100'],
];

test.each<[what: string, file: string, changes: Change[], finds: string[]]>([
  ['two primary payers', professional, [['SBR*S*18***12', 'SBR*P*18***']], ['payer-sequence SBR01 2320']],
  ['nobody primary', professional, [['SBR*P*01*G79', 'SBR*T*01*G79']], ['payer-sequence SBR01 2320']],
  ['an unknown place', professional, [['SBR*P*01*G79', 'SBR*U*01*G79']], []],
  ['a later payer alone', professional, [['SBR*P**GRP500', 'SBR*S**GRP500']], ['payer-sequence SBR 2320']],
  [
    'a later payer alone, of a subscriber with several claims',
    professional,
    [['SBR*P*18*******MB', 'SBR*S*18***12****MB']],
    ['payer-sequence SBR 2320'],
  ],
  [
    'Medicare as a later payer, and why is not said',
    professional,
    [['SBR*S*18***12****MB', 'SBR*S*18*******MB']],
    ['insurance-type SBR05 2000B'],
  ],
  [
    'Medicare as the first payer, and why not is said',
    professional,
    [['SBR*P*18*******MB', 'SBR*P*18***12****MB']],
    ['insurance-type SBR05 2000B'],
  ],
  [
    'a payer that is not Medicare, and why Medicare is not the first is said',
    professional,
    [['SBR*S*18*******CI', 'SBR*S*18***12****CI']],
    ['insurance-type SBR05 2000B'],
  ],
  [
    'Medicare as a later payer of a dentist, and why is not said',
    dental,
    [['GRP300******CI', 'GRP300******MB']],
    ['insurance-type SBR05 2000B'],
  ],
  [
    'two primary payers, and why Medicare is not the first is said',
    professional,
    [['SBR*S*18***12', 'SBR*P*18***12']],
    ['payer-sequence SBR01 2320'],
  ],
  [
    'Medicare as another, at no place',
    professional,
    [['SBR*P*01*G79******CI', 'SBR*Q*01*G79******MB']],
    ['code-not-allowed SBR01 2320'],
  ],
  [
    'Medicare as another, later payer',
    professional,
    [
      ['SBR*S*18*******CI', 'SBR*P*18*******CI'],
      ['SBR*P*01*G79******CI\nCAS*CO', 'SBR*S*01*G79******MB\nCAS*CO'],
    ],
    ['insurance-type SBR05 2320'],
  ],
  ['no kind of plan', institutional, [['GRP100******CI', 'GRP100']], ['claim-filing SBR09 2000B']],
  ['no kind of other plan', dental, [['SBR*P*01*G78******CI', 'SBR*P*01*G78']], ['claim-filing SBR09 2320']],
])('the order of payers: %s', (_what, file, changes, finds) => {
  expect(found(file, [...changes])).toEqual(finds);
});

test.each<[what: string, file: string, changes: Change[], finds: string[]]>([
  [
    'one line names another',
    professional,
    [['SVD*INV02*200', 'SVD*INV09*200']],
    ['other-payer-unknown SVD01 2430'],
  ],
  ['all lines name another', professional, bothLines, ['other-payer-unknown NM109 2330B']],
  [
    'the number of another payer',
    professional,
    [['2U:INV02', '2U:INV09']],
    ['number-of-unknown-payer REF04-2 2400'],
  ],
  ['the line that it was bundled into', professional, [['HC:99232**1\nCAS', 'HC:99232**1*1\nCAS']], []],
  [
    'a line that is not there',
    professional,
    [['HC:99232**1\nCAS', 'HC:99232**1*3\nCAS']],
    ['bundled-line SVD06 2430'],
  ],
])('what names a payer or a line: %s', (_what, file, changes, finds) => {
  expect(found(file, [...changes])).toEqual(finds);
});

const inLoop = 'PI*INV02\nDTP*573*D8*20270328\nLX*1\nSV1*HC:99213';

test.each<[what: string, file: string, changes: Change[], finds: string[]]>([
  ['not what was paid', institutional, [['AMT*D*12500\n', '']], ['other-payer-paid-amount AMT 2320']],
  [
    'nothing paid',
    professional,
    [
      ['AMT*D*75', 'AMT*D*0'],
      ['CAS*PR*1*25', 'CAS*PR*1*100'],
    ],
    [],
  ],
  [
    'not when, of the claim',
    professional,
    [[inLoop, inLoop.replace('DTP*573*D8*20270328\n', '')]],
    ['other-payer-decision-date DTP 2330B'],
  ],
  [
    'when, twice',
    dental,
    [['PI*INV01\nREF*F8*P88003', 'PI*INV01\nDTP*573*D8*20270328\nREF*F8*P88003']],
    ['other-payer-decision-date DTP 2330B'],
  ],
  [
    'what is left, twice',
    professional,
    [['AMT*D*280', 'AMT*D*280\nAMT*EAF*60']],
    ['remaining-liability-twice AMT 2320'],
  ],
  [
    'that it was bypassed, and paid',
    professional,
    [['AMT*D*75', 'AMT*D*75\nAMT*A8*150']],
    ['bypassed-payer-decided AMT 2320'],
  ],
])('what is told of a decision: %s', (_what, file, changes, finds) => {
  expect(found(file, [...changes])).toEqual(finds);
});

test('a Medicaid agency that recovers what it paid has a plan to pay to, and tells its own payment', () => {
  const plan =
    'NM1*PE*2*IMAGINARY STATE*****PI*STATE1\nN3*9 NOWHERE STREET\nN4*SAMPLETON*OH*44099\nREF*EI*999000099\n';
  const demand: Change[] = [
    ['*0930*CH', '*0930*31'],
    ['REF*EI*999000031\n', `REF*EI*999000031\n${plan}`],
    [inLoop, inLoop.replace('DTP*573*D8*20270328\n', '')],
  ];
  expect(found(professional, demand)).toEqual([]);
  expect(found(professional, demand.slice(0, 1))).toEqual(['pay-to-plan NM1 2010AC']);
  expect(found(professional, demand.slice(1, 2))).toEqual(['pay-to-plan NM1 2010AC']);
});
