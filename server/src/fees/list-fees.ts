import type { ResponseOf, routes } from '@superbill/contract';
import type { IsoDate } from '@superbill/engines/model';
import type { Work } from '../work.ts';
import { type FeeRow, inForce, loadPrices, toFee } from './store.ts';

/** The fee schedule as it stands on a day: one row for each procedure, with what follows. */
export async function listFeeSchedule(
  unit: Work,
  { date, search }: { date: IsoDate; search: string },
): Promise<ResponseOf<typeof routes.listFeeSchedule>> {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  const found = [...byProcedure(await loadPrices(unit)).values()].filter((prices) =>
    words.every((word) => prices.some((row) => textOf(row).includes(word))),
  );
  return {
    fees: found.flatMap((prices) => {
      const now = inForce(prices, date);
      if (!now) return [];
      const next = prices.find((row) => row.effective_from > now.effective_from);
      return [
        {
          ...toFee(now),
          ...(next ? { next: { priceCents: next.price_cents, from: next.effective_from } } : {}),
        },
      ];
    }),
    coming: found.flatMap((prices) => {
      const next = prices.find((row) => row.effective_from > date);
      return next && !inForce(prices, date) ? [toFee(next)] : [];
    }),
  };
}

export function byProcedure(prices: readonly FeeRow[]): Map<string, FeeRow[]> {
  const all = new Map<string, FeeRow[]>();
  for (const row of prices) {
    const own = all.get(row.procedure);
    if (own) own.push(row);
    else all.set(row.procedure, [row]);
  }
  return all;
}

function textOf({ procedure, wording, wording_es }: FeeRow): string {
  return `${procedure} ${wording} ${wording_es ?? ''}`.toLowerCase();
}
