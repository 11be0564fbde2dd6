import { expect, test } from 'vitest';
import { findingPlace, findingsAt } from './finding-place.ts';

test.each([
  { at: 'lines[1].authorizationNumber', place: { part: 'charge', index: 1 } },
  { at: 'lines[0]', place: { part: 'charge', index: 0 } },
  { at: 'lines', place: { part: 'claim' } },
  { at: 'diagnoses[12]', place: { part: 'diagnosis', index: 12 } },
  { at: 'diagnoses', place: { part: 'claim' } },
  { at: 'subscriber.address', place: { part: 'coverage' } },
  { at: 'otherCoverages[0].paid', place: { part: 'coverage' } },
  { at: 'payer.payerId', place: { part: 'coverage' } },
  { at: 'payerControlNumber', place: { part: 'claim' } },
  { at: 'patient', place: { part: 'coverage' } },
])('$at is about $place', ({ at, place }) => {
  expect(findingPlace(at)).toEqual(place);
});

test('every finding stands at exactly one place, whatever it names', () => {
  const findings = ['lines[0].units', 'lines[7].units', 'diagnoses[0]', 'diagnoses[5]', 'charge'].map(
    (at) => ({ at }),
  );
  const counts = { charges: 1, diagnoses: 1 };
  const at = (place: Parameters<typeof findingsAt>[1]) =>
    findingsAt(findings, place, counts).map((f) => f.at);
  expect(at({ part: 'charge', index: 0 })).toEqual(['lines[0].units']);
  expect(at({ part: 'diagnosis', index: 0 })).toEqual(['diagnoses[0]']);
  expect(at({ part: 'coverage' })).toEqual([]);
  expect(at({ part: 'claim' })).toEqual(['lines[7].units', 'diagnoses[5]', 'charge']);
});
