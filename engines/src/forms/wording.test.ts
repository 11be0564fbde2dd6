import { expect, test } from 'vitest';
import { isoDate } from '../model/index.ts';
import {
  cityStateZip,
  firstLast,
  lastFirst,
  monthDayYear,
  phoneParts,
  plain,
  quantity,
  street,
  typed,
  unbroken,
  zipOf,
} from './wording.ts';

test.each([
  { given: 'Élodie Muñoz', text: 'ELODIE MUNOZ', lost: false },
  { given: 'Straße', text: 'STRASSE', lost: false },
  { given: 'Łódź – Ørsted’s', text: "LODZ - ORSTED'S", lost: false },
  { given: 'two\tlines\n', text: 'TWO LINES', lost: false },
  { given: '東京 Clinic', text: 'CLINIC', lost: true },
])('$given is typed as $text', ({ given, text, lost }) => {
  const made = typed(given);
  expect([made.text.trim(), made.lost]).toEqual([text, lost]);
});

test.each([
  ["O'Neil, Jr.", 'ONeil Jr'],
  ['123 N. Main St., #101', '123 N Main St 101'],
  ['Smith-Jones & Co (Ohio)', 'Smith-Jones & Co Ohio'],
  ['c/o A*B', 'c/o A B'],
  ['...', ''],
])('%s goes without punctuation as %s', (given, text) => expect(plain(given)).toBe(text));

test.each([
  [{ lastName: 'Sample', firstName: 'Sally' }, 'Sample, Sally', 'Sally Sample'],
  [{ lastName: 'Sample', firstName: 'Sally', middleName: 'Quinn' }, 'Sample, Sally, Q', 'Sally Q Sample'],
  [
    { lastName: 'Sample', firstName: 'Sam', middleName: '.', suffix: 'Jr.' },
    'Sample Jr, Sam',
    'Sam Sample Jr',
  ],
  [{ lastName: 'Example Clinic, Inc.' }, 'Example Clinic Inc', 'Example Clinic Inc'],
  [{ lastName: 'Mono', firstName: '' }, 'Mono', 'Mono'],
])('%o is %s, and %s in plain order', (name, last, first) => {
  expect([lastFirst(name), firstLast(name)]).toEqual([last, first]);
});

const address = {
  line1: '1 Example St.',
  line2: 'Apt. 2',
  city: 'Sampletown',
  state: 'OH',
  zip: '430040001',
};

test('an address is a street and a line with city, state and ZIP code', () => {
  expect([street(address), cityStateZip(address)]).toEqual([
    '1 Example St Apt 2',
    'Sampletown OH 43004-0001',
  ]);
  const abroad = {
    line1: '1',
    city: 'Ottawa',
    state: '',
    subdivision: 'CA-ON',
    zip: 'K1A 0B1',
    country: 'CA',
  };
  expect(cityStateZip(abroad)).toBe('Ottawa ON K1A 0B1 CA');
});

test.each([
  ['43004', '43004'],
  ['430040001', '43004-0001'],
  ['43004-0001', '43004-0001'],
  ['K1A 0B1', 'K1A 0B1'],
])('the postal code %s is %s', (zip, text) => expect(zipOf({ ...address, zip })).toBe(text));

test.each([
  ['6145550100', '614', '5550100'],
  ['+1 (614) 555-0100', '614', '5550100'],
  ['5550100', '', '5550100'],
  ['', '', ''],
])('the telephone number %s has the parts %s and %s', (phone, area, number) => {
  expect(phoneParts(phone)).toEqual({ area, number });
});

test('dates, numbers and quantities are written as the forms want them', () => {
  const date = isoDate('2027-03-09');
  expect([monthDayYear(date, 4, ' '), monthDayYear(date, 2, ' '), monthDayYear(date, 2, '')]).toEqual([
    '03 09 2027',
    '03 09 27',
    '030927',
  ]);
  expect(unbroken('AB-12 3')).toBe('AB123');
  expect([1, 2.5, 0.1 + 0.2, 12.3456].map(quantity)).toEqual(['1', '2.5', '0.3', '12.346']);
});
