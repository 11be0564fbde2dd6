import { expect, test } from 'vitest';
import { findingPlace, findingsAt, findingsNow } from './finding-place.ts';

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

test.each([
  { charges: ['a', 'b', 'c'], at: ['lines[0]', 'lines[2].units', 'charge'] },
  { charges: ['b', 'c'], at: ['lines[1].units', 'charge'] },
  { charges: ['c', 'd', 'a'], at: ['lines[2]', 'lines[0].units', 'charge'] },
])('findings follow their charges: $charges', ({ charges, at }) => {
  const findings = ['lines[0]', 'lines[2].units', 'charge'].map((place) => ({ at: place }));
  const lines = ['a', 'b', 'c'].map((chargeId) => ({ chargeId }));
  const now = charges.map((id) => ({ id }));
  expect(findingsNow(findings, lines, now).map((finding) => finding.at)).toEqual(at);
});
