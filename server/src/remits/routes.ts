import { routes } from '@superbill/contract';
import { type Handler, handle } from '../http/handle.ts';
import { loadRemits } from './store.ts';

export const remitHandlers: Handler[] = [
  handle(routes.listRemits, async (unit, { query: { limit } }) => ({
    remits: await loadRemits(unit, limit),
  })),
];
