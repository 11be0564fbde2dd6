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
    'a service on the day of the file',
    professional,
    [['DTP*472*D8*20270303\nQTY', 'DTP*472*D8*20270402\nQTY']],
    [],
  ],
  [
    'a service the day after',
    professional,
    [['DTP*472*D8*20270305', 'DTP*472*D8*20270403']],
    ['future-date DTP03 2400'],
  ],
  ['a rental that goes on', professional, [['20270301-20270330', '20270301-20270430']], []],
  [
    'the claim of a dentist',
    dental,
    [['DTP*472*D8*20270305', 'DTP*472*D8*20270403']],
    ['future-date DTP03 2300'],
  ],
  ['an appliance', dental, [['DTP*452*D8*20270201', 'DTP*452*D8*20270403']], ['future-date DTP03 2300']],
  [
    'the start of a treatment',
    dental,
    [['DTP*196*D8*20270201', 'DTP*196*D8*20270403']],
    ['future-date DTP03 2400'],
  ],
  [
    'a treatment that is only asked for',
    dental,
    [['SV3*AD:D2750*990***I\nTOO*JP*13', 'SV3*AD:D2750*990***I\nTOO*JP*13\nDTP*196*D8*20270601']],
    [],
  ],
  [
    'the end of a stay',
    institutional,
    [['DTP*434*RD8*20270310-20270314', 'DTP*434*RD8*20270310-20270403']],
    ['future-date DTP03 2300'],
  ],
  ['a repricer', institutional, [['DTP*050*D8*20270306', 'DTP*050*D8*20270403']], ['future-date DTP03 2300']],
  [
    'the end of a service',
    professional,
    [['DTP*472*D8*20270305', 'DTP*472*RD8*20270305-20270403']],
    ['warning service-ends-in-future DTP03 2400'],
  ],
  [
    'an occurrence',
    institutional,
    [['BH:11:D8:20270308', 'BH:11:D8:20270403']],
    ['warning occurrence-in-future HI01-4 2300'],
  ],
  [
    'a span',
    institutional,
    [['BI:74:RD8:20270312-20270313', 'BI:74:RD8:20270403-20270404']],
    ['warning occurrence-in-future HI01-4 2300'],
  ],
  ['a decision', dental, [['DTP*573*D8*20270328', 'DTP*573*D8*20270403']], ['future-date DTP03 2430']],
  ['an accident', dental, [['DTP*439*D8*20270110', 'DTP*439*D8*20280110']], ['future-date DTP03 2300']],
  [
    'everything, in a file with a wrong date',
    institutional,
    [['*20270402*0930*CH', '*20260402*0930*CH']],
    ['future-date BHT04'],
  ],
])('in the future: %s', (_what, file, changes, finds) => {
  expect(found(file, [...changes])).toEqual(finds);
});

test.each<[what: string, file: string, changes: Change[], finds: string[]]>([
  [
    'born on the day of the service',
    professional,
    [
      ['DMG*D8*20150930', 'DMG*D8*20270302'],
      ['DTP*431*D8*20270301\nDTP*439*D8*20270301', 'DTP*431*D8*20270302\nDTP*439*D8*20270302'],
    ],
    [],
  ],
  [
    'born the day after',
    professional,
    [['DMG*D8*20150930', 'DMG*D8*20270303']],
    ['service-outside-life DMG02 2010CA'],
  ],
  [
    'born after one of the services',
    professional,
    [['DTP*472*D8*20270303\nQTY', 'DTP*472*D8*19300303\nQTY']],
    ['service-outside-life DTP03 2400'],
  ],
  [
    'served long before the file was made',
    professional,
    [['DTP*472*D8*20270305', 'DTP*472*D8*19270305']],
    ['service-outside-life DTP03 2400'],
  ],
  [
    'born after the stay',
    institutional,
    [['DMG*D8*19500517', 'DMG*D8*20270315']],
    ['service-outside-life DMG02 2010BA'],
  ],
  ['dead on the day of the service', professional, [['PAT*19\nNM1*QC', 'PAT*19****D8*20270302\nNM1*QC']], []],
  [
    'dead before',
    professional,
    [['PAT*19\nNM1*QC', 'PAT*19****D8*20270301\nNM1*QC']],
    ['service-outside-life PAT06 2000C'],
  ],
  [
    'dead after the file was made',
    professional,
    [['PAT*19\nNM1*QC', 'PAT*19****D8*20270403\nNM1*QC']],
    ['service-outside-life PAT06 2000C'],
  ],
  [
    'dead before being born',
    professional,
    [['PAT*19\nNM1*QC', 'PAT*19****D8*20150929\nNM1*QC']],
    ['service-outside-life PAT06 2000C'],
  ],
])('a patient is %s', (_what, file, changes, finds) => {
  expect(found(file, [...changes])).toEqual(finds);
});

test.each<[what: string, file: string, changes: Change[], finds: string[]]>([
  [
    'an accident after the services',
    professional,
    [['DTP*439*D8*20270301', 'DTP*439*D8*20270303']],
    ['cause-after-service DTP03 2300'],
  ],
  ['an accident on the last day of service', dental, [['DTP*439*D8*20270110', 'DTP*439*D8*20270203']], []],
  [
    'an illness after the services',
    professional,
    [['DTP*431*D8*20270301', 'DTP*431*D8*20270303']],
    ['cause-after-service DTP03 2300'],
  ],
  [
    'a discharge before the admission',
    professional,
    [['DTP*096*D8*20270314', 'DTP*096*D8*20270309']],
    ['discharge-before-admission DTP03 2300'],
  ],
  ['a stay of one day', professional, [['DTP*096*D8*20270314', 'DTP*096*D8*20270310']], []],
  [
    'a disability with both ends as a day',
    professional,
    [['DTP*360*D8*20270301', 'DTP*314*D8*20270301']],
    ['disability-period DTP02 2300'],
  ],
  [
    'the beginning of a disability as a period',
    professional,
    [['DTP*360*D8*20270301', 'DTP*360*RD8*20270301-20270302']],
    ['disability-period DTP02 2300'],
  ],
  [
    'a disability with both ends',
    professional,
    [['DTP*360*D8*20270301', 'DTP*314*RD8*20270301-20270302']],
    [],
  ],
  [
    'a decision before the service',
    dental,
    [['DTP*573*D8*20270328', 'DTP*573*D8*20270304']],
    ['warning decision-before-service DTP03 2430'],
  ],
  ['a decision on the day of the service', dental, [['DTP*573*D8*20270328', 'DTP*573*D8*20270305']], []],
  [
    'a decision on a claim before its services',
    professional,
    [['PI*INV02\nDTP*573*D8*20270328', 'PI*INV02\nDTP*573*D8*20270304']],
    ['warning decision-before-service DTP03 2330B'],
  ],
  [
    'a visit to an inpatient before the admission',
    professional,
    [['DTP*472*D8*20270310', 'DTP*472*D8*20270309']],
    ['warning service-before-admission DTP03 2400'],
  ],
  [
    'a date of what is yet to be done',
    dental,
    [['SV3*AD:D2750*990***I\nTOO*JP*13', 'SV3*AD:D2750*990***I\nTOO*JP*13\nDTP*472*D8*20270301']],
    ['warning predetermination-date DTP 2400'],
  ],
])('dates in their order: %s', (_what, file, changes, finds) => {
  expect(found(file, [...changes])).toEqual(finds);
});
