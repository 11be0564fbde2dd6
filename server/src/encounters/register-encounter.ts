import type { BodyOf, routes } from '@superbill/contract';
import type { IsoDate } from '@superbill/engines/model';
import { AppError } from '../errors.ts';
import { newId } from '../ids.ts';
import type { Work } from '../work.ts';

/** Registers a visit; it waits for its note. */
export async function registerEncounter(
  unit: Work,
  visit: BodyOf<typeof routes.registerEncounter>,
): Promise<string> {
  const { db, organizationId } = unit;
  if (visit.serviceDate > unit.today) {
    throw new AppError('request.invalid', {}, 'serviceDate', 'The date of service lies in the future.');
  }
  const birthDate = await birthDateOf(unit, visit.patientId);
  if (visit.serviceDate < birthDate) {
    throw new AppError(
      'request.invalid',
      {},
      'serviceDate',
      'The date of service lies before the birth date.',
    );
  }
  await mustHavePractitioner(unit, visit.practitionerId, visit.serviceDate);
  const location = await db
    .selectFrom('location')
    .select(['place_of_service', 'effective_to'])
    .where('organization_id', '=', organizationId)
    .where('location_id', '=', visit.locationId)
    .executeTakeFirst();
  if (!location) throw new AppError('practice.not-found', { id: visit.locationId }, 'locationId');
  if (location.effective_to !== null && location.effective_to < visit.serviceDate)
    throw new AppError('practice.ended', { id: visit.locationId }, 'locationId');

  const encounterId = newId();
  await db
    .insertInto('encounter')
    .values({
      organization_id: organizationId,
      encounter_id: encounterId,
      patient_id: visit.patientId,
      practitioner_id: visit.practitionerId,
      location_id: visit.locationId,
      service_date: visit.serviceDate,
      place_of_service: visit.placeOfService ?? location.place_of_service,
      setting: visit.setting,
      queue_since: unit.now,
      created_at: unit.now,
    })
    .execute();
  unit.audit('encounter.register', { kind: 'encounter', id: encounterId, patientId: visit.patientId });
  return encounterId;
}

async function birthDateOf({ db, organizationId }: Work, id: string): Promise<IsoDate> {
  const row = await db
    .selectFrom('patient')
    .select('birth_date')
    .where('organization_id', '=', organizationId)
    .where('patient_id', '=', id)
    .executeTakeFirst();
  if (!row) throw new AppError('patient.not-found', { id }, 'patientId');
  return row.birth_date;
}

async function mustHavePractitioner({ db, organizationId }: Work, id: string, on: IsoDate): Promise<void> {
  const row = await db
    .selectFrom('practitioner')
    .select('effective_to')
    .where('organization_id', '=', organizationId)
    .where('practitioner_id', '=', id)
    .executeTakeFirst();
  if (!row) throw new AppError('practice.not-found', { id }, 'practitionerId');
  if (row.effective_to !== null && row.effective_to < on)
    throw new AppError('practice.ended', { id }, 'practitionerId');
}
