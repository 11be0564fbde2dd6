import type { BoardPerson } from '@superbill/contract';
import type { IsoDate } from '@superbill/engines/model';
import { sql } from 'kysely';
import { readQuality } from '../reviews/read-quality.ts';
import type { Work } from '../work.ts';

type Quality = BoardPerson['quality'];

/**
 * What became of the work each coder handed over since a day: what came back, what was denied for its coding, how far
 * second looks agreed. A visit counts as handed over by whoever decided most of its codes.
 */
export async function loadQuality(unit: Work, since: IsoDate): Promise<Map<string, Quality>> {
  const { db, organizationId } = unit;
  const { rows } = await sql<{ user_id: string; handed_over: number }>`
    with coded as (
      select distinct on (c.encounter_id) c.encounter_id, c.decided_by as user_id
      from code_assignment c
      where c.organization_id = ${organizationId} and c.removed_at is null and c.encounter_id in (
        select subject_id from work_arrival
        where organization_id = ${organizationId} and arrived_at >= ${since}::date and queue = 'billing')
      group by c.encounter_id, c.decided_by
      order by c.encounter_id, count(*) desc, c.decided_by
    )
    select user_id, count(*)::integer as handed_over from coded group by user_id`.execute(db);
  const handedOver = new Map(rows.map((row) => [row.user_id, row.handed_over]));
  const known = await readQuality(unit, since);
  return new Map(
    known.map(({ coderId, returns, codingDenials, agreement }) => [
      coderId,
      {
        handedOver: handedOver.get(coderId) ?? 0,
        returned: returns,
        codingDenials,
        agreement: agreement?.rate ?? null,
      },
    ]),
  );
}

export const noQuality: Quality = { handedOver: 0, returned: 0, codingDenials: 0, agreement: null };
