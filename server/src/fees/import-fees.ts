import { createHash } from 'node:crypto';
import type { BodyOf, FeeChange, FeeFileFault, ResponseOf, routes } from '@superbill/contract';
import { AppError } from '../errors.ts';
import { lockPractice } from '../practice/lock-practice.ts';
import type { Work } from '../work.ts';
import { addPrice } from './change-fee.ts';
import { type FeeLine, readFeeFile } from './fee-file.ts';
import { byProcedure } from './list-fees.ts';
import { type FeeRow, inForce, loadPrices } from './store.ts';

/** What a file of prices would change on the schedule as it is now. */
export async function previewFees(
  unit: Work,
  { content, effectiveFrom }: Pick<BodyOf<typeof routes.previewFees>, 'content' | 'effectiveFrom'>,
): Promise<ResponseOf<typeof routes.previewFees>> {
  const { lines, faults } = readFeeFile(content, effectiveFrom);
  const prices = byProcedure(await loadPrices(unit));
  const changes: FeeChange[] = [];
  for (const line of lines) {
    const change = changeOf(line, prices.get(line.procedure) ?? []);
    if ('message' in change) faults.push(change);
    else changes.push(change);
  }
  faults.sort((a, b) => a.line - b.line);
  return { changes, faults, fingerprint: fingerprintOf(unit.organizationId, changes, prices) };
}

/** Applies a file as it was previewed; when the schedule has changed since, nothing happens. */
export async function importFees(
  unit: Work,
  { content, effectiveFrom, fingerprint }: BodyOf<typeof routes.importFees>,
): Promise<ResponseOf<typeof routes.importFees>> {
  await lockPractice(unit);
  const preview = await previewFees(unit, { content, effectiveFrom });
  if (preview.faults.length > 0)
    throw new AppError('fee.file-faulty', { faults: preview.faults.length }, 'content');
  if (preview.fingerprint !== fingerprint) throw new AppError('row.changed', {}, 'content');
  let [added, changed] = [0, 0];
  for (const { does, ...change } of preview.changes) {
    if (does === 'nothing') continue;
    await addPrice(unit, await loadPrices(unit, change.procedure), change);
    if (does === 'add') added += 1;
    else changed += 1;
  }
  unit.audit('fee.import', { kind: 'organization', id: unit.organizationId, detail: { added, changed } });
  return { added, changed };
}

function changeOf(line: FeeLine, prices: readonly FeeRow[]): FeeChange | FeeFileFault {
  const before = inForce(prices, line.effectiveFrom);
  const latest = before ?? prices.at(-1);
  const wording = line.wording ?? latest?.wording;
  if (wording === undefined)
    return { line: line.line, column: 'wording', message: 'A new procedure needs words for the bill.' };
  const wordingEs = line.wordingEs ?? latest?.wording_es ?? undefined;
  const samePrice = before?.price_cents === line.priceCents;
  const sameWords = before?.wording === wording && (before.wording_es ?? undefined) === wordingEs;
  return {
    line: line.line,
    procedure: line.procedure,
    wording,
    ...(wordingEs === undefined ? {} : { wordingEs }),
    priceCents: line.priceCents,
    effectiveFrom: line.effectiveFrom,
    does: !before ? 'add' : !samePrice ? 'price' : sameWords ? 'nothing' : 'wording',
    ...(before ? { priceBeforeCents: before.price_cents } : {}),
  };
}

/** The changes of this practice together with the versions of the rows they are made on. */
function fingerprintOf(
  organizationId: string,
  changes: readonly FeeChange[],
  prices: ReadonlyMap<string, readonly FeeRow[]>,
): string {
  const rows = changes.map(({ procedure }) =>
    (prices.get(procedure) ?? []).map((row) => `${row.fee_id} ${row.row_version}`),
  );
  return createHash('sha256')
    .update(JSON.stringify([organizationId, changes, rows]))
    .digest('hex');
}
