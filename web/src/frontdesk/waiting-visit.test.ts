import type { Instant } from '@superbill/engines/model';
import { describe, expect, test } from 'vitest';
import { longestWaiting } from './waiting-visit.ts';

const visit = (id: string, queue: string, day: number) => ({
  id,
  queue,
  queueSince: `2027-03-0${day}T09:00:00.000Z` as Instant,
});

describe('the registration that is worked on at a patient’s page is', () => {
  test('the one that has waited longest', () => {
    const visits = [
      visit('later', 'documentation', 3),
      visit('coded', 'coding', 1),
      visit('first', 'documentation', 2),
    ];
    expect(longestWaiting(visits)?.id).toBe('first');
    expect(longestWaiting(visits.toReversed())?.id).toBe('first');
  });

  test('none when every visit went on, or the patient is not read yet', () => {
    expect(longestWaiting([visit('coded', 'coding', 1), visit('closed', 'closed', 2)])).toBeUndefined();
    expect(longestWaiting(undefined)).toBeUndefined();
  });
});
