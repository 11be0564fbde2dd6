import type { BodyOf, routes } from '@superbill/contract';
import { ageOn, type IsoDate } from '@superbill/engines/model';
import { sql } from 'kysely';
import { AppError } from '../errors.ts';
import { newId } from '../ids.ts';
import { sealRow } from '../keys/sealed.ts';
import { nextNumber } from '../practice/control-number.ts';
import type { Work } from '../work.ts';
import { addCoverage } from './change-coverage.ts';

type Registration = BodyOf<typeof routes.registerPatient>;

/** Registers a patient with coverages; refuses once when somebody alike is registered already. */
export async function registerPatient(
  unit: Work,
  { patient, coverages, evenIfAlike }: Registration,
): Promise<string> {
  const { db, organizationId } = unit;
  if (!evenIfAlike) await refuseAlike(unit, patient);
  checkBirthDate(unit, patient.birthDate);
  const patientId = newId();
  await db
    .insertInto('patient')
    .values({
      organization_id: organizationId,
      patient_id: patientId,
      record_number: `P${String(await nextNumber(unit, 'record')).padStart(6, '0')}`,
      ...(await patientColumns(unit, patientId, patient)),
      created_at: unit.now,
    })
    .execute();
  unit.audit('patient.register', { kind: 'patient', id: patientId, patientId });
  for (const coverage of coverages) await addCoverage(unit, patientId, coverage);
  return patientId;
}

/** Corrects what is registered, if nobody else did in the meantime. */
export async function changePatient(
  unit: Work,
  patientId: string,
  { patient, rowVersion }: BodyOf<typeof routes.changePatient>,
): Promise<void> {
  checkBirthDate(unit, patient.birthDate);
  const changed = await unit.db
    .updateTable('patient')
    .set({ ...(await patientColumns(unit, patientId, patient)), row_version: rowVersion + 1 })
    .where('organization_id', '=', unit.organizationId)
    .where('patient_id', '=', patientId)
    .where('row_version', '=', rowVersion)
    .executeTakeFirst();
  if (changed.numUpdatedRows === 0n) throw new AppError('row.changed', { patientId });
  unit.audit('patient.change', { kind: 'patient', id: patientId, patientId });
}

/** Nobody alive was born in the future, or is older than anybody ever was. */
const oldest = 125;

function checkBirthDate({ today }: Work, birthDate: IsoDate): void {
  const problem =
    birthDate > today
      ? 'The birth date lies in the future.'
      : ageOn(birthDate, today) > oldest
        ? `The birth date lies more than ${oldest} years back.`
        : undefined;
  if (problem) throw new AppError('request.invalid', {}, 'patient.birthDate', problem);
}

async function patientColumns(unit: Work, patientId: string, patient: Registration['patient']) {
  return {
    first_name: patient.firstName,
    middle_name: patient.middleName ?? null,
    last_name: patient.lastName,
    birth_date: patient.birthDate,
    sex: patient.sex,
    address: null,
    phone: null,
    email: null,
    sealed: await sealRow(unit, 'patient', patientId, {
      address: patient.address ?? null,
      phone: patient.phone ?? null,
      email: patient.email ?? null,
    }),
    language: patient.language,
  };
}

async function refuseAlike({ db, organizationId }: Work, patient: Registration['patient']): Promise<void> {
  const alike = await db
    .selectFrom('patient')
    .select('record_number')
    .where('organization_id', '=', organizationId)
    .where(sql`lower(last_name)`, '=', patient.lastName.toLowerCase())
    .where('birth_date', '=', patient.birthDate)
    .where(sql`lower(left(first_name, 1))`, '=', patient.firstName.slice(0, 1).toLowerCase())
    .limit(5)
    .execute();
  if (alike.length === 0) return;
  const numbers = alike.map((row) => row.record_number).join(', ');
  throw new AppError('patient.alike', {}, 'patient', `Somebody alike is registered already: ${numbers}.`);
}
