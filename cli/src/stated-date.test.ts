import { expect, test } from 'vitest';
import { statedDate } from './stated-date.ts';

test.each([
  ['Date of service: 3/4/2025\nGout', '2025-03-04'],
  ['DOS 2025-03-04', '2025-03-04'],
  ['VISIT DATE - 03-04-2025', '2025-03-04'],
  ['Encounter date: March 4, 2025.', '2025-03-04'],
  ['Service date: Mar. 4 2025', '2025-03-04'],
  ['DOS: 3/4/2025 … DOS: 03/04/2025', '2025-03-04'],
  ['DOS: 3/4/2025\nDOS: 3/5/2025', undefined],
  ['Date of service: 13/40/2025', undefined],
  ['Date of service: Foo 4, 2025', undefined],
  ['Date of birth: 3/4/1965', undefined],
  ['dosing since 3/4/2025', undefined],
  ['', undefined],
])('%j states %s', (text, date) => {
  expect(statedDate(text)).toBe(date);
});
