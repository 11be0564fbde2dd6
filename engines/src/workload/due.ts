import { addDays, type IsoDate } from '../model/index.ts';
import type { StartValues } from './start-values.ts';
import type { WorkKind } from './work-kind.ts';
import { addWorkingDays } from './working-days.ts';

export interface Due {
  on: IsoDate;
  because: 'practice' | 'returned' | 'filing-limit';
}

/** A claim has to be on its way this many days before the payer's limit, so that a rejection can still be corrected. */
const beforeLimit = 14;

/**
 * When an item ought to be done: some working days after it came (fewer when it came back from another desk), or earlier
 * when the payer's limit for the claim comes before. `lastDay` is the last day on which the payer takes the claim.
 */
export function dueOf(
  start: StartValues,
  {
    kind,
    since,
    returned,
    lastDay,
  }: { kind: WorkKind; since: IsoDate; returned: boolean; lastDay?: IsoDate | null },
): Due {
  const { dueDays } = start.kinds[kind];
  const own: Due = returned
    ? { on: addWorkingDays(since, Math.min(1, dueDays)), because: 'returned' }
    : { on: addWorkingDays(since, dueDays), because: 'practice' };
  if (!lastDay) return own;
  const limit = addDays(lastDay, -beforeLimit);
  return limit < own.on ? { on: limit < since ? since : limit, because: 'filing-limit' } : own;
}
