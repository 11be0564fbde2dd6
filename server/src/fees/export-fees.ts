import type { IsoDate } from '@superbill/engines/model';
import { csvOf } from '../csv.ts';
import type { Work } from '../work.ts';
import { feeColumns, writtenPrice } from './fee-file.ts';
import { inForce, loadPrices } from './store.ts';

/** The prices in force on a day as CSV; read in again unchanged it changes nothing. */
export async function exportFees(unit: Work, date: IsoDate): Promise<{ fileName: string; content: string }> {
  const prices = (await loadPrices(unit)).filter((row) => inForce([row], date));
  unit.audit('fee.export', {
    kind: 'organization',
    id: unit.organizationId,
    detail: { prices: prices.length },
  });
  return {
    fileName: `fees-${date}.csv`,
    content: csvOf(
      feeColumns,
      prices.map((row) => [
        row.procedure,
        row.wording,
        row.wording_es,
        writtenPrice(row.price_cents),
        row.effective_from,
      ]),
    ),
  };
}
