import { sql } from 'kysely';
import type { Work } from '../work.ts';

/** What is numbered. */
export const numberKinds = ['record', 'claim', 'claim-line', 'interchange', 'statement'] as const;

export type NumberKind = (typeof numberKinds)[number];

/**
 * The next number of its kind: 1, 2, 3 … without gaps, because it is taken in the transaction that uses
 * it. Two transactions that want the same kind wait for each other.
 */
export async function nextNumber({ db, organizationId }: Work, kind: NumberKind): Promise<number> {
  const row = await db
    .insertInto('control_number')
    .values({ organization_id: organizationId, kind, last: 1 })
    .onConflict((conflict) =>
      conflict.columns(['organization_id', 'kind']).doUpdateSet({ last: sql`control_number.last + 1` }),
    )
    .returning('last')
    .executeTakeFirstOrThrow();
  return row.last;
}
