import { recallClaims } from '../claims/recall-claim.ts';
import { AppError } from '../errors.ts';
import type { Work } from '../work.ts';
import { lockEncounter, moveTo, mustStandIn } from './queue.ts';

/** Hands a coded visit to the biller: at least one diagnosis, no question open. */
export async function handOver(unit: Work, encounterId: string, rowVersion: number): Promise<void> {
  const { db, organizationId } = unit;
  const encounter = await lockEncounter(unit, encounterId);
  if (encounter.row_version !== rowVersion) throw new AppError('row.changed', { encounterId });
  mustStandIn(encounter, 'coding', 'query');
  const codes = await db
    .selectFrom('code_assignment')
    .select('code_id')
    .where('organization_id', '=', organizationId)
    .where('encounter_id', '=', encounterId)
    .where('system', '=', 'icd10cm')
    .where('removed_at', 'is', null)
    .execute();
  if (codes.length === 0) throw new AppError('encounter.no-codes', { encounterId });
  const open = await db
    .selectFrom('query')
    .select('query_id')
    .where('organization_id', '=', organizationId)
    .where('encounter_id', '=', encounterId)
    .where('state', '=', 'open')
    .execute();
  if (open.length > 0) throw new AppError('encounter.query-open', { encounterId });
  await moveTo(unit, encounterId, 'billing');
}

/** Gives a visit back to the coder, with the reason; its unsent claim, if any, is made anew afterwards. */
export async function returnToCoding(
  unit: Work,
  encounterId: string,
  reason: string,
  rowVersion: number,
): Promise<void> {
  const encounter = await lockEncounter(unit, encounterId);
  if (encounter.row_version !== rowVersion) throw new AppError('row.changed', { encounterId });
  mustStandIn(encounter, 'billing', 'follow-up');
  await recallClaims(unit, encounterId, 'The visit went back to the coder.');
  await moveTo(unit, encounterId, 'coding', reason);
}
