import type { BodyOf, routes } from '@superbill/contract';
import { type Cents, cents, type IsoDate } from '@superbill/engines/model';
import { recallClaims } from '../claims/recall-claim.ts';
import { lockEncounter, mustStandIn } from '../encounters/queue.ts';
import { AppError } from '../errors.ts';
import { newId } from '../ids.ts';
import { unbookCharge } from '../ledger/store.ts';
import { staffId, type Work } from '../work.ts';

type ChargeInput = BodyOf<typeof routes.addCharge>;

/** Charges a service at the price that the fee schedule has on the date of service. */
export async function addCharge(unit: Work, encounterId: string, input: ChargeInput): Promise<string> {
  const { db, organizationId } = unit;
  const encounter = await lockEncounter(unit, encounterId);
  mustStandIn(encounter, 'billing', 'follow-up');
  await checkPointers(unit, encounterId, input.diagnoses);
  const chargeId = newId();
  await db
    .insertInto('charge')
    .values({
      organization_id: organizationId,
      charge_id: chargeId,
      encounter_id: encounterId,
      ...(await priced(unit, input, encounter.service_date)),
      service_date: encounter.service_date,
      entered_by: staffId(unit),
      entered_at: unit.now,
    })
    .execute();
  await storePointers(unit, chargeId, input.diagnoses);
  await recallClaims(unit, encounterId, 'A charge was added.');
  unit.audit('charge.add', { kind: 'charge', id: chargeId, patientId: encounter.patient_id });
  return chargeId;
}

/** Corrects a charge, as long as no claim with it is on its way. What a payer decided on keeps its price. */
export async function changeCharge(
  unit: Work,
  encounterId: string,
  chargeId: string,
  { charge, rowVersion }: BodyOf<typeof routes.changeCharge>,
): Promise<void> {
  const encounter = await lockEncounter(unit, encounterId);
  const { answered, price } = await mustBeOpen(unit, encounterId, chargeId);
  await checkPointers(unit, encounterId, charge.diagnoses);
  const next = await priced(unit, charge, encounter.service_date);
  if (answered && next.charge_cents !== price) throw new AppError('charge.answered', { chargeId });
  const changed = await unit.db
    .updateTable('charge')
    .set({ ...next, row_version: rowVersion + 1 })
    .where('organization_id', '=', unit.organizationId)
    .where('charge_id', '=', chargeId)
    .where('row_version', '=', rowVersion)
    .executeTakeFirst();
  if (changed.numUpdatedRows === 0n) throw new AppError('row.changed', { chargeId });
  await storePointers(unit, chargeId, charge.diagnoses);
  await recallClaims(unit, encounterId, 'A charge was changed.');
  unit.audit('charge.change', { kind: 'charge', id: chargeId, patientId: encounter.patient_id });
}

/** Voids a charge, as long as no claim with it is on its way and no payer decided on it. The row stays. */
export async function voidCharge(unit: Work, encounterId: string, chargeId: string): Promise<void> {
  const encounter = await lockEncounter(unit, encounterId);
  const { answered } = await mustBeOpen(unit, encounterId, chargeId);
  if (answered) throw new AppError('charge.answered', { chargeId });
  await unit.db
    .updateTable('charge')
    .set({ voided_at: unit.now, voided_by: staffId(unit) })
    .where('organization_id', '=', unit.organizationId)
    .where('charge_id', '=', chargeId)
    .execute();
  await recallClaims(unit, encounterId, 'A charge was voided.');
  unit.audit('charge.void', { kind: 'charge', id: chargeId, patientId: encounter.patient_id });
}

async function priced({ db, organizationId }: Work, input: ChargeInput, date: IsoDate) {
  const fee = await db
    .selectFrom('fee')
    .selectAll()
    .where('organization_id', '=', organizationId)
    .where('procedure', '=', input.procedure)
    .where('withdrawn_at', 'is', null)
    .where('effective_from', '<=', date)
    .where('effective_to', '>=', date)
    .executeTakeFirst();
  if (!fee) throw new AppError('charge.no-price', { procedure: input.procedure }, 'procedure');
  return {
    procedure: input.procedure,
    wording: fee.wording,
    wording_es: fee.wording_es,
    modifiers: input.modifiers,
    units: input.units,
    charge_cents: cents(fee.price_cents * input.units),
  };
}

async function checkPointers(
  { db, organizationId }: Work,
  encounterId: string,
  codeIds: readonly string[],
): Promise<void> {
  if (new Set(codeIds).size !== codeIds.length) {
    throw new AppError('request.invalid', {}, 'diagnoses', 'The same diagnosis is pointed to twice.');
  }
  const live = await db
    .selectFrom('code_assignment')
    .select('code_id')
    .where('organization_id', '=', organizationId)
    .where('encounter_id', '=', encounterId)
    .where('system', '=', 'icd10cm')
    .where('removed_at', 'is', null)
    .execute();
  const missing = codeIds.find((id) => !live.some((row) => row.code_id === id));
  if (missing !== undefined) throw new AppError('code.not-found', { codeId: missing }, 'diagnoses');
}

async function storePointers(
  { db, organizationId }: Work,
  chargeId: string,
  codeIds: readonly string[],
): Promise<void> {
  await db
    .deleteFrom('charge_diagnosis')
    .where('organization_id', '=', organizationId)
    .where('charge_id', '=', chargeId)
    .execute();
  if (codeIds.length === 0) return;
  await db
    .insertInto('charge_diagnosis')
    .values(
      codeIds.map((codeId, index) => ({
        organization_id: organizationId,
        charge_id: chargeId,
        ordinal: index + 1,
        code_id: codeId,
      })),
    )
    .execute();
}

/** Refuses a charge on a claim that is on its way or stands; answers its price, and whether a payer decided on it. */
async function mustBeOpen(
  unit: Work,
  encounterId: string,
  chargeId: string,
): Promise<{ price: Cents; answered: boolean }> {
  const { db, organizationId } = unit;
  const charge = await db
    .selectFrom('charge')
    .select('charge_cents')
    .where('organization_id', '=', organizationId)
    .where('encounter_id', '=', encounterId)
    .where('charge_id', '=', chargeId)
    .where('voided_at', 'is', null)
    .forUpdate()
    .executeTakeFirst();
  if (!charge) throw new AppError('charge.not-found', { chargeId });
  const sent = await db
    .selectFrom('claim_line as l')
    .innerJoin('claim as c', (join) =>
      join.onRef('c.organization_id', '=', 'l.organization_id').onRef('c.claim_id', '=', 'l.claim_id'),
    )
    .select('c.claim_id')
    .where('l.organization_id', '=', organizationId)
    .where('l.charge_id', '=', chargeId)
    .where('c.state', 'not in', ['rejected', 'draft', 'held', 'ready'])
    .executeTakeFirst();
  if (sent) throw new AppError('charge.on-claim', { chargeId });
  const answer = await db
    .selectFrom('remit_line as r')
    .innerJoin('claim_line as l', (join) =>
      join
        .onRef('l.organization_id', '=', 'r.organization_id')
        .onRef('l.claim_line_id', '=', 'r.claim_line_id'),
    )
    .select('r.remit_line_id')
    .where('r.organization_id', '=', organizationId)
    .where('l.charge_id', '=', chargeId)
    .executeTakeFirst();
  // A rejected claim was never adjudicated: its booking is taken back before the charge changes. What was decided on
  // stays in the books; the payer takes its answer back with the next one.
  if (!answer) await unbookCharge(unit, chargeId);
  return { price: charge.charge_cents, answered: answer !== undefined };
}
