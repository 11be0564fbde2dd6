import { isoDate } from '@superbill/engines/model';
import { describe, expect, test } from 'vitest';
import { partOrder, partsAtFault, readBirthDate, spreadDate } from './birth-date.ts';

const today = isoDate('2027-03-20');
const read = (month: string, day: string, year: string) => readBirthDate({ month, day, year }, today);

describe('three fields', () => {
  test.each([
    { typed: ['3', '7', '1980'], date: '1980-03-07' },
    { typed: ['03', '07', '1980'], date: '1980-03-07' },
    { typed: [' 3 ', '7', ' 1980 '], date: '1980-03-07' },
    { typed: ['March', '7', '1980'], date: '1980-03-07' },
    { typed: ['mar.', '7', '1980'], date: '1980-03-07' },
    { typed: ['Enero', '31', '1931'], date: '1931-01-31' },
    { typed: ['2', '29', '2024'], date: '2024-02-29' },
    { typed: ['3', '20', '2027'], date: '2027-03-20' },
  ])('$typed are $date', ({ typed: [month = '', day = '', year = ''], date }) => {
    expect(read(month, day, year)).toEqual({ date });
  });

  test.each([
    { typed: ['', '', ''], problem: 'month' },
    { typed: ['13', '7', '1980'], problem: 'month' },
    { typed: ['0', '7', '1980'], problem: 'month' },
    { typed: ['ma', '7', '1980'], problem: 'month' },
    { typed: ['3', '', '1980'], problem: 'day' },
    { typed: ['3', '32', '1980'], problem: 'day' },
    { typed: ['3', '7', '80'], problem: 'year' },
    { typed: ['3', '7', '19800'], problem: 'year' },
    { typed: ['2', '30', '1980'], problem: 'no-such-day' },
    { typed: ['2', '29', '2023'], problem: 'no-such-day' },
    { typed: ['3', '21', '2027'], problem: 'future' },
  ])('$typed have a problem: $problem', ({ typed: [month = '', day = '', year = ''], problem }) => {
    expect(read(month, day, year)).toEqual({ problem });
  });

  test.each([
    { problem: 'year', parts: ['year'] },
    { problem: 'no-such-day', parts: ['day', 'month'] },
    { problem: 'future', parts: ['year'] },
  ] as const)('$problem is corrected in $parts', ({ problem, parts }) => {
    expect(partsAtFault(problem)).toEqual(parts);
  });
});

test('English puts the month first, Spanish the day', () => {
  expect(partOrder('en')).toEqual(['month', 'day', 'year']);
  expect(partOrder('es')).toEqual(['day', 'month', 'year']);
});

test.each([
  { text: '3/27/1980', language: 'en', parts: { month: '3', day: '27', year: '1980' } },
  { text: '27/3/1980', language: 'es', parts: { month: '3', day: '27', year: '1980' } },
  { text: ' 27.3.1980 ', language: 'es', parts: { month: '3', day: '27', year: '1980' } },
  { text: '1980-03-27', language: 'es', parts: { month: '03', day: '27', year: '1980' } },
  { text: '3', language: 'en', parts: undefined },
  { text: '3/27/80', language: 'en', parts: undefined },
] as const)('$text in one $language field is spread over three', ({ text, language, parts }) => {
  expect(spreadDate(text, language)).toEqual(parts);
});
