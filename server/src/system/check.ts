import type { Check } from '@superbill/contract';
import type { Work } from '../work.ts';

/** What proving needs: one organization's rows, as they stood at one moment. */
export type Scope = Pick<Work, 'db' | 'organizationId'>;

type Counted = 'charge' | 'posting' | 'patient_payment' | 'statement_line' | 'encounter';

/** How many rows a check looks at. Checks fetch only what does not hold: a practice has millions of rows. */
export async function countRows({ db, organizationId }: Scope, table: Counted): Promise<number> {
  const row = await db
    .selectFrom(table)
    .select((is) => is.fn.countAll<number>().as('rows'))
    .where('organization_id', '=', organizationId)
    .executeTakeFirstOrThrow();
  return row.rows;
}

/** Names that stand in a message; more are counted. */
const named = 5;

/** The outcome of a check: how much was looked at, or the rows that do not hold and what to do. */
export function outcome(
  name: string,
  { looked, faults, next }: { looked: string; faults: readonly string[]; next: string },
): Check {
  if (faults.length === 0) return { name, ok: true, detail: `${looked}.` };
  const more = faults.length > named ? ` and ${faults.length - named} more` : '';
  return { name, ok: false, detail: `${faults.slice(0, named).join('; ')}${more}. ${next}` };
}
