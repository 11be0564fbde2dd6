import type { Coverage, Patient, PatientSummary } from '@superbill/contract';
import type { Address, IsoDate, Sex } from '@superbill/engines/model';
import { sql } from 'kysely';
import { AppError } from '../errors.ts';
import { openRow } from '../keys/sealed.ts';
import { practitionerName } from '../practice/store.ts';
import type { Work } from '../work.ts';

/** The columns that make a {@link PatientSummary}; every list joins `patient as p`. */
export const summaryColumns = [
  'p.patient_id',
  'p.record_number',
  'p.first_name',
  'p.last_name',
  'p.birth_date',
  'p.sex',
] as const;

interface SummaryRow {
  patient_id: string;
  record_number: string;
  first_name: string;
  last_name: string;
  birth_date: IsoDate;
  sex: string;
}

export function toSummary(row: SummaryRow): PatientSummary {
  return {
    id: row.patient_id,
    recordNumber: row.record_number,
    firstName: row.first_name,
    lastName: row.last_name,
    birthDate: row.birth_date,
    sex: row.sex as Sex,
  };
}

/** Patients whose name, record number or birth date begins with what was typed. */
export async function searchPatients(
  { db, organizationId }: Work,
  search: string,
  limit: number,
): Promise<PatientSummary[]> {
  const words = search
    .toLowerCase()
    .split(/[\s,]+/)
    .filter(Boolean);
  let rows = db
    .selectFrom('patient as p')
    .select(summaryColumns)
    .where('p.organization_id', '=', organizationId);
  for (const word of words) {
    const start = `${word.replace(/[\\%_]/g, '\\$&')}%`;
    rows = rows.where((is) =>
      is.or([
        is(sql`lower(p.last_name)`, 'like', start),
        is(sql`lower(p.first_name)`, 'like', start),
        is(sql`lower(p.record_number)`, 'like', start),
        is(sql`p.birth_date::text`, 'like', start),
      ]),
    );
  }
  const found = await rows
    .orderBy('p.last_name')
    .orderBy('p.first_name')
    .orderBy('p.patient_id')
    .limit(limit)
    .execute();
  return found.map(toSummary);
}

/**
 * The patient as lists show them. With `lock`, the row is taken for this transaction: whoever books money of
 * the same patient waits.
 */
export async function loadSummary(
  { db, organizationId }: Work,
  patientId: string,
  lock: 'lock' | 'look' = 'look',
): Promise<PatientSummary> {
  const rows = db
    .selectFrom('patient as p')
    .select(summaryColumns)
    .where('p.organization_id', '=', organizationId)
    .where('p.patient_id', '=', patientId);
  const row = await (lock === 'lock' ? rows.forUpdate() : rows).executeTakeFirst();
  if (!row) throw new AppError('patient.not-found', { patientId });
  return toSummary(row);
}

/** One patient with coverages and visits. */
export async function loadPatient(unit: Work, patientId: string): Promise<Patient> {
  const { db, organizationId } = unit;
  const row = await db
    .selectFrom('patient')
    .selectAll()
    .where('organization_id', '=', organizationId)
    .where('patient_id', '=', patientId)
    .executeTakeFirst();
  if (!row) throw new AppError('patient.not-found', { patientId });
  const { address, phone, email } = await openRow(unit, 'patient', patientId, row);
  const encounters = await db
    .selectFrom('encounter as e')
    .innerJoin('practitioner as d', (join) =>
      join
        .onRef('d.organization_id', '=', 'e.organization_id')
        .onRef('d.practitioner_id', '=', 'e.practitioner_id'),
    )
    .select([
      'e.encounter_id',
      'e.service_date',
      'e.queue',
      'e.queue_since',
      'd.first_name',
      'd.last_name',
      'd.credential',
    ])
    .where('e.organization_id', '=', organizationId)
    .where('e.patient_id', '=', patientId)
    .orderBy('e.service_date', 'desc')
    .execute();
  return {
    id: row.patient_id,
    recordNumber: row.record_number,
    firstName: row.first_name,
    ...(row.middle_name ? { middleName: row.middle_name } : {}),
    lastName: row.last_name,
    birthDate: row.birth_date,
    sex: row.sex as Sex,
    ...(address ? { address: address as Address } : {}),
    ...(phone ? { phone: phone as string } : {}),
    ...(email ? { email: email as string } : {}),
    language: row.language as 'en' | 'es',
    rowVersion: row.row_version,
    coverages: await loadCoverages(unit, patientId),
    encounters: encounters.map((e) => ({
      id: e.encounter_id,
      serviceDate: e.service_date,
      practitionerName: practitionerName(e),
      queue: e.queue,
      queueSince: e.queue_since,
    })),
  };
}

/** A patient's coverages in the order of benefits, ended ones too. */
export async function loadCoverages(unit: Work, patientId: string): Promise<Coverage[]> {
  const { db, organizationId } = unit;
  const rows = await db
    .selectFrom('coverage as c')
    .innerJoin('payer as y', (join) =>
      join.onRef('y.organization_id', '=', 'c.organization_id').onRef('y.payer_id', '=', 'c.payer_id'),
    )
    .selectAll('c')
    .select('y.name as payer_name')
    .where('c.organization_id', '=', organizationId)
    .where('c.patient_id', '=', patientId)
    .orderBy('c.benefit_order')
    .orderBy('c.effective_from')
    .execute();
  const coverages: Coverage[] = [];
  for (const row of rows) {
    const { member_id, group_number, subscriber } = await openRow(unit, 'coverage', row.coverage_id, row);
    coverages.push({
      id: row.coverage_id,
      payerId: row.payer_id,
      payerName: row.payer_name,
      benefitOrder: row.benefit_order,
      memberId: member_id as string,
      ...(group_number ? { groupNumber: group_number as string } : {}),
      relationship: row.relationship as Coverage['relationship'],
      ...(subscriber ? { subscriber: subscriber as NonNullable<Coverage['subscriber']> } : {}),
      effectiveFrom: row.effective_from,
      ...(row.effective_to ? { effectiveTo: row.effective_to } : {}),
      rowVersion: row.row_version,
    });
  }
  return coverages;
}

/** Whether a coverage is in force on a day. */
export function isInForce(
  coverage: { effectiveFrom: IsoDate; effectiveTo?: IsoDate | undefined },
  day: IsoDate,
): boolean {
  return coverage.effectiveFrom <= day && (coverage.effectiveTo === undefined || day <= coverage.effectiveTo);
}
