import type { RemitClaimPosting } from '@superbill/engines/ledger';
import { cents, formatMoney, type Imbalance, type Remit } from '@superbill/engines/model';
import { FileProblem } from '../files/file-problem.ts';

/** A payment that does not add up by itself. */
export function unbalancedProblem(remit: Remit, [first, ...others]: readonly Imbalance[]): FileProblem {
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

/** A claim of a payment that cannot be placed on one of ours. */
export function misplacedProblem(
  remit: Remit,
  claims: readonly RemitClaimPosting[],
  index: number,
): FileProblem {
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

/** A claim that was answered already: without a reversal a second answer would bill the patient twice. */
export function answeredTwiceProblem(remit: Remit, index: number): FileProblem {
  return new FileProblem({
    code: 'remit.answered-twice',
    message: `Claim ${remit.claims[index]?.controlNumber ?? ''} of payment ${remit.traceNumber} was answered before, and nothing takes that answer back.`,
    at: `claim ${index + 1} of ${remit.claims.length}`,
    nextStep:
      'Nothing was posted. When the reversal comes, this file is read again by itself; else ask the payer, or post it with this money in suspense.',
  });
}

/** Another amount as well: whether it corrects the first payment or pays on top of it, only the payer knows. */
export function traceReusedProblem(remit: Remit): FileProblem {
  return new FileProblem({
    code: 'remit.trace-reused',
    message: `Payment ${remit.traceNumber} was posted before with other content.`,
    nextStep: 'Nothing was posted. Ask the payer which of the two is right.',
  });
}
