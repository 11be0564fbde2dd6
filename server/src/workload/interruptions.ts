import { newId } from '../ids.ts';
import { staffId, type Work } from '../work.ts';
import { pauseSpan } from './spans.ts';

/** A call begins: time stops counting for the item that is open. One that still runs is over. */
export async function startInterruption(unit: Work, kind: 'phone-call' | 'in-person'): Promise<void> {
  await endRunning(unit);
  await unit.db
    .insertInto('interruption')
    .values({
      organization_id: unit.organizationId,
      interruption_id: newId(),
      user_id: staffId(unit),
      kind,
      started_at: unit.now,
    })
    .execute();
  await pauseSpan(unit, false);
}

/** The call is over; ending none changes nothing. */
export async function endInterruption(unit: Work): Promise<void> {
  if (await endRunning(unit)) await pauseSpan(unit, true);
}

async function endRunning(unit: Work): Promise<boolean> {
  const { numUpdatedRows } = await unit.db
    .updateTable('interruption')
    .set({ ended_at: unit.now })
    .where('organization_id', '=', unit.organizationId)
    .where('user_id', '=', staffId(unit))
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}
