import type { BodyOf, LocationInput, LocationView, routes } from '@superbill/contract';
import type { Address } from '@superbill/engines/model';
import { sql } from 'kysely';
import { AppError } from '../errors.ts';
import { newId } from '../ids.ts';
import type { Work } from '../work.ts';
import { lockPractice } from './lock-practice.ts';

/** Every location, those in use first. */
export async function listLocations({ db, organizationId }: Work): Promise<LocationView[]> {
  const rows = await db
    .selectFrom('location as l')
    .selectAll('l')
    .select(
      sql<number>`(select count(*) from encounter e
        where (e.organization_id, e.location_id) = (l.organization_id, l.location_id))::integer`.as('visits'),
    )
    .where('l.organization_id', '=', organizationId)
    .orderBy(sql`l.effective_to is not null`)
    .orderBy('l.name')
    .execute();
  return rows.map((row) => ({
    id: row.location_id,
    rowVersion: row.row_version,
    name: row.name,
    placeOfService: row.place_of_service,
    ...(row.npi ? { npi: row.npi } : {}),
    address: row.address as unknown as Address,
    ...(row.effective_to ? { effectiveTo: row.effective_to } : {}),
    visits: row.visits,
  }));
}

/** Adds a location. */
export async function addLocation(unit: Work, location: LocationInput): Promise<string> {
  await lockPractice(unit);
  await mustBeFree(unit, location.name);
  const locationId = newId();
  await unit.db
    .insertInto('location')
    .values({ organization_id: unit.organizationId, location_id: locationId, ...columns(location) })
    .execute();
  unit.audit('location.add', { kind: 'location', id: locationId });
  return locationId;
}

/** Corrects a location or closes it. Visits keep the place of service they were registered with. */
export async function changeLocation(
  unit: Work,
  locationId: string,
  { location, rowVersion }: BodyOf<typeof routes.changeLocation>,
): Promise<number> {
  await lockPractice(unit);
  const before = await unit.db
    .selectFrom('location')
    .select('row_version')
    .where('organization_id', '=', unit.organizationId)
    .where('location_id', '=', locationId)
    .executeTakeFirst();
  if (!before) throw new AppError('practice.not-found', { locationId });
  if (before.row_version !== rowVersion) throw new AppError('row.changed', { locationId });
  await mustBeFree(unit, location.name, locationId);
  await unit.db
    .updateTable('location')
    .set({ ...columns(location), row_version: rowVersion + 1 })
    .where('organization_id', '=', unit.organizationId)
    .where('location_id', '=', locationId)
    .execute();
  unit.audit('location.change', {
    kind: 'location',
    id: locationId,
    detail: { effectiveTo: location.effectiveTo ?? null },
  });
  return rowVersion + 1;
}

/** Two locations of one name cannot be told apart when a visit is registered. */
async function mustBeFree({ db, organizationId }: Work, name: string, except?: string): Promise<void> {
  const others = await db
    .selectFrom('location')
    .select(['location_id', 'name'])
    .where('organization_id', '=', organizationId)
    .where('effective_to', 'is', null)
    .execute();
  const same = others.find(
    (other) => other.location_id !== except && other.name.toLowerCase() === name.toLowerCase(),
  );
  if (same) throw new AppError('practice.name-taken', { id: same.location_id }, 'name');
}

function columns(location: LocationInput) {
  return {
    name: location.name,
    place_of_service: location.placeOfService,
    npi: location.npi ?? null,
    address: JSON.stringify(location.address),
    effective_to: location.effectiveTo ?? null,
  };
}
