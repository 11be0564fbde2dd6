import type { EncounterSummary } from '@superbill/contract';
import type { Cents, Instant, IsoDate } from '@superbill/engines/model';
import { expect, test } from 'vitest';
import { nextVisit, onDesk } from './desks.ts';

function aVisit(visit: Partial<EncounterSummary>): EncounterSummary {
  return {
    id: 'v',
    patient: {
      id: 'p',
      recordNumber: 'P000001',
      firstName: 'Ana',
      lastName: 'Testman',
      birthDate: '1980-03-01' as IsoDate,
      sex: 'F',
    },
    serviceDate: '2027-03-01' as IsoDate,
    practitionerName: 'Maya Inventra, MD',
    specialty: null,
    payerName: null,
    queue: 'coding',
    queueSince: '2027-03-01T09:30:00.000Z' as Instant,
    returnReason: null,
    documents: 1,
    codes: 0,
    openQueries: 0,
    chargeCents: 0 as Cents,
    ...visit,
  };
}

test('what came back is kept apart from what is new', () => {
  const visits = [
    aVisit({ id: 'new' }),
    aVisit({ id: 'back', returnReason: 'Modifier 25 without a note' }),
    aVisit({ id: 'asked', queue: 'query' }),
  ];
  expect(onDesk(visits, 'to-code').map(({ id }) => id)).toEqual(['new']);
  expect(onDesk(visits, 'returned').map(({ id }) => id)).toEqual(['back']);
  expect(onDesk(visits, 'query').map(({ id }) => id)).toEqual(['asked']);
});

test.each([
  { visits: ['a', 'b', 'c'], after: 'a', next: 'b' },
  { visits: ['a', 'b', 'c'], after: 'c', next: 'a' },
  { visits: ['a', 'b'], after: 'gone', next: 'a' },
  { visits: ['a'], after: 'a', next: undefined },
  { visits: [], after: 'a', next: undefined },
])('of $visits, $next comes after $after', ({ visits, after, next }) => {
  expect(
    nextVisit(
      visits.map((id) => ({ id })),
      after,
    )?.id,
  ).toBe(next);
});
