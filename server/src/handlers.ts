import { roleHandlers } from './access/routes.ts';
import { accountHandlers } from './account/routes.ts';
import { adjustmentHandlers } from './adjustments/routes.ts';
import { auditHandlers } from './audit/routes.ts';
import { signInHandlers } from './auth/provider/routes.ts';
import { authHandlers } from './auth/routes.ts';
import { backupHandlers } from './backup/routes.ts';
import { chargeHandlers } from './charges/routes.ts';
import { claimHandlers } from './claims/routes.ts';
import { codeSetHandlers } from './codesets/routes.ts';
import { learningHandlers } from './coding/learning/routes.ts';
import { codingHandlers } from './coding/routes.ts';
import { controlHandlers } from './controls/routes.ts';
import { depositHandlers } from './deposits/routes.ts';
import { doctorHandlers } from './doctor/routes.ts';
import { encounterHandlers } from './encounters/routes.ts';
import { feeHandlers } from './fees/routes.ts';
import { fileHandlers } from './files/routes.ts';
import type { Handler } from './http/handle.ts';
import { ledgerHandlers } from './ledger/routes.ts';
import { messageHandlers } from './messages/routes.ts';
import { patientHandlers } from './patients/routes.ts';
import { portalHandlers } from './portal/routes.ts';
import { practiceHandlers } from './practice/routes.ts';
import { proxyHandlers } from './proxies/routes.ts';
import { queryHandlers } from './queries/routes.ts';
import { remitHandlers } from './remits/routes.ts';
import { restrictionHandlers } from './restrictions/routes.ts';
import { reviewHandlers } from './reviews/routes.ts';
import { serviceAccountHandlers } from './service-accounts/routes.ts';
import { statementHandlers } from './statements/routes.ts';
import { summaryHandlers } from './summary/routes.ts';
import { systemHandlers } from './system/routes.ts';
import { threadHandlers } from './thread/routes.ts';
import { userHandlers } from './users/routes.ts';
import { workloadHandlers } from './workload/routes.ts';

/** Every area's handlers; the application checks that they are exactly the declared routes. */
export const handlers: readonly Handler[] = [
  ...authHandlers,
  ...signInHandlers,
  ...accountHandlers,
  ...userHandlers,
  ...serviceAccountHandlers,
  ...practiceHandlers,
  ...patientHandlers,
  ...encounterHandlers,
  ...workloadHandlers,
  ...codingHandlers,
  ...learningHandlers,
  ...codeSetHandlers,
  ...queryHandlers,
  ...feeHandlers,
  ...chargeHandlers,
  ...claimHandlers,
  ...fileHandlers,
  ...remitHandlers,
  ...ledgerHandlers,
  ...adjustmentHandlers,
  ...controlHandlers,
  ...depositHandlers,
  ...summaryHandlers,
  ...reviewHandlers,
  ...statementHandlers,
  ...messageHandlers,
  ...portalHandlers,
  ...threadHandlers,
  ...systemHandlers,
  ...auditHandlers,
  ...roleHandlers,
  ...restrictionHandlers,
  ...proxyHandlers,
  ...backupHandlers,
  ...doctorHandlers,
];
