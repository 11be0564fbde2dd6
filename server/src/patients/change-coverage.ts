import type { BodyOf, routes } from '@superbill/contract';
import { AppError } from '../errors.ts';
import { newId } from '../ids.ts';
import { sealRow } from '../keys/sealed.ts';
import type { Work } from '../work.ts';
import { loadCoverages } from './store.ts';

type CoverageInput = BodyOf<typeof routes.addCoverage>;

/** Adds a coverage to a patient; its place in the order of benefits must be free while it is in force. */
export async function addCoverage(unit: Work, patientId: string, coverage: CoverageInput): Promise<string> {
  await checkCoverage(unit, patientId, coverage);
  const coverageId = newId();
  await unit.db
    .insertInto('coverage')
    .values({
      organization_id: unit.organizationId,
      coverage_id: coverageId,
      patient_id: patientId,
      ...(await columns(unit, coverageId, coverage)),
    })
    .execute();
  unit.audit('coverage.add', { kind: 'coverage', id: coverageId, patientId });
  return coverageId;
}

/** Corrects or ends a coverage, if nobody else did in the meantime. */
export async function changeCoverage(
  unit: Work,
  patientId: string,
  coverageId: string,
  { coverage, rowVersion }: BodyOf<typeof routes.changeCoverage>,
): Promise<void> {
  await checkCoverage(unit, patientId, coverage, coverageId);
  const changed = await unit.db
    .updateTable('coverage')
    .set({ ...(await columns(unit, coverageId, coverage)), row_version: rowVersion + 1 })
    .where('organization_id', '=', unit.organizationId)
    .where('patient_id', '=', patientId)
    .where('coverage_id', '=', coverageId)
    .where('row_version', '=', rowVersion)
    .executeTakeFirst();
  if (changed.numUpdatedRows === 0n) throw new AppError('row.changed', { coverageId });
  unit.audit('coverage.change', { kind: 'coverage', id: coverageId, patientId });
}

async function checkCoverage(
  unit: Work,
  patientId: string,
  coverage: CoverageInput,
  except?: string,
): Promise<void> {
  const { db, organizationId } = unit;
  if ((coverage.relationship === 'self') !== (coverage.subscriber === undefined)) {
    throw new AppError('coverage.subscriber-missing', {}, 'coverage.subscriber');
  }
  if (coverage.effectiveTo !== undefined && coverage.effectiveTo < coverage.effectiveFrom) {
    throw new AppError('request.invalid', {}, 'coverage.effectiveTo', 'The coverage ends before it begins.');
  }
  const patient = await db
    .selectFrom('patient')
    .select('patient_id')
    .where('organization_id', '=', organizationId)
    .where('patient_id', '=', patientId)
    .forUpdate()
    .executeTakeFirst();
  if (!patient) throw new AppError('patient.not-found', { patientId });
  const payer = await db
    .selectFrom('payer')
    .select('effective_to')
    .where('organization_id', '=', organizationId)
    .where('payer_id', '=', coverage.payerId)
    .executeTakeFirst();
  if (!payer) throw new AppError('practice.not-found', { payerId: coverage.payerId }, 'coverage.payerId');
  if (payer.effective_to !== null && payer.effective_to < coverage.effectiveFrom)
    throw new AppError('practice.ended', { payerId: coverage.payerId }, 'coverage.payerId');

  const from = coverage.effectiveFrom;
  const to = coverage.effectiveTo ?? '9999-12-31';
  const taken = (await loadCoverages(unit, patientId)).some(
    (other) =>
      other.id !== except &&
      other.benefitOrder === coverage.benefitOrder &&
      other.effectiveFrom <= to &&
      from <= (other.effectiveTo ?? '9999-12-31'),
  );
  if (taken) throw new AppError('coverage.order-taken', {}, 'coverage.benefitOrder');
}

async function columns(unit: Work, coverageId: string, coverage: CoverageInput) {
  return {
    payer_id: coverage.payerId,
    benefit_order: coverage.benefitOrder,
    relationship: coverage.relationship,
    member_id: null,
    group_number: null,
    subscriber: null,
    sealed: await sealRow(unit, 'coverage', coverageId, {
      member_id: coverage.memberId,
      group_number: coverage.groupNumber ?? null,
      subscriber: coverage.subscriber ?? null,
    }),
    effective_from: coverage.effectiveFrom,
    effective_to: coverage.effectiveTo ?? null,
  };
}
