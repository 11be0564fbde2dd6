import { isoDate } from '@superbill/engines/model';
import { describe, expect, test } from 'vitest';
import { testDatabase } from '../../../test/database.ts';
import { sentClaim } from '../../../test/remit-file.ts';
import { aVisit, sendClaim } from '../../../test/visit.ts';
import { aWorld } from '../../../test/world.ts';
import { createClaim, submitClaim } from '../claims/create-claim.ts';
import { registerEncounter } from '../encounters/register-encounter.ts';
import { addCoverage } from '../patients/change-coverage.ts';
import type { Work } from '../work.ts';
import { addLocation, changeLocation, listLocations } from './locations.ts';
import { changeOrganization, readOrganization } from './organization.ts';
import { addPayer, changePayer, listPayers } from './payers.ts';
import { addPractitioner, changePractitioner, listPractitioners } from './practitioners.ts';

const world = await aWorld(await testDatabase());
const office = <T>(run: (unit: Work) => Promise<T>) => world.as('administrator', run);
const place = { line1: '2 Example Street', city: 'Exampleton', state: 'OR', zip: '970010002' };
const closed = isoDate('2027-03-12');

/** A claim that is ready to be sent. */
async function aReadyClaim(): Promise<string> {
  const { encounterId } = await aVisit(world);
  return world.as('biller', async (unit) => {
    const { id } = await createClaim(unit, encounterId);
    const { row_version } = await unit.db
      .selectFrom('claim')
      .select('row_version')
      .where('claim_id', '=', id)
      .executeTakeFirstOrThrow();
    const { state } = await submitClaim(unit, id, row_version);
    expect(state).toBe('ready');
    return id;
  });
}

const stateOf = (claimId: string) =>
  world.as('biller', async ({ db }) => {
    const row = db.selectFrom('claim').select('state').where('claim_id', '=', claimId);
    return (await row.executeTakeFirstOrThrow()).state;
  });

describe('what stands on claims', () => {
  test('a corrected practice calls ready claims back, and leaves what was sent as it was', async () => {
    const sent = await sendClaim(world, await aVisit(world));
    const content = () => sentClaim(world, sent);
    const before = await content();
    const ready = await aReadyClaim();
    const { id: _, rowVersion, ...organization } = await office(readOrganization);
    const input = { ...organization, address: place };
    expect(await office((unit) => changeOrganization(unit, { organization: input, rowVersion }))).toBe(
      rowVersion + 1,
    );
    expect(await stateOf(ready)).toBe('draft');
    expect(await content()).toEqual(before);
    await expect(
      office((unit) => changeOrganization(unit, { organization: input, rowVersion })),
    ).rejects.toMatchObject({ code: 'row.changed' });
  });

  test.each([
    { what: 'a new number of days', part: { timelyFilingDays: 30 }, state: 'draft' },
    { what: 'a last day', part: { effectiveTo: isoDate('2030-01-01') }, state: 'ready' },
    { what: 'a telephone number', part: { phone: '503-555-0199' }, state: 'ready' },
  ])('a payer with $what makes a ready claim a $state', async ({ part, state }) => {
    const ready = await aReadyClaim();
    const payer = (await office(listPayers)).find(({ id }) => id === world.payerId);
    if (!payer) throw new Error('the payer is there');
    const { id, rowVersion, coverages, ...input } = payer;
    expect(coverages).toBeGreaterThan(0);
    await office((unit) => changePayer(unit, id, { payer: { ...input, ...part }, rowVersion }));
    expect(await stateOf(ready)).toBe(state);
  });
});

describe('closing', () => {
  test('a location takes visits up to its last day', async () => {
    const locationId = await office((unit) =>
      addLocation(unit, { name: 'Old Mill', placeOfService: '11', address: place }),
    );
    const location = { name: 'Old Mill', placeOfService: '11', address: place, effectiveTo: closed };
    await office((unit) => changeLocation(unit, locationId, { location, rowVersion: 1 }));
    const { patientId } = await aVisit(world);
    const visit = (serviceDate: string) =>
      world.as('front-desk', (unit) =>
        registerEncounter(unit, {
          patientId,
          practitionerId: world.practitionerId,
          locationId,
          serviceDate: isoDate(serviceDate),
          setting: 'outpatient',
        }),
      );
    await visit('2027-03-12');
    await expect(visit('2027-03-13')).rejects.toMatchObject({ code: 'practice.ended', at: 'locationId' });
    const listed = (await office(listLocations)).find(({ id }) => id === locationId);
    expect(listed).toMatchObject({ visits: 1, effectiveTo: closed, rowVersion: 2 });
  });

  test('a payer takes no coverage from after its last day', async () => {
    const terms = {
      name: 'Gone Mutual',
      electronicId: 'GONE1',
      claimFilingIndicator: 'CI',
      timelyFilingDays: 90,
      authorizationRequired: [],
      effectiveTo: closed,
    };
    const payerId = await office((unit) => addPayer(unit, terms));
    const { patientId } = await aVisit(world);
    const cover = (effectiveFrom: string) =>
      world.as('front-desk', (unit) =>
        addCoverage(unit, patientId, {
          payerId,
          benefitOrder: 3,
          memberId: 'M9',
          relationship: 'self',
          effectiveFrom: isoDate(effectiveFrom),
          effectiveTo: isoDate('2027-12-31'),
        }),
      );
    await expect(cover('2027-03-13')).rejects.toMatchObject({
      code: 'practice.ended',
      at: 'coverage.payerId',
    });
    await cover('2027-03-12');
  });
});

describe('what has to be the only one', () => {
  const grace = { firstName: 'Grace', lastName: 'Example', npi: '1999003019' };

  test('an NPI', async () => {
    const id = await office((unit) => addPractitioner(unit, grace));
    await expect(office((unit) => addPractitioner(unit, grace))).rejects.toMatchObject({
      code: 'practice.npi-taken',
      at: 'npi',
    });
    const practitioner = { ...grace, npi: '1999002011' };
    await expect(
      office((unit) => changePractitioner(unit, id, { practitioner, rowVersion: 1 })),
    ).rejects.toMatchObject({ code: 'practice.npi-taken' });
    expect((await office(listPractitioners)).find((one) => one.id === id)?.npi).toBe(grace.npi);
  });

  test("a payer's electronic id", async () => {
    const payer = {
      name: 'Twin',
      electronicId: 'SMPL1',
      claimFilingIndicator: 'CI',
      timelyFilingDays: 90,
      authorizationRequired: [],
    };
    await expect(office((unit) => addPayer(unit, payer))).rejects.toMatchObject({
      code: 'practice.electronic-id-taken',
      at: 'electronicId',
    });
  });

  test('the name of a location in use', async () => {
    await expect(
      office((unit) => addLocation(unit, { name: 'main street', placeOfService: '22', address: place })),
    ).rejects.toMatchObject({ code: 'practice.name-taken', at: 'name' });
  });
});
