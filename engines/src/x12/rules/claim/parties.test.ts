import { expect, test } from 'vitest';
import { type Change, found } from '../../testing/changed-claim.ts';
import { aDentalFile } from '../../testing/dental-example.ts';
import { anInstitutionalFile } from '../../testing/institutional-example.ts';
import { aProfessionalFile } from '../../testing/professional-example.ts';

const professional = aProfessionalFile();
const institutional = anInstitutionalFile();
const dental = aDentalFile();

test.each<[what: string, file: string, changes: Change[], finds: string[]]>([
  [
    'a claim under a subscriber who is not the patient',
    professional,
    [['SBR*P*18*******MB', 'SBR*P********MB']],
    ['patient-level SBR02 2000B'],
  ],
  [
    'a claim under a patient who is the subscriber',
    institutional,
    [['SBR*P**GRP200', 'SBR*P*18*GRP200']],
    ['patient-level SBR02 2000B'],
  ],
  [
    'a relation that is none',
    dental,
    [['SBR*P**GRP400', 'SBR*P*ZZ*GRP400']],
    ['code-not-allowed SBR02 2000B'],
  ],
  [
    'a patient without an address',
    professional,
    [[/N3\*2 EXAMPLE ROAD\nN4[^\n]*\nDMG/, 'DMG']],
    ['subscriber-details N3 2010BA', 'subscriber-details N4 2010BA'],
  ],
  [
    'a patient without a birth date',
    dental,
    [['DMG*D8*19800517*F\n', '']],
    ['subscriber-details DMG 2010BA'],
  ],
  ['a subscriber without a number', institutional, [['****MI*M0000021', '']], ['member-number NM109 2010BA']],
  [
    'an employer without a number',
    professional,
    [['NM1*IL*1*PARENTSON*PAT****MI*M0000051', 'NM1*IL*2*INVENTED BAKERY']],
    [],
  ],
  [
    'an organization with a first name',
    professional,
    [['NM1*82*1*DOCTOR', 'NM1*82*2*DOCTOR']],
    ['name-of-organization NM104 2310B'],
  ],
  [
    'another condition of a patient with a level of his own',
    professional,
    [['SBR*P**GRP500******AM\n', 'SBR*P**GRP500******AM\nPAT*********Y\n']],
    ['patient-condition PAT 2000B'],
  ],
  [
    'a condition of a subscriber who is the patient',
    professional,
    [['SBR*P*18*******MB\n', 'SBR*P*18*******MB\nPAT*********Y\n']],
    [],
  ],
  [
    'an institution without an NPI',
    institutional,
    [[/(NM1\*85\*2\*INVENTED GENERAL HOSPITAL)\S*/, '$1']],
    ['billing-npi NM109 2010AA'],
  ],
  [
    'a dentist without an NPI',
    dental,
    [[/(NM1\*85\*2\*INVENTED DENTAL PRACTICE)\S*/, '$1']],
    ['billing-npi NM109 2010AA'],
  ],
  [
    'a physician without an NPI',
    professional,
    [[/(NM1\*85\*2\*INVENTED FAMILY PRACTICE)\S*/, '$1']],
    ['billing-npi NM109 2010AA'],
  ],
  [
    'a helper without an NPI',
    professional,
    [
      ['PXC*207Q00000X', 'PXC*3747P1801X'],
      [/(NM1\*85\*2\*INVENTED FAMILY PRACTICE)\S*/, '$1'],
    ],
    [],
  ],
])('people and organizations: %s', (_what, file, changes, finds) => {
  expect(found(file, [...changes])).toEqual(finds);
});

test.each<[what: string, file: string, changes: Change[], finds: string[]]>([
  [
    'no state',
    professional,
    [['SAMPLETON*OH*440999998', 'SAMPLETON**440999998']],
    ['address-state N402 2010AA'],
  ],
  ['no postal code', dental, [['SAMPLETON*OH*440999998', 'SAMPLETON*OH']], ['address-state N403 2010AA']],
  [
    'neither, in Canada',
    institutional,
    [['SAMPLETON*OH*440999998', 'SAMPLETON***CA']],
    ['address-state N402 2010AA', 'address-state N403 2010AA'],
  ],
  ['neither, elsewhere', institutional, [['SAMPLETON*OH*440999998', 'SAMPLETON***FR']], []],
  [
    'a street without a city',
    institutional,
    [['N3*4 FICTION AVENUE\nN4*SAMPLETON*OH*44099\n', 'N3*4 FICTION AVENUE\n']],
    ['address-city N4 2010BB'],
  ],
  [
    'a post office box',
    professional,
    [['N3*1 NOWHERE STREET', 'N3*P.O. Box 12']],
    ['warning billing-street N301 2010AA'],
  ],
  [
    'a box in its second line',
    dental,
    [['N3*6 NOWHERE STREET', 'N3*6 NOWHERE STREET*PO BOX 6']],
    ['warning billing-street N302 2010AA'],
  ],
  [
    'five digits of a ZIP code',
    professional,
    [['SAMPLETON*OH*440999998', 'SAMPLETON*OH*44099']],
    ['warning nine-digit-zip N403 2010AA'],
  ],
  ['a street that is called so', dental, [['N3*6 NOWHERE STREET', 'N3*6 BOXWOOD STREET']], []],
  [
    'a hyphen in the tax number',
    institutional,
    [['REF*EI*999000011', 'REF*EI*99-9000011']],
    ['warning tax-number-hyphen REF02 2010AA'],
  ],
  [
    'a country that is none',
    professional,
    [['N4*SAMPLETON*OH*44099\nDMG', 'N4*SAMPLETON***XX\nDMG']],
    ['code-set N404 2010BA'],
  ],
  [
    'a social security number that is none',
    professional,
    [['DMG*D8*19500517*F\n', 'DMG*D8*19500517*F\nREF*SY*99900000\n']],
    ['ssn REF02 2010BA'],
  ],
])('an address or number has %s', (_what, file, changes, finds) => {
  expect(found(file, [...changes])).toEqual(finds);
});

test.each<[what: string, file: string, changes: Change[], finds: string[]]>([
  [
    'a replacement of nothing',
    dental,
    [['CLM*D3003*990***11:B:1', 'CLM*D3003*990***11:B:7']],
    ['original-reference REF 2300'],
  ],
  [
    'a void of nothing',
    institutional,
    [
      ['13:A:7', '13:A:8'],
      ['REF*F8*P77002\n', ''],
    ],
    ['original-reference REF 2300'],
  ],
  [
    'a first claim with an earlier one',
    professional,
    [['11:B:7', '11:B:1']],
    ['original-reference REF 2300'],
  ],
  [
    'an attachment without a number',
    professional,
    [['PWK*OZ*BM***AC*REPORT4001', 'PWK*OZ*BM']],
    ['attachment-number PWK06 2300'],
  ],
  [
    'an attachment of a line without a number',
    institutional,
    [['PWK*15*BM***AC*REPORT2002', 'PWK*15*BM']],
    ['attachment-number PWK06 2400'],
  ],
  [
    'an attachment that is kept, with a number',
    dental,
    [['PWK*DA*BM***AC*MODEL3003', 'PWK*DA*AA***AC*MODEL3003']],
    ['attachment-number PWK05 2300'],
  ],
  ['an attachment that is kept', dental, [['PWK*DA*BM***AC*MODEL3003', 'PWK*DA*AA']], []],
  [
    'the number of another claim',
    professional,
    [['CLM*P4002', 'CLM*P4001']],
    ['warning claim-number CLM01 2300'],
  ],
  [
    'the frequency of an institution',
    professional,
    [['CLM*P4002*150***11:B:1', 'CLM*P4002*150***11:B:3']],
    ['warning claim-frequency CLM05-3 2300'],
  ],
  ['a number of 20 characters', professional, [['CLM*P4002', `CLM*${'P'.repeat(20)}`]], []],
  [
    'a number of 21 characters',
    professional,
    [['CLM*P4002', `CLM*${'P'.repeat(21)}`]],
    ['warning claim-number CLM01 2300'],
  ],
])('a claim has %s', (_what, file, changes, finds) => {
  expect(found(file, [...changes])).toEqual(finds);
});

test.each<[what: string, file: string, changes: Change[], finds: string[]]>([
  ['no date', professional, [['DTP*439*D8*20270301\n', '']], ['accident-date DTP 2300']],
  ['no state, in this country', professional, [['AA:::OH', 'AA::::US']], ['accident-state CLM11-4 2300']],
  ['a state that is none', professional, [['AA:::OH', 'AA:::QQ']], ['code-set CLM11-4 2300']],
  ['no state', professional, [['AA:::OH', 'AA']], ['accident-state CLM11-4 2300']],
  ['another country', professional, [['AA:::OH', 'AA::::FR']], []],
  ['a state, though it was no car', professional, [['AA:::OH', 'OA:::OH']], ['accident-state CLM11-4 2300']],
  ['a cause that is none', professional, [['AA:::OH', 'QQ:::OH']], ['code-not-allowed CLM11-1 2300']],
  ['no cause', dental, [['**OA*02', '***02']], ['accident-cause CLM11 2300']],
  ['work as its cause', dental, [['**OA*02', '**EM*02']], []],
  [
    'work alone, and no date',
    dental,
    [
      ['**OA*02', '**EM*02'],
      ['DTP*439*D8*20270110\n', ''],
    ],
    [],
  ],
])('an accident has %s', (_what, file, changes, finds) => {
  expect(found(file, [...changes])).toEqual(finds);
});
