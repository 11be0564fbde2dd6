export type { AuthorizationAnswer, AuthorizationCall } from './authorization-call.ts';
export { type FolderService, serveFolders } from './folder.ts';
export { createPayer, type Payer, type PayerOptions } from './payer.ts';
export { type IssuedAuthorization, type Member, type Plan, PlanError, readPlan } from './plan.ts';
export type { Received } from './receive.ts';
export type { OutFile } from './state.ts';
