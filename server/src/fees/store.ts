import type { FeeView } from '@superbill/contract';
import { type IsoDate, isoDate } from '@superbill/engines/model';
import type { Selectable } from 'kysely';
import type { Fee } from '../db/tables.ts';
import type { Work } from '../work.ts';

/** How the database writes that no end is known. */
export const open: IsoDate = isoDate('9999-12-31');

export type FeeRow = Selectable<Fee>;

/** The prices that count, of one procedure or of all, by procedure and from the oldest on. */
export function loadPrices({ db, organizationId }: Work, procedure?: string): Promise<FeeRow[]> {
  let rows = db
    .selectFrom('fee')
    .selectAll()
    .where('organization_id', '=', organizationId)
    .where('withdrawn_at', 'is', null);
  if (procedure !== undefined) rows = rows.where('procedure', '=', procedure);
  return rows.orderBy('procedure').orderBy('effective_from').execute();
}

export function toFee(row: FeeRow): FeeView {
  return {
    id: row.fee_id,
    procedure: row.procedure,
    wording: row.wording,
    ...(row.wording_es ? { wordingEs: row.wording_es } : {}),
    priceCents: row.price_cents,
    effectiveFrom: row.effective_from,
    ...(row.effective_to === open ? {} : { effectiveTo: row.effective_to }),
    rowVersion: row.row_version,
  };
}

/** The price in force on a day, of the prices of one procedure. */
export function inForce(prices: readonly FeeRow[], date: IsoDate): FeeRow | undefined {
  return prices.find((row) => row.effective_from <= date && date <= row.effective_to);
}

/** Moves the last day of a price. */
export async function setLastDay(unit: Work, row: FeeRow, effectiveTo: IsoDate): Promise<void> {
  await unit.db
    .updateTable('fee')
    .set({ effective_to: effectiveTo, row_version: row.row_version + 1 })
    .where('organization_id', '=', unit.organizationId)
    .where('fee_id', '=', row.fee_id)
    .execute();
}

/** A price that is taken back stays as a row and counts no longer. */
export async function withdraw(unit: Work, row: FeeRow): Promise<void> {
  await unit.db
    .updateTable('fee')
    .set({ withdrawn_at: unit.now, row_version: row.row_version + 1 })
    .where('organization_id', '=', unit.organizationId)
    .where('fee_id', '=', row.fee_id)
    .execute();
}
