import { moveTo } from '../encounters/queue.ts';
import { loadSettledVisits } from '../ledger/store.ts';
import type { Work } from '../work.ts';

/** Closes a patient's visits on which nothing is open any more. */
export async function closeSettledVisits(unit: Work, patientId: string): Promise<void> {
  for (const encounterId of await loadSettledVisits(unit, patientId))
    await moveTo(unit, encounterId, 'closed');
}
