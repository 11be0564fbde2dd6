import type { Instant } from '@superbill/engines/model';
import { expect, test } from 'vitest';
import { keepPracticeTime, momentText } from './today.ts';

test.each([
  { at: '2027-03-14T04:59:00.000Z', zone: 'America/New_York', text: 'Mar 13, 2027, 11:59 PM' },
  { at: '2027-03-15T03:59:00.000Z', zone: 'America/New_York', text: 'Mar 14, 2027, 11:59 PM' },
  { at: '2027-03-14T14:00:00.000Z', zone: 'Pacific/Guam', text: 'Mar 15, 2027, 12:00 AM' },
])('$at is shown on the clock of $zone, wherever the screen stands', ({ at, zone, text }) => {
  keepPracticeTime(zone);
  // Between minutes and AM some releases of Unicode's data put a narrow space.
  expect(momentText(at as Instant).replace(/\s/g, ' ')).toBe(text);
});
