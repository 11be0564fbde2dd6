import type { BodyOf, PayerInput, PayerView, routes } from '@superbill/contract';
import type { Address } from '@superbill/engines/model';
import { sql } from 'kysely';
import { AppError } from '../errors.ts';
import { newId } from '../ids.ts';
import type { Work } from '../work.ts';
import { differ, lockPractice, recallAffected } from './lock-practice.ts';

/** Every payer with its terms, those in use first. */
export async function listPayers({ db, organizationId, today }: Work): Promise<PayerView[]> {
  const rows = await db
    .selectFrom('payer as y')
    .selectAll('y')
    .select(
      sql<number>`(select count(*) from coverage c
        where (c.organization_id, c.payer_id) = (y.organization_id, y.payer_id)
          and c.effective_from <= ${today} and coalesce(c.effective_to, '9999-12-31') >= ${today})::integer`.as(
        'coverages',
      ),
    )
    .where('y.organization_id', '=', organizationId)
    .orderBy(sql`y.effective_to is not null`)
    .orderBy('y.name')
    .execute();
  return rows.map((row) => ({
    id: row.payer_id,
    rowVersion: row.row_version,
    name: row.name,
    electronicId: row.electronic_id,
    claimFilingIndicator: row.claim_filing_indicator,
    timelyFilingDays: row.timely_filing_days,
    authorizationRequired: row.authorization_required,
    ...(row.address ? { address: row.address as unknown as Address } : {}),
    ...(row.phone ? { phone: row.phone } : {}),
    ...(row.effective_to ? { effectiveTo: row.effective_to } : {}),
    coverages: row.coverages,
  }));
}

/** Adds a payer. */
export async function addPayer(unit: Work, payer: PayerInput): Promise<string> {
  await lockPractice(unit);
  await mustBeFree(unit, payer.electronicId);
  const payerId = newId();
  await unit.db
    .insertInto('payer')
    .values({ organization_id: unit.organizationId, payer_id: payerId, ...columns(payer) })
    .execute();
  unit.audit('payer.add', { kind: 'payer', id: payerId });
  return payerId;
}

/** Corrects a payer's terms or closes it. Claims that are ready are checked again by the new terms. */
export async function changePayer(
  unit: Work,
  payerId: string,
  { payer, rowVersion }: BodyOf<typeof routes.changePayer>,
): Promise<number> {
  await lockPractice(unit);
  const before = await unit.db
    .selectFrom('payer')
    .selectAll()
    .where('organization_id', '=', unit.organizationId)
    .where('payer_id', '=', payerId)
    .executeTakeFirst();
  if (!before) throw new AppError('practice.not-found', { payerId });
  if (before.row_version !== rowVersion) throw new AppError('row.changed', { payerId });
  await mustBeFree(unit, payer.electronicId, payerId);
  const after = columns(payer);
  await unit.db
    .updateTable('payer')
    .set({ ...after, row_version: rowVersion + 1 })
    .where('organization_id', '=', unit.organizationId)
    .where('payer_id', '=', payerId)
    .execute();
  const { effective_to: _, address, phone: __, ...terms } = after;
  const onClaims = { ...terms, address: address === null ? null : (payer.address as never) };
  const recalled = differ(before, onClaims)
    ? await recallAffected(unit, { payerId }, "The payer's data was changed.")
    : 0;
  unit.audit('payer.change', {
    kind: 'payer',
    id: payerId,
    detail: { recalled, effectiveTo: payer.effectiveTo ?? null },
  });
  return rowVersion + 1;
}

async function mustBeFree({ db, organizationId }: Work, electronicId: string, except?: string) {
  const other = await db
    .selectFrom('payer')
    .select('payer_id')
    .where('organization_id', '=', organizationId)
    .where('electronic_id', '=', electronicId)
    .executeTakeFirst();
  if (other && other.payer_id !== except)
    throw new AppError('practice.electronic-id-taken', { id: other.payer_id }, 'electronicId');
}

function columns(payer: PayerInput) {
  return {
    name: payer.name,
    electronic_id: payer.electronicId,
    claim_filing_indicator: payer.claimFilingIndicator,
    timely_filing_days: payer.timelyFilingDays,
    authorization_required: [...new Set(payer.authorizationRequired)].sort(),
    address: payer.address ? JSON.stringify(payer.address) : null,
    phone: payer.phone ?? null,
    effective_to: payer.effectiveTo ?? null,
  };
}
