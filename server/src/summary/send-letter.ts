import { addDays } from '@superbill/engines/model';
import { loadControls } from '../controls/settings.ts';
import type { Work } from '../work.ts';
import { mondayOf } from './read-summary.ts';

/** Writes to the owner, once for each week that is over, that its page is there. The letter itself says nothing of it. */
export async function sendSummaryLetter(unit: Work): Promise<boolean> {
  const { ownerEmail, linkAddress } = await loadControls(unit);
  if (ownerEmail === null) return false;
  const week = mondayOf(addDays(unit.today, -7));
  const noted = await unit.db
    .insertInto('owner_summary')
    .values({ organization_id: unit.organizationId, week, sent_at: unit.now })
    .onConflict((conflict) => conflict.columns(['organization_id', 'week']).doNothing())
    .executeTakeFirst();
  if ((noted.numInsertedOrUpdatedRows ?? 0n) === 0n) return false;
  unit.sendAfterwards({
    to: ownerEmail,
    subject: 'The week of your practice, in five minutes',
    text: [
      'Last week is on one page: money, second looks, how people are, and at most three things to look at.',
      '',
      linkAddress === null ? 'Sign in and open Week.' : `${linkAddress}/week`,
    ].join('\n'),
  });
  unit.audit('summary.send', { kind: 'organization', id: unit.organizationId, detail: { week } });
  return true;
}
