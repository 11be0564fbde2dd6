import type { BodyOf, routes } from '@superbill/contract';
import { checkEvidence } from '../coding/evidence.ts';
import { lockEncounter, moveTo, mustStandIn } from '../encounters/queue.ts';
import { AppError } from '../errors.ts';
import { newId } from '../ids.ts';
import { staffId, type Work } from '../work.ts';

/** Asks the visit's physician; the visit waits in the query queue. */
export async function askQuery(
  unit: Work,
  encounterId: string,
  input: BodyOf<typeof routes.askQuery>,
): Promise<string> {
  const encounter = await lockEncounter(unit, encounterId);
  mustStandIn(encounter, 'coding', 'query');
  await checkEvidence(unit, encounterId, input.evidence);
  const queryId = newId();
  await unit.db
    .insertInto('query')
    .values({
      organization_id: unit.organizationId,
      query_id: queryId,
      encounter_id: encounterId,
      practitioner_id: encounter.practitioner_id,
      question: input.question,
      options: JSON.stringify(input.options),
      evidence: JSON.stringify(input.evidence),
      asked_by: staffId(unit),
      asked_at: unit.now,
    })
    .execute();
  unit.audit('query.ask', { kind: 'query', id: queryId, patientId: encounter.patient_id });
  if (encounter.queue !== 'query') await moveTo(unit, encounterId, 'query');
  return queryId;
}

/** Takes an open question back; when none is left the visit goes back to the coder. */
export async function withdrawQuery(unit: Work, encounterId: string, queryId: string): Promise<void> {
  const encounter = await lockEncounter(unit, encounterId);
  const withdrawn = await unit.db
    .updateTable('query')
    .set({ state: 'withdrawn' })
    .where('organization_id', '=', unit.organizationId)
    .where('encounter_id', '=', encounterId)
    .where('query_id', '=', queryId)
    .where('state', '=', 'open')
    .executeTakeFirst();
  if (withdrawn.numUpdatedRows === 0n) throw new AppError('query.closed', { queryId });
  unit.audit('query.withdraw', { kind: 'query', id: queryId, patientId: encounter.patient_id });
  await returnWhenAnswered(unit, encounterId, null);
}

/** Gives a visit back to the coder once no question is open. */
export async function returnWhenAnswered(
  unit: Work,
  encounterId: string,
  reason: string | null,
): Promise<void> {
  const encounter = await lockEncounter(unit, encounterId);
  if (encounter.queue !== 'query') return;
  const open = await unit.db
    .selectFrom('query')
    .select('query_id')
    .where('organization_id', '=', unit.organizationId)
    .where('encounter_id', '=', encounterId)
    .where('state', '=', 'open')
    .executeTakeFirst();
  if (!open) await moveTo(unit, encounterId, 'coding', reason);
}
