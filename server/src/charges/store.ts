import type { Charge, Fee } from '@superbill/contract';
import type { IsoDate } from '@superbill/engines/model';
import type { Work } from '../work.ts';

/** A visit's charges that are not voided, in the order they were entered. */
export async function loadCharges({ db, organizationId }: Work, encounterId: string): Promise<Charge[]> {
  const rows = await db
    .selectFrom('charge')
    .selectAll()
    .where('organization_id', '=', organizationId)
    .where('encounter_id', '=', encounterId)
    .where('voided_at', 'is', null)
    .orderBy('entered_at')
    .orderBy('charge_id')
    .execute();
  if (rows.length === 0) return [];
  const pointers = await db
    .selectFrom('charge_diagnosis')
    .select(['charge_id', 'code_id'])
    .where('organization_id', '=', organizationId)
    .where(
      'charge_id',
      'in',
      rows.map((row) => row.charge_id),
    )
    .orderBy('ordinal')
    .execute();
  return rows.map((row) => ({
    id: row.charge_id,
    procedure: row.procedure,
    wording: row.wording,
    modifiers: row.modifiers,
    units: row.units,
    chargeCents: row.charge_cents,
    serviceDate: row.service_date,
    diagnoses: pointers.filter((p) => p.charge_id === row.charge_id).map((p) => p.code_id),
    rowVersion: row.row_version,
  }));
}

/** The practice's prices on a day, by code or by a word of its wording. */
export async function loadFees({ db, organizationId }: Work, date: IsoDate, search: string): Promise<Fee[]> {
  let rows = db
    .selectFrom('fee')
    .selectAll()
    .where('organization_id', '=', organizationId)
    .where('withdrawn_at', 'is', null)
    .where('effective_from', '<=', date)
    .where('effective_to', '>=', date);
  for (const word of search.split(/\s+/).filter(Boolean)) {
    const part = `%${word.replace(/[\\%_]/g, '\\$&')}%`;
    rows = rows.where((is) => is.or([is('procedure', 'ilike', part), is('wording', 'ilike', part)]));
  }
  const found = await rows.orderBy('procedure').limit(500).execute();
  return found.map((row) => ({
    procedure: row.procedure,
    wording: row.wording,
    priceCents: row.price_cents,
    effectiveFrom: row.effective_from,
  }));
}
