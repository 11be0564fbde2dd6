import type { Check } from '@superbill/contract';
import type { Instant } from '@superbill/engines/model';
import type { WrittenHead } from '../audit/heads.ts';
import { verifyAudit } from '../audit/verify.ts';
import { type Db, inTransaction } from '../db/connect.ts';
import type { Keyring } from '../keys/keyring.ts';
import type { Scope } from './check.ts';
import { verifyControlNumbers, verifyQueues } from './verify-claims.ts';
import { verifyForeignKeys } from './verify-foreign-keys.ts';
import { verifySentClaims } from './verify-frozen.ts';
import {
  verifyCredits,
  verifyPatientPayments,
  verifyPostings,
  verifyRemits,
  verifySettledOnce,
  verifyStatements,
  verifyTotals,
} from './verify-ledger.ts';
import { verifySealed } from './verify-sealed.ts';
import { verifyStuck } from './verify-stuck.ts';
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
  verifyCredits,
  verifyStatements,
  verifySentClaims,
  verifyControlNumbers,
  verifyQueues,
  verifyEvidence,
  verifyPointers,
  verifyForeignKeys,
];

/** What a proof compares the database with. */
export interface Beside {
  /** Ends of the audit chain that were written outside the database. */
  heads?: readonly WrittenHead[] | undefined;
  /** Opens what is sealed. */
  keyring?: Keyring | undefined;
  /** Files and letters that were due before have to be done: only a running server can be held to that. */
  dueBefore?: Instant | undefined;
}

/** Proves one organization's ledger, thread and audit chain, by every check there is. */
export async function verifyAll(scope: Scope, { heads, keyring, dueBefore }: Beside = {}): Promise<Verdict> {
  const checks: Check[] = [];
  for (const prove of proofs) checks.push(await prove(scope, keyring));
  if (dueBefore) checks.push(await verifyStuck(scope, dueBefore));
  if (keyring) checks.push(await verifySealed(scope, keyring));
  checks.push({ name: 'audit-chain', ...(await verifyAudit(scope, heads)) });
  return { ok: checks.every(({ ok }) => ok), checks };
}

/** The same on the database as it stands at one moment, while others go on working. */
export function verifyOrganization(db: Db, organizationId: string, beside: Beside = {}): Promise<Verdict> {
  return inTransaction(
    db,
    { organizationId },
    (tx) => verifyAll({ db: tx, organizationId }, beside),
    'snapshot',
  );
}
