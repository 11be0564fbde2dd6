import type { CodeSystem } from '@superbill/engines/model';
import { lockEncounter, mustStandIn } from '../encounters/queue.ts';
import { newId } from '../ids.ts';
import { staffId, type Work } from '../work.ts';
import { loadRejections } from './store.ts';

/** Stores that a coder turned a suggestion down; saying it twice says it once. */
export async function rejectSuggestion(
  unit: Work,
  encounterId: string,
  system: CodeSystem,
  code: string,
): Promise<void> {
  const encounter = await lockEncounter(unit, encounterId);
  mustStandIn(encounter, 'coding', 'query');
  if ((await loadRejections(unit, encounterId)).includes(code)) return;
  await unit.db
    .insertInto('suggestion_rejection')
    .values({
      organization_id: unit.organizationId,
      rejection_id: newId(),
      encounter_id: encounterId,
      system,
      code,
      rejected_by: staffId(unit),
      rejected_at: unit.now,
    })
    .execute();
  unit.audit('code.reject', {
    kind: 'encounter',
    id: encounterId,
    patientId: encounter.patient_id,
    detail: { code },
  });
}

export async function undoRejection(unit: Work, encounterId: string, code: string): Promise<void> {
  const encounter = await lockEncounter(unit, encounterId);
  mustStandIn(encounter, 'coding', 'query');
  await unit.db
    .updateTable('suggestion_rejection')
    .set({ undone_at: unit.now })
    .where('organization_id', '=', unit.organizationId)
    .where('encounter_id', '=', encounterId)
    .where('code', '=', code)
    .where('undone_at', 'is', null)
    .execute();
  unit.audit('code.undo-reject', {
    kind: 'encounter',
    id: encounterId,
    patientId: encounter.patient_id,
    detail: { code },
  });
}
