export { call } from './call.ts';
export { ApiProblem, isProblem } from './problem.ts';
export type { InputOf } from './request.ts';
export { useChange } from './use-change.ts';
export { useRead } from './use-read.ts';
export { useSession } from './use-session.ts';
