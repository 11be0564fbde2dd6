import { accountRoutes } from './account.ts';
import { adjustmentRoutes } from './adjustments.ts';
import { accessLogRoutes, auditRoutes } from './audit.ts';
import { chargeRoutes } from './charges.ts';
import { claimRoutes } from './claims.ts';
import { codeSetRoutes } from './code-sets.ts';
import { codingRoutes } from './coding.ts';

import { controlRoutes } from './controls.ts';
import { depositRoutes } from './deposits.ts';
import { encounterRoutes } from './encounters.ts';
import { feeRoutes } from './fees.ts';
import { fileRoutes } from './files.ts';
import { learningRoutes } from './learning.ts';
import { moneyRoutes, portalRoutes } from './money.ts';
import { patientRoutes } from './patients.ts';
import { practiceRoutes } from './practice.ts';
import { proxyRoutes } from './proxies.ts';
import { queryRoutes } from './queries.ts';
import { restrictionRoutes } from './restrictions.ts';
import { reviewRoutes } from './reviews.ts';
import { roleRoutes } from './roles.ts';
import { serviceAccountRoutes } from './service-accounts.ts';
import { sessionRoutes } from './session.ts';
import { signInRoutes } from './sign-in.ts';
import { summaryRoutes } from './summary.ts';
import { systemRoutes } from './system.ts';
import { threadRoutes } from './thread.ts';
import { upkeepRoutes } from './upkeep.ts';
import { invitationRoutes, userRoutes } from './users.ts';
import { workRoutes } from './work.ts';
import { workloadRoutes } from './workload.ts';

export * from './account.ts';
export * from './adjustments.ts';
export * from './audit.ts';
export * from './audit.ts';
export * from './charges.ts';
export * from './claims.ts';
export * from './code-sets.ts';
export * from './coding.ts';
export * from './controls.ts';
export * from './deposits.ts';
export * from './encounter-parts.ts';
export * from './encounters.ts';
export * from './fees.ts';
export * from './files.ts';
export * from './learning.ts';
export * from './money.ts';
export * from './patients.ts';
export * from './permission.ts';
export * from './permission-words.ts';
export * from './practice.ts';
export * from './procedures.ts';
export * from './proxies.ts';
export * from './queries.ts';
export * from './restrictions.ts';
export * from './reviews.ts';
export * from './role-catalog.ts';
export * from './roles.ts';
export * from './route.ts';
export * from './service-accounts.ts';
export * from './session.ts';
export type { Problem } from './shapes.ts';
export { evidence, finding, hiddenDate, problem } from './shapes.ts';
export * from './sign-in.ts';
export * from './suggestions.ts';
export * from './summary.ts';
export * from './system.ts';
export * from './thread.ts';
export * from './upkeep.ts';
export * from './users.ts';
export * from './work.ts';
export * from './workload.ts';

/** Every route there is. A handler that is missing, or one that has no route, stops the server at start. */
export const routes = {
  ...sessionRoutes,
  ...signInRoutes,
  ...accountRoutes,
  ...userRoutes,
  ...invitationRoutes,
  ...serviceAccountRoutes,
  ...practiceRoutes,
  ...patientRoutes,
  ...encounterRoutes,
  ...workRoutes,
  ...workloadRoutes,
  ...codingRoutes,
  ...queryRoutes,
  ...learningRoutes,
  ...codeSetRoutes,
  ...feeRoutes,
  ...chargeRoutes,
  ...claimRoutes,
  ...fileRoutes,
  ...moneyRoutes,
  ...adjustmentRoutes,
  ...controlRoutes,
  ...depositRoutes,
  ...summaryRoutes,
  ...reviewRoutes,
  ...portalRoutes,
  ...accessLogRoutes,
  ...threadRoutes,
  ...systemRoutes,
  ...auditRoutes,
  ...roleRoutes,
  ...restrictionRoutes,
  ...proxyRoutes,
  ...upkeepRoutes,
};

export type Routes = typeof routes;
export type RouteName = keyof Routes;
