import { routes } from '@superbill/contract';
import { type Handler, handle } from '../http/handle.ts';
import { enterDeposit, firstDay, listDeposits } from './deposits.ts';

export const depositHandlers: Handler[] = [
  handle(routes.listDeposits, async (unit, { query: { days } }) => ({
    days: await listDeposits(unit, firstDay(unit.today, days), unit.today),
  })),
  handle(routes.enterDeposit, async (unit, { body }) => ({ id: await enterDeposit(unit, body) })),
];
