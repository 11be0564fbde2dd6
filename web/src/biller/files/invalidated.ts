import { routes } from '@superbill/contract';

/** What a file from a payer may change: the files, the claims it answers, the money it posts. */
export const changedByFiles = [
  routes.listInboundFiles,
  routes.listInterchanges,
  routes.listRemits,
  routes.listClaims,
  routes.readClaim,
  routes.listEncounters,
  routes.readEncounter,
  routes.readAccount,
  routes.listStatements,
];
