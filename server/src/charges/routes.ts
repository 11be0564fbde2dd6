import { routes } from '@superbill/contract';
import { recordAuthorization } from '../authorizations/store.ts';
import { type Handler, handle } from '../http/handle.ts';
import { addCharge, changeCharge, voidCharge } from './change-charge.ts';
import { loadFees } from './store.ts';

export const chargeHandlers: Handler[] = [
  handle(routes.listFees, async (unit, { query: { date, search } }) => ({
    fees: await loadFees(unit, date, search),
  })),

  handle(routes.addCharge, async (unit, { params: { encounterId }, body }) => ({
    id: await addCharge(unit, encounterId, body),
  })),

  handle(routes.changeCharge, async (unit, { params: { encounterId, chargeId }, body }) => {
    await changeCharge(unit, encounterId, chargeId, body);
    return { id: chargeId };
  }),

  handle(routes.voidCharge, async (unit, { params: { encounterId, chargeId } }) => {
    await voidCharge(unit, encounterId, chargeId);
    return {};
  }),

  handle(routes.recordAuthorization, async (unit, { params: { encounterId }, body }) => ({
    id: await recordAuthorization(unit, encounterId, body),
  })),
];
