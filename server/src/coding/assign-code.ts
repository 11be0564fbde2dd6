import type { BodyOf, routes } from '@superbill/contract';
import { openEdition } from '../codesets/in-use.ts';
import { lockEncounter, mustStandIn } from '../encounters/queue.ts';
import { AppError } from '../errors.ts';
import { newId } from '../ids.ts';
import { staffId, type Work } from '../work.ts';
import { checkEvidence } from './evidence.ts';

/**
 * Assigns a code to a visit: it must be billable in the edition of the date of service, and stand on words
 * of the record. A person decides; who and when is stored with it.
 */
export async function assignCode(
  unit: Work,
  encounterId: string,
  input: BodyOf<typeof routes.assignCode>,
): Promise<string> {
  const { db, organizationId } = unit;
  const encounter = await lockEncounter(unit, encounterId);
  mustStandIn(encounter, 'coding', 'query');
  await checkEvidence(unit, encounterId, input.evidence);

  const { book } = openEdition(unit.system, input.system, encounter.service_date);
  const entry = book.lookup(input.code);
  if (!entry) throw new AppError('code.unknown', { code: input.code }, 'code');
  if (!entry.billable) throw new AppError('code.not-billable', { code: entry.code }, 'code');

  const live = await db
    .selectFrom('code_assignment')
    .select(['code', 'position'])
    .where('organization_id', '=', organizationId)
    .where('encounter_id', '=', encounterId)
    .where('removed_at', 'is', null)
    .execute();
  if (live.some((other) => other.code === entry.code))
    throw new AppError('code.already-assigned', { code: entry.code }, 'code');

  const codeId = newId();
  await db
    .insertInto('code_assignment')
    .values({
      organization_id: organizationId,
      code_id: codeId,
      encounter_id: encounterId,
      system: input.system,
      code: entry.code,
      title: entry.title,
      edition: entry.edition,
      position: Math.max(0, ...live.map((other) => other.position)) + 1,
      origin: input.origin,
      path: JSON.stringify(input.path),
      confidence: input.confidence ?? null,
      decided_by: staffId(unit),
      decided_at: unit.now,
    })
    .execute();
  await db
    .insertInto('code_evidence')
    .values(
      input.evidence.map((span, index) => ({
        organization_id: organizationId,
        code_id: codeId,
        ordinal: index + 1,
        document_id: span.documentId,
        document_version: span.version,
        span_start: span.start,
        span_end: span.end,
        quote: span.quote,
      })),
    )
    .execute();
  unit.audit('code.assign', {
    kind: 'code',
    id: codeId,
    patientId: encounter.patient_id,
    detail: { code: entry.code, origin: input.origin },
  });
  return codeId;
}

/** Takes a code off a visit; the row stays, with who took it off. */
export async function removeCode(unit: Work, encounterId: string, codeId: string): Promise<void> {
  const { db, organizationId } = unit;
  const encounter = await lockEncounter(unit, encounterId);
  mustStandIn(encounter, 'coding', 'query');
  const pointing = await db
    .selectFrom('charge_diagnosis as d')
    .innerJoin('charge as c', (join) =>
      join.onRef('c.organization_id', '=', 'd.organization_id').onRef('c.charge_id', '=', 'd.charge_id'),
    )
    .select('d.charge_id')
    .where('d.organization_id', '=', organizationId)
    .where('d.code_id', '=', codeId)
    .where('c.voided_at', 'is', null)
    .executeTakeFirst();
  if (pointing) throw new AppError('code.in-use', { codeId });
  const removed = await db
    .updateTable('code_assignment')
    .set({ removed_by: staffId(unit), removed_at: unit.now })
    .where('organization_id', '=', organizationId)
    .where('encounter_id', '=', encounterId)
    .where('code_id', '=', codeId)
    .where('removed_at', 'is', null)
    .executeTakeFirst();
  if (removed.numUpdatedRows === 0n) throw new AppError('code.not-found', { codeId });
  unit.audit('code.remove', { kind: 'code', id: codeId, patientId: encounter.patient_id });
}

/** Puts a visit's codes in the order given; every live code must be named once. */
export async function orderCodes(unit: Work, encounterId: string, codeIds: readonly string[]): Promise<void> {
  const { db, organizationId } = unit;
  const encounter = await lockEncounter(unit, encounterId);
  mustStandIn(encounter, 'coding', 'query');
  const live = await db
    .selectFrom('code_assignment')
    .select('code_id')
    .where('organization_id', '=', organizationId)
    .where('encounter_id', '=', encounterId)
    .where('removed_at', 'is', null)
    .execute();
  const same = live.length === codeIds.length && live.every((row) => codeIds.includes(row.code_id));
  if (!same || new Set(codeIds).size !== codeIds.length) throw new AppError('row.changed', { encounterId });
  for (const [index, codeId] of codeIds.entries()) {
    await db
      .updateTable('code_assignment')
      .set({ position: index + 1 })
      .where('organization_id', '=', organizationId)
      .where('code_id', '=', codeId)
      .execute();
  }
  unit.audit('code.order', { kind: 'encounter', id: encounterId, patientId: encounter.patient_id });
}
