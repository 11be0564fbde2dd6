import type { Check } from '@superbill/contract';
import type { WrittenHead } from '../audit/heads.ts';
import { verifyAudit } from '../audit/verify.ts';
import { type Db, inTransaction } from '../db/connect.ts';
import type { Keyring } from '../keys/keyring.ts';
import type { Scope } from './check.ts';
import { verifyControlNumbers, verifyQueues } from './verify-claims.ts';
import { verifySentClaims } from './verify-frozen.ts';
import {
  verifyPatientPayments,
  verifyPostings,
  verifyRemits,
  verifySettledOnce,
  verifyStatements,
  verifyTotals,
} from './verify-ledger.ts';
import { verifySealed } from './verify-sealed.ts';
import { verifyEvidence, verifyPointers } from './verify-thread.ts';

export interface Verdict {
  ok: boolean;
  checks: Check[];
}

const proofs: readonly ((scope: Scope, keyring?: Keyring) => Promise<Check>)[] = [
  verifyPostings,
  verifyTotals,
  verifyRemits,
  verifyPatientPayments,
  verifySettledOnce,
  verifyStatements,
  verifySentClaims,
  verifyControlNumbers,
  verifyQueues,
  verifyEvidence,
  verifyPointers,
];

/**
 * Proves one organization's ledger, thread and audit chain, by every check there is. `heads` are ends of the chain
 * that were written outside the database; with the keyring, what is sealed is opened too.
 */
export async function verifyAll(
  scope: Scope,
  heads: readonly WrittenHead[] = [],
  keyring?: Keyring,
): Promise<Verdict> {
  const checks: Check[] = [];
  for (const prove of proofs) checks.push(await prove(scope, keyring));
  if (keyring) checks.push(await verifySealed(scope, keyring));
  checks.push({ name: 'audit-chain', ...(await verifyAudit(scope, heads)) });
  return { ok: checks.every(({ ok }) => ok), checks };
}

/** The same on the database as it stands at one moment, while others go on working. */
export function verifyOrganization(
  db: Db,
  organizationId: string,
  heads: readonly WrittenHead[] = [],
  keyring?: Keyring,
): Promise<Verdict> {
  return inTransaction(
    db,
    { organizationId },
    (tx) => verifyAll({ db: tx, organizationId }, heads, keyring),
    'snapshot',
  );
}
