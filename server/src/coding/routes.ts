import { routes } from '@superbill/contract';
import { type Handler, handle, handleInSteps } from '../http/handle.ts';
import { assignCode, orderCodes, removeCode } from './assign-code.ts';
import { rejectSuggestion, undoRejection } from './reject-suggestion.ts';
import { suggestInOrder } from './suggest-codes.ts';

export const codingHandlers: Handler[] = [
  handleInSteps(routes.suggestCodes, ({ system }, actor, { params: { encounterId } }) =>
    suggestInOrder(system, actor, encounterId),
  ),

  handle(routes.assignCode, async (unit, { params: { encounterId }, body }) => ({
    id: await assignCode(unit, encounterId, body),
  })),

  handle(routes.removeCode, async (unit, { params: { encounterId, codeId } }) => {
    await removeCode(unit, encounterId, codeId);
    return {};
  }),

  handle(routes.orderCodes, async (unit, { params: { encounterId }, body: { codeIds } }) => {
    await orderCodes(unit, encounterId, codeIds);
    return {};
  }),

  handle(routes.rejectSuggestion, async (unit, { params: { encounterId }, body: { system, code } }) => {
    await rejectSuggestion(unit, encounterId, system, code);
    return {};
  }),

  handle(routes.undoRejection, async (unit, { params: { encounterId, code } }) => {
    await undoRejection(unit, encounterId, code);
    return {};
  }),
];
