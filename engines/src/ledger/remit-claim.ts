import {
  type Adjustment,
  allocate,
  type Cents,
  cents,
  type IsoDate,
  type RemitClaim,
} from '../model/index.ts';
import type { Account } from './accounts.ts';
import { type ClaimFacts, type ClaimLineFacts, findLine, isSameClaim } from './match.ts';
import { type Cause, type Entry, makePosting, type Posting } from './posting.ts';
import { type Effect, explain } from './reasons.ts';

/** Ids under which the caller stored the remittance's claim and its lines, in order. */
export interface RemitIds {
  remitClaimId: string;
  remitLineIds: string[];
}

export interface RemitClaimPosting {
  posting: Posting;
  /** Why the money waits in suspense instead of on the claim; absent when it was placed. */
  suspended?: 'claim-unknown' | 'claim-does-not-agree' | 'line-unknown';
}

/** One line's share of a remittance claim, with claim-level adjustments spread in. */
interface Answer {
  line: ClaimLineFacts;
  remitLineId?: string;
  paid: Cents;
  adjustments: Adjustment[];
}

const accountOf: Record<Exclude<Effect, 'none'>, Account> = {
  contract: 'contractual-adjustments',
  patient: 'patient-receivable',
  denied: 'insurance-denied',
};

/**
 * Turns one claim of a balanced remittance into a posting: what was paid, given up, left to the patient or
 * denied leaves the insurance receivable, line by line. Every amount is taken as it stands, so a reversal
 * (CLP02 22, amounts negated) is the exact mirror of what it reverses, in whatever order they arrive.
 * Money that cannot be placed without doubt goes to suspense.
 */
export function postRemitClaim(
  remitClaim: RemitClaim,
  facts: ClaimFacts | undefined,
  date: IsoDate,
  ids: RemitIds,
): RemitClaimPosting {
  if (!facts) return suspend(remitClaim, date, ids, 'claim-unknown');
  if (!isSameClaim(remitClaim, facts)) return suspend(remitClaim, date, ids, 'claim-does-not-agree');
  const answers = answersByLine(remitClaim, facts, ids);
  if (!answers) return suspend(remitClaim, date, ids, 'line-unknown');
  const { claimId, patientId } = facts;
  const entries = answers.flatMap(({ line, remitLineId, paid, adjustments }) => {
    const cause: Cause = {
      patientId,
      claimId,
      chargeId: line.chargeId,
      claimLineId: line.claimLineId,
      remitClaimId: ids.remitClaimId,
      ...(remitLineId !== undefined && { remitLineId }),
    };
    return [...paidEntries(paid, cause), ...adjustments.flatMap((a) => adjustmentEntries(a, cause))];
  });
  return { posting: makePosting('remit', date, entries) };
}

function paidEntries(paid: Cents, cause: Cause): Entry[] {
  return [
    { account: 'cash-payer', amount: paid, cause },
    { account: 'insurance-receivable', amount: cents(-paid), cause },
  ];
}

function adjustmentEntries({ group, reason, amount }: Adjustment, lineCause: Cause): Entry[] {
  const { effect } = explain({ group, reason });
  if (effect === 'none') return [];
  const cause = { ...lineCause, adjustment: { group, reason } };
  return [
    { account: accountOf[effect], amount, cause },
    { account: 'insurance-receivable', amount: cents(-amount), cause },
  ];
}

/** Splits the answer over our lines. Undefined when a line cannot be recognized. */
function answersByLine(remitClaim: RemitClaim, facts: ClaimFacts, ids: RemitIds): Answer[] | undefined {
  const answers =
    remitClaim.lines.length > 0 ? answersGiven(remitClaim, facts, ids) : answerWhole(remitClaim, facts);
  if (answers) spreadClaimAdjustments(remitClaim.adjustments, answers);
  return answers;
}

function answersGiven(remitClaim: RemitClaim, facts: ClaimFacts, ids: RemitIds): Answer[] | undefined {
  const answers: Answer[] = [];
  for (const [index, remitLine] of remitClaim.lines.entries()) {
    const line = findLine(remitLine, facts.lines);
    if (!line) return undefined;
    const remitLineId = ids.remitLineIds[index];
    const { paid, adjustments } = remitLine;
    answers.push({
      line,
      paid,
      adjustments: [...adjustments],
      ...(remitLineId !== undefined && { remitLineId }),
    });
  }
  return answers;
}

/** A claim answered without lines: as if each line had been paid in full before the claim's adjustments. */
function answerWhole(remitClaim: RemitClaim, { lines }: ClaimFacts): Answer[] {
  const shares = allocate(remitClaim.charge, weights(lines));
  return lines.map((line, index) => ({ line, paid: shares[index] ?? cents(0), adjustments: [] }));
}

/** Spreads adjustments of the claim as a whole over its lines by charge, reducing what each line was paid. */
function spreadClaimAdjustments(adjustments: readonly Adjustment[], answers: Answer[]): void {
  for (const { group, reason, amount } of adjustments) {
    const shares = allocate(amount, weights(answers.map(({ line }) => line)));
    for (const [index, answer] of answers.entries()) {
      const share = shares[index] ?? cents(0);
      answer.adjustments.push({ group, reason, amount: share });
      answer.paid = cents(answer.paid - share);
    }
  }
}

function weights(lines: readonly ClaimLineFacts[]): number[] {
  const charges = lines.map((line) => line.charge);
  return charges.some((charge) => charge > 0) ? charges : charges.map(() => 1);
}

function suspend(
  remitClaim: RemitClaim,
  date: IsoDate,
  { remitClaimId }: RemitIds,
  suspended: NonNullable<RemitClaimPosting['suspended']>,
): RemitClaimPosting {
  const cause = { remitClaimId };
  const posting = makePosting('remit-suspense', date, [
    { account: 'cash-payer', amount: remitClaim.paid, cause },
    { account: 'suspense', amount: cents(-remitClaim.paid), cause },
  ]);
  return { posting, suspended };
}
