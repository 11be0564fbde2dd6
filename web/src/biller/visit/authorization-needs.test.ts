import type { Authorization, Encounter, Practice } from '@superbill/contract';
import { cents, type Instant, isoDate } from '@superbill/engines/model';
import { expect, test } from 'vitest';
import { authorizationNeeds } from './authorization-needs.ts';

const payers: Practice['payers'] = [
  { id: 'p1', name: 'Cascade Mutual', electronicId: 'C', phone: null, authorizationRequired: ['70551'] },
  { id: 'p2', name: 'Northwind', electronicId: 'N', phone: null, authorizationRequired: ['99213'] },
];
const aCharge = (procedure: string): Encounter['charges'][number] => ({
  id: procedure,
  procedure,
  wording: '',
  modifiers: [],
  units: 1,
  chargeCents: cents(100),
  serviceDate: isoDate('2026-11-04'),
  diagnoses: [],
  rowVersion: 1,
});
const anAuthorization = (part: Partial<Authorization> = {}): Authorization => ({
  id: 'a1',
  payerId: 'p1',
  payerName: 'Cascade Mutual',
  procedure: '70551',
  number: 'A-1',
  effectiveFrom: isoDate('2026-11-01'),
  effectiveTo: isoDate('2026-11-04'),
  units: null,
  obtainedBy: 'telephone',
  contactName: null,
  callReference: null,
  note: null,
  recordedBy: '',
  recordedAt: '' as Instant,
  ...part,
});
const visit = {
  serviceDate: isoDate('2026-11-04'),
  charges: [aCharge('99213'), aCharge('70551')],
  coverages: [
    { id: 'c2', payerId: 'p2', payerName: 'Northwind', benefitOrder: 2, memberId: '' },
    { id: 'c1', payerId: 'p1', payerName: 'Cascade Mutual', benefitOrder: 1, memberId: '' },
  ],
};

test.each([
  { name: 'nothing on file', authorizations: [], onFile: undefined },
  { name: 'valid through its last day', authorizations: [anAuthorization()], onFile: 'a1' },
  {
    name: 'ended the day before',
    authorizations: [anAuthorization({ effectiveTo: isoDate('2026-11-03') })],
    onFile: undefined,
  },
  { name: "another payer's", authorizations: [anAuthorization({ payerId: 'p2' })], onFile: undefined },
])('only what the first payer wants is needed: $name', ({ authorizations, onFile }) => {
  const needs = authorizationNeeds({ ...visit, authorizations }, payers);
  expect(needs.map((need) => [need.procedure, need.onFile?.id])).toEqual([['70551', onFile]]);
});

test('without coverage nobody wants one', () => {
  expect(authorizationNeeds({ ...visit, coverages: [], authorizations: [] }, payers)).toEqual([]);
});
