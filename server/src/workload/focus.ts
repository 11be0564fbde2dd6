import { addMilliseconds, type Instant } from '@superbill/engines/model';
import { newId } from '../ids.ts';
import { staffId, type Work } from '../work.ts';

/** Begins quiet time; one that still runs ends with it. */
export async function startFocus(unit: Work, minutes: number): Promise<{ until: Instant }> {
  await endFocus(unit);
  const until = addMilliseconds(unit.now, minutes * 60_000);
  await unit.db
    .insertInto('focus_time')
    .values({
      organization_id: unit.organizationId,
      focus_id: newId(),
      user_id: staffId(unit),
      started_at: unit.now,
      until,
    })
    .execute();
  return { until };
}

export async function endFocus(unit: Work): Promise<void> {
  await unit.db
    .updateTable('focus_time')
    .set({ ended_at: unit.now })
    .where('organization_id', '=', unit.organizationId)
    .where('user_id', '=', staffId(unit))
    .where('ended_at', 'is', null)
    .execute();
}
