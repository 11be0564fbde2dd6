import { createHash } from 'node:crypto';
import { isSameClaim, postRemit } from '@superbill/engines/ledger';
import type { Remit } from '@superbill/engines/model';
import { takeTurn } from '../db/turn.ts';
import { newId } from '../ids.ts';
import { storePosting } from '../ledger/store.ts';
import type { Work } from '../work.ts';
import { answerClaim } from './answer-claim.ts';
import { answeredTwice } from './answered-twice.ts';
import { loadSentVersions, versionAnswered } from './claim-facts.ts';
import type { PlannedRemit } from './planned-remit.ts';
import {
  answeredTwiceProblem,
  misplacedProblem,
  traceReusedProblem,
  unbalancedProblem,
} from './remit-problem.ts';
import { payerIdentifier, type StoredIds, storeRemit } from './store.ts';

export interface IntakeOptions {
  /** What to do with money for claims we do not know: wait for a person, or put it into suspense. */
  unknownClaims: 'wait' | 'suspense';
}

/**
 * Posts the payments of an 835, each balanced to the cent or none of the file. A payment that is in the books
 * already, in whatever envelope it comes, is not posted again; a claim that was answered is not answered twice.
 */
export async function postRemits(
  unit: Work,
  inboundFileId: string,
  remits: readonly Remit[],
  options: IntakeOptions,
): Promise<'posted' | 'already-posted'> {
  const payments = remits.map((remit) => `payment ${payerIdentifier(remit)} ${remit.traceNumber}`);
  await takeTurn(unit.db, unit.organizationId, payments);
  let plans: PlannedRemit[] = [];
  for (const remit of remits) {
    const contentHash = createHash('sha256').update(JSON.stringify(remit)).digest('hex');
    const twin = plans.find((plan) => isSamePayment(plan.remit, remit));
    if (twin && twin.contentHash !== contentHash) throw traceReusedProblem(remit);
    if (twin || (await isPosted(unit, remit, contentHash))) continue;
    plans.push(await planRemit(unit, remit, contentHash, options));
  }
  const twice = await answeredTwice(unit, plans);
  const [first] = twice;
  if (first && options.unknownClaims === 'wait') throw answeredTwiceProblem(first.plan.remit, first.index);
  if (first) {
    plans = plans.map((plan) => {
      const suspended = twice.filter((found) => found.plan === plan).map(({ index }) => index);
      return {
        ...plan,
        ...postingOf({
          ...plan,
          facts: plan.facts.map((own, i) => (suspended.includes(i) ? undefined : own)),
        }),
      };
    });
  }
  for (const plan of plans) await storePlan(unit, inboundFileId, plan);
  return plans.length === 0 && remits.length > 0 ? 'already-posted' : 'posted';
}

async function planRemit(
  unit: Work,
  remit: Remit,
  contentHash: string,
  { unknownClaims }: IntakeOptions,
): Promise<PlannedRemit> {
  const sent = await loadSentVersions(
    unit,
    remit.claims.map((claim) => claim.controlNumber),
  );
  const facts = remit.claims.map((claim) => versionAnswered(claim, sent.get(claim.controlNumber) ?? []));
  const ids: StoredIds = {
    remitId: newId(),
    claims: remit.claims.map((claim) => ({
      remitClaimId: newId(),
      remitLineIds: claim.lines.map(() => newId()),
    })),
  };
  const plan = { remit, contentHash, ids, ...postingOf({ remit, ids, facts }) };
  const misplaced = plan.posting.claims.findIndex((claim) => claim.suspended !== undefined);
  if (misplaced >= 0 && unknownClaims === 'wait')
    throw misplacedProblem(remit, plan.posting.claims, misplaced);
  return plan;
}

function postingOf({ remit, ids, facts }: Pick<PlannedRemit, 'remit' | 'ids' | 'facts'>) {
  const posting = postRemit(remit, {
    claimOf: (_claim, index) => facts[index],
    idsOf: (_claim, index) => ids.claims[index] ?? { remitClaimId: '', remitLineIds: [] },
  });
  if (posting.status === 'refused') throw unbalancedProblem(remit, posting.imbalances);
  return { facts, posting };
}

async function storePlan(
  unit: Work,
  inboundFileId: string,
  { remit, contentHash, ids, facts, posting: { claims, provider } }: PlannedRemit,
): Promise<void> {
  // Only a claim that really is ours is linked; the money of any other waits in suspense.
  const claimIds = remit.claims.map((claim, index) => {
    const own = facts[index];
    return own && isSameClaim(claim, own) ? own.claimId : null;
  });
  await storeRemit(unit, { remit, inboundFileId, contentHash, ids, claimIds, facts });
  const { remitId } = ids;
  for (const [index, { posting }] of claims.entries()) {
    const memo = `Payment ${remit.traceNumber}, claim ${remit.claims[index]?.controlNumber ?? ''}`;
    await storePosting(unit, posting, memo, { remitId });
  }
  if (provider) {
    const memo = `Payment ${remit.traceNumber}, adjustments that belong to no claim`;
    await storePosting(unit, provider, memo, { remitId });
  }
  for (const [index, claim] of remit.claims.entries()) {
    const claimId = claimIds[index];
    if (claimId) await answerClaim(unit, claimId, claim, inboundFileId);
  }
  unit.audit('remit.post', { kind: 'remit', id: remitId, detail: { claims: remit.claims.length } });
}

async function isPosted({ db, organizationId }: Work, remit: Remit, contentHash: string): Promise<boolean> {
  const same = await db
    .selectFrom('remit')
    .select('content_hash')
    .where('organization_id', '=', organizationId)
    .where((is) =>
      is.or([
        is('content_hash', '=', contentHash),
        is.and([
          is('payer_identifier', '=', payerIdentifier(remit)),
          is('trace_number', '=', remit.traceNumber),
          is('payment_date', '=', remit.paymentDate),
        ]),
      ]),
    )
    .executeTakeFirst();
  if (!same) return false;
  if (same.content_hash === contentHash) return true;
  throw traceReusedProblem(remit);
}

function isSamePayment(one: Remit, other: Remit): boolean {
  return (
    payerIdentifier(one) === payerIdentifier(other) &&
    one.traceNumber === other.traceNumber &&
    one.paymentDate === other.paymentDate
  );
}
