import { createHash } from 'node:crypto';
import { isSameClaim, postRemit, type RemitClaimPosting } from '@superbill/engines/ledger';
import { cents, formatMoney, type Imbalance, type Remit } from '@superbill/engines/model';
import { takeTurn } from '../db/turn.ts';
import { FileProblem } from '../files/file-problem.ts';
import { newId } from '../ids.ts';
import { storePosting } from '../ledger/store.ts';
import type { Work } from '../work.ts';
import { answerClaim } from './answer-claim.ts';
import { loadSentVersions, versionAnswered } from './claim-facts.ts';
import { payerIdentifier, type StoredIds, storeRemit } from './store.ts';

export interface IntakeOptions {
  /** What to do with money for claims we do not know: wait for a person, or put it into suspense. */
  unknownClaims: 'wait' | 'suspense';
}

/**
 * Posts the payments of an 835, each balanced to the cent or none of the file. A payment that is in the books
 * already, in whatever envelope it comes, is not posted again.
 */
export async function postRemits(
  unit: Work,
  inboundFileId: string,
  remits: readonly Remit[],
  options: IntakeOptions,
): Promise<'posted' | 'already-posted'> {
  const payments = remits.map((remit) => `payment ${payerIdentifier(remit)} ${remit.traceNumber}`);
  await takeTurn(unit.db, unit.organizationId, payments);
  let posted = 0;
  for (const remit of remits) {
    const contentHash = createHash('sha256').update(JSON.stringify(remit)).digest('hex');
    if (await isPosted(unit, remit, contentHash)) continue;
    await postOne(unit, inboundFileId, remit, contentHash, options);
    posted += 1;
  }
  return posted === 0 && remits.length > 0 ? 'already-posted' : 'posted';
}

async function postOne(
  unit: Work,
  inboundFileId: string,
  remit: Remit,
  contentHash: string,
  { unknownClaims }: IntakeOptions,
): Promise<void> {
  const sent = await loadSentVersions(
    unit,
    remit.claims.map((claim) => claim.controlNumber),
  );
  const factsOf = remit.claims.map((claim) => versionAnswered(claim, sent.get(claim.controlNumber) ?? []));
  const ids: StoredIds = {
    remitId: newId(),
    claims: remit.claims.map((claim) => ({
      remitClaimId: newId(),
      remitLineIds: claim.lines.map(() => newId()),
    })),
  };
  const result = postRemit(remit, {
    claimOf: (_claim, index) => factsOf[index],
    idsOf: (_claim, index) => ids.claims[index] ?? { remitClaimId: '', remitLineIds: [] },
  });
  if (result.status === 'refused') {
    throw unbalancedProblem(remit, result.imbalances);
  }
  const misplaced = result.claims.findIndex((claim) => claim.suspended !== undefined);
  if (misplaced >= 0 && unknownClaims === 'wait') throw misplacedProblem(remit, result.claims, misplaced);

  // Only a claim that really is ours is linked; the money of any other waits in suspense.
  const claimIds = remit.claims.map((claim, index) => {
    const own = factsOf[index];
    return own && isSameClaim(claim, own) ? own.claimId : null;
  });
  await storeRemit(unit, { remit, inboundFileId, contentHash, ids, claimIds, facts: factsOf });
  for (const [index, { posting }] of result.claims.entries()) {
    await storePosting(
      unit,
      posting,
      `Payment ${remit.traceNumber}, claim ${remit.claims[index]?.controlNumber ?? ''}`,
      {
        remitId: ids.remitId,
      },
    );
  }
  if (result.provider) {
    await storePosting(
      unit,
      result.provider,
      `Payment ${remit.traceNumber}, adjustments that belong to no claim`,
      {
        remitId: ids.remitId,
      },
    );
  }
  for (const [index, claim] of remit.claims.entries()) {
    const claimId = claimIds[index];
    if (claimId) await answerClaim(unit, claimId, claim, inboundFileId);
  }
  unit.audit('remit.post', { kind: 'remit', id: ids.remitId, detail: { claims: remit.claims.length } });
}

function unbalancedProblem(remit: Remit, [first, ...others]: readonly Imbalance[]): FileProblem {
  const elsewhere = others.length === 0 ? '' : `, and ${others.length} more of its sums are wrong`;
  return new FileProblem({
    code: 'remit.unbalanced',
    message: `Payment ${remit.traceNumber} does not balance: it is off by ${formatMoney(first?.difference ?? cents(0))}${elsewhere}.`,
    at: placeOf(first?.at ?? '', remit.claims.length),
    nextStep: 'Nothing was posted. Ask the payer for a corrected remittance.',
  });
}

/** A path into the remittance in words: `claims[0].lines[1]` is `claim 1 of 3, line 2`. */
function placeOf(path: string, claims: number): string {
  const [, claim, line] = /^claims\[(\d+)\](?:\.lines\[(\d+)\])?$/.exec(path) ?? [];
  if (claim === undefined) return 'payment total (BPR02)';
  return `claim ${Number(claim) + 1} of ${claims}${line === undefined ? '' : `, line ${Number(line) + 1}`}`;
}

function misplacedProblem(remit: Remit, claims: readonly RemitClaimPosting[], index: number): FileProblem {
  const claim = remit.claims[index];
  const why = {
    'claim-unknown': 'is not a claim of this practice',
    'claim-does-not-agree': 'does not agree with our claim of that number (patient, date, charge)',
    'line-unknown': 'has a line that our claim does not have',
  }[claims[index]?.suspended ?? 'claim-unknown'];
  return new FileProblem({
    code: 'remit.claim-unknown',
    message: `Claim ${claim?.controlNumber ?? ''} of payment ${remit.traceNumber} ${why}.`,
    at: `claim ${index + 1} of ${claims.length}`,
    nextStep: 'Nothing was posted. Check with the payer; or post it with this money in suspense.',
  });
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
  // Another amount as well: whether it corrects the first or pays on top of it, only the payer knows.
  throw new FileProblem({
    code: 'remit.trace-reused',
    message: `Payment ${remit.traceNumber} was posted before with other content.`,
    nextStep: 'Nothing was posted. Ask the payer which of the two is right.',
  });
}
