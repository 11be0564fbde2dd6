import type { PayerSequence } from '../../model/index.ts';
import type { Rule } from '../rule.ts';

/** A second payer pays on what the first one left, so it needs the first one's answer. */
export const secondaryWithoutAdjudication: Rule = {
  id: 'secondary-without-adjudication',
  severity: 'error',
  source: '005010X222A1, loop 2320, AMT (D) and CAS; loop 2430',
  check({ payerSequence, otherCoverages }) {
    if (payerSequence === 'P') return [];
    const before = otherCoverages.filter(({ sequence }) => rank(sequence) < rank(payerSequence));
    if (before.length === 0) {
      return [{ at: 'otherCoverages', message: 'Add the coverage that was billed first.' }];
    }
    return otherCoverages.flatMap(({ sequence, paid }, index) =>
      rank(sequence) < rank(payerSequence) && paid === undefined
        ? [
            {
              at: `otherCoverages[${index}].paid`,
              message: "Post the first payer's remittance before billing the next.",
            },
          ]
        : [],
    );
  },
};

/** The order in which payers pay; one whose place is not known comes after all. */
function rank(sequence: PayerSequence): number {
  return 'PSTABCDEFGHU'.indexOf(sequence);
}
