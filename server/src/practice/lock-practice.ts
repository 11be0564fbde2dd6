import { canonicalJson } from '../audit/append.ts';
import { recallClaims } from '../claims/recall-claim.ts';
import type { Work } from '../work.ts';

/**
 * One change of the practice at a time, so that what was checked (a name, a number that must be free) still holds
 * when it is written. Visits and claims do not wait for it.
 */
export async function lockPractice({ db, organizationId }: Work) {
  return db
    .selectFrom('organization')
    .selectAll()
    .where('organization_id', '=', organizationId)
    .forNoKeyUpdate()
    .executeTakeFirstOrThrow();
}

/** Whose unsent claims a change is about; the organization itself stands on all of them. */
export type Affected = { practitionerId: string } | { payerId: string } | 'all';

/**
 * Takes claims that are ready back to drafts when the practice, practitioner or payer they name has changed: each
 * is made again from the new data before it leaves. Claims that were sent stay as they are.
 */
export async function recallAffected(unit: Work, affected: Affected, why: string): Promise<number> {
  let rows = unit.db
    .selectFrom('claim as c')
    .innerJoin('encounter as e', (join) =>
      join
        .onRef('e.organization_id', '=', 'c.organization_id')
        .onRef('e.encounter_id', '=', 'c.encounter_id'),
    )
    .innerJoin('coverage as o', (join) =>
      join.onRef('o.organization_id', '=', 'c.organization_id').onRef('o.coverage_id', '=', 'c.coverage_id'),
    )
    .select('c.encounter_id')
    .distinct()
    .where('c.organization_id', '=', unit.organizationId)
    .where('c.state', '=', 'ready');
  if (affected !== 'all' && 'practitionerId' in affected)
    rows = rows.where('e.practitioner_id', '=', affected.practitionerId);
  if (affected !== 'all' && 'payerId' in affected) rows = rows.where('o.payer_id', '=', affected.payerId);
  const found = await rows.orderBy('c.encounter_id').execute();
  for (const { encounter_id: encounterId } of found) await recallClaims(unit, encounterId, why);
  return found.length;
}

/** Whether a row differs from what it is to become; the database may keep the parts of an address in another order. */
export function differ<Row extends object>(before: Row, after: Partial<Row>): boolean {
  return Object.entries(after).some(([name, value]) => written(before[name as keyof Row]) !== written(value));
}

function written(value: unknown): string {
  const isPlain = typeof value === 'object' && value !== null && !Array.isArray(value);
  return isPlain ? canonicalJson(value as Record<string, unknown>) : JSON.stringify(value);
}
