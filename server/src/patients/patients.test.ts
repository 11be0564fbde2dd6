import type { Role } from '@superbill/contract';
import { isoDate } from '@superbill/engines/model';
import { describe, expect, test } from 'vitest';
import { testDatabase } from '../../../test/database.ts';
import { aPatient } from '../../../test/visit.ts';
import { aWorld } from '../../../test/world.ts';
import type { Work } from '../work.ts';
import { addCoverage, changeCoverage } from './change-coverage.ts';
import { changePatient, registerPatient } from './register-patient.ts';
import { loadPatient, searchPatients } from './store.ts';

const world = await aWorld(await testDatabase());
const desk = <T>(run: (unit: Work) => Promise<T>, role: Role = 'front-desk') => world.as(role, run);

const iris = {
  firstName: 'Iris',
  lastName: 'Example',
  birthDate: isoDate('1990-02-03'),
  sex: 'F',
  language: 'en',
} as const;

const register = (patient: Partial<Parameters<typeof registerPatient>[1]['patient']>, evenIfAlike = false) =>
  desk((unit) => registerPatient(unit, { patient: { ...iris, ...patient }, coverages: [], evenIfAlike }));

type CoverageInput = Parameters<typeof addCoverage>[2];
const aCoverage = (part: Partial<CoverageInput> = {}): CoverageInput => ({
  payerId: world.payerId,
  benefitOrder: 1,
  memberId: 'M1',
  relationship: 'self',
  effectiveFrom: isoDate('2026-01-01'),
  ...part,
});

describe('registering a patient', () => {
  test('gives a record number and is on the audit trail', async () => {
    const id = await register({});
    const { recordNumber, rowVersion } = await desk((unit) => loadPatient(unit, id));
    expect([recordNumber, rowVersion]).toEqual(['P000001', 1]);
    const acts = await desk(({ db }) =>
      db.selectFrom('audit_event').select('action').where('patient_id', '=', id).execute(),
    );
    expect(acts).toEqual([{ action: 'patient.register' }]);
  });

  test.each([
    { who: 'the same person', part: {}, alike: true },
    { who: 'the same in other letters', part: { lastName: 'EXAMPLE', firstName: 'iris' }, alike: true },
    { who: 'one with the same initial', part: { firstName: 'Ivy' }, alike: true },
    { who: 'a twin with another initial', part: { firstName: 'Rosa' }, alike: false },
    { who: 'one of another day', part: { birthDate: isoDate('1990-02-04') }, alike: false },
    { who: 'one of another name', part: { lastName: 'Sample' }, alike: false },
  ])('warns of $who: $alike', async ({ part, alike }) => {
    const outcome = await register(part).catch((error: unknown) => error);
    if (!alike) expect(outcome).toEqual(expect.any(String));
    else
      expect(outcome).toMatchObject({ code: 'patient.alike', message: expect.stringContaining('P000001') });
  });

  test('goes on when the person at the desk has seen the warning', async () => {
    expect(await register({}, true)).toEqual(expect.any(String));
  });

  test('leaves nothing behind when a coverage is refused', async () => {
    const coverages = [aCoverage(), aCoverage({ memberId: 'M2' })];
    const patient = { ...iris, lastName: 'Whole' };
    await expect(
      desk((unit) => registerPatient(unit, { patient, coverages, evenIfAlike: false })),
    ).rejects.toMatchObject({ code: 'coverage.order-taken' });
    expect(await desk((unit) => searchPatients(unit, 'whole', 5))).toEqual([]);
  });

  test('refuses a birth date in the future', async () => {
    await expect(register({ birthDate: isoDate('2027-03-21') })).rejects.toMatchObject({
      code: 'request.invalid',
      at: 'patient.birthDate',
    });
  });
});

test.each([
  { typed: 'exam', found: true },
  { typed: 'iris exam', found: true },
  { typed: 'Example, I', found: true },
  { typed: 'p000001', found: true },
  { typed: '1990-02', found: true },
  { typed: '%', found: false },
  { typed: '_xample', found: false },
  { typed: "' or true --", found: false },
])('a search for $typed finds Iris: $found', async ({ typed, found }) => {
  const patients = await desk((unit) => searchPatients(unit, typed, 50));
  expect(patients.some(({ recordNumber }) => recordNumber === 'P000001')).toBe(found);
});

describe('a coverage', () => {
  test.each([
    { what: 'the same place at the same time', part: {}, code: 'coverage.order-taken' },
    { what: 'another place', part: { benefitOrder: 2 }, code: undefined },
    { what: 'the same place before', part: { effectiveFrom: '2020-01-01', effectiveTo: '2025-12-31' } },
    {
      what: 'the same place until the first day',
      part: { effectiveFrom: '2020-01-01', effectiveTo: '2026-01-01' },
      code: 'coverage.order-taken',
    },
    {
      what: 'an end before its begin',
      part: { benefitOrder: 3, effectiveTo: '2025-12-31' },
      code: 'request.invalid',
    },
    {
      what: 'a subscriber who is missing',
      part: { benefitOrder: 3, relationship: 'spouse' as const },
      code: 'coverage.subscriber-missing',
    },
    {
      what: 'a subscriber although the patient is one',
      part: { benefitOrder: 3, subscriber: { ...iris, language: undefined } },
      code: 'coverage.subscriber-missing',
    },
    {
      what: 'a payer that is not ours',
      part: { benefitOrder: 3, payerId: '01900000-0000-7000-8000-000000000000' },
      code: 'practice.not-found',
    },
  ])('with $what: $code', async ({ part, code }) => {
    const patientId = await aPatient(world);
    const adding = desk((unit) => addCoverage(unit, patientId, aCoverage(part as Partial<CoverageInput>)));
    if (code) await expect(adding).rejects.toMatchObject({ code });
    else expect(await adding).toEqual(expect.any(String));
  });

  test('can be ended, and its place is free from the next day', async () => {
    const patientId = await aPatient(world);
    const [first] = (await desk((unit) => loadPatient(unit, patientId))).coverages;
    const ended = aCoverage({ memberId: first?.memberId ?? '', effectiveTo: isoDate('2026-12-31') });
    await desk((unit) =>
      changeCoverage(unit, patientId, first?.id ?? '', { coverage: ended, rowVersion: 1 }),
    );
    await desk((unit) => addCoverage(unit, patientId, aCoverage({ effectiveFrom: isoDate('2027-01-01') })));
    const { coverages } = await desk((unit) => loadPatient(unit, patientId));
    expect(coverages.map(({ effectiveTo }) => effectiveTo)).toEqual(['2026-12-31', undefined]);
  });

  test('of two added at once for one place, one is refused', async () => {
    const patientId = await aPatient(world, { covered: false });
    const outcomes = await Promise.allSettled(
      [1, 2].map(() => desk((unit) => addCoverage(unit, patientId, aCoverage()))),
    );
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });
});

describe('two people who change the same at once', () => {
  test.each([
    {
      what: 'a patient',
      change: (patientId: string, _coverageId: string, to: string) => (unit: Work) =>
        changePatient(unit, patientId, { patient: { ...iris, lastName: to }, rowVersion: 1 }),
    },
    {
      what: 'a coverage',
      change: (patientId: string, coverageId: string, to: string) => (unit: Work) =>
        changeCoverage(unit, patientId, coverageId, { coverage: aCoverage({ memberId: to }), rowVersion: 1 }),
    },
  ])('($what): the first wins, the second looks again', async ({ change }) => {
    const patientId = await aPatient(world);
    const [coverage] = (await desk((unit) => loadPatient(unit, patientId))).coverages;
    const outcomes = await Promise.allSettled(
      ['One', 'Two', 'Three'].map((to) => desk(change(patientId, coverage?.id ?? '', to))),
    );
    const refused = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason] : []));
    expect(refused).toMatchObject([{ code: 'row.changed' }, { code: 'row.changed' }]);
    const kept = await desk((unit) => loadPatient(unit, patientId));
    const stored = [kept.lastName, ...kept.coverages.map(({ memberId }) => memberId)];
    expect(stored.filter((value) => ['One', 'Two', 'Three'].includes(value))).toHaveLength(1);
  });
});
