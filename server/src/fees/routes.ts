import { routes } from '@superbill/contract';
import { type Handler, handle } from '../http/handle.ts';
import { changeFee, setFee, withdrawFee } from './change-fee.ts';
import { exportFees } from './export-fees.ts';
import { importFees, previewFees } from './import-fees.ts';
import { listFeeSchedule } from './list-fees.ts';
import { loadPrices, toFee } from './store.ts';

export const feeHandlers: Handler[] = [
  handle(routes.listFeeSchedule, (unit, { query }) => listFeeSchedule(unit, query)),

  handle(routes.readFeeHistory, async (unit, { params: { procedure } }) => ({
    fees: (await loadPrices(unit, procedure)).map(toFee).reverse(),
  })),

  handle(routes.setFee, async (unit, { body }) => ({ id: await setFee(unit, body) })),

  handle(routes.changeFee, async (unit, { params: { feeId }, body }) => ({
    id: feeId,
    rowVersion: await changeFee(unit, feeId, body),
  })),

  handle(routes.withdrawFee, async (unit, { params: { feeId } }) => {
    await withdrawFee(unit, feeId);
    return {};
  }),

  handle(routes.previewFees, (unit, { body }) => previewFees(unit, body)),

  handle(routes.importFees, (unit, { body }) => importFees(unit, body)),

  handle(routes.exportFees, (unit, { query: { date } }) => exportFees(unit, date)),
];
