import { routes } from '@superbill/contract';
import { type Handler, handle } from '../http/handle.ts';
import { refundCredit } from './refund.ts';
import { useCredit } from './use-credit.ts';
import { voidPayment } from './void-payment.ts';
import { writeOffCharge } from './write-off.ts';

export const adjustmentHandlers: Handler[] = [
  handle(routes.writeOffCharge, (unit, { params: { chargeId }, body }) =>
    writeOffCharge(unit, chargeId, body),
  ),
  handle(routes.refundCredit, (unit, { params: { patientId }, body }) => refundCredit(unit, patientId, body)),
  handle(routes.voidPayment, (unit, { params: { paymentId }, body }) => voidPayment(unit, paymentId, body)),
  handle(routes.useCredit, async (unit, { params: { patientId } }) => ({
    id: await useCredit(unit, patientId),
  })),
];
