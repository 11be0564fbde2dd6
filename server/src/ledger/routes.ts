import { routes } from '@superbill/contract';
import { type Handler, handle } from '../http/handle.ts';
import { readAccount } from './account.ts';
import { recordPayment } from './record-payment.ts';

export const ledgerHandlers: Handler[] = [
  handle(routes.readAccount, async (unit, { params: { patientId } }) => {
    const account = await readAccount(unit, patientId);
    unit.audit('account.read', { kind: 'patient', id: patientId, patientId });
    return account;
  }),

  handle(routes.recordPayment, async (unit, { params: { patientId }, body }) => ({
    id: await recordPayment(unit, patientId, body),
  })),
];
