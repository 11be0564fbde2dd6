import { routes } from '@superbill/contract';
import { type Handler, handle } from '../http/handle.ts';
import { readTrace } from './read-trace.ts';

export const threadHandlers: Handler[] = [
  handle(routes.readTrace, (unit, { params: { kind, id } }) => readTrace(unit, kind, id)),
];
