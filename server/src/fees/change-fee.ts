import type { BodyOf, routes } from '@superbill/contract';
import { addDays, type Cents, type IsoDate } from '@superbill/engines/model';
import { AppError } from '../errors.ts';
import { newId } from '../ids.ts';
import { lockPractice } from '../practice/lock-practice.ts';
import type { Work } from '../work.ts';
import { type FeeRow, inForce, loadPrices, open, setLastDay, withdraw } from './store.ts';

interface Price {
  procedure: string;
  wording: string;
  wordingEs?: string | undefined;
  priceCents: Cents;
  effectiveFrom: IsoDate;
}

/** Sets a price from a day on, if the price in force on that day is still the one the person saw. */
export async function setFee(
  unit: Work,
  { instead, ...price }: BodyOf<typeof routes.setFee>,
): Promise<string> {
  await lockPractice(unit);
  const prices = await loadPrices(unit, price.procedure);
  const before = inForce(prices, price.effectiveFrom);
  if (before?.fee_id !== instead?.id || before?.row_version !== instead?.rowVersion)
    throw new AppError('row.changed', { procedure: price.procedure }, 'effectiveFrom');
  const id = await addPrice(unit, prices, price);
  unit.audit('fee.set', {
    kind: 'fee',
    id,
    detail: { procedure: price.procedure, priceCents: price.priceCents, from: price.effectiveFrom },
  });
  return id;
}

/**
 * Adds a price among the others of its procedure: the one before ends on the eve, the new one lasts until the next
 * begins, and one that begins on the same day is taken back for it. What was charged keeps its price.
 */
export async function addPrice(unit: Work, prices: readonly FeeRow[], price: Price): Promise<string> {
  const { effectiveFrom } = price;
  const before = inForce(prices, effectiveFrom);
  const next = prices.find((row) => row.effective_from > effectiveFrom);
  if (before?.effective_from === effectiveFrom) await withdraw(unit, before);
  else if (before) await setLastDay(unit, before, addDays(effectiveFrom, -1));
  const feeId = newId();
  await unit.db
    .insertInto('fee')
    .values({
      organization_id: unit.organizationId,
      fee_id: feeId,
      procedure: price.procedure,
      wording: price.wording,
      wording_es: price.wordingEs ?? null,
      price_cents: price.priceCents,
      effective_from: effectiveFrom,
      effective_to: before?.effective_to ?? (next ? addDays(next.effective_from, -1) : open),
    })
    .execute();
  return feeId;
}

/** Corrects the wording, or ends a price or opens it again up to the day before the next one. */
export async function changeFee(
  unit: Work,
  feeId: string,
  { wording, wordingEs, effectiveTo, rowVersion }: BodyOf<typeof routes.changeFee>,
): Promise<number> {
  await lockPractice(unit);
  const { row, prices } = await find(unit, feeId);
  if (row.row_version !== rowVersion) throw new AppError('row.changed', { feeId });
  if (effectiveTo !== undefined && effectiveTo < row.effective_from)
    throw new AppError('request.invalid', { feeId }, 'effectiveTo', 'The price ends before it begins.');
  const next = prices.find((other) => other.effective_from > row.effective_from);
  const latest = next ? addDays(next.effective_from, -1) : open;
  if (effectiveTo !== undefined && effectiveTo > latest)
    throw new AppError(
      'request.invalid',
      { feeId },
      'effectiveTo',
      `The next price begins on ${next?.effective_from}.`,
    );
  await unit.db
    .updateTable('fee')
    .set({
      wording,
      wording_es: wordingEs ?? null,
      effective_to: effectiveTo ?? latest,
      row_version: rowVersion + 1,
    })
    .where('organization_id', '=', unit.organizationId)
    .where('fee_id', '=', feeId)
    .execute();
  unit.audit('fee.change', {
    kind: 'fee',
    id: feeId,
    detail: { procedure: row.procedure, effectiveTo: effectiveTo ?? null },
  });
  return rowVersion + 1;
}

/** Takes a price back that nothing was charged at; a price that ended on its eve goes on in its place. */
export async function withdrawFee(unit: Work, feeId: string): Promise<void> {
  await lockPractice(unit);
  const { row, prices } = await find(unit, feeId);
  if (await isUsed(unit, row)) throw new AppError('fee.used', { feeId });
  await withdraw(unit, row);
  const before = prices.find((other) => other.effective_to === addDays(row.effective_from, -1));
  if (before) await setLastDay(unit, before, row.effective_to);
  unit.audit('fee.withdraw', { kind: 'fee', id: feeId, detail: { procedure: row.procedure } });
}

async function find(unit: Work, feeId: string): Promise<{ row: FeeRow; prices: FeeRow[] }> {
  const own = await unit.db
    .selectFrom('fee')
    .select('procedure')
    .where('organization_id', '=', unit.organizationId)
    .where('fee_id', '=', feeId)
    .executeTakeFirst();
  const prices = own ? await loadPrices(unit, own.procedure) : [];
  const row = prices.find((price) => price.fee_id === feeId);
  if (!row) throw new AppError('fee.not-found', { feeId });
  return { row, prices };
}

/** A charge keeps no reference to its price: one of that time with that price for each unit was made with it. */
async function isUsed({ db, organizationId }: Work, row: FeeRow): Promise<boolean> {
  const charges = await db
    .selectFrom('charge')
    .select(['units', 'charge_cents'])
    .where('organization_id', '=', organizationId)
    .where('procedure', '=', row.procedure)
    .where('service_date', '>=', row.effective_from)
    .where('service_date', '<=', row.effective_to)
    .where('voided_at', 'is', null)
    .execute();
  return charges.some(({ units, charge_cents }) => charge_cents === row.price_cents * units);
}
