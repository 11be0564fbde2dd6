import { routes } from '@superbill/contract';
import { type Handler, handle } from '../http/handle.ts';
import { readOwnerSummary } from './read-summary.ts';

export const summaryHandlers: Handler[] = [
  handle(routes.readOwnerSummary, (unit, { query: { week } }) => readOwnerSummary(unit, week)),
];
