import { routes } from '@superbill/contract';
import { type Handler, handle } from '../http/handle.ts';
import { readPractice } from './store.ts';

export const practiceHandlers: Handler[] = [handle(routes.readPractice, (unit) => readPractice(unit))];
