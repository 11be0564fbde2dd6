import type { Work } from '../work.ts';
import type { PlannedRemit } from './planned-remit.ts';

/**
 * The claims in these payments that were answered already, with nothing in the file to take the answer back:
 * posting them would settle more than was billed. Corrections count together with their reversals, in
 * whatever order the file has them. Source: 005010X221A1, 1.10.2.8.
 */
export async function answeredTwice(
  unit: Work,
  plans: readonly PlannedRemit[],
): Promise<{ plan: PlannedRemit; index: number }[]> {
  const left = new Map<string, number>();
  const answers = plans.flatMap((plan) =>
    plan.posting.claims.map(({ posting }, index) => ({
      plan,
      index,
      settled: posting.entries.filter((entry) => entry.account === 'insurance-receivable'),
    })),
  );
  for (const { settled } of answers) {
    for (const { cause, amount } of settled) {
      if (cause.chargeId) left.set(cause.chargeId, (left.get(cause.chargeId) ?? 0) + amount);
    }
  }
  for (const { chargeId, open } of await loadOpen(unit, [...left.keys()])) {
    left.set(chargeId, (left.get(chargeId) ?? 0) + open);
  }
  return answers
    .filter(({ settled }) =>
      settled.some(({ cause, amount }) => amount < 0 && (left.get(cause.chargeId ?? '') ?? 0) < 0),
    )
    .map(({ plan, index }) => ({ plan, index }));
}

/** What insurers still owe for each charge, in cents. */
async function loadOpen({ db, organizationId }: Work, chargeIds: string[]) {
  if (chargeIds.length === 0) return [];
  const rows = await db
    .selectFrom('ledger_entry')
    .select(['charge_id', (entry) => entry.fn.sum<string>('amount_cents').as('open')])
    .where('organization_id', '=', organizationId)
    .where('account', '=', 'insurance-receivable')
    .where('charge_id', 'in', chargeIds)
    .groupBy('charge_id')
    .execute();
  return rows.map((row) => ({ chargeId: row.charge_id ?? '', open: Number(row.open) }));
}
