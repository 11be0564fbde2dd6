import type { Authorization, BodyOf, routes } from '@superbill/contract';
import { lockEncounter } from '../encounters/queue.ts';
import { AppError } from '../errors.ts';
import { newId } from '../ids.ts';
import { staffId, type Work } from '../work.ts';

/** Records a payer's guarantee of payment for a procedure of a visit: who gave it, when, until when. */
export async function recordAuthorization(
  unit: Work,
  encounterId: string,
  input: BodyOf<typeof routes.recordAuthorization>,
): Promise<string> {
  const { db, organizationId } = unit;
  const encounter = await lockEncounter(unit, encounterId);
  if (input.effectiveTo < input.effectiveFrom) {
    throw new AppError('request.invalid', {}, 'effectiveTo', 'The authorization ends before it begins.');
  }
  if (input.obtainedBy === 'telephone' && input.contactName === undefined) {
    throw new AppError(
      'request.invalid',
      {},
      'contactName',
      'Who gave the authorization on the telephone is missing.',
    );
  }
  const payer = await db
    .selectFrom('payer')
    .select('payer_id')
    .where('organization_id', '=', organizationId)
    .where('payer_id', '=', input.payerId)
    .executeTakeFirst();
  if (!payer) throw new AppError('practice.not-found', { payerId: input.payerId }, 'payerId');

  const authorizationId = newId();
  await db
    .insertInto('payer_authorization')
    .values({
      organization_id: organizationId,
      authorization_id: authorizationId,
      encounter_id: encounterId,
      payer_id: input.payerId,
      procedure: input.procedure,
      number: input.number,
      effective_from: input.effectiveFrom,
      effective_to: input.effectiveTo,
      units: input.units ?? null,
      obtained_by: input.obtainedBy,
      contact_name: input.contactName ?? null,
      call_reference: input.callReference ?? null,
      note: input.note ?? null,
      recorded_by: staffId(unit),
      recorded_at: unit.now,
    })
    .execute();
  unit.audit('authorization.record', {
    kind: 'authorization',
    id: authorizationId,
    patientId: encounter.patient_id,
  });
  return authorizationId;
}

/** The authorizations on file for a visit, oldest first. */
export async function loadAuthorizations(
  { db, organizationId }: Work,
  encounterId: string,
): Promise<Authorization[]> {
  const rows = await db
    .selectFrom('payer_authorization as a')
    .innerJoin('payer as y', (join) =>
      join.onRef('y.organization_id', '=', 'a.organization_id').onRef('y.payer_id', '=', 'a.payer_id'),
    )
    .innerJoin('app_user as u', (join) =>
      join.onRef('u.organization_id', '=', 'a.organization_id').onRef('u.user_id', '=', 'a.recorded_by'),
    )
    .selectAll('a')
    .select(['y.name as payer_name', 'u.name as recorded_by_name'])
    .where('a.organization_id', '=', organizationId)
    .where('a.encounter_id', '=', encounterId)
    .where('a.voided_at', 'is', null)
    .orderBy('a.recorded_at')
    .execute();
  return rows.map((row) => ({
    id: row.authorization_id,
    payerId: row.payer_id,
    payerName: row.payer_name,
    procedure: row.procedure,
    number: row.number,
    effectiveFrom: row.effective_from,
    effectiveTo: row.effective_to,
    units: row.units,
    obtainedBy: row.obtained_by as Authorization['obtainedBy'],
    contactName: row.contact_name,
    callReference: row.call_reference,
    note: row.note,
    recordedBy: row.recorded_by_name,
    recordedAt: row.recorded_at,
  }));
}
